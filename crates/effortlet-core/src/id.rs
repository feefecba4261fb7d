//! Ids of surveys and questions. They appear in addresses, so they keep to what needs no escaping.

/// What is expected of one.
pub const ID: &str = "an id of 1 to 64 letters, digits, hyphens and underscores";

pub fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
