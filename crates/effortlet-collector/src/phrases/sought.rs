//! A phrase that is looked for in texts, whatever its endings. Never finds it in another language.

use super::grouped::candidates;
use super::language::Language;

pub(crate) struct Sought {
    name: String,
    stems: String,
    language: Language,
}

impl Sought {
    /// `ro` and its stems as `Phrase` has them.
    pub(crate) fn of(language: &str, stems: &str) -> Self {
        Self { name: Language::name(language), stems: stems.to_owned(), language: Language::of(language) }
    }

    /// A phrase as somebody has written it.
    pub(crate) fn written(language: &str, words: &str) -> Self {
        let stems: Vec<String> = Language::of(language).words(&words.to_lowercase()).into_iter().map(|it| it.stem).collect();
        Self::of(language, &stems.join(" "))
    }

    pub(crate) fn stems(&self) -> &str {
        &self.stems
    }

    /// Whether it is part of a text in this language.
    pub(crate) fn is_in(&self, language: &str, text: &str) -> bool {
        if Language::name(language) != self.name {
            return false;
        }
        let words = self.language.words(&text.to_lowercase());
        candidates(&words).any(|words| words.iter().map(|it| it.stem.as_str()).eq(self.stems.split(' ')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_whatever_its_endings_and_in_its_language_alone() {
        for (language, words, in_language, text, expected) in [
            ("en", "refund", "en", "REFUNDS, please", true),
            ("en", "refund", "en-GB", "I was refunded", true),
            ("en", "refund", "ro", "refund", false),
            ("en", "bank transfer", "en", "Bank-transfers fail", true),
            ("en", "bank transfer", "en", "transfers to a bank", false),
            ("ru", "возврат", "ru", "Где мои возвраты?", true),
            ("en", "refund", "en", "", false),
            ("en", "", "en", "anything", false),
        ] {
            assert_eq!(Sought::written(language, words).is_in(in_language, text), expected, "{words} in {text}");
        }
        assert_eq!(Sought::written("en", "Bank transfers").stems(), "bank transfer");
    }
}
