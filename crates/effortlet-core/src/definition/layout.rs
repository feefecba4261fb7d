//! Reads where a nudge stands.

use super::question::rare::read_beside;
use crate::audience::element::read_element;
use crate::source::{Node, Problems, Value};
use crate::survey::{Layout, Position};

const LAYOUTS: [&str; 4] = ["corner", "inline", "tab", "beside"];

/// `layout` of a survey: an object with one key.
pub(super) fn read<'a>(survey: Node<'a>, is_selector: fn(&str) -> bool, problems: &mut Problems) -> Layout<'a> {
    let mut layout = Layout::default();
    let Some(node) = survey.given("layout").filter(|it| it.only(&LAYOUTS, problems)) else { return layout };
    let [(key, _)] = node.value.entries() else {
        node.check(false, "exactly one of corner, inline, tab and beside", problems);
        return layout;
    };
    let one = node.field(key);
    match key.as_str() {
        "corner" => layout.position = Position::corner(one.word(&Position::CORNERS, problems)),
        "inline" => {
            read_element(one, is_selector, problems);
            layout = Layout { position: Position::Inline, element: one.value, ..layout };
        }
        "tab" => {
            if one.only(&["label", "side"], problems) {
                layout.position = Position::tab(one.word_or_first("side", &Position::SIDES, problems));
                layout.label = one.given("label").map(|it| read_beside(it, problems)).unwrap_or_default();
            }
        }
        _ => {
            one.check(one.value.entries().is_empty() && matches!(one.value, Value::Object(_)), "{}", problems);
            layout.position = Position::Beside;
        }
    }
    layout
}
