//! At the end of an element of the page, without which the survey is not asked. Never looks for it.

use super::{Kind, Layout};
use crate::audience::element::{element, read_element};
use crate::screen::Position;

pub const INLINE: Kind = Kind {
    word: "inline",
    keys: &["selector"],
    read: |node, reader, problems| {
        read_element(node, reader.is_selector, problems);
        Layout { position: Position::Inline, element: node.value, condition: Some(element), ..Layout::default() }
    },
};
