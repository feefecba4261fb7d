//! What a position needs as long as the nudge is there. Never knows which position it is.

use super::attendance::Attendance;
use crate::listener::Listener;
use web_sys::Element;

/// Finds an element of the page; none while that is not there.
pub(super) type Place = Box<dyn Fn() -> Option<Element>>;

/// Dropped with the nudge.
#[derive(Default)]
pub(crate) struct Stood {
    pub(super) _listeners: Vec<Listener>,
    pub(super) _attendance: Option<Attendance>,
    /// What it goes back into; the body where nothing is said.
    pub(super) place: Option<Place>,
}
