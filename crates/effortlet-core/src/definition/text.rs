//! Reads a text: plain, or one for each language.

use crate::source::{Node, Problems, Value};
use crate::text::Text;

pub(super) fn read<'a>(node: &Node<'a>, problems: &mut Problems) -> Option<Text<'a>> {
    if let Value::Text(_) = node.value {
        return node.text(problems).map(|_| Text::Written(node.value));
    }
    let expected = "text, or an object with one text for each language";
    let entries = node.entries(expected, problems)?;
    if entries.is_empty() {
        return node.expect(expected, problems);
    }
    let before = problems.len();
    for (tag, node) in entries {
        if !is_language(tag) {
            node.expect::<()>("a language such as \"en\" or \"pt-BR\" as its key", problems);
        }
        node.text(problems);
    }
    (problems.len() == before).then_some(Text::Written(node.value))
}

/// A language tag.
pub(super) fn read_language<'a>(node: &Node<'a>, problems: &mut Problems) -> Option<&'a str> {
    match node.value.text() {
        Some(tag) if is_language(tag) => Some(tag),
        _ => node.expect("a language such as \"en\" or \"pt-BR\"", problems),
    }
}

/// The shape of a BCP 47 tag: two or three letters, then subtags of up to eight letters and digits.
fn is_language(tag: &str) -> bool {
    let mut length = 0;
    let mut primary = true;
    for byte in tag.bytes().chain([b'-']) {
        if byte == b'-' {
            let shortest = if primary { 2 } else { 1 };
            let longest = if primary { 3 } else { 8 };
            if length < shortest || length > longest {
                return false;
            }
            primary = false;
            length = 0;
        } else if byte.is_ascii_alphabetic() || (!primary && byte.is_ascii_digit()) {
            length += 1;
        } else {
            return false;
        }
    }
    true
}
