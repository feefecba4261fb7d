//! Ids of sites, surveys and questions. They appear in addresses, so they keep to what needs no escaping.

use crate::source::{Node, Problems};

/// What is expected of one.
pub const ID: &str = "an id of 1 to 64 letters, digits, hyphens and underscores";

/// An id where one is expected, whatever stands there.
pub fn read_id<'a>(node: Node<'a>, problems: &mut Problems) -> &'a str {
    let id = node.value.text_or_empty();
    node.check(is_id(id), ID, problems);
    id
}

pub fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
