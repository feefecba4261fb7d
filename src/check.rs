//! Names the mistakes of a definition.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is public, in whatever module")]

use crate::is_selector;
use effortlet_core::definition;
use effortlet_core::json::to_json;
use effortlet_core::source::{Problem, parse};
use alloc::{string::String, vec::Vec};
use wasm_bindgen::prelude::*;

/// A JSON list with one text for each problem of a definition in JSON: `place: expected …`. The
/// templates come as JSON too.
#[wasm_bindgen]
pub fn check(definition: &str, templates: &str) -> String {
    let [document, templates] = [definition, templates].map(parse);
    let (_, problems) = definition::read(&document, &templates, is_selector);
    to_json(&problems.iter().map(Problem::message).collect::<Vec<_>>())
}
