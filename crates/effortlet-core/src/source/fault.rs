//! Where a text ceases to be JSON, in words: what stands there, its line and its column.
//!
//! Never judges what a document says, and takes a number for one by its characters alone.

use alloc::{string::{String, ToString}, vec::Vec};

/// So much of the text is shown.
const SHOWN: usize = 20;

/// `, got "<p>Not found" at line 1, column 1`; empty where nothing is wrong with it.
pub fn fault(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some(at) = first(text.as_bytes()) else { return String::new() };
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let mut shown: String = after.lines().next().unwrap_or_default().chars().take(SHOWN).collect();
    if after.is_empty() {
        shown = "the end of the text".into();
    } else {
        shown = ["\"", &shown, "\""].concat();
    }
    [", got ", &shown, " at line ", &line.to_string(), ", column ", &column.to_string()].concat()
}

/// What may come next.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    Value,
    /// A value, or the end of a list that has none.
    FirstValue,
    Key,
    /// A key, or the end of an object that has none.
    FirstKey,
    Colon,
    /// A comma, or the end of what it is in.
    After,
}

/// The first byte that cannot stand where it does.
fn first(text: &[u8]) -> Option<usize> {
    let (mut at, mut next, mut within) = (0, Next::Value, Vec::new());
    loop {
        while matches!(text.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            at += 1;
        }
        let Some(byte) = text.get(at) else {
            return if next == Next::After && within.is_empty() { None } else { Some(at) };
        };
        let rest = text.get(at..).unwrap_or_default();
        match (next, byte) {
            (Next::FirstValue | Next::After, b']') if within.last() == Some(&b'[') => {
                (next, at) = (Next::After, at + 1);
                within.pop();
            }
            (Next::FirstKey | Next::After, b'}') if within.last() == Some(&b'{') => {
                (next, at) = (Next::After, at + 1);
                within.pop();
            }
            (Next::After, b',') if !within.is_empty() => {
                (next, at) = (if within.last() == Some(&b'{') { Next::Key } else { Next::Value }, at + 1);
            }
            (Next::Colon, b':') => (next, at) = (Next::Value, at + 1),
            (Next::Key | Next::FirstKey, b'"') => match string(rest) {
                Ok(length) => (next, at) = (Next::Colon, at + length),
                Err(length) => return Some(at + length),
            },
            (Next::Value | Next::FirstValue, b'"') => match string(rest) {
                Ok(length) => (next, at) = (Next::After, at + length),
                Err(length) => return Some(at + length),
            },
            (Next::Value | Next::FirstValue, b'[' | b'{') => {
                within.push(*byte);
                (next, at) = (if *byte == b'[' { Next::FirstValue } else { Next::FirstKey }, at + 1);
            }
            (Next::Value | Next::FirstValue, _) => match scalar(rest) {
                0 => return Some(at),
                length => (next, at) = (Next::After, at + length),
            },
            _ => return Some(at),
        }
    }
}

/// How long a text is with its quotes, or how far it is one.
fn string(rest: &[u8]) -> Result<usize, usize> {
    let mut at = 1;
    loop {
        at += match rest.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') if rest.get(at + 1).is_some_and(|it| b"\"\\/bfnrtu".contains(it)) => 2,
            None | Some(b'\\' | 0..0x20) => return Err(at),
            Some(_) => 1,
        };
    }
}

/// How long a number or a word is; 0 where there is none.
fn scalar(rest: &[u8]) -> usize {
    let words: [&[u8]; 3] = [b"true", b"false", b"null"];
    if let Some(word) = words.into_iter().find(|word| rest.starts_with(word)) {
        return word.len();
    }
    let is_number = matches!(rest, [b'0'..=b'9', ..] | [b'-', b'0'..=b'9', ..]);
    if is_number { rest.iter().take_while(|it| it.is_ascii_digit() || b"+-.eE".contains(it)).count() } else { 0 }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::source::parse_json;

    #[test]
    fn the_first_thing_that_is_no_json_is_shown_with_its_line_and_its_column() {
        for (text, expected) in [
            ("<!doctype html><html>", "\"<!doctype html><html\" at line 1, column 1"),
            ("\u{feff}", "the end of the text at line 1, column 1"),
            ("{ \"version\": 1,\n  \"surveys\": [],\n}", "\"}\" at line 3, column 1"),
            ("{\n  \"a\": 1\n  \"b\": 2 }", "\"\"b\": 2 }\" at line 3, column 3"),
            ("{ \"é\": 'x' }", "\"'x' }\" at line 1, column 8"),
            ("{ // why\n}", "\"// why\" at line 1, column 3"),
            ("{ \"a\": [1, 2", "the end of the text at line 1, column 13"),
            ("{ \"a\": \"one\ntwo\" }", "\"\" at line 1, column 12"),
            ("{ \"a\": undefined }", "\"undefined }\" at line 1, column 8"),
            ("{ \"a\": 1 } }", "\"}\" at line 1, column 12"),
            ("[1 2]", "\"2]\" at line 1, column 4"),
            ("{ \"a\": \"\\x\" }", "\"\\x\" }\" at line 1, column 9"),
            ("{ a: 1 }", "\"a: 1 }\" at line 1, column 3"),
        ] {
            assert_eq!(fault(text), [", got ", expected].concat(), "{text}");
            assert!(parse_json(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_json_has_no_fault() {
        for text in ["{}", " [ ] ", "null", "-1.5e+3", "{\"a\":[{},[],\"\\u00e9\\n\",true,false,null,0]}", "\u{feff}{ \"a\": \"é\" }\n"] {
            assert_eq!(fault(text), "", "{text}");
            assert!(parse_json(text).is_ok(), "{text}");
        }
    }
}
