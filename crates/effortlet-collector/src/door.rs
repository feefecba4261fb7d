//! The door of the ingest: who may post and how often, found out before a body is read.
//!
//! A post that is turned away costs a look into a few tables. Never reads a body, and never keeps
//! an address for longer than its bucket takes to fill up again.

mod origin;
mod allowed;
mod buckets;
mod address;
mod options;
mod places;
mod limits;
mod guard;

pub use allowed::Allowed;
pub(crate) use guard::{Entered, answering_pages, within_places};
pub use limits::Door;
pub use options::Options;
pub use origin::Origin;
pub(crate) use origin::origins;
