//! What is looked after as long as a card is there: that it makes way for what has the focus and for a
//! keyboard, and counts the characters of what is written.
//!
//! Never outlives the card, also where the page takes it away.

use super::clearance::Clearance;
use super::counter::count;
use super::keyboard::{Keyboard, stay_above};
use super::observer::SizeObserver;
use crate::listener::Listener;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlElement;

#[must_use = "dropping it ends it"]
pub(super) struct Attendance {
    _size: SizeObserver,
    _cares: Rc<RefCell<Option<Cares>>>,
}

struct Cares {
    clearance: Clearance,
    _keyboard: Option<Keyboard>,
    _counter: Listener,
}

/// None in a browser that does not tell sizes.
pub(super) fn attend(card: &HtmlElement, host: &HtmlElement, live: &HtmlElement) -> Option<Attendance> {
    let cares = Rc::<RefCell<Option<Cares>>>::default();
    let size = {
        let (observed, cares) = (card.clone(), cares.clone());
        SizeObserver::observe(card, move || {
            if !observed.is_connected() {
                drop(cares.take());
            } else if let Some(cares) = &*cares.borrow() {
                cares.clearance.look_soon();
            }
        })?
    };
    let clearance = Clearance::keep(card);
    *cares.borrow_mut() = Some(Cares { clearance, _keyboard: stay_above(card), _counter: count(card, host, live) });
    Some(Attendance { _size: size, _cares: cares })
}
