//! A delivery in the hands of whoever sends it. Never says what became of it.

use effortlet_core::time::Duration;

/// What the receiver answered, if it did, and what was expected.
#[derive(Clone, Debug)]
pub(crate) struct Why {
    pub(crate) status: Option<u16>,
    pub(crate) reason: String,
    /// How long it wants to be left alone.
    pub(crate) asked: Option<Duration>,
}

/// A delivery that is ours until the turn's `until`.
#[derive(Clone, Debug)]
pub(crate) struct Claimed {
    pub(crate) id: String,
    pub(crate) webhook: String,
    pub(crate) subject: String,
    pub(crate) body: String,
    /// This one included.
    pub(crate) attempts: u32,
}
