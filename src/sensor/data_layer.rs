//! Events of the page's data layer, as Google's tag manager has it: an array that the page pushes to.
//!
//! Never makes one.

use super::event::properties;
use super::follow::Following;
use super::common::{Common, Sensor, distinct};
use crate::page::property;
use effortlet_core::needs::Needs;
use effortlet_core::signal::Signal;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    if needs.data_layer_events.is_empty() {
        return None;
    }
    let names = distinct(&needs.data_layer_events);
    let tell = common.tell();
    let following = Following::new(move |entry| {
        let (name, told) = event_of(entry);
        if let Some(name) = name.as_string().filter(|it| names.contains(it)) {
            tell(Signal::Event(name, properties(&told)));
        }
    });
    following.begin(&common.surroundings.follow_data_layer);
    Some(Box::new(following))
}

/// `{ event: "name", … }`, or the arguments of `gtag("event", "name", { … })`.
fn event_of(entry: JsValue) -> (JsValue, JsValue) {
    if property(&entry, "0") == "event" {
        (property(&entry, "1"), property(&entry, "2"))
    } else {
        (property(&entry, "event"), entry)
    }
}
