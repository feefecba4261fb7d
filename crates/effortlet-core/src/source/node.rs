//! A value together with its place, so that every problem can say where it is.
//!
//! Each reading method returns `None` after noting a problem. Never stops at the first one.

use super::problem::Place;
use super::{Problem, Problems, Value};
use crate::time::Duration;
use alloc::vec::Vec;

/// A value of a document and the path that leads to it.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    pub value: &'a Value,
    place: Place,
}

impl<'a> Node<'a> {
    /// The whole document.
    pub fn root(value: &'a Value) -> Self {
        Self { value, place: Place::default() }
    }

    pub fn field(&self, name: &str) -> Self {
        Self { value: self.value.field(name), place: self.place.field(name) }
    }

    pub fn is_absent(&self) -> bool {
        matches!(self.value, Value::Absent)
    }

    /// The field, unless it is absent.
    pub fn given(&self, name: &str) -> Option<Self> {
        let field = self.field(name);
        if field.is_absent() { None } else { Some(field) }
    }

    /// Notes what should have stood here.
    pub fn expect<T>(&self, expected: &str, problems: &mut Problems) -> Option<T> {
        problems.push(Problem::at(&self.place, expected));
        None
    }

    /// A text that is not blank.
    pub fn text(&self, problems: &mut Problems) -> Option<&'a str> {
        match self.value.text() {
            Some(text) if !text.bytes().all(|byte| byte.is_ascii_whitespace()) => Some(text),
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
        match self.value.number() {
            Some(number) if f64::from(number as u32) == number && (least..=most).contains(&(number as u32)) => {
                Some(number as u32)
            }
            _ => self.expect(expected, problems),
        }
    }

    pub fn flag(&self, problems: &mut Problems) -> Option<bool> {
        match self.value.flag() {
            Some(flag) => Some(flag),
            None => self.expect("true or false", problems),
        }
    }

    /// The span of time under a key, or `default` where there is none.
    pub fn duration(&self, name: &str, default: Duration, problems: &mut Problems) -> Option<Duration> {
        let field = self.field(name);
        match (field.value, field.value.text().and_then(Duration::read)) {
            (Value::Absent, _) => Some(default),
            (_, None) => field.expect("a duration such as \"15s\", \"24h\" or \"30d\"", problems),
            (_, read) => read,
        }
    }

    /// One of a few words, by its position.
    pub fn word(&self, words: &[&str], problems: &mut Problems) -> Option<usize> {
        let given = self.value.text();
        let found = words.iter().position(|word| given == Some(word));
        if found.is_none() {
            problems.push(Problem::among(&self.place, "", words));
        }
        found
    }

    /// One of a few words under a key, by its position; the first where there is none.
    pub fn word_or_first(&self, name: &str, words: &[&str], problems: &mut Problems) -> Option<usize> {
        match self.given(name) {
            Some(field) => field.word(words, problems),
            None => Some(0),
        }
    }

    /// The elements of a list.
    pub fn items(&self, expected: &str, problems: &mut Problems) -> Option<Vec<Self>> {
        match self.value {
            Value::List(items) => Some(self.nodes(items)),
            _ => self.expect(expected, problems),
        }
    }

    /// The elements of a list, or the one value that stands in its place, unless it is absent.
    pub fn one_or_many(&self) -> Vec<Self> {
        match self.value {
            Value::List(items) => self.nodes(items),
            Value::Absent => Vec::new(),
            _ => Vec::from([self.clone()]),
        }
    }

    fn nodes(&self, items: &'a [Value]) -> Vec<Self> {
        let mut nodes = Vec::with_capacity(items.len());
        for (index, value) in items.iter().enumerate() {
            nodes.push(Self { value, place: self.place.item(index) });
        }
        nodes
    }

    /// The entries of an object.
    pub fn entries(&self, expected: &str, problems: &mut Problems) -> Option<Vec<(&'a str, Self)>> {
        let Value::Object(entries) = self.value else { return self.expect(expected, problems) };
        let mut nodes = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            nodes.push((key.as_str(), Self { value, place: self.place.field(key) }));
        }
        Some(nodes)
    }

    /// An object. Notes every key of it that is not among the known ones.
    pub fn object(&self, known: &[&str], problems: &mut Problems) -> Option<()> {
        let Value::Object(entries) = self.value else {
            problems.push(Problem::among(&self.place, "an object with ", known));
            return None;
        };
        for (key, _) in entries {
            if !known.contains(&key.as_str()) {
                problems.push(Problem::among(&self.place.field(key), "no other key than ", known));
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
