//! What is looked after as long as a card is there: that it makes way for what has the focus and for a
//! keyboard, that it has a box, and that the characters of what is written are counted.
//!
//! Never outlives the card: a nudge that the page takes away is put back or over.

use super::clearance::Clearance;
use super::counter::count;
use super::keyboard::{Keyboard, stay_above};
use super::observer::SizeObserver;
use super::presence::Presence;
use super::reading::Reading;
use crate::listener::Listener;
use std::rc::Rc;
use web_sys::HtmlElement;

#[must_use = "dropping it ends it"]
pub(super) struct Attendance {
    _size: SizeObserver,
    clearance: Clearance,
    _keyboard: Option<Keyboard>,
    _counter: Listener,
}

impl Attendance {
    /// What has it look where the card may stand.
    pub(super) fn reading(&self) -> Rc<Reading> {
        self.clearance.reading()
    }
}

/// None in a browser that does not tell sizes.
pub(super) fn attend(card: &HtmlElement, host: &HtmlElement, live: &HtmlElement, presence: &Rc<Presence>) -> Option<Attendance> {
    let clearance = Clearance::keep(card);
    let size = SizeObserver::observe(card, {
        let (reading, presence) = (clearance.reading(), presence.clone());
        move || {
            reading.soon();
            presence.look_soon();
        }
    })?;
    Some(Attendance { _size: size, clearance, _keyboard: stay_above(card), _counter: count(card, host, live) })
}
