//! Reads an audience from a definition.

use super::conditions::Audience;
use super::kind::Kind;
use crate::source::{Node, Problems};
use crate::tree::{COMBINATIONS, Tree};
use alloc::vec::Vec;

/// Reads `audience` of a survey; `is_selector` knows CSS. Without it: everyone.
pub fn read<'a>(
    survey: Node<'a>,
    kinds: &'static [Kind],
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Audience<'a> {
    let Some(node) = survey.given("audience") else { return Audience::default() };
    let mut keys = Vec::from(COMBINATIONS);
    for kind in kinds {
        keys.push(kind.word);
    }
    let mut conditions = Vec::new();
    let tree = Tree::read(
        node,
        &keys,
        &mut |position, node, problems| {
            if let Some(kind) = kinds.get(position) {
                conditions.push((kind.read)(node, is_selector, problems));
            }
        },
        problems,
    );
    Audience::new(tree, conditions)
}
