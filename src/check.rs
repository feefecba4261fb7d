//! Names the mistakes of a definition.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is public, in whatever module")]

use crate::page::{begin, is_selector, text};
use effortlet_core::source::{Problems, parse};
use effortlet_core::{definition, lint};
use wasm_bindgen::prelude::*;

/// Says one text for what seems to be meant otherwise in a definition in JSON.
#[wasm_bindgen]
pub fn lint(definition: &str, templates: &str) {
    let [document, templates] = [definition, templates].map(parse);
    say(&lint::lint(&document, &definition::read(&document, &templates, is_selector).0));
}

/// Says one text for each problem of a definition in JSON: `place: expected …`. The templates come
/// as JSON too.
#[wasm_bindgen]
pub fn check(definition: &str, templates: &str) {
    let [document, templates] = [definition, templates].map(parse);
    let (_, problems) = definition::read(&document, &templates, is_selector);
    say(&problems);
}

fn say(problems: &Problems) {
    begin(problems.len() as u32);
    for problem in problems {
        text(&problem.message());
    }
}
