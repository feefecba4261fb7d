//! A value of a JSON document.

use crate::time::Timestamp;
use alloc::{string::String, vec::Vec};

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, and what is not there.
    #[default]
    Absent,
    Flag(bool),
    /// Finite.
    Number(f64),
    Text(String),
    List(Vec<Value>),
    /// In the order of the document.
    Object(Vec<(String, Value)>),
}

static ABSENT: Value = Value::Absent;
static EMPTY: String = String::new();

impl Default for &Value {
    fn default() -> Self {
        &ABSENT
    }
}

/// As JavaScript has it.
impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Number(at.0 as f64)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl Value {
    /// An object of what is given; what is absent has no entry.
    pub fn given(entries: &mut [(&str, Self)]) -> Self {
        let mut given = Vec::with_capacity(entries.len());
        for (name, value) in entries {
            if !matches!(value, Self::Absent) {
                given.push((String::from(*name), core::mem::take(value)));
            }
        }
        Self::Object(given)
    }

    /// The value under a key; absent when this is no object or has no such key.
    pub fn field(&self, name: &str) -> &Self {
        let found = self.entries().iter().find(|(key, _)| key == name);
        found.map_or(&ABSENT, |(_, value)| value)
    }

    /// The entries of an object; none for anything else.
    pub fn entries(&self) -> &[(String, Self)] {
        if let Self::Object(entries) = self { entries } else { &[] }
    }

    /// The elements of a list; none for anything else.
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// An element of a list; absent where there is none.
    pub fn item(&self, index: usize) -> &Self {
        self.items().get(index).unwrap_or_default()
    }

    /// The elements of a list, or the one value that stands in its place.
    pub fn one_or_many(&self) -> &[Self] {
        match self {
            Self::Absent => &[],
            Self::List(items) => items,
            one => core::slice::from_ref(one),
        }
    }

    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The text; empty for anything else. One word to hand back, where a `&str` would be two.
    pub fn text_or_empty(&self) -> &String {
        if let Self::Text(text) = self { text } else { &EMPTY }
    }

    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    pub fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }
}
