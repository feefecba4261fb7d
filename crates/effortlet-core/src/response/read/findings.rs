//! What is wrong with a posted response, and how its parts are read. Never stops at the first mistake.

use crate::id::{ID, is_id};
use crate::source::{Node, Problems};

pub(super) type Posted<'a> = Node<'a>;

/// What was found wrong so far, in reading order.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) malformed: Problems,
    pub(super) impossible: Problems,
}

/// One of a few words.
pub(super) fn word<T: Copy>(node: &Posted, words: &[(&str, T)], problems: &mut Problems) -> Option<T> {
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    let position = node.word(&names, problems);
    words.get(position).map(|(_, meaning)| *meaning)
}

/// A whole number from `least`, 1 or more, to `most`, both included.
pub(super) fn whole(
    node: &Posted,
    least: u32,
    most: u32,
    expected: &str,
    findings: &mut Findings,
) -> Option<u32> {
    if node.value.number().is_none() {
        return node.expect(expected, &mut findings.malformed);
    }
    let count = node.count(least, most, expected, &mut findings.impossible);
    if count > 0 { Some(count) } else { None }
}

/// The id of a site, a survey or a question, or a word of the widget's own.
pub(super) fn named(node: &Posted, findings: &mut Findings) -> Option<String> {
    let text = node.text(&mut findings.malformed)?;
    if is_id(text) { Some(text.into()) } else { node.expect(ID, &mut findings.impossible) }
}
