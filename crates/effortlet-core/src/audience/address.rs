//! Path, address and query of a page, as conditions ask for them. Never judges an address.

use crate::address::parameter;
use crate::needs::Entry;
use crate::comparison::{Comparison, read_named};
use crate::pattern::{Patterns, read_path};
use crate::phrase::{Part, compared, each, list, text_of};
use crate::source::{Node, Problems, Value};

/// What may be said of an address.
#[derive(Clone, Copy)]
pub(super) struct Address<'a> {
    path: Patterns<'a>,
    url: &'a Value,
    query: &'a Value,
}

impl<'a> Address<'a> {
    pub(super) fn read(node: Node<'a>, problems: &mut Problems) -> Self {
        if let Some(path) = node.given("path") {
            read_path(path, problems);
        }
        if let Some(url) = node.given("url") {
            Comparison::read_text(url, problems);
        }
        if let Some(query) = node.given("query") {
            read_named(query, problems);
        }
        let [path, url, query] = ["path", "url", "query"].map(|key| node.field(key).value);
        Self { path: Patterns::of(path), url, query }
    }

    pub(super) fn needs<'n>(&'n self, entry: &mut Entry<'n>) {
        entry.all |= *self.url != Value::Absent;
        entry.path |= !self.path.is_empty();
        entry.parameters.extend(self.query.entries().iter().map(|(name, _)| ("", name.as_str())));
    }

    /// What was found: the path, or the whole address where more of it is asked for.
    pub(super) fn asked<'f>(&self, path: &'f str, address: &'f str) -> &'f str {
        if *self.url == Value::Absent && *self.query == Value::Absent { path } else { address }
    }

    pub(super) fn holds(&self, path: &str, address: &str) -> bool {
        (self.path.is_empty() || self.path.capture(path).is_some())
            && is_as_wanted(self.url, || some(address))
            && self.query.entries().iter().all(|(name, wanted)| Comparison::of(wanted).holds(&tag(address, name)))
    }
}

/// What is compared is as wanted, where anything is wanted.
pub(super) fn is_as_wanted(wanted: &Value, found: impl FnOnce() -> Value) -> bool {
    *wanted == Value::Absent || Comparison::of(wanted).holds(&found())
}

/// A parameter of an address.
pub(super) fn tag(address: &str, name: &str) -> Value {
    parameter(address, name).map_or(Value::Absent, Value::Text)
}

/// A text that is there.
pub(super) fn some(text: &str) -> Value {
    if text.is_empty() { Value::Absent } else { Value::Text(text.into()) }
}

/// How they are said.
pub(super) const PARTS: [Part; 3] = [
    ("path", |patterns| ["path is ", &list(patterns, &text_of)].concat()),
    ("url", |wanted| ["address ", &compared(wanted)].concat()),
    ("query", |terms| each(terms, &|name| ["parameter ", name].concat(), &[])),
];
