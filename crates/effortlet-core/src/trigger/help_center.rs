//! What a visitor does in a help center: one file for each way to say it, and two rows in this table.
//!
//! Exactly one of the ways is named, by its key.

mod articles;
mod contact_after;
mod dead_end;
mod dwell;
mod ping_pong;
mod search_without_click;
mod searches;

use super::{Kind, Read, Reader, Trigger, Words};
use crate::observed::Observed;
use crate::source::{Node, Problems, Value};
use alloc::{boxed::Box, string::String};
use articles::{READ, VISITED};

/// Pages and articles alone.
pub const ARTICLES: Kind =
    Kind { word: "helpCenter", keys: &["visited", "articles", "delay"], read: articles::read, words: None };

pub const HELP_CENTER: Kind = Kind {
    word: "helpCenter",
    keys: &[
        "visited", "articles", "searches", "searchWithoutClick", "pingPong", "contactAfter", "dwell", "deadEnd", "delay",
    ],
    read,
    words: Some(Words { wants, observed, grows: true }),
};

/// Each way by its key, what responses call it, and how it is read.
const READERS: [(&str, &str, Read); 8] = [
    ("visited", VISITED, articles::read),
    ("articles", READ, articles::read),
    ("searches", "helpCenter.searches", searches::read),
    ("searchWithoutClick", "helpCenter.searchWithoutClick", search_without_click::read),
    ("pingPong", "helpCenter.pingPong", ping_pong::read),
    ("contactAfter", "helpCenter.contactAfter", contact_after::read),
    ("dwell", "helpCenter.dwell", dwell::read),
    ("deadEnd", "helpCenter.deadEnd", dead_end::read),
];

/// In the order of `READERS`.
const WORDS: [Words; 8] = [
    Words { wants: |_, _| "a page of the help center".into(), observed: |_, _| None, grows: true },
    articles::WORDS,
    searches::WORDS,
    search_without_click::WORDS,
    ping_pong::WORDS,
    contact_after::WORDS,
    dwell::WORDS,
    dead_end::WORDS,
];

fn read<'a>(node: Node<'a>, reader: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let mut given = READERS.iter().filter(|(key, ..)| !node.field(key).is_absent());
    let (Some((_, told, read)), None) = (given.next(), given.next()) else {
        let expected = "one of visited, articles, searches, searchWithoutClick, pingPong, contactAfter, dwell or deadEnd";
        node.check(false, expected, problems);
        return dead_end::stand_in();
    };
    reader.told.set(told);
    read(node, reader, problems)
}

/// By the way that is named.
fn words(terms: &Value) -> Option<Words> {
    let named = READERS.iter().zip(WORDS).find(|((key, ..), _)| *terms.field(key) != Value::Absent);
    named.map(|(_, words)| words)
}

fn wants(terms: &Value, survey: &str) -> String {
    words(terms).map_or_else(String::new, |words| (words.wants)(terms, survey))
}

fn observed(observed: &Observed, terms: &Value) -> Option<String> {
    (words(terms)?.observed)(observed, terms)
}
