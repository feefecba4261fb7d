//! Events of the page's DOM, wherever they are dispatched, since the window hears of each first.
//!
//! Never stops one.

use super::event::properties;
use super::common::{Common, Sensor, distinct};
use crate::listener::{Phase, add, hearing, remove};
use crate::page::{Callback, property, window};
use effortlet_core::needs::Needs;
use effortlet_core::signal::Signal;
use std::rc::Rc;
use web_sys::Event;

/// Listens to an event that only a definition names.
struct Heard {
    name: String,
    closure: Callback,
}

pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    let names = distinct(&needs.dom_events);
    let all: Vec<Heard> = names.into_iter().map(|name| Heard::begin(name, common)).collect();
    Some(Box::new(all))
}

impl Heard {
    fn begin(name: String, common: &Common) -> Self {
        let tell = common.tell();
        let closure = hearing({
            let name = name.clone();
            move |event: Event| tell(Signal::Event(name.clone(), properties(&property(&event, "detail"))))
        });
        add(&window(), &name, &closure, Phase::Capture);
        Self { name, closure }
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        remove(&window(), &self.name, &self.closure, Phase::Capture);
    }
}
