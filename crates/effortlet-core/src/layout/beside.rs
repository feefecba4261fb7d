//! Next to the element whose click brought it. Without a click there is nothing that it could stand
//! beside.

use super::{Kind, Layout};
use crate::screen::Position;
use crate::source::Value;

pub const BESIDE: Kind = Kind {
    word: "beside",
    keys: &[],
    read: |node, _, problems| {
        let empty = matches!(node.value, Value::Object(entries) if entries.is_empty());
        node.check(empty, "{}", problems);
        Layout { position: Position::Beside, after: "click", ..Layout::default() }
    },
};
