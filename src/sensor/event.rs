//! What is told of an event, as `JSON.stringify` would write it, one level deep.
//!
//! Never trusts what it reads: the page's own code may run, and may throw.

use crate::page::{first_entries, is_list, method};
use crate::value::text;
use effortlet_core::response::limits::MOST_CHARACTERS;
use effortlet_core::source::Value;
use js_sys::BigInt;
use wasm_bindgen::prelude::*;

/// As many as are looked at.
const MOST_PROPERTIES: usize = 200;

/// The properties of an event; absent where there are none, and where one cannot be read: what cannot
/// be read is as good as not said.
pub(crate) fn properties(told: &JsValue) -> Value {
    read(told).unwrap_or_default()
}

fn read(told: &JsValue) -> Result<Value, JsValue> {
    let told = as_told(told.clone(), "")?;
    if !told.is_object() || is_list(&told) {
        return Ok(Value::Absent);
    }
    let mut properties = Vec::new();
    for (name, value) in first_entries(&told, MOST_PROPERTIES) {
        if let Some(value) = flat(&as_told(value, &name)?) {
            properties.push((name, value));
        }
    }
    Ok(Value::Object(properties))
}

/// What a thing says it is in JSON, as dates do.
fn as_told(it: JsValue, name: &str) -> Result<JsValue, JsValue> {
    match method(&it, "toJSON").filter(|_| it.is_object()) {
        Some(tell) => tell.call1(&it, &name.into()),
        None => Ok(it),
    }
}

/// Of what is in it only that it is there: it may be all of the page, in circles.
fn flat(it: &JsValue) -> Option<Value> {
    let number = |it: &f64| it.is_finite();
    Some(match it.js_typeof().as_string()?.as_str() {
        "string" => Value::Text(text(it, MOST_CHARACTERS)?),
        "boolean" => Value::Flag(it.is_truthy()),
        "number" => it.as_f64().filter(number).map_or(Value::Absent, Value::Number),
        "bigint" => Value::Text(it.unchecked_ref::<BigInt>().to_string(10).ok()?.into()),
        "object" if it.is_null() => Value::Absent,
        "object" | "function" => Value::Object(Vec::new()),
        _ => return None,
    })
}
