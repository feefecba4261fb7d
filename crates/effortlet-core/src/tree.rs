//! Conditions combined by all, any and not, in three-valued logic (Kleene 1938).

use crate::source::{Node, Problems, Source};
use alloc::{boxed::Box, vec::Vec};
use serde::Serialize;

/// What is known of a condition. Only `True` ever shows anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Truth {
    False,
    Unknown,
    True,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

impl Truth {
    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Tree<Leaf> {
    All(Vec<Tree<Leaf>>),
    Any(Vec<Tree<Leaf>>),
    Not(Box<Tree<Leaf>>),
    Leaf(Leaf),
}

impl<Leaf> Tree<Leaf> {
    /// The value of the whole from the values of the leaves. No leaves at all: `all` is true,
    /// `any` is false.
    pub fn value(&self, leaf: &dyn Fn(&Leaf) -> Truth) -> Truth {
        match self {
            Self::All(parts) => parts.iter().map(|part| part.value(leaf)).min().unwrap_or(Truth::True),
            Self::Any(parts) => parts.iter().map(|part| part.value(leaf)).max().unwrap_or(Truth::False),
            Self::Not(part) => part.value(leaf).not(),
            Self::Leaf(it) => leaf(it),
        }
    }

    /// Whether any leaf is like this.
    pub fn has(&self, leaf: &dyn Fn(&Leaf) -> bool) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.has(leaf)),
            Self::Not(part) => part.has(leaf),
            Self::Leaf(it) => leaf(it),
        }
    }
}

/// How one kind of tree reads its leaves: the keys it knows, and the reader of one.
pub struct Leaves<'a, S, Leaf> {
    /// `all`, `any`, `not`, then the leaves, as the message names them.
    pub keys: &'a [&'a str],
    pub read: &'a mut dyn FnMut(&str, Node<S>, &mut Problems) -> Option<Leaf>,
}

/// Reads `{ "any": [..] }`, `{ "all": [..] }`, `{ "not": .. }` or an object with one leaf.
pub fn read<S: Source, Leaf>(
    node: &Node<S>,
    leaves: &mut Leaves<'_, S, Leaf>,
    problems: &mut Problems,
) -> Option<Tree<Leaf>> {
    read_below(node, 0, leaves, problems)
}

/// Deeper trees than this would be nobody's intention, and could exhaust a browser's stack.
const DEEPEST: usize = 20;

fn read_below<S: Source, Leaf>(
    node: &Node<S>,
    depth: usize,
    leaves: &mut Leaves<'_, S, Leaf>,
    problems: &mut Problems,
) -> Option<Tree<Leaf>> {
    if depth == DEEPEST {
        return node.expect("no more than 20 conditions inside each other", problems);
    }
    node.only(leaves.keys, problems)?;
    let mut entries = node.entries("", problems)?;
    let (Some((key, inner)), true) = (entries.pop(), entries.is_empty()) else {
        return node.expect("exactly one key, such as any or all with a list of conditions", problems);
    };
    match key.as_str() {
        "all" => read_parts(&inner, depth, leaves, problems).map(Tree::All),
        "any" => read_parts(&inner, depth, leaves, problems).map(Tree::Any),
        "not" => Some(Tree::Not(Box::new(read_below(&inner, depth + 1, leaves, problems)?))),
        leaf => (leaves.read)(leaf, inner, problems).map(Tree::Leaf),
    }
}

fn read_parts<S: Source, Leaf>(
    node: &Node<S>,
    depth: usize,
    leaves: &mut Leaves<'_, S, Leaf>,
    problems: &mut Problems,
) -> Option<Vec<Tree<Leaf>>> {
    let items = node.items("a list of conditions", problems)?;
    if items.is_empty() {
        return node.expect("at least one condition", problems);
    }
    let parts: Vec<_> = items.iter().map(|item| read_below(item, depth + 1, leaves, problems)).collect();
    parts.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{Truth::*, *};

    #[test]
    fn unknown_is_neither_true_nor_false() {
        let leaf = |truth| Tree::Leaf(truth);
        let value = |tree: Tree<Truth>| tree.value(&|truth| *truth);
        for (tree, expected) in [
            (Tree::All(vec![leaf(True), leaf(Unknown)]), Unknown),
            (Tree::All(vec![leaf(False), leaf(Unknown)]), False),
            (Tree::Any(vec![leaf(True), leaf(Unknown)]), True),
            (Tree::Any(vec![leaf(False), leaf(Unknown)]), Unknown),
            (Tree::Not(Box::new(leaf(Unknown))), Unknown),
            (Tree::Not(Box::new(leaf(False))), True),
            (Tree::All(vec![]), True),
            (Tree::Any(vec![]), False),
        ] {
            assert_eq!(value(tree.clone()), expected, "{tree:?}");
        }
    }
}
