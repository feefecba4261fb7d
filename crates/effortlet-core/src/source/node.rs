//! A value together with its place, so that every problem can say where it is.
//!
//! Each reading method returns `None` after noting a problem. Never stops at the first one.

use super::{Problem, Problems, Source};
use crate::time::Duration;
use alloc::{string::{String, ToString}, vec::Vec};

/// A value of a document and the path that leads to it.
pub struct Node<S> {
    value: S,
    place: String,
}

impl<S: Source> Node<S> {
    /// The whole document.
    pub fn root(value: S) -> Self {
        Self { value, place: String::new() }
    }

    pub fn field(&self, name: &str) -> Self {
        let dot = if self.place.is_empty() { "" } else { "." };
        Self { value: self.value.field(name), place: [&self.place, dot, name].concat() }
    }

    /// The value, unless it is absent.
    pub fn given(self) -> Option<Self> {
        if self.value.is_absent() { None } else { Some(self) }
    }

    /// Notes what should have stood here.
    pub fn expect<T>(&self, expected: &str, problems: &mut Problems) -> Option<T> {
        problems.push(Problem { place: self.place.clone(), expected: expected.to_string() });
        None
    }

    /// The value as text without noting a problem where it is none.
    pub fn peek_text(&self) -> Option<String> {
        self.value.text()
    }

    pub fn peek_number(&self) -> Option<f64> {
        self.value.number()
    }

    pub fn peek_flag(&self) -> Option<bool> {
        self.value.flag()
    }

    pub fn is_list(&self) -> bool {
        self.value.items().is_some()
    }

    /// A text that is not blank.
    pub fn text(&self, problems: &mut Problems) -> Option<String> {
        match self.value.text() {
            Some(text) if !text.trim().is_empty() => Some(text),
            _ => self.expect("text", problems),
        }
    }

    /// A number from `least` to `most`, both included; `expected` says so in words.
    pub fn number(&self, least: f64, most: f64, expected: &str, problems: &mut Problems) -> Option<f64> {
        match self.value.number() {
            Some(number) if number >= least && number <= most => Some(number),
            _ => self.expect(expected, problems),
        }
    }

    /// A whole number from `least` to `most`, both included.
    pub fn count(&self, least: u32, most: u32, expected: &str, problems: &mut Problems) -> Option<u32> {
        match self.number(f64::from(least), f64::from(most), expected, problems)? {
            whole if f64::from(whole as u32) == whole => Some(whole as u32),
            _ => self.expect(expected, problems),
        }
    }

    pub fn flag(&self, problems: &mut Problems) -> Option<bool> {
        match self.value.flag() {
            Some(flag) => Some(flag),
            None => self.expect("true or false", problems),
        }
    }

    pub fn duration(&self, problems: &mut Problems) -> Option<Duration> {
        match self.value.text().and_then(|text| Duration::read(&text)) {
            Some(duration) => Some(duration),
            None => self.expect("a duration such as \"15s\", \"24h\" or \"30d\"", problems),
        }
    }

    /// One of a few words.
    pub fn word<T: Copy>(&self, words: &[(&str, T)], problems: &mut Problems) -> Option<T> {
        let given = self.value.text();
        match words.iter().find(|(word, _)| given.as_deref() == Some(*word)) {
            Some((_, meaning)) => Some(*meaning),
            None => self.expect(&alternatives(words.iter().map(|(word, _)| *word)), problems),
        }
    }

    pub fn selector(&self, problems: &mut Problems) -> Option<String> {
        match self.value.text() {
            Some(text) if !text.trim().is_empty() && S::is_selector(&text) => Some(text),
            _ => self.expect("a valid CSS selector", problems),
        }
    }

    /// The elements of a list.
    pub fn items(&self, expected: &str, problems: &mut Problems) -> Option<Vec<Self>> {
        let Some(values) = self.value.items() else { return self.expect(expected, problems) };
        let place = |index: usize| [&self.place, "[", &index.to_string(), "]"].concat();
        Some(values.into_iter().enumerate().map(|(index, value)| Self { value, place: place(index) }).collect())
    }

    /// The elements of a list, or the one value that stands in its place.
    pub fn one_or_many(self, problems: &mut Problems) -> Vec<Self> {
        if self.is_list() { self.items("", problems).unwrap_or_default() } else { Vec::from([self]) }
    }

    /// The entries of an object.
    pub fn entries(&self, expected: &str, problems: &mut Problems) -> Option<Vec<(String, Self)>> {
        let Some(keys) = self.value.keys() else { return self.expect(expected, problems) };
        Some(keys.into_iter().map(|key| { let node = self.field(&key); (key, node) }).collect())
    }

    /// An object. Notes every key of it that is not among the known ones.
    pub fn object(&self, known: &[&str], problems: &mut Problems) -> Option<()> {
        let keys = alternatives(known.iter().copied());
        for (key, node) in self.entries(&["an object with ", &keys].concat(), problems)? {
            if !known.contains(&key.as_str()) {
                node.expect::<()>(&["no other key than ", &keys].concat(), problems);
            }
        }
        Some(())
    }

    /// An object that has none but the known keys.
    pub fn only(&self, known: &[&str], problems: &mut Problems) -> Option<()> {
        let before = problems.len();
        self.object(known, problems)?;
        (problems.len() == before).then_some(())
    }
}

/// `a, b or c`.
fn alternatives<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> String {
    let last = words.len().saturating_sub(1);
    let mut text = String::new();
    for (index, word) in words.enumerate() {
        text.push_str(match index {
            0 => "",
            _ if index == last => " or ",
            _ => ", ",
        });
        text.push_str(word);
    }
    text
}
