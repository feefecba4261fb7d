//! Conditions combined by all, any and not, in three-valued logic (Kleene 1938).

use crate::source::SPAN;
use crate::source::{Node, Problems, Value};
use serde::{Deserialize, Serialize};

/// What is known of a condition. Only `True` ever shows anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// The word for it, as it is told.
    pub fn word(self) -> &'static str {
        match self {
            Self::False => "false",
            Self::Unknown => "unknown",
            Self::True => "true",
        }
    }

    /// As serde has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::False => "False",
            Self::Unknown => "Unknown",
            Self::True => "True",
        }
    }
}

impl core::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

/// `{ "any": [..] }`, `{ "all": [..] }`, `{ "not": .. }` or an object with one leaf, as it was
/// written; reading has made sure of it. Nothing at all is true.
///
/// A sequence, `{ "seq": [..], "within": .. }`, is as true as its last part: whoever knows the
/// leaves lets none come before its turn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tree<'a>(&'a Value);

impl<'a> Tree<'a> {
    /// Notes what is no condition; `keys` are the known ones: `all`, `any`, `not`, then the leaves,
    /// which `leaf` reads, then `seq` and `within` where there may be sequences.
    pub fn read(
        node: Node<'a>,
        keys: &[&str],
        leaf: &mut ReadLeaf<'_, 'a>,
        problems: &mut Problems,
    ) -> Self {
        check(node, keys, leaf, 0, problems);
        Self(node.value)
    }

    /// The value of the whole from the values of the leaves, which are counted as they are written.
    pub fn value(self, leaf: &dyn Fn(usize) -> Truth) -> Truth {
        self.value_from(&mut 0, leaf)
    }

    /// `next` is the position of the first leaf of this part.
    fn value_from(self, next: &mut usize, leaf: &dyn Fn(usize) -> Truth) -> Truth {
        let [(key, inner)] = self.0.entries() else {
            let parts = self.0.field(SEQ).items();
            return parts.iter().fold(Truth::True, |_, part| Self(part).value_from(next, leaf));
        };
        match key.as_str() {
            "not" => !Self(inner).value_from(next, leaf),
            SEQ => inner.items().iter().fold(Truth::True, |_, part| Self(part).value_from(next, leaf)),
            "all" => inner.items().iter().fold(Truth::True, |all, part| all.min(Self(part).value_from(next, leaf))),
            "any" => inner.items().iter().fold(Truth::False, |any, part| any.max(Self(part).value_from(next, leaf))),
            _ => {
                *next += 1;
                leaf(*next - 1)
            }
        }
    }
}

/// Reads a leaf: its position among the keys of leaves, and what stands under that key.
pub type ReadLeaf<'r, 'a> = dyn FnMut(usize, Node<'a>, &mut Problems) + 'r;

/// What combines conditions, in every edition.
pub const COMBINATIONS: [&str; 3] = ["all", "any", "not"];

/// The keys of a sequence.
pub const SEQ: &str = "seq";
pub const WITHIN: &str = "within";

/// Deeper trees than this would be nobody's intention, and could exhaust a browser's stack.
const DEEPEST: usize = 20;

fn check<'a>(
    node: Node<'a>,
    keys: &[&str],
    leaf: &mut ReadLeaf<'_, 'a>,
    depth: usize,
    problems: &mut Problems,
) {
    node.check(depth < DEEPEST, "no more than 20 conditions inside each other", problems);
    if depth >= DEEPEST || !node.only(keys, problems) {
        return;
    }
    let has = |wanted| node.value.entries().iter().any(|(key, _)| key == wanted);
    if has(SEQ) {
        return check_sequence(node, keys, leaf, depth, problems);
    }
    if has(WITHIN) {
        node.field(WITHIN).check(false, "a list seq beside it", problems);
        return;
    }
    let [(key, _)] = node.value.entries() else {
        node.check(false, "exactly one key, such as any or all with a list of conditions", problems);
        return;
    };
    let inner = node.field(key);
    match keys.iter().position(|known| known == key) {
        Some(0 | 1) => {
            let Some(items) = inner.items("a list of conditions", problems) else { return };
            inner.check(!items.is_empty(), "at least one condition", problems);
            for item in items {
                check(inner.item(item), keys, leaf, depth + 1, problems);
            }
        }
        Some(2) => check(inner, keys, leaf, depth + 1, problems),
        Some(position) => leaf(position - 3, inner, problems),
        None => {}
    }
}

/// A sequence has at least two parts, each one leaf or any of some.
fn check_sequence<'a>(
    node: Node<'a>,
    keys: &[&str],
    leaf: &mut ReadLeaf<'_, 'a>,
    depth: usize,
    problems: &mut Problems,
) {
    if !node.only(&[SEQ, WITHIN], problems) {
        return;
    }
    let parts = node.field(SEQ);
    if let Some(items) = parts.items("a list of conditions in their order", problems) {
        parts.check(items.len() > 1, "at least two conditions", problems);
        for item in items {
            let part = parts.item(item);
            if part.check(is_part(item), "a single trigger, or any with a list of single triggers", problems) {
                check(part, keys, leaf, depth + 1, problems);
            }
        }
    }
    if let Some(within) = node.given(WITHIN) {
        within.span(SPAN, problems);
    }
}

/// Whether nothing in it combines, except for any of some.
fn is_part(value: &Value) -> bool {
    let any = value.field("any");
    let inner = if let Value::List(inner) = any { inner } else { core::slice::from_ref(value) };
    let combines = |it: &Value| it.entries().iter().any(|(key, _)| ["all", "any", "not", SEQ, WITHIN].contains(&key.as_str()));
    !inner.iter().any(combines)
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::{Truth::*, *};
    use serde_json::json;

    #[test]
    fn unknown_is_neither_true_nor_false() {
        let [no, unknown, yes] = ["no", "unknown", "yes"].map(|leaf| json!({ leaf: {} }));
        for (tree, expected) in [
            (json!({ "all": [yes, unknown] }), Unknown),
            (json!({ "all": [no, unknown] }), False),
            (json!({ "any": [yes, unknown] }), True),
            (json!({ "any": [no, unknown] }), Unknown),
            (json!({ "not": unknown }), Unknown),
            (json!({ "not": no }), True),
            (json!({ "all": [] }), True),
            (json!({ "any": [] }), False),
            (json!(null), True),
        ] {
            let value = Value::from(&tree);
            let names = leaves(&tree);
            let found = Tree(&value).value(&|leaf| match names[leaf].as_str() {
                "no" => False,
                "yes" => True,
                _ => Unknown,
            });
            assert_eq!(found, expected, "{tree}");
        }
    }

    /// Their names, as they are written.
    fn leaves(tree: &serde_json::Value) -> Vec<String> {
        let words: Vec<_> = tree.to_string().split('"').map(str::to_owned).collect();
        words.into_iter().filter(|word| ["no", "unknown", "yes"].contains(&word.as_str())).collect()
    }

    #[test]
    fn leaves_are_counted_as_they_are_written() {
        let tree = json!({ "all": [{ "a": {} }, { "any": [{ "b": {} }, { "not": { "c": {} } }] }, { "d": {} }] });
        let value = Value::from(&tree);
        let leaves = [True, False, False, True];
        assert_eq!(Tree(&value).value(&|leaf| leaves[leaf]), True);
    }
}
