//! What is remembered of the visitor, part by part, as it stands in storage.
//!
//! Never judges it: what cannot be read is nothing.

use crate::shelf::{Area, Shelf};
use crate::store::{NAME, TRAIL, VISITOR};
use js_sys::{Array, JSON};
use wasm_bindgen::JsValue;

/// Displays, the session, the visitor and the journey.
const PARTS: [(Area, &str); 4] =
    [(Area::Local, NAME), (Area::Session, NAME), (Area::Local, VISITOR), (Area::Session, TRAIL)];

/// A list of these parts.
pub(crate) fn read(open: impl Fn(Area) -> Shelf) -> JsValue {
    let part = |(area, name)| open(area).get(name).and_then(|text| JSON::parse(&text).ok()).unwrap_or(JsValue::NULL);
    PARTS.into_iter().map(part).collect::<Array>().into()
}

pub(crate) fn forget(open: impl Fn(Area) -> Shelf) {
    for (area, name) in PARTS {
        open(area).remove(name);
    }
}
