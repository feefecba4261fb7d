//! Reads a text: plain, or one for each language.

use crate::source::{Node, Problems, Source};
use crate::text::Text;
use alloc::{string::String, vec::Vec};

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
    let before = problems.len();
    let mut by_language = Vec::new();
    for (tag, node) in entries {
        if !is_language(&tag) {
            node.expect::<()>("a language such as \"en\" or \"pt-BR\" as its key", problems);
        }
        by_language.push((tag.to_ascii_lowercase(), node.text(problems).unwrap_or_default()));
    }
    let mut text = Text { by_language };
    put_first(&mut text, default_locale);
    (problems.len() == before).then_some(text)
}

/// A language tag, in lower case.
pub(super) fn read_language<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<String> {
    match node.peek_text() {
        Some(tag) if is_language(&tag) => Some(tag.to_ascii_lowercase()),
        _ => node.expect("a language such as \"en\" or \"pt-BR\"", problems),
    }
}

/// Makes the text in the default language, or in its base, the one that stands in for others.
pub(super) fn put_first(text: &mut Text, default_locale: Option<&str>) {
    let Some(wanted) = default_locale else { return };
    let base = wanted.split('-').next();
    text.by_language.sort_by_key(|(tag, _)| (tag != wanted, Some(tag.as_str()) != base));
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
