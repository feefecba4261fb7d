//! What the points of a scale look like, from where they rise, and what each of them means. The
//! ordinary edition does without.

use crate::question::Reader;
use crate::response::LEFT_TO_RIGHT;
use crate::scale::{Look, Scale};
use crate::source::{Node, Problems, Value};

/// From where the points of a scale rise.
const ORDERS: [&str; 2] = ["reading", LEFT_TO_RIGHT];

pub(super) fn read<'a>(scale: &mut Scale<'a>, node: Node<'a>, reader: &Reader, problems: &mut Problems) {
    if let Some(given) = node.given("look") {
        scale.look = Look::ALL.get(given.word(&Look::WORDS, problems)).copied().unwrap_or_default();
    }
    scale.left_to_right = node.word_or_first("order", &ORDERS, problems) == 1;
    let labels = node.field("labels");
    if let Value::List(items) = labels.value
        && items.len() == usize::from(scale.points.count())
    {
        scale.labels = items.iter().map(|item| reader.text(labels.item(item), problems)).collect();
        scale.low = scale.labels.first().copied().unwrap_or_default();
        scale.high = scale.labels.last().copied().unwrap_or_default();
    }
    // Of any other number than two it is said anyhow.
    if scale.look == Look::Labels && (labels.is_absent() || labels.value.items().len() == 2) {
        labels.check(!scale.labels.is_empty(), "a text for each point", problems);
    }
}
