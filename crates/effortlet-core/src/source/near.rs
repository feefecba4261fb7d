//! The known word that was meant by one that is not.
//!
//! Never guesses between words that are as near.

use alloc::{string::String, vec::Vec};

/// More letters than this otherwise are another word.
const FAR: usize = 2;

/// The nearest of the known ones, where one alone is near.
pub(super) fn near<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    let word = plain(word);
    let most = if word.len() < 5 { 1 } else { FAR };
    let mut all: Vec<(usize, &str)> = known.iter().map(|it| (distance(&word, &plain(it)), *it)).filter(|(far, _)| *far <= most).collect();
    all.sort_unstable();
    match all.as_slice() {
        [(far, _), (next, _), ..] if far == next => None,
        [(_, nearest), ..] => Some(nearest),
        [] => None,
    }
}

/// Without what differs by habit alone: `exit-intent`, `Exit_Intent`.
fn plain(word: &str) -> Vec<char> {
    let letters: String = word.chars().filter(|it| it.is_alphanumeric()).collect();
    letters.to_lowercase().chars().collect()
}

/// Letters that are missing, too many, others or in each other's place (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
    for (index, letter) in one.iter().enumerate() {
        let mut next = Vec::from([index + 1]);
        for (at, wanted) in other.iter().enumerate() {
            let same = usize::from(letter != wanted);
            let mut least = (cell(&row, at) + same).min(cell(&row, at + 1) + 1).min(cell(&next, at) + 1);
            let is_swapped = index > 0 && at > 0 && one.get(index - 1) == Some(wanted) && other.get(at - 1) == Some(letter);
            if is_swapped {
                least = least.min(cell(&before, at - 1) + 1);
            }
            next.push(least);
        }
        (before, row) = (row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_miss_is_known_and_another_word_is_not() {
        let known = ["exitIntent", "scroll", "click", "event", "helpCenter", "time", "any", "all", "max", "per"];
        for (word, expected) in [
            ("exitintent", Some("exitIntent")), ("exit-intent", Some("exitIntent")), ("exitIntend", Some("exitIntent")),
            ("exitItnent", Some("exitIntent")), ("clik", Some("click")), ("scrol", Some("scroll")), ("events", Some("event")),
            ("helpcentre", Some("helpCenter")), ("timer", Some("time")), ("an", Some("any")),
            ("al", Some("all")), ("hover", None), ("exit", None), ("a", None), ("", None), ("mar", Some("max")), ("clock", Some("click")),
        ] {
            assert_eq!(near(word, &known), expected, "{word}");
        }
        assert_eq!(near("cat", &["bat", "cut"]), None, "one of two");
    }
}
