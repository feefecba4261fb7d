//! Conditions combined by all, any and not, in three-valued logic (Kleene 1938).

use crate::source::{Node, Problems};
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

/// The leaves are positions in a list of conditions that stands beside the tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    Leaf(usize),
}

impl Tree {
    /// The value of the whole from the values of the leaves. No leaves at all: `all` is true,
    /// `any` is false.
    pub fn value(&self, leaf: &dyn Fn(usize) -> Truth) -> Truth {
        match self {
            Self::All(parts) => {
                parts.iter().fold(Truth::True, |value, part| value.min(part.value(leaf)))
            }
            Self::Any(parts) => {
                parts.iter().fold(Truth::False, |value, part| value.max(part.value(leaf)))
            }
            Self::Not(part) => part.value(leaf).not(),
            Self::Leaf(index) => leaf(*index),
        }
    }
}

/// Reads the condition under a key and puts it at the end of its list.
pub type ReadLeaf<'r, 'a> = dyn FnMut(&str, &Node<'a>, &mut Problems) -> Option<()> + 'r;

/// Reads `{ "any": [..] }`, `{ "all": [..] }`, `{ "not": .. }` or an object with one leaf.
///
/// `keys` are the known ones: `all`, `any`, `not`, then the leaves.
pub fn read<'a>(
    node: &Node<'a>,
    keys: &[&str],
    leaf: &mut ReadLeaf<'_, 'a>,
    problems: &mut Problems,
) -> Option<Tree> {
    Reader { keys, leaf, count: 0, depth: 0 }.read(node, problems)
}

/// Deeper trees than this would be nobody's intention, and could exhaust a browser's stack.
const DEEPEST: usize = 20;

struct Reader<'r, 'l, 'a> {
    keys: &'r [&'r str],
    leaf: &'r mut ReadLeaf<'l, 'a>,
    count: usize,
    depth: usize,
}

impl<'a> Reader<'_, '_, 'a> {
    fn read(&mut self, node: &Node<'a>, problems: &mut Problems) -> Option<Tree> {
        if self.depth == DEEPEST {
            return node.expect("no more than 20 conditions inside each other", problems);
        }
        node.only(self.keys, problems)?;
        let [(key, _)] = node.value.entries() else {
            return node.expect("exactly one key, such as any or all with a list of conditions", problems);
        };
        let inner = node.field(key);
        match self.keys.iter().position(|known| known == key) {
            Some(0) => self.parts(&inner, problems).map(Tree::All),
            Some(1) => self.parts(&inner, problems).map(Tree::Any),
            Some(2) => {
                self.depth += 1;
                let part = self.read(&inner, problems);
                self.depth -= 1;
                Some(Tree::Not(Box::new(part?)))
            }
            _ => {
                (self.leaf)(key, &inner, problems)?;
                self.count += 1;
                Some(Tree::Leaf(self.count - 1))
            }
        }
    }

    fn parts(&mut self, node: &Node<'a>, problems: &mut Problems) -> Option<Vec<Tree>> {
        let items = node.items("a list of conditions", problems)?;
        if items.is_empty() {
            return node.expect("at least one condition", problems);
        }
        let mut parts = Vec::with_capacity(items.len());
        self.depth += 1;
        for item in &items {
            parts.extend(self.read(item, problems));
        }
        self.depth -= 1;
        (parts.len() == items.len()).then_some(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::{Truth::*, *};

    #[test]
    fn unknown_is_neither_true_nor_false() {
        let leaves = [False, Unknown, True];
        let [no, unknown, yes] = [0, 1, 2].map(Tree::Leaf);
        for (tree, expected) in [
            (Tree::All(vec![yes.clone(), unknown.clone()]), Unknown),
            (Tree::All(vec![no.clone(), unknown.clone()]), False),
            (Tree::Any(vec![yes, unknown.clone()]), True),
            (Tree::Any(vec![no.clone(), unknown.clone()]), Unknown),
            (Tree::Not(Box::new(unknown)), Unknown),
            (Tree::Not(Box::new(no)), True),
            (Tree::All(vec![]), True),
            (Tree::Any(vec![]), False),
        ] {
            assert_eq!(tree.value(&|leaf| leaves[leaf]), expected, "{tree:?}");
        }
    }
}
