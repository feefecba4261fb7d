//! Reads a text: plain, or one for each language. Never looks at what it names in braces.

use crate::source::{Node, Problems, Value};
use super::{Text, is_language};

pub fn read<'a>(node: Node<'a>, problems: &mut Problems) -> Text<'a> {
    match node.value {
        Value::Text(_) => {
            node.text(problems);
        }
        Value::Object(entries) if !entries.is_empty() => {
            for (tag, _) in entries {
                let node = node.field(tag);
                if node.check(is_language(tag), "a language such as \"en\" or \"pt-BR\" as its key", problems) {
                    node.text(problems);
                }
            }
        }
        _ => {
            node.check(false, "text, or an object with one text for each language", problems);
        }
    }
    Text(node.value)
}

/// A language tag.
pub fn read_language<'a>(node: Node<'a>, problems: &mut Problems) -> &'a str {
    let tag = node.value.text_or_empty();
    if node.check(is_language(tag), "a language such as \"en\" or \"pt-BR\"", problems) { tag } else { "" }
}
