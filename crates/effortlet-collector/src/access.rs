//! Who may look: the team's password, sessions, read tokens, and the header of a proxy.
//!
//! Never keeps a secret, only what it hashes to; knows no route.

mod options;
mod secret;
mod hashing;
mod attempts;
mod state;
mod team;
mod sessions;
mod visitor;
mod once;
mod origin;
mod start;

pub use options::Options;
pub(crate) use once::handed;
pub(crate) use secret::{Secret, hash};
pub(crate) use sessions::{LONGEST as LONGEST_SESSION, Sessions};
pub(crate) use start::{LONGEST, SHORTEST, Unfit, fit};
pub use state::Access;
pub(crate) use team::{Member, Team, Unanswered};
pub(crate) use visitor::Visitor;
