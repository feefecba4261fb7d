//! A team's own hand on what leaves.
//!
//! Never trusts what it gives: the core takes of it what a widget could have said.

use crate::page::{number_text, plain};
use crate::value::value;
use effortlet_core::response::Response;
use effortlet_core::source::Value;
use js_sys::Function;
use wasm_bindgen::prelude::*;

/// Hands the team's own code a copy, which it may change or give another for. False where it wants nothing
/// kept.
pub(crate) type Redact = fn(&Function, &mut Response) -> bool;

pub(crate) fn redact(hook: &Function, response: &mut Response) -> bool {
    let copy = plain(&Value::from(response.clone()));
    match hook.call1(&JsValue::UNDEFINED, &copy) {
        Ok(made) if made.is_null() => return false,
        Ok(made) => response.redact(&value(if made.is_undefined() { &copy } else { &made }), number_text),
        Err(_) => response.withhold(),
    }
    true
}
