//! Phrases by how many people have written them.

use super::language::{Language, Word};
use effortlet_core::score::SUPPRESSED_BELOW;
use std::collections::{BTreeMap, BTreeSet};

/// So many of a language are named at a glance.
pub(crate) const MOST_TOLD: usize = 8;

/// Words with more between them than this many characters are no pair.
const CLOSE: usize = 24;

/// Somebody's text in some language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WrittenBy<'a> {
    pub(crate) language: &'a str,
    pub(crate) person: &'a str,
    pub(crate) text: &'a str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase<'a> {
    /// What it is whatever its endings: its stems, with a space between two.
    pub(crate) stems: String,
    /// As most people write it, in small letters.
    pub(crate) words: String,
    /// Who has written it, with whatever endings.
    pub(crate) people: BTreeSet<&'a str>,
    /// What all of its endings have in common, to look for.
    pub(crate) search: String,
}

/// Who has written a phrase, and how.
#[derive(Default)]
struct Group<'a> {
    people: BTreeSet<&'a str>,
    written: BTreeMap<String, u64>,
}

/// By language at most so many phrases that most people have written, the most first; and as long as five have
/// written it, whatever `keeps` says of its language and its stems.
pub(crate) fn phrases<'a>(
    texts: impl Iterator<Item = WrittenBy<'a>>,
    most: usize,
    keeps: &dyn Fn(&str, &str) -> bool,
) -> BTreeMap<String, Vec<Phrase<'a>>> {
    let mut by_language: BTreeMap<String, Vec<(&str, String)>> = BTreeMap::new();
    for it in texts {
        by_language.entry(Language::name(it.language)).or_default().push((it.person, it.text.to_lowercase()));
    }
    let named = by_language.into_iter().map(|(name, texts)| {
        let phrases = of_language(&Language::of(&name), &texts, most, &|stems| keeps(&name, stems));
        (name, phrases)
    });
    named.filter(|(_, phrases)| !phrases.is_empty()).collect()
}

fn of_language<'a>(language: &Language, texts: &[(&'a str, String)], most: usize, keeps: &dyn Fn(&str) -> bool) -> Vec<Phrase<'a>> {
    let mut groups: BTreeMap<Vec<String>, Group> = BTreeMap::new();
    for (person, text) in texts {
        let words = language.words(text);
        let mut met = BTreeSet::new();
        for words in candidates(&words) {
            let stems: Vec<String> = words.iter().map(|it| it.stem.clone()).collect();
            let written = written(text, words);
            // One who says it twice is one.
            if met.insert(stems.clone()) {
                let group = groups.entry(stems).or_default();
                group.people.insert(*person);
                *group.written.entry(written).or_default() += 1;
            }
        }
    }
    groups.retain(|_, it| people(it) >= SUPPRESSED_BELOW);
    let mut ordered: Vec<(&Vec<String>, &Group)> = groups.iter().collect();
    ordered.sort_by(|one, other| (people(other.1), one.0).cmp(&(people(one.1), other.0)));
    let mut told: Vec<(&Vec<String>, &Group)> = Vec::new();
    ordered.retain(|(stems, it)| {
        let is_told = told.len() < most && !is_said_by_longer(stems, it, &groups) && !is_said_beside(stems, it, &told);
        told.extend(is_told.then_some((*stems, *it)));
        is_told || keeps(&stems.join(" "))
    });
    ordered.into_iter().map(|(stems, it)| phrase(stems, it)).collect()
}

/// What of a text may be a phrase.
pub(super) fn candidates(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.windows(2).filter(|pair| is_close(pair)).chain(words.chunks(1))
}

fn is_close(pair: &[Word]) -> bool {
    matches!(pair, [one, other] if other.place.0.saturating_sub(one.place.1) <= CLOSE)
}

fn people(it: &Group) -> u64 {
    it.people.len() as u64
}

