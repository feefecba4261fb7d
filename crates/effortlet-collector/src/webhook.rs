//! Tells others of low scores, comments and weeks: where to, in which form, how often it is tried.
//!
//! Never makes a visitor wait, never loses what is to be told, and goes nowhere that is not public
//! unless it may.

mod address;
mod reach;
mod options;
mod target;
mod signature;
mod draft;
mod neutral;
mod chat;
mod issue;
mod retry;
mod client;
mod attempt;
mod payload;
mod tracker;
mod sender;

pub(crate) use draft::read;
pub(crate) use neutral::in_chat;
pub use options::Options;
pub(crate) use target::shown;
pub use reach::Reach;
pub use sender::Sender;
