//! Reads what a definition says of a value.

use super::Comparison;
use crate::regex::Regex;
use crate::source::{Node, Problems, Value};
use alloc::string::String;

/// Reads an object with a comparison for each name.
pub fn read_named(node: Node<'_>, problems: &mut Problems) {
    let expected = "an object with a comparison for each name, such as { \"plan\": \"pro\" }";
    let Some(entries) = node.entries(expected, problems) else { return };
    node.check(!entries.is_empty(), "at least one name with a comparison", problems);
    for (name, _) in entries {
        if node.check(!name.trim_ascii().is_empty(), "names that are not blank", problems) {
            Comparison::read(node.field(name), problems);
        }
    }
}

impl Comparison<'_> {
    /// Of whatever may be found.
    pub fn read(node: Node<'_>, problems: &mut Problems) {
        read(&ANY, node, problems);
    }

    /// Of a text that is never empty: where there is none, nothing is found.
    pub fn read_text(node: Node<'_>, problems: &mut Problems) {
        read(&TEXT, node, problems);
    }

    /// Of a number that is always found, 0 or more.
    pub fn read_count(node: Node<'_>, problems: &mut Problems) {
        read(&COUNT, node, problems);
    }
}

/// What can be said of something, and how to ask for it.
struct Kind {
    keys: &'static [&'static str],
    fits: fn(&Value) -> bool,
    /// One, at least one, one or a list, and any comparison.
    one: &'static str,
    some: &'static str,
    values: &'static str,
    all: &'static str,
    /// Of its ends.
    least: f64,
    number: &'static str,
}

static ANY: Kind = Kind {
    keys: &["is", "contains", "startsWith", "matches", "atLeast", "atMost", "present"],
    fits: |value| matches!(value, Value::Text(_) | Value::Number(_) | Value::Flag(_)),
    one: "a text, a number, true or false",
    some: "at least one text, number, true or false",
    values: "a text, a number, true, false, or a list of those",
    all: "a text, a number, true, false, a list of those, or an object with is, contains, startsWith, matches, \
          atLeast, atMost or present",
    least: f64::NEG_INFINITY,
    number: "a number",
};

static TEXT: Kind = Kind {
    keys: &["is", "contains", "startsWith", "matches", "present"],
    fits: |value| !value.text_or_empty().trim_ascii().is_empty(),
    one: "text that is not blank",
    some: "at least one text",
    values: "text that is not blank, or a list of texts",
    all: "text that is not blank, a list of texts, or an object with is, contains, startsWith, matches or present",
    ..ANY
};

static COUNT: Kind = Kind {
    keys: &["is", "atLeast", "atMost"],
    fits: |value| value.number().is_some_and(|number| number >= 0.0),
    one: "a number of 0 or more",
    some: "at least one number",
    values: "a number of 0 or more, or a list of numbers",
    all: "a number of 0 or more, a list of numbers, or an object with is, atLeast or atMost",
    least: 0.0,
    number: "a number of 0 or more",
};

fn read(kind: &Kind, node: Node<'_>, problems: &mut Problems) {
    if let Value::Object(entries) = node.value {
        if node.some(kind.keys, problems) {
            read_object(kind, node, entries, problems);
        }
    } else {
        read_values(kind, node, kind.all, problems);
    }
}

fn read_object<'a>(kind: &Kind, node: Node<'a>, entries: &'a [(String, Value)], problems: &mut Problems) {
    let before = problems.len();
    for (key, value) in entries {
        let field = node.field(key);
        match key.as_str() {
            _ if field.is_absent() => {}
            "is" => read_values(kind, field, kind.values, problems),
            "contains" | "startsWith" => {
                field.text(problems);
            }
            "matches" => {
                if let Some(pattern) = field.text(problems) && let Err(refusal) = Regex::new(pattern) {
                    field.check(false, refusal.expected(), problems);
                }
            }
            "present" => {
                field.flag(problems);
                let given = entries.iter().filter(|(_, value)| *value != Value::Absent).count();
                let sensible = given == 1 || value.flag() != Some(false);
                field.check(sensible, "true, since of nothing no other condition holds", problems);
            }
            _ => {
                field.number(kind.least, f64::INFINITY, kind.number, problems);
            }
        }
    }
    let [least, most] = ["atLeast", "atMost"].map(|key| node.value.field(key).number());
    if let (Some(least), Some(most)) = (least, most)
        && problems.len() == before
    {
        node.field("atMost").check(least <= most, "a number that is not below atLeast", problems);
    }
}

/// One or a list of them; `expected` says so.
fn read_values(kind: &Kind, node: Node<'_>, expected: &str, problems: &mut Problems) {
    let Value::List(items) = node.value else {
        node.check((kind.fits)(node.value), expected, problems);
        return;
    };
    node.check(!items.is_empty(), kind.some, problems);
    for value in items {
        node.item(value).check((kind.fits)(value), kind.one, problems);
    }
}
