//! What JavaScript may ask of the engine. Keeps nothing but the engine.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is public, in whatever module")]

use crate::{OneThread, input, output};
use crate::page::is_selector;
use effortlet_core::source::parse;
use effortlet_core::{definition, engine::Engine, memory::Memory, time::Timestamp};
use alloc::boxed::Box;
use core::cell::Cell;
use wasm_bindgen::prelude::*;

/// The engine of this page, if it was started. Like its definition it lives as long as the page.
static ENGINE: OneThread<Cell<Option<&'static mut Engine<'static>>>> = OneThread(Cell::new(None));

/// Starts anew with a definition and the templates as JSON. `seed` is 64 random bits, `memory` what
/// was remembered as JSON, `languages` tags in lower case joined by commas, the most wanted first.
#[wasm_bindgen]
pub fn start(at: f64, seed: u64, definition: &str, templates: &str, memory: &str, languages: &str) {
    // They live as long as their page; the engine borrows from them.
    let [document, templates] = [definition, templates].map(|text| &*Box::leak(Box::new(parse(text))));
    let (definition, problems) = definition::read(document, templates, is_selector);
    let (memory, at) = (parse(memory), Timestamp::from_js(at));
    let definition = Box::leak(Box::new(definition));
    let engine = Engine::new(definition, Memory::read(&memory, at), languages.into(), seed);
    let engine = Box::leak(Box::new(engine));
    output::started(problems.len(), definition, engine.needs());
    ENGINE.0.set(Some(engine));
}

/// Something happened; says what is to be done, in order. Nothing before `start`, and for what is
/// not known. `input.rs` says what each text and number means.
#[wasm_bindgen]
pub fn step(at: f64, happened: u32, text: &str, a: f64, b: f64, c: f64, d: f64) {
    let at = Timestamp::from_js(at);
    let Some(engine) = ENGINE.0.take() else { return };
    if let Some(input) = input::read(at, happened, text, [a, b, c, d]) {
        engine.step(at, input, &mut output::effect);
    }
    ENGINE.0.set(Some(engine));
}

/// Says how far a survey is; nothing for one that does not run. The full edition goes on with why it
/// is not shown now; `known` is as with a claim.
#[wasm_bindgen]
pub fn explain(at: f64, survey: &str, known: &str) {
    let Some(engine) = ENGINE.0.take() else { return };
    engine.explain(survey, &mut output::explained);
    #[cfg(feature = "full")]
    output::why(engine, Timestamp::from_js(at), survey, &input::told(&parse(known)));
    #[cfg(not(feature = "full"))]
    let _ = (at, known);
    ENGINE.0.set(Some(engine));
}

/// Says what is known of the page that is open, for a team that looks on.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn overview(at: f64) {
    let Some(engine) = ENGINE.0.take() else { return };
    output::overview(engine.overview(Timestamp::from_js(at)));
    ENGINE.0.set(Some(engine));
}
