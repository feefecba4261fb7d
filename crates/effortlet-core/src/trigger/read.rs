//! Reads triggers from a definition: a tree of kinds, and the order of those in a sequence.

use super::kind::{Kind, Reader};
use super::triggers::{After, Moment, Triggers};
use crate::source::{Node, Problems, Value};
use crate::time::Duration;
use crate::tree::{COMBINATIONS, SEQ, Tree, WITHIN};
use alloc::vec::Vec;

/// How triggers are put in an order, and surveys off to the next page, where an edition knows that.
#[derive(Clone, Copy)]
pub struct Sequences {
    pub keys: &'static [&'static str],
    /// Says of each moment what comes before it; `next` is the position of the first moment of this
    /// part of the tree, which has been read without a problem.
    put_in_order: fn(tree: &Value, moments: &mut [Moment<'_>], next: &mut usize),
}

pub const SEQUENCES: Sequences = Sequences { keys: &[SEQ, WITHIN], put_in_order };

/// Reads the triggers of a survey.
pub fn read<'a>(
    node: Node<'a>,
    kinds: &'static [Kind],
    sequences: Option<&Sequences>,
    reader: &Reader<'a>,
    problems: &mut Problems,
) -> Triggers<'a> {
    let before = problems.len();
    let order = sequences.map_or(&[][..], |sequences| sequences.keys);
    let mut keys = Vec::from(COMBINATIONS);
    for kind in kinds {
        keys.push(kind.word);
    }
    keys.extend_from_slice(order);
    let mut moments = Vec::new();
    let tree = Tree::read(
        node,
        &keys,
        &mut |position, node, problems| {
            if let Some(kind) = kinds.get(position)
                && has_keys_of(kind, node, problems)
            {
                let delay = node.duration("delay", Duration(0), problems);
                reader.told.set(kind.word);
                moments.push(Moment {
                    trigger: (kind.read)(node, reader, problems),
                    word: reader.told.get(),
                    delay,
                    defer: node.given("defer").is_some_and(|it| it.flag(problems)) && sequences.is_some(),
                    after: None,
                });
            }
        },
        problems,
    );
    // What is wrong may be deeper than the stack.
    if let Some(sequences) = sequences
        && problems.len() == before
    {
        (sequences.put_in_order)(node.value, &mut moments, &mut 0);
    }
    Triggers { tree, moments }
}

fn has_keys_of(kind: &Kind, node: Node<'_>, problems: &mut Problems) -> bool {
    if kind.keys.is_empty() {
        let empty = matches!(node.value, Value::Object(entries) if entries.is_empty());
        return node.check(empty, "an empty object, {}", problems);
    }
    node.only(kind.keys, problems)
}

fn put_in_order(tree: &Value, moments: &mut [Moment<'_>], next: &mut usize) {
    let parts = tree.field(SEQ).items();
    if !parts.is_empty() {
        let within = Duration::read(tree.field(WITHIN).text_or_empty()).unwrap_or(Duration::NEVER);
        let mut before = None;
        for part in parts {
            let from = *next;
            put_in_order(part, moments, next);
            for moment in moments.get_mut(from..*next).unwrap_or_default() {
                moment.after = before;
            }
            before = Some(After { from, to: *next, within });
        }
        return;
    }
    let [(key, inner)] = tree.entries() else { return };
    match key.as_str() {
        "all" | "any" => inner.items().iter().for_each(|part| put_in_order(part, moments, next)),
        "not" => put_in_order(inner, moments, next),
        _ => *next += 1,
    }
}
