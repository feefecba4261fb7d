//! The moments at which a survey may be asked: one file for each kind of trigger, and one row in
//! `edition`.
//!
//! `kind` says what a kind has to know of itself; `triggers` is what a survey waits for, `read` reads
//! it. A kind hears of occurrences and looks at the page view; it never does anything about them.

mod kind;
mod triggers;
mod read;
pub mod exit_intent;
pub mod scroll;
pub mod click;
pub mod mark;
pub mod help_center;
pub mod event;
pub mod event_terms;
pub mod section_leave;
pub mod time;
pub mod link;

pub use kind::{Fresh, Kind, Read, Reader, Trigger, Words};
pub use read::{SEQUENCES, Sequences, read};
pub use triggers::{After, Moment, Triggers};
