//! A language's words: which are so common that they say nothing, and what is left of one without its ending.

use frostem::{Algorithm, Stemmer};
use std::collections::HashSet;
use unicode_segmentation::UnicodeSegmentation;

/// Shorter words than this many characters say little.
const SHORTEST: usize = 3;

/// Where no rules are known for a language, a word is its own stem.
pub(super) struct Language {
    stemmer: Option<Stemmer>,
    common: HashSet<&'static str>,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) stem: String,
    /// Its first byte in the text, and the one after its last.
    pub(super) place: (usize, usize),
}

impl Language {
    /// `ro-MD` is `ro`.
    pub(super) fn name(tag: &str) -> String {
        tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
    }

    pub(super) fn of(tag: &str) -> Self {
        let name = Self::name(tag);
        let stemmer = Algorithm::from_name(&name).ok().map(Stemmer::new);
        let common = stop_words::lookup(&name).unwrap_or_default().iter().copied().collect();
        Self { stemmer, common }
    }

    /// The words of a text in small letters that say something.
    pub(super) fn words(&self, text: &str) -> Vec<Word> {
        let says_something = |word: &str| {
            word.chars().count() >= SHORTEST && word.chars().any(char::is_alphabetic) && !self.common.contains(word)
        };
        let words = text.unicode_word_indices().filter(|(_, word)| says_something(word));
        let stem = |word: &str| self.stemmer.as_ref().map_or_else(|| word.to_owned(), |it| it.stem(word).into_owned());
        words.map(|(at, word)| Word { stem: stem(word), place: (at, at + word.len()) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(language: &str, text: &str) -> Vec<String> {
        Language::of(language).words(text).into_iter().map(|it| it.stem).collect()
    }

    #[test]
    fn words_are_their_stems_in_each_language() {
        for (language, one, other) in [
            ("en", "refunds", "the refund"),
            ("en-GB", "payments", "a payment"),
            ("ro", "facturile", "facturi"),
            ("ru", "возвраты", "возврат"),
            ("de", "Rechnungen", "Rechnung"),
            ("uk", "платежі", "платежу"),
            ("fr", "factures", "la facture"),
        ] {
            let lower = |text: &str| stems(language, &text.to_lowercase());
            assert_eq!(lower(one), lower(other), "{language}");
            assert_eq!(lower(one).len(), 1, "{language}: {:?}", lower(one));
        }
    }

    #[test]
    fn what_says_nothing_is_no_word() {
        assert_eq!(stems("en", "it is on 24 to me, and so!"), [""; 0]);
        assert_eq!(stems("tlh", "qapla qapla"), ["qapla", "qapla"], "a language without rules");
        assert_eq!(stems("", ""), [""; 0]);
        assert_eq!(stems("he", "החזר כספי").len(), 2);
        assert_eq!(stems("en", "\u{0}\u{feff}😀😀 \u{202e}").len(), 0);
    }
}
