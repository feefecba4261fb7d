//! Reads a text: plain, or one for each language.

use crate::source::{Node, Problems, Source};
use crate::text::Text;
use alloc::vec::Vec;

/// The text in the default language comes first, where it is given.
pub(super) fn read<S: Source>(
    node: &Node<S>,
    default_locale: Option<&str>,
    problems: &mut Problems,
) -> Option<Text> {
    if node.peek_text().is_some() {
        return node.text(problems).map(|text| Text::plain(&text));
    }
    let expected = "text, or an object with one text for each language";
    let entries = node.entries(expected, problems)?;
    if entries.is_empty() {
        return node.expect(expected, problems);
    }
    let mut by_language = Vec::new();
    for (tag, node) in entries {
        if !is_language(&tag) {
            return node.expect("a language tag such as \"en\" or \"pt-BR\" as its key", problems);
        }
        by_language.push((tag.to_ascii_lowercase(), node.text(problems)?));
    }
    by_language.sort_by_key(|(tag, _)| Some(tag.as_str()) != default_locale);
    Some(Text { by_language })
}

/// The shape of a BCP 47 tag: two or three letters, then subtags of up to eight letters and digits.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
