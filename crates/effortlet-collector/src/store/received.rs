//! What the store is handed, and what became of it. Never says how it is written.

use effortlet_core::response::Response;
use effortlet_core::time::Timestamp;

/// A response together with its moments by the collector's clock.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) response: Response,
    pub(crate) shown_at: Timestamp,
    pub(crate) answered_at: Option<Timestamp>,
    pub(crate) arrived: Timestamp,
}

/// What became of the responses of one post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) stored: u32,
    /// Repeats, and revisions older than the one that is stored.
    pub(crate) unchanged: u32,
}

/// Why nothing of a post was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The id was first posted for another survey.
    AnotherSurvey { id: String },
    /// The database cannot be written now.
    Unavailable,
}
