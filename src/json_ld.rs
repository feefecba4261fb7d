//! What a page tells search engines: JSON-LD.
//!
//! Never trusts a prototype: what is read is the text's own.

use crate::page::{all, is_list, own_property, text_property};
use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

/// Where things are found, beside arrays.
const KEYS: [&str; 3] = ["@graph", "breadcrumb", "mainEntity"];

/// How deep, so that a page cannot keep us busy.
const DEEPEST: u8 = 6;

/// Sees each thing that the page tells of, in its order.
pub(crate) fn each(see: &mut dyn FnMut(&JsValue)) {
    for script in all("script[type=\"application/ld+json\"]") {
        if let Ok(value) = JSON::parse(&text_property(&script, "text")) {
            walk(&value, 0, see);
        }
    }
}

fn walk(it: &JsValue, depth: u8, see: &mut dyn FnMut(&JsValue)) {
    if depth > DEEPEST || !it.is_object() {
        return;
    }
    if is_list(it) {
        items_of(it).iter().for_each(|item| walk(item, depth + 1, see));
        return;
    }
    see(it);
    for key in KEYS {
        walk(&own_property(it, key), depth + 1, see);
    }
}

/// The items of a list, or the one thing that stands in its place.
pub(crate) fn items_of(it: &JsValue) -> Vec<JsValue> {
    if is_list(it) { it.unchecked_ref::<Array>().iter().collect() } else { vec![it.clone()] }
}
