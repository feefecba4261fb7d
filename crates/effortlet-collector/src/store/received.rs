//! What the store is handed, and what became of it. Never says how it is written.

use crate::catalog::Misfit;
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

/// What became of the responses of one post, in their order.
pub(crate) type Kept = Vec<Became>;

/// What became of one response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Became {
    Stored,
    /// A repeat, or a revision older than the one that is stored.
    Unchanged,
    /// No definition that is known could have produced it: it waits for one that could.
    Apart,
}

/// Why nothing of a post was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The id was first posted for another survey, or another site or version of it.
    AnotherSurvey { id: String },
    /// No widget goes on like this from the state that is stored.
    AnotherState { id: String, from: &'static str },
    /// This much is kept apart already, and no more is.
    Unknown(Misfit),
    /// The database cannot be written now.
    Unavailable,
}
