//! Pieces of what is said to those who wrote a definition: numbers, spans, lists, comparisons.
//!
//! Never said to visitors. What is not known is given as it was written.

mod json;

pub use json::{json, quoted};

use crate::observed::Observed;
use crate::source::Value;
use alloc::{string::{String, ToString}, vec::Vec};

/// Pieces of a text in a row.
pub fn say(pieces: &[&str]) -> String {
    pieces.concat()
}

/// A number as it is.
pub fn plain(number: f64) -> String {
    number.to_string()
}

/// To the nearest whole one; halves are rounded up.
pub fn whole(number: f64) -> String {
    plain(nearest(number))
}

/// To one place after the point.
pub fn rounded(number: f64) -> String {
    plain(nearest(number * 10.0) / 10.0)
}

/// Without the standard library numbers are cut, toward 0.
fn nearest(number: f64) -> f64 {
    let cut = (number + 0.5) as i64 as f64;
    if cut > number + 0.5 { cut - 1.0 } else { cut }
}

/// A number of things; `plural` is what more than one of them end in.
pub fn counted(count: f64, thing: &str, plural: &str) -> String {
    say(&[&plain(count), " ", thing, if count == 1.0 { "" } else { plural }])
}

pub fn times(count: f64) -> String {
    if count == 1.0 { "once".into() } else { say(&[&plain(count), " times"]) }
}

/// What was observed of a span of time.
pub fn seconds(observed: &Observed) -> Option<String> {
    observed.number().map(|seconds| say(&[&rounded(seconds), " s"]))
}

/// What was observed, without a unit.
pub fn as_it_is(observed: &Observed, _: &Value) -> Option<String> {
    match observed {
        Observed::Text(text) if !text.is_empty() => Some(text.clone()),
        Observed::Number(number) => Some(plain(*number)),
        _ => None,
    }
}

/// A length of time as a definition has it, such as "15s".
pub fn span(value: &Value) -> String {
    let text = text_of(value);
    let digits = text.bytes().take_while(|byte| byte.is_ascii_digit()).count();
    let (Some(count), Some(unit)) = (text.get(..digits).and_then(|count| count.parse().ok()), text.get(digits..)) else {
        return text;
    };
    match unit {
        "d" => counted(count, "day", "s"),
        "m" => say(&[&plain(count), " min"]),
        unit => say(&[&plain(count), " ", unit]),
    }
}

/// One value as it was written, or several with "or" between them.
pub fn list(values: &Value, spell: &dyn Fn(&Value) -> String) -> String {
    let words: Vec<String> = values.one_or_many().iter().map(spell).collect();
    words.join(" or ")
}

/// A text without quotes around it; anything else as in a document.
pub fn text_of(value: &Value) -> String {
    value.text().map_or_else(|| json(value), String::from)
}

/// How a part of a condition is said that is not compared as others are, by its name.
pub type Part = (&'static str, fn(&Value) -> String);

/// Each of several named things, and how it is compared.
pub fn each(terms: &Value, called: &dyn Fn(&str) -> String, parts: &[Part]) -> String {
    let words: Vec<String> = given(terms)
        .map(|(name, wanted)| match parts.iter().find(|(part, _)| part == name) {
            Some((_, say)) => say(wanted),
            None => say(&[&called(name), " ", &compared(wanted)]),
        })
        .collect();
    words.join(" and ")
}

/// What a comparison wants.
pub fn compared(wanted: &Value) -> String {
    if !matches!(wanted, Value::Object(_)) {
        return ["is ", &list(wanted, &json)].concat();
    }
    let words: Vec<String> = given(wanted)
        .map(|(key, value)| match key.as_str() {
            "is" => ["is ", &list(value, &json)].concat(),
            "contains" => ["contains ", &json(value)].concat(),
            "startsWith" => ["starts with ", &json(value)].concat(),
            "matches" => ["matches /", value.text_or_empty(), "/"].concat(),
            "atLeast" => ["is at least ", &text_of(value)].concat(),
            "atMost" => ["is at most ", &text_of(value)].concat(),
            "present" if value.flag() == Some(false) => "is not there".into(),
            "present" => "is there".into(),
            key => [key, " ", &json(value)].concat(),
        })
        .collect();
    words.join(" and ")
}

/// What is null is left out.
fn given(terms: &Value) -> impl Iterator<Item = &(String, Value)> {
    terms.entries().iter().filter(|(_, value)| *value != Value::Absent)
}
