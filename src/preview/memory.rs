//! What is remembered of the visitor, part by part, as it stands in storage.
//!
//! Never judges it: what cannot be read is nothing.

use crate::shelf::{Area, Device, Shelf};
use crate::store::{NAME, TRAIL, VISITOR};
use js_sys::{Array, JSON};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Displays, the session, the visitor and the journey.
const PARTS: [(Area, &str); 4] =
    [(Area::Local, NAME), (Area::Session, NAME), (Area::Local, VISITOR), (Area::Session, TRAIL)];

/// A list of these parts.
pub(crate) fn read(device: &Rc<Device>) -> JsValue {
    let part = |(area, name)| Shelf::open(area, device).get(name).and_then(|text| JSON::parse(&text).ok()).unwrap_or(JsValue::NULL);
    PARTS.into_iter().map(part).collect::<Array>().into()
}

pub(crate) fn forget(device: &Rc<Device>) {
    for (area, name) in PARTS {
        Shelf::open(area, device).remove(name);
    }
}
