//! Definitions that somebody may have written: those of the corpus, changed in their values or in their text.

use crate::chance::Chance;
use crate::corpus::Corpus;
use serde_json::{Map, Value, json};

/// Pieces of JSON, right and wrong.
const PIECES: [&str; 20] = [
    "{", "}", "[", "]", ":", ",", "\"", "\\", "null", "true", "1e999", "-", "0x1", "\"\\ud800\"", "\"\\u0000\"", "[[[[[[[[", "{\"a\":", "//", "\u{feff}", "9e-400",
];

/// Deeper than anything is read.
const DEEP: usize = 2_000;

pub(crate) fn text(chance: &mut Chance, corpus: &Corpus) -> String {
    match chance.below(10) {
        0 => {
            let text = chance.one(&corpus.all).clone();
            torn(chance, text)
        }
        1 => deep(chance),
        2 => value(chance, corpus, 6).to_string(),
        _ => {
            let mut document = chance.one(&corpus.documents).clone();
            for _ in 0..=chance.below(4) {
                change(chance, corpus, &mut document);
            }
            let text = document.to_string();
            if chance.once_in(20) { torn(chance, text) } else { text }
        }
    }
}

/// Characters are lost, doubled, or others come between.
fn torn(chance: &mut Chance, text: String) -> String {
    let mut all: Vec<char> = text.chars().collect();
    for _ in 0..=chance.below(6) {
        let from = chance.below(all.len());
        let to = (from + chance.below(40)).min(all.len());
        match chance.below(3) {
            0 => drop(all.drain(from..to)),
            1 => {
                let again: Vec<char> = all[from..to].to_vec();
                all.splice(from..from, again);
            }
            _ => drop(all.splice(from..from, chance.one(&PIECES).chars())),
        }
    }
    all.into_iter().collect()
}

fn deep(chance: &mut Chance) -> String {
    let (open, close) = *chance.one(&[("[", "]"), ("{\"surveys\":[", "]}"), ("{\"all\":[", "]}"), ("{\"not\":", "}")]);
    let depth = chance.below(DEEP);
    [open.repeat(depth), "1".into(), close.repeat(depth)].concat()
}

/// Something anywhere is another.
fn change(chance: &mut Chance, corpus: &Corpus, document: &mut Value) {
    let other = if chance.once_in(3) { part(chance, corpus) } else { value(chance, corpus, 3) };
    let place = place_in(chance, document);
    match (chance.below(5), place) {
        (0, Value::Object(entries)) => drop(entries.insert(key(chance, corpus), other)),
        (1, Value::Object(entries)) => {
            let name = entries.keys().nth(chance.below(entries.len())).cloned();
            drop(name.and_then(|name| entries.shift_remove(&name)));
        }
        (0, Value::Array(items)) => items.insert(chance.below(items.len() + 1), other),
        (1, Value::Array(items)) if !items.is_empty() => {
            let again = chance.one(items).clone();
            items.extend(std::iter::repeat_n(again, 1 + chance.below(60)));
        }
        (_, place) => *place = other,
    }
}

/// A place in a value, those near its root as likely as those deep inside.
fn place_in<'v>(chance: &mut Chance, mut value: &'v mut Value) -> &'v mut Value {
    for _ in 0..chance.below(9) {
        let is_inner = match value {
            Value::Object(entries) => !entries.is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => false,
        };
        if !is_inner {
            break;
        }
        value = match value {
            Value::Object(entries) => {
                let at = chance.below(entries.len());
                entries.values_mut().nth(at).unwrap()
            }
            Value::Array(items) => {
                let at = chance.below(items.len());
                &mut items[at]
            }
            inner => inner,
        };
    }
    value
}

/// A part of another definition.
fn part(chance: &mut Chance, corpus: &Corpus) -> Value {
    let mut document = chance.one(&corpus.documents).clone();
    place_in(chance, &mut document).take()
}

/// Some word that a definition has somewhere.
fn key(chance: &mut Chance, corpus: &Corpus) -> String {
    let mut document = chance.one(&corpus.documents).clone();
    match place_in(chance, &mut document) {
        Value::Object(entries) if !entries.is_empty() => entries.keys().nth(chance.below(entries.len())).cloned().unwrap_or_default(),
        _ => chance.text(),
    }
}

fn value(chance: &mut Chance, corpus: &Corpus, depth: usize) -> Value {
    match chance.below(if depth == 0 { 5 } else { 7 }) {
        0 => Value::Null,
        1 => json!(chance.once_in(2)),
        2 => json!(chance.finite()),
        3 => json!(chance.text()),
        4 => part(chance, corpus),
        5 => (0..chance.below(5)).map(|_| value(chance, corpus, depth - 1)).collect(),
        _ => Value::Object((0..chance.below(5)).map(|_| (key(chance, corpus), value(chance, corpus, depth - 1))).collect::<Map<_, _>>()),
    }
}
