//! Where a document comes from: a value that can be asked for its fields.
//!
//! The edge implements `Source` for JavaScript values, the native side for `serde_json::Value`,
//! so that both go through one reader with one set of messages. Never reads a whole tree ahead.

mod node;
mod problem;
#[cfg(feature = "native")]
mod native;
#[cfg(feature = "native")]
mod selector;

pub use node::Node;
pub use problem::{Problem, Problems};
#[cfg(feature = "native")]
pub use native::parse_json;

use alloc::{string::String, vec::Vec};

/// A value of a JSON-like document.
pub trait Source: Sized {
    /// The value under a key; absent when this is no object or has no such key.
    fn field(&self, name: &str) -> Self;
    /// The elements of a list.
    fn items(&self) -> Option<Vec<Self>>;
    /// The keys of an object, in its own order.
    fn keys(&self) -> Option<Vec<String>>;
    fn text(&self) -> Option<String>;
    /// A finite number.
    fn number(&self) -> Option<f64>;
    fn flag(&self) -> Option<bool>;
    /// Absent and `null` are the same.
    fn is_absent(&self) -> bool;
    /// Whether a text is a valid CSS selector list where this document is used.
    fn is_selector(text: &str) -> bool;
}
