//! Folded to a tab at the lower edge of the window until it is pressed. Never unfolds by itself.

use super::{Kind, Layout};
use crate::piping::read_beside;
use crate::screen::Position;

const KEYS: &[&str] = &["label", "side"];

pub const TAB: Kind = Kind {
    word: "tab",
    keys: KEYS,
    read: |node, reader, problems| {
        let mut layout = Layout::default();
        if node.only(KEYS, problems) {
            layout.position = match node.word_or_first("side", &["end", "start"], problems) {
                1 => Position::TabStart,
                _ => Position::TabEnd,
            };
            if let Some(label) = node.given("label") {
                layout.label = read_beside(label, reader.piping, problems);
            }
        }
        layout
    },
};
