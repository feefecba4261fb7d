//! What is wrong with a posted response, and how its parts are read. Never stops at the first mistake.

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
