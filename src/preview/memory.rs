//! What is remembered of the visitor, part by part, as it stands in storage.
//!
//! Never judges it: what cannot be read is nothing.

use crate::shelf::{Area, Device, Shelf};
use crate::store::{NAME, TRAIL, VISITOR};
use js_sys::{Array, JSON};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// Displays, the session, the visitor and the journey.
const PARTS: [(Area, &str); 4] =
    [(Area::Local, NAME), (Area::Session, NAME), (Area::Local, VISITOR), (Area::Session, TRAIL)];

/// A list of these parts.
pub(crate) fn read(device: &Rc<Device>) -> JsValue {
    let part = |(area, name)| Shelf::open(area, device).get(name).and_then(|text| JSON::parse(&text).ok()).unwrap_or(JsValue::NULL);
    PARTS.into_iter().map(part).collect::<Array>().into()
}

/// For the page after: a list of what would have been written, null for what would have been removed, and false
/// where the device has it still.
pub(crate) fn changed(device: &Rc<Device>) -> JsValue {
    let text = |(area, name)| match Shelf::open(area, device).in_memory(name) {
        Some(Some(text)) => text.into(),
        Some(None) => JsValue::NULL,
        None => JsValue::FALSE,
    };
    PARTS.into_iter().map(text).collect::<Array>().into()
}

/// What `changed` gave on the page before; nothing where it is no such list.
pub(crate) fn take_over(device: &Rc<Device>, changed: &JsValue) {
    let Some(changed) = changed.dyn_ref::<Array>() else { return };
    for ((area, name), text) in PARTS.into_iter().zip(changed.iter()) {
        let shelf = Shelf::open(area, device);
        if text.is_null() {
            shelf.remove(name);
        } else if let Some(text) = text.as_string() {
            shelf.put(name, &text);
        }
    }
}

pub(crate) fn forget(device: &Rc<Device>) {
    for (area, name) in PARTS {
        Shelf::open(area, device).remove(name);
    }
}
