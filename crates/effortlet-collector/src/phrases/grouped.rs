//! Phrases by how many texts have them.

use super::language::{Language, Word};
use effortlet_core::score::SUPPRESSED_BELOW;
use std::collections::{BTreeMap, BTreeSet};

/// So many of a language are named.
const MOST: usize = 8;

/// Words with more between them than this many characters are no pair.
const CLOSE: usize = 24;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// As most people write it, in small letters.
    pub(crate) words: String,
    /// How many texts have it, with whatever endings.
    pub(crate) texts: u64,
    /// What all of its endings have in common, to look for.
    pub(crate) search: String,
}

/// Texts that have a phrase, and how each of them writes it.
#[derive(Default)]
struct Group {
    texts: u64,
    written: BTreeMap<String, u64>,
}

/// Of texts with their languages: by language the phrases that most of its texts have, the most first.
pub(crate) fn phrases<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<String, Vec<Phrase>> {
    let mut by_language: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (language, text) in texts {
        by_language.entry(language).or_default().push(text.to_lowercase());
    }
    let named = by_language.into_iter().map(|(name, texts)| (name.to_owned(), of_language(&Language::of(name), &texts)));
    named.filter(|(_, phrases)| !phrases.is_empty()).collect()
}

fn of_language(language: &Language, texts: &[String]) -> Vec<Phrase> {
    let mut groups: BTreeMap<Vec<String>, Group> = BTreeMap::new();
    for text in texts {
        let words = language.words(text);
        let ones = words.chunks(1);
        let pairs = words.windows(2).filter(|pair| is_close(pair));
        let mut met = BTreeSet::new();
        for words in pairs.chain(ones) {
            let stems: Vec<String> = words.iter().map(|it| it.stem.clone()).collect();
            let written = written(text, words);
            // One who says it twice is one.
            if met.insert(stems.clone()) {
                let group = groups.entry(stems).or_default();
                group.texts += 1;
                *group.written.entry(written).or_default() += 1;
            }
        }
    }
    groups.retain(|_, it| it.texts >= SUPPRESSED_BELOW);
    let mut ordered: Vec<(&Vec<String>, &Group)> = groups.iter().filter(|(stems, it)| !is_said_by_longer(stems, it, &groups)).collect();
    ordered.sort_by(|one, other| (other.1.texts, one.0).cmp(&(one.1.texts, other.0)));
    ordered.into_iter().take(MOST).map(|(stems, it)| phrase(stems.len(), it)).collect()
}

fn is_close(pair: &[Word]) -> bool {
    matches!(pair, [one, other] if other.place.0.saturating_sub(one.place.1) <= CLOSE)
}

fn written(text: &str, words: &[Word]) -> String {
    let place = words.first().zip(words.last()).map(|(first, last)| first.place.0..last.place.1);
    place.and_then(|place| text.get(place)).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether hardly anybody says a word but in some pair.
fn is_said_by_longer(stems: &[String], it: &Group, groups: &BTreeMap<Vec<String>, Group>) -> bool {
    let longer = groups.iter().filter(|(other, _)| other.len() > stems.len() && stems.iter().all(|stem| other.contains(stem)));
    let most = longer.map(|(_, other)| other.texts).max().unwrap_or(0);
    it.texts.saturating_sub(most) < SUPPRESSED_BELOW
}

fn phrase(words: usize, it: &Group) -> Phrase {
    let most = it.written.iter().max_by_key(|(written, count)| (**count, std::cmp::Reverse((*written).clone())));
    let words_of_most = most.map(|(written, _)| written.clone()).unwrap_or_default();
    let common = it.written.keys().cloned().reduce(|one, other| common_start(&one, &other)).unwrap_or_default();
    // Of a pair the middle may differ too, so that it is looked for as most write it.
    let search = if words == 1 && common.chars().count() > 2 { common } else { words_of_most.clone() };
    Phrase { words: words_of_most, texts: it.texts, search }
}

fn common_start(one: &str, other: &str) -> String {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).map(|(it, _)| it).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[(&'static str, &'static str, usize)]) -> BTreeMap<String, Vec<(String, u64)>> {
        let all = texts.iter().flat_map(|(language, text, times)| std::iter::repeat_n((*language, *text), *times));
        let named = phrases(all).into_iter();
        named.map(|(name, all)| (name, all.into_iter().map(|it| (it.words, it.texts)).collect())).collect()
    }

    #[test]
    fn what_five_texts_say_is_a_phrase_whatever_its_endings() {
        let all = of(&[
            ("en", "Where is my refund?", 3),
            ("en", "Refunds take forever", 4),
            ("en", "Nobody refunded me", 1),
            ("en", "A coupon", 4),
            ("ro", "Unde sunt facturile mele", 5),
        ]);
        assert_eq!(all["en"][0], ("refunds".to_owned(), 8), "{all:?}");
        assert!(all["en"].iter().all(|(words, _)| words != "coupon"), "four say it: {all:?}");
        assert_eq!(all["ro"], [("facturile".to_owned(), 5)], "{all:?}");
    }

    #[test]
    fn a_pair_is_named_in_the_place_of_words_that_only_it_has() {
        let all = of(&[("en", "The bank transfer failed", 6), ("en", "Bank holidays", 7)]);
        let words: Vec<&str> = all["en"].iter().map(|it| it.0.as_str()).collect();
        assert!(words.contains(&"bank transfer") && words.contains(&"bank"), "{words:?}");
        assert!(!words.contains(&"transfer") && !words.contains(&"holidays"), "{words:?}");
    }

    #[test]
    fn who_says_it_ten_times_is_one() {
        assert_eq!(of(&[("en", "refund refund refund refund refund refund", 4)]), BTreeMap::new());
    }

    #[test]
    fn a_word_is_looked_for_by_what_its_endings_have_in_common() {
        let texts = ["refund", "refunds", "refunded", "refunding", "refund"];
        let all = phrases(texts.iter().map(|it| ("en", *it)));
        assert_eq!(all["en"][0].search, "refund");
    }
}
