//! Whom a survey is for: one file for each kind of condition, and one row in `edition`.
//!
//! `kind` says what a kind has to know of itself, `context` is what conditions may ask about,
//! `conditions` is what one survey asks. What the page has to be asked for is gathered before; until
//! then it is not known. Never asks the page itself.

mod context;
mod kind;
mod conditions;
mod read;
mod address;
pub mod page_path;
pub mod page;
pub mod sample;
pub mod referrer;
pub mod entry;
pub mod utm;
pub mod visitor;
pub mod language;
pub mod device;
pub mod time;
pub mod time_zone;
pub mod named;
pub mod element;
pub mod answered;
pub mod condition;

pub use conditions::Audience;
pub use context::AudienceContext;
pub use kind::{Condition, Kind, Words};
pub use read::read;
