//! What a position needs as long as the nudge is there. Never knows which position it is.

use super::attendance::Attendance;
use crate::listener::Listener;

/// Dropped with the nudge.
#[derive(Default)]
pub(crate) struct Stood {
    pub(super) _listeners: Vec<Listener>,
    pub(super) _attendance: Option<Attendance>,
}
