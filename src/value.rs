//! What a page says, as values of the core: well-formed, and by nothing that the page may have put in the
//! place of `JSON`.
//!
//! Never throws: what cannot be read is nothing.

use crate::page::{entries, is_list, number_text};
use effortlet_core::response::limits::first_characters;
use effortlet_core::source::{Value, write};
use js_sys::JsString;
use wasm_bindgen::prelude::*;

/// As deep as JSON is read, so that circles end.
const DEEPEST: u8 = 100;

/// A text as far as it is wanted, well-formed: the browser puts U+FFFD in the place of half a character.
/// Nothing where it is no text.
pub(crate) fn text(it: &JsValue, most: usize) -> Option<String> {
    if !it.is_string() {
        return None;
    }
    // Each character has two units at most.
    let text = String::from(it.unchecked_ref::<JsString>().substring(0, 2 * most as u32));
    Some(first_characters(&text, most).into())
}

/// As JSON, by nothing of the page's.
pub(crate) fn json(value: &Value) -> String {
    write(value, number_text)
}

/// What JSON could say of it; whatever else is in it is left out.
pub(crate) fn value(it: &JsValue) -> Value {
    value_within(it, DEEPEST)
}

/// A text, a flag or a finite number; anything else is nothing.
pub(crate) fn scalar(it: &JsValue) -> Value {
    value_within(it, 0)
}

fn value_within(it: &JsValue, depth: u8) -> Value {
    if let Some(flag) = it.as_bool() {
        return Value::Flag(flag);
    }
    if let Some(number) = it.as_f64() {
        return if number.is_finite() { Value::Number(number) } else { Value::Absent };
    }
    if let Some(text) = it.as_string() {
        return Value::Text(text);
    }
    if depth == 0 || !it.is_object() {
        return Value::Absent;
    }
    let inside = entries(it).into_iter().map(|(name, it)| (name, value_within(&it, depth - 1)));
    if is_list(it) { Value::List(inside.map(|(_, it)| it).collect()) } else { Value::Object(inside.collect()) }
}
