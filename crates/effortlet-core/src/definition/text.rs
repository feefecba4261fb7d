//! Reads a text: plain, or one for each language.

use crate::source::{Node, Problems, Value};
use crate::text::Text;

pub(super) fn read<'a>(node: Node<'a>, problems: &mut Problems) -> Text<'a> {
    match node.value {
        Value::Text(_) => {
            node.text(problems);
        }
        Value::Object(entries) if !entries.is_empty() => {
            for (tag, _) in entries {
                let node = node.field(tag);
                node.check(is_language(tag), "a language such as \"en\" or \"pt-BR\" as its key", problems);
                node.text(problems);
            }
        }
        _ => {
            node.check(false, "text, or an object with one text for each language", problems);
        }
    }
    Text(node.value)
}

/// A language tag.
pub(super) fn read_language<'a>(node: Node<'a>, problems: &mut Problems) -> &'a str {
    let tag = node.value.text_or_empty();
    if node.check(is_language(tag), "a language such as \"en\" or \"pt-BR\"", problems) { tag } else { "" }
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
