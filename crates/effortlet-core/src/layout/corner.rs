//! In a corner of the window. Never follows the page.

use super::{Kind, Layout};
use crate::screen::Position;

pub const CORNER: Kind = Kind {
    word: "corner",
    keys: &[],
    read: |node, _, problems| {
        let position = POSITIONS.get(node.word(&WORDS, problems)).copied().unwrap_or_default();
        Layout { position, ..Layout::default() }
    },
};

const WORDS: [&str; 4] = ["bottomEnd", "bottomStart", "topEnd", "topStart"];

const POSITIONS: [Position; 4] =
    [Position::BottomEnd, Position::BottomStart, Position::TopEnd, Position::TopStart];
