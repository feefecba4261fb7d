//! A value together with its place, so that every problem can say where it is.
//!
//! A reading method that notes a problem hands back a stand-in: what is being read will not be
//! used, but the rest of it is still to be looked at. Never stops at the first problem.

use super::problem::Place;
use super::{Problem, Problems, Value};
use crate::time::Duration;
use alloc::string::String;

/// What is expected of a span that is no time at all, or none.
pub const SPAN: &str = "a duration above 0 such as \"15s\", \"24h\" or \"30d\"";

/// What is expected of a count of few things.
pub const HUNDRED: &str = "a whole number from 1 to 100";

/// A value of a document and the path that leads to it.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    pub value: &'a Value,
    place: Place<'a>,
}

impl<'a> Node<'a> {
    /// The whole document.
    pub fn root(value: &'a Value) -> Self {
        Self { value, place: Place::root(value) }
    }

    pub fn field(self, name: &'a str) -> Self {
        Self { value: self.value.field(name), place: self.place.field(self.value, name) }
    }

    /// An element of this list.
    pub fn item(self, value: &'a Value) -> Self {
        Self { value, place: self.place.item(value) }
    }

    pub fn is_absent(self) -> bool {
        matches!(self.value, Value::Absent)
    }

    /// The field, unless it is absent.
    pub fn given(self, name: &'a str) -> Option<Self> {
        let field = self.field(name);
        if field.is_absent() { None } else { Some(field) }
    }

    /// Notes what should have stood here.
    pub fn expect<T>(self, expected: &str, problems: &mut Problems) -> Option<T> {
        problems.push(Problem::at(self.place, expected));
        None
    }

    /// Notes what should have stood here, unless it does.
    pub fn check(self, holds: bool, expected: &str, problems: &mut Problems) -> bool {
        if !holds {
            problems.push(Problem::at(self.place, expected));
        }
        holds
    }

    /// A text that is not blank.
    pub fn text(self, problems: &mut Problems) -> Option<&'a str> {
        let text = self.value.text_or_empty();
        let blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
        self.check(!blank, "text that is not blank", problems).then_some(text.as_str())
    }

    /// A CSS selector, as far as `is_selector` knows.
    pub fn selector(self, is_selector: fn(&str) -> bool, problems: &mut Problems) -> &'a str {
        let selector = self.value.text_or_empty();
        self.check(!selector.is_empty() && is_selector(selector), "a valid CSS selector", problems);
        selector
    }

    /// A number from `least` to `most`, both included, else 0; `expected` says so in words.
    pub fn number(self, least: f64, most: f64, expected: &str, problems: &mut Problems) -> f64 {
        let number = self.value.number().unwrap_or(f64::NAN);
        if self.check(number >= least && number <= most, expected, problems) { number } else { 0.0 }
    }

    /// A whole number from `least` to `most`, both included, else 0.
    pub fn count(self, least: u32, most: u32, expected: &str, problems: &mut Problems) -> u32 {
        let number = self.value.number().unwrap_or(f64::NAN);
        let whole = number as u32;
        let holds = f64::from(whole) == number && (least..=most).contains(&whole);
        if self.check(holds, expected, problems) { whole } else { 0 }
    }

    /// True or false, else false.
    pub fn flag(self, problems: &mut Problems) -> bool {
        let flag = self.value.flag();
        self.check(flag.is_some(), "true or false", problems) && flag == Some(true)
    }

    /// The span of time under a key, or `default` where there is none.
    pub fn duration(self, name: &'a str, default: Duration, problems: &mut Problems) -> Duration {
        let Some(field) = self.given(name) else { return default };
        let read = Duration::read(field.value.text_or_empty());
        field.check(read.is_some(), "a duration such as \"15s\", \"24h\" or \"30d\"", problems);
        read.unwrap_or(default)
    }

    /// A span of time that is some, else none; `expected` says so in words.
        pub fn span(self, expected: &str, problems: &mut Problems) -> Duration {
        let read = Duration::read(self.value.text_or_empty()).unwrap_or_default();
        self.check(read > Duration(0), expected, problems);
        read
    }

    /// One of a few words, by its position; for anything else, how many words there are.
    pub fn word(self, words: &[&str], problems: &mut Problems) -> usize {
        let position = self.position(words);
        if position == words.len() {
            problems.push(Problem::among(self.place, "", words));
        }
        position
    }

    /// The position of this text among a few words; for anything else, how many words there are.
    pub fn position(self, words: &[&str]) -> usize {
        let given = self.value.text_or_empty();
        words.iter().position(|word| given == word).unwrap_or(words.len())
    }

    /// One of a few words under a key, as `word` has it; the first where there is none.
    pub fn word_or_first(self, name: &'a str, words: &[&str], problems: &mut Problems) -> usize {
        self.given(name).map_or(0, |field| field.word(words, problems))
    }

    /// One of a few words, or a list of some.
        pub fn words(self, words: &[&str], problems: &mut Problems) {
        if self.each().next().is_none() {
            problems.push(Problem::among(self.place, "at least one of ", words));
        }
        for word in self.each() {
            word.word(words, problems);
        }
    }

    /// Each element of a list, or the one value that stands in its place.
        pub fn each(self) -> impl Iterator<Item = Self> {
        let whole = self.value;
        whole.one_or_many().iter().map(move |value| if core::ptr::eq(value, whole) { self } else { self.item(value) })
    }

    /// The elements of a list.
    pub fn items(self, expected: &str, problems: &mut Problems) -> Option<&'a [Value]> {
        self.check(matches!(self.value, Value::List(_)), expected, problems).then(|| self.value.items())
    }

    /// The element of this list that has this id.
    pub fn with_id(self, id: &str) -> Option<Self> {
        let items = self.value.items();
        items.iter().find(|item| item.field("id").text_or_empty() == id).map(|item| self.item(item))
    }

    /// The one entry of this object, under one of the known keys, as its position among them.
    pub fn one_of(self, known: &[&str], problems: &mut Problems) -> Option<(usize, Self)> {
        if !self.only(known, problems) {
            return None;
        }
        let [(key, _)] = self.value.entries() else {
            problems.push(Problem::one_of(self.place, known));
            return None;
        };
        Some((known.iter().position(|known| known == key)?, self.field(key)))
    }

    /// The entries of an object.
    pub fn entries(self, expected: &str, problems: &mut Problems) -> Option<&'a [(String, Value)]> {
        self.check(matches!(self.value, Value::Object(_)), expected, problems).then(|| self.value.entries())
    }

    /// Whether this is an object. Notes every key of it that is not among the known ones.
    pub fn object(self, known: &[&str], problems: &mut Problems) -> bool {
        if !matches!(self.value, Value::Object(_)) {
            problems.push(Problem::among(self.place, "an object with ", known));
            return false;
        }
        for (key, _) in self.value.entries() {
            if !known.contains(&key.as_str()) {
                let place = self.place.field(self.value, key);
                problems.push(Problem::unknown(place, key, known));
            }
        }
        true
    }

    /// Whether this is an object that has none but the known keys.
    pub fn only(self, known: &[&str], problems: &mut Problems) -> bool {
        let before = problems.len();
        self.object(known, problems) && problems.len() == before
    }

    /// Whether this is an object that has some of the known keys, and no other.
        pub fn some(self, known: &[&str], problems: &mut Problems) -> bool {
        let given = |key: &&str| *self.value.field(key) != Value::Absent;
        if !self.only(known, problems) {
            return false;
        }
        if !known.iter().any(given) {
            problems.push(Problem::among(self.place, "at least one of ", known));
            return false;
        }
        true
    }
}
