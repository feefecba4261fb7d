//! Holds our regular expressions to the `regex` crate: random expressions on random texts.
//!
//! What the two take differently, such as what `.` and `\w` stand for, is spelled out for the crate.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use effortlet_core::regex::Regex;
use effortlet_core::response::Random;

const PATTERNS: u64 = 2_000;
const TEXTS: usize = 12;

/// Few, so that they meet; words and others, of one to four bytes.
const LETTERS: [char; 8] = ['a', 'b', 'z', '_', '-', ' ', 'ă', '🙂'];
/// What stands in texts only.
const OTHERS: [char; 6] = ['A', '5', '\n', '\u{2028}', '\u{a0}', '.'];

/// What stands for some characters, as we write it and as the crate does within brackets.
const SETS: [(&str, &str); 7] = [
    (r"\d", "0-9"),
    (r"\D", "[^0-9]"),
    (r"\w", "0-9A-Za-z_"),
    (r"\W", "[^0-9A-Za-z_]"),
    (r"\s", r"\t-\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"),
    (r"\S", r"[^\t-\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]"),
    (r"\.\-", r"\.\-"),
];

const REPETITIONS: [&str; 12] = ["*", "+", "?", "*?", "+?", "??", "{0}", "{2}", "{1,}", "{0,2}", "{1,3}?", "{2,}?"];

#[test]
fn random_expressions_match_what_the_regex_crate_matches() {
    let mut matched = 0;
    for seed in 0..PATTERNS {
        let mut random = Random::new(seed);
        let (mut own, mut other) = (String::new(), String::new());
        // Half of them are about whole texts, since most match somewhere.
        let (start, end) = [("", ""), ("^(", ")$")][below(&mut random, 2)];
        both(&mut own, &mut other, start);
        alternatives(&mut random, 3, &mut own, &mut other);
        both(&mut own, &mut other, end);
        let regex = Regex::new(&own).unwrap_or_else(|refusal| panic!("{seed}: {own:?} is refused: {refusal:?}"));
        let oracle = regex::Regex::new(&other).unwrap();
        for _ in 0..TEXTS {
            let length = below(&mut random, 9);
            let text: String = (0..length).map(|_| letter_of_text(&mut random)).collect();
            // Its `is_match` may stop at a `(?-u:\B)` within a character and miss what follows.
            let expected = oracle.find(&text).is_some();
            assert_eq!(regex.is_match(&text), expected, "{seed}: {own:?} on {text:?}");
            matched += usize::from(expected);
        }
    }
    let share = matched as f64 / (PATTERNS as usize * TEXTS) as f64;
    assert!((0.3..0.7).contains(&share), "texts that hardly ever differ prove nothing: {share}");
}

/// Whatever is typed: a text that is taken is run, one that is not is refused.
#[test]
fn no_text_is_too_odd_to_be_read() {
    let parts = [
        "(", ")", "(?", ":", "[", "]", "^", "-", "{", "}", ",", "1", "999", "*", "?", "|", "\\", "$", "a", "b", "ă",
    ];
    let mut accepted = 0;
    for seed in 0..10_000 {
        let mut random = Random::new(seed);
        let length = 1 + below(&mut random, 7);
        let pattern: String = (0..length).map(|_| parts[below(&mut random, parts.len())]).collect();
        if let Ok(regex) = Regex::new(&pattern) {
            regex.is_match("aăb-a1");
            accepted += 1;
        }
    }
    assert!((500..5_000).contains(&accepted), "{accepted}");
}

fn alternatives(random: &mut Random, depth: usize, own: &mut String, other: &mut String) {
    for index in 0..[1, 1, 2, 3][below(random, 4)] {
        if index > 0 {
            both(own, other, "|");
        }
        // An alternative may be empty.
        for _ in 0..[0, 1, 1, 2, 2, 3][below(random, 6)] {
            part(random, depth, own, other);
        }
    }
}

fn part(random: &mut Random, depth: usize, own: &mut String, other: &mut String) {
    match below(random, 12) {
        0 => return both(own, other, ["^", "$"][below(random, 2)]),
        1 => {
            let end = ["b", "B"][below(random, 2)];
            own.extend(["\\", end]);
            return other.extend(["(?-u:\\", end, ")"]);
        }
        2 => {
            own.push('.');
            other.push_str(r"[^\n\r\x{2028}\x{2029}]");
        }
        3 | 4 => class(random, own, other),
        5 => {
            let (set, spelled) = SETS[below(random, SETS.len() - 1)];
            own.push_str(set);
            other.extend(["[", spelled, "]"]);
        }
        6..=8 if depth > 0 => {
            both(own, other, ["(", "(?:"][below(random, 2)]);
            alternatives(random, depth - 1, own, other);
            both(own, other, ")");
        }
        _ => {
            let letter = LETTERS[below(random, LETTERS.len())];
            own.push(letter);
            other.push(letter);
        }
    }
    if below(random, 3) == 0 {
        both(own, other, REPETITIONS[below(random, REPETITIONS.len())]);
    }
}

fn class(random: &mut Random, own: &mut String, other: &mut String) {
    both(own, other, ["[", "[^"][below(random, 2)]);
    for _ in 0..1 + below(random, 3) {
        match below(random, 4) {
            0 => {
                let (set, spelled) = SETS[below(random, SETS.len())];
                own.push_str(set);
                other.push_str(spelled);
            }
            1 => both(own, other, ["a-z", "a-b", "ă-🙂", r"\--a", "!-."][below(random, 5)]),
            _ => {
                let letter = LETTERS[below(random, LETTERS.len())];
                // Without a backslash it would make a range of its neighbours.
                both(own, other, if letter == '-' { "\\" } else { "" });
                own.push(letter);
                other.push(letter);
            }
        }
    }
    both(own, other, "]");
}

fn both(own: &mut String, other: &mut String, text: &str) {
    own.push_str(text);
    other.push_str(text);
}

fn letter_of_text(random: &mut Random) -> char {
    let letters = if below(random, 4) > 0 { &LETTERS[..] } else { &OTHERS[..] };
    letters[below(random, letters.len())]
}

fn below(random: &mut Random, most: usize) -> usize {
    (random.draw() % most as u64) as usize
}
