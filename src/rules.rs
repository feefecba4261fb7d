//! What JavaScript may ask of the engine, as texts and numbers. Keeps nothing but the engine.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is public, in whatever module")]

use crate::{OneThread, input, is_selector};
use effortlet_core::json::to_json;
use effortlet_core::source::parse;
use effortlet_core::{definition, engine::Engine, engine::Needs, memory::Memory, time::Timestamp};
use serde::Serialize;
use alloc::{boxed::Box, string::String, vec::Vec};
use core::cell::Cell;
use wasm_bindgen::prelude::*;

/// The engine of this page, if it was started. Like its definition it lives as long as the page.
static ENGINE: OneThread<Cell<Option<&'static mut Engine<'static>>>> = OneThread(Cell::new(None));

/// What `start` tells, as JSON.
#[derive(Serialize)]
struct Started<'a> {
    /// The ids of the surveys that run.
    surveys: Vec<&'a str>,
    /// How many mistakes the definition has; `check.js` says which.
    problems: usize,
    /// Whether answers have somewhere to go.
    endpoint: bool,
    needs: Needs<'a>,
}

/// Starts anew with a definition and the templates as JSON. `seed` is 64 random bits, `memory` what
/// was remembered as JSON, `languages` tags in lower case joined by commas, the most wanted first.
#[wasm_bindgen]
pub fn start(
    at: f64,
    seed: u64,
    definition: &str,
    templates: &str,
    memory: &str,
    languages: String,
) -> String {
    // They live as long as their page; the engine borrows from them.
    let [document, templates] = [definition, templates].map(|text| &*Box::leak(Box::new(parse(text))));
    let (definition, problems) = definition::read(document, templates, is_selector);
    let memory = Memory::read(&parse(memory), Timestamp::from_js(at));
    let engine = Engine::new(definition, memory, languages, seed);
    let mut surveys = Vec::new();
    for survey in &engine.definition().surveys {
        surveys.push(survey.id);
    }
    let endpoint = engine.definition().endpoint;
    let told = to_json(&Started { surveys, problems: problems.len(), endpoint, needs: engine.needs() });
    ENGINE.0.set(Some(Box::leak(Box::new(engine))));
    told
}

/// Something happened; what is to be done, in order, as a JSON list. Empty before `start`, and for
/// what is not known. `input.rs` says what each text and number means.
#[wasm_bindgen]
pub fn step(at: f64, happened: &str, text: &str, a: f64, b: f64, c: f64, d: f64) -> String {
    let at = Timestamp::from_js(at);
    let Some(engine) = ENGINE.0.take() else { return String::new() };
    let input = input::read(at, happened, text, [a, b, c, d]);
    let effects = input.map(|input| engine.step(at, input)).unwrap_or_default();
    ENGINE.0.set(Some(engine));
    if effects.is_empty() { String::new() } else { to_json(&effects) }
}

/// Why a survey is not shown now, as JSON; empty for a survey that does not run.
#[wasm_bindgen]
pub fn explain(at: f64, survey: &str) -> String {
    let Some(engine) = ENGINE.0.take() else { return String::new() };
    let explanation = engine.explain(Timestamp::from_js(at), survey);
    ENGINE.0.set(Some(engine));
    explanation.map(|explanation| to_json(&explanation)).unwrap_or_default()
}
