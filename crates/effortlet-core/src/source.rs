//! Where a document comes from: a plain tree of values, and a way through it that knows its places.
//!
//! The edge hands over JSON text, the native side a `serde_json::Value`; both become a `Value`, so
//! there is one reader with one set of messages.

#[cfg(feature = "messages")]
mod fault;
#[cfg(feature = "messages")]
mod near;
mod node;
mod parse;
mod problem;
mod serialize;
#[cfg(feature = "native")]
mod native;
#[cfg(feature = "native")]
mod selector;
mod value;
mod write;

#[cfg(feature = "messages")]
pub use fault::fault;
pub use node::{HUNDRED, Node, SPAN};
pub use parse::parse;
pub use problem::{Problem, Problems};
pub use value::Value;
pub use write::write;
#[cfg(feature = "native")]
pub use native::{parse_document, parse_json, unkept};
#[cfg(feature = "native")]
pub use selector::is_selector;
