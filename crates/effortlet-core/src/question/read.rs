//! Reads questions: what all kinds have, and of each what its kind reads. Knows no kind by name.

use super::read_branch::read_branch;
use super::{Key, Kind, Question, Reader};
use crate::id::{ID, is_id};
use crate::source::{Node, Problems, Value};
use crate::text::{self, Text};
use alloc::vec::Vec;

/// What questions say, in the order in which it is told; kinds add what these do not have.
pub const KEYS: [&str; 7] = ["id", "kind", "text", "optional", "scale", "limit", "branch"];

/// Reads a list of questions: over those of a template it changes the ones it names, over none it is
/// all of them. `ids` are those of all questions.
pub fn read_all<'a>(
    questions: &mut Vec<Question<'a>>,
    list: Node<'a>,
    items: &'a [Value],
    ids: &[&'a str],
    kinds: &'static [Kind],
    reader: Reader,
    problems: &mut Problems,
) {
    let complete = questions.is_empty();
    let mut words = Vec::new();
    for kind in kinds {
        words.push(kind.word);
    }
    let own = own_keys(kinds);
    let mut keys = Vec::from(KEYS);
    for key in &own {
        if !KEYS.contains(&key.word) {
            keys.push(key.word);
        }
    }
    for (position, value) in items.iter().enumerate() {
        let node = list.item(value);
        if !node.object(&keys, problems) {
            continue;
        }
        let place = node.field("id");
        let mut index = place.word(ids, problems);
        if complete {
            if !read_id(place, index == position, problems) {
                continue;
            }
            index = position;
        }
        let Some(id) = ids.get(index) else { continue };
        let read = questions.len();
        let (earlier, later) = questions.split_at_mut(index.min(read));
        let before = later.first_mut();
        let kind = node.field("kind");
        let kept = before.as_ref().filter(|_| kind.is_absent()).map(|before| before.kind);
        let Some(kind) = kept.or_else(|| kinds.get(kind.word(&words, problems))) else { continue };
        let text = node.field("text");
        let given = if complete || !text.is_absent() { text::read(text, problems) } else { Text::default() };
        if let Some(piping) = reader.piping {
            let is_answered = |id: &str| earlier.iter().any(|it| it.id == id && it.asks.is_answered());
            (piping.check)(given, text, &is_answered, problems);
        }
        for key in own.iter().filter(|key| !kind.keys.iter().any(|own| own.word == key.word)) {
            if let Some(given) = node.given(key.word) {
                given.check(false, key.elsewhere, problems);
            }
        }
        let same = before.as_ref().filter(|before| before.kind.word == kind.word);
        let mut nodes = same.map(|before| before.nodes.clone()).unwrap_or_default();
        nodes.push(node);
        let asks = (kind.read)(&nodes, &reader, problems);
        let mut question = Question { id, kind, asks, text: given, optional: false, branches: Vec::new(), nodes };
        if let Some(before) = &before {
            question.optional = before.optional;
            question.branches = before.branches.clone();
            if text.is_absent() {
                question.text = before.text;
            }
        }
        read_rest(&mut question, node, earlier, index, ids, problems);
        match before {
            Some(before) => *before = question,
            None => questions.push(question),
        }
    }
}

/// What kinds say of themselves, each once.
pub(crate) fn own_keys(kinds: &'static [Kind]) -> Vec<&'static Key> {
    let mut keys: Vec<&Key> = Vec::new();
    for kind in kinds {
        for key in kind.keys {
            if !keys.iter().any(|earlier| earlier.word == key.word) {
                keys.push(key);
            }
        }
    }
    keys
}

/// Whether a question can be read under its id.
fn read_id(place: Node<'_>, first: bool, problems: &mut Problems) -> bool {
    let id = place.value.text_or_empty();
    if !place.check(id != "end", "an id other than end, which is where a branch may lead", problems) {
        return false;
    }
    !place.check(is_id(id), ID, problems) || place.check(first, "an id that no earlier question has", problems)
}

/// What may be left out of a question of any kind.
fn read_rest(
    question: &mut Question<'_>,
    node: Node<'_>,
    earlier: &[Question<'_>],
    index: usize,
    ids: &[&str],
    problems: &mut Problems,
) {
    if let Some(given) = node.given("optional") {
        question.optional = given.flag(problems);
    }
    if let Some(given) = node.given("branch") {
        let items = given.items("a list of branches", problems).unwrap_or_default();
        let mut branches = Vec::with_capacity(items.len());
        for value in items {
            branches.push(read_branch(given.item(value), question, earlier, index, ids, problems));
        }
        question.branches = branches;
    }
}
