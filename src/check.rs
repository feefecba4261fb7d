//! Names the mistakes of a definition.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is public, in whatever module")]

use crate::page::{begin, is_selector, text};
use effortlet_core::definition;
use effortlet_core::source::parse;
use wasm_bindgen::prelude::*;

/// Says one text for each problem of a definition in JSON: `place: expected …`. The templates come
/// as JSON too.
#[wasm_bindgen]
pub fn check(definition: &str, templates: &str) {
    let [document, templates] = [definition, templates].map(parse);
    let (_, problems) = definition::read(&document, &templates, is_selector);
    begin(problems.len() as u32);
    for problem in &problems {
        text(&problem.message());
    }
}