fn written(text: &str, words: &[Word]) -> String {
    let place = words.first().zip(words.last()).map(|(first, last)| first.place.0..last.place.1);
    place.and_then(|place| text.get(place)).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether hardly anybody says a word but in some pair.
fn is_said_by_longer(stems: &[String], it: &Group, groups: &BTreeMap<Vec<String>, Group>) -> bool {
    let longer = groups.iter().filter(|(other, _)| other.len() > stems.len() && stems.iter().all(|stem| other.contains(stem)));
    let most = longer.map(|(_, other)| people(other)).max().unwrap_or(0);
    people(it).saturating_sub(most) < SUPPRESSED_BELOW
}

/// Whether hardly anybody says a pair but with a more frequent one that has a word of it: of "where is my bank
/// transfer" one pair is enough.
fn is_said_beside(stems: &[String], it: &Group, told: &[(&Vec<String>, &Group)]) -> bool {
    let beside = told.iter().filter(|(other, _)| other.len() == stems.len() && stems.len() > 1 && stems.iter().any(|stem| other.contains(stem)));
    beside.into_iter().any(|(_, other)| (it.people.difference(&other.people).count() as u64) < SUPPRESSED_BELOW)
}

fn phrase<'a>(stems: &[String], it: &Group<'a>) -> Phrase<'a> {
    let most = it.written.iter().max_by_key(|(written, count)| (**count, std::cmp::Reverse((*written).clone())));
    let words = most.map(|(written, _)| written.clone()).unwrap_or_default();
    let common = it.written.keys().cloned().reduce(|one, other| common_start(&one, &other)).unwrap_or_default();
    // Of a pair the middle may differ too, so that it is looked for as most write it.
    let search = if stems.len() == 1 && common.chars().count() > 2 { common } else { words.clone() };
    Phrase { stems: stems.join(" "), words, people: it.people.clone(), search }
}

fn common_start(one: &str, other: &str) -> String {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).map(|(it, _)| it).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[(&'static str, &'static str, usize)]) -> BTreeMap<String, Vec<(String, u64)>> {
        let people: Vec<String> = (0..1_000).map(|it| it.to_string()).collect();
        let all = texts.iter().flat_map(|(language, text, times)| std::iter::repeat_n((*language, *text), *times));
        let all = all.zip(&people).map(|((language, text), person)| WrittenBy { language, person, text });
        let named = phrases(all, MOST_TOLD, &|_, _| false).into_iter();
        named.map(|(name, all)| (name, all.into_iter().map(|it| (it.words, it.people.len() as u64)).collect())).collect()
    }

    #[test]
    fn what_five_people_say_is_a_phrase_whatever_its_endings() {
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
    fn of_pairs_that_the_same_people_say_one_is_named() {
        let all = of(&[("en", "Gift receipt without prices", 9), ("en", "A gift receipt", 5), ("en", "A tax receipt without prices", 6)]);
        let words: Vec<&str> = all["en"].iter().map(|it| it.0.as_str()).collect();
        assert_eq!(words, ["receipt", "receipt without prices", "gift receipt"], "nine say both, five and six one of them: {words:?}");
        let all = of(&[("en", "Gift receipt without prices", 9), ("en", "A gift receipt", 3), ("en", "A tax receipt without prices", 2)]);
        let words: Vec<&str> = all["en"].iter().map(|it| it.0.as_str()).collect();
        assert_eq!(words, ["gift receipt"], "{words:?}");
    }

    #[test]
    fn who_says_it_ten_times_is_one() {
        assert_eq!(of(&[("en", "refund refund refund refund refund refund", 4)]), BTreeMap::new());
    }

    #[test]
    fn a_word_is_looked_for_by_what_its_endings_have_in_common() {
        let texts = [("1", "refund"), ("2", "refunds"), ("3", "refunded"), ("4", "refunding"), ("5", "refund")];
        let all = phrases(texts.iter().map(|(person, text)| WrittenBy { language: "en", person, text }), MOST_TOLD, &|_, _| false);
        assert_eq!((all["en"][0].search.as_str(), all["en"][0].stems.as_str()), ("refund", "refund"));
    }

    #[test]
    fn who_writes_it_in_two_answers_is_one() {
        let texts = [("1", "refund"), ("1", "refunds"), ("2", "refund"), ("3", "refund"), ("4", "refund")];
        let all = phrases(texts.iter().map(|(person, text)| WrittenBy { language: "en", person, text }), MOST_TOLD, &|_, _| true);
        assert_eq!(all, BTreeMap::new());
    }

    #[test]
    fn what_is_kept_is_named_however_many_others_there_are() {
        let people = ["1", "2", "3", "4", "5", "6"];
        let texts = people.iter().map(|it| (*it, "bank transfer")).chain(people.iter().take(5).map(|it| (*it, "coupons")));
        let of = |language: &'static str| texts.clone().map(move |(person, text)| WrittenBy { language, person, text });
        let words = |all: BTreeMap<String, Vec<Phrase>>| all["en"].iter().map(|it| it.words.clone()).collect::<Vec<_>>();
        assert_eq!(words(phrases(of("en-GB"), 1, &|_, _| false)), ["bank transfer"]);
        assert_eq!(words(phrases(of("EN"), 1, &|language, stems| (language, stems) == ("en", "coupon"))), ["bank transfer", "coupons"]);
    }
}
