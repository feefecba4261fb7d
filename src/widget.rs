//! What JavaScript may call. `loader/module.js` calls it, in the order in which the page did.
//!
//! Keeps nothing but the widget that runs.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is public, in whatever module")]

use crate::edition::EDITION;
use crate::page::{bare_object, entries, plain};
use crate::runtime::{Opened, Runtime, fact};
use crate::sensor::properties;
use crate::source::Source;
use effortlet_core::engine::Input;
use effortlet_core::signal::Signal;
use js_sys::Reflect;
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The one widget of this page.
    static RUNNING: RefCell<Option<(Opened, Source)>> = const { RefCell::new(None) };
}

/// What `start` comes to.
#[derive(Serialize)]
struct Started<'s> {
    /// The ids of the surveys that can be asked.
    surveys: &'s [&'static str],
    /// How many mistakes the definition has.
    problems: usize,
}

/// Reads the definition, in place of what ran before. `source.rs` says what is given. Nothing is
/// armed before `arm`.
#[wasm_bindgen]
pub fn start(given: JsValue) -> JsValue {
    stop();
    begin(Source::read(given, EDITION.observe))
}

pub(crate) fn begin(source: Source) -> JsValue {
    let opened = Runtime::open(EDITION, &source);
    let started = plain(&Started { surveys: &opened.surveys, problems: opened.problems });
    RUNNING.set(Some((opened, source)));
    started
}

/// Listens, and posts what waits.
#[wasm_bindgen]
pub fn arm() {
    RUNNING.with_borrow(|running| {
        if let Some((opened, source)) = running {
            opened.runtime.arm(source, !opened.surveys.is_empty(), opened.has_endpoint);
        }
    });
}

/// Takes everything back but what is kept on the device.
#[wasm_bindgen]
pub fn stop() {
    end();
}

/// Gives what ran.
pub(crate) fn end() -> Option<Source> {
    RUNNING.take().map(|(_, source)| source)
}

/// Whether there is such a survey; where there is, it is shown.
#[wasm_bindgen]
pub fn show(survey: String) -> bool {
    let is_there = RUNNING.with_borrow(|it| it.as_ref().is_some_and(|(opened, _)| opened.surveys.contains(&survey.as_str())));
    tell(Input::Show(survey));
    is_there
}

/// Something happened that triggers can wait for, and what is told of it.
#[wasm_bindgen]
pub fn track(name: String, told: &JsValue) {
    tell(Input::Signal(Signal::Event(name, properties(told))));
}

/// What the page tells of its visitor; what is no text, finite number or flag is left out.
#[wasm_bindgen]
pub fn identify(told: &JsValue) {
    let traits = bare_object();
    for (name, it) in entries(told) {
        if fact(&it).is_some() {
            let _ = Reflect::set(&traits, &name.into(), &it);
        }
    }
    if let Some(runtime) = running() {
        runtime.identify(traits);
    }
}

/// How far a survey is; undefined for one that does not run.
#[wasm_bindgen]
pub fn explain(survey: &str) -> JsValue {
    running().and_then(|it| it.explain(survey)).map_or(JsValue::UNDEFINED, |it| plain(&it))
}

fn tell(input: Input) {
    if let Some(runtime) = running() {
        runtime.tell(input);
    }
}

pub(crate) fn running() -> Option<Rc<Runtime>> {
    RUNNING.with_borrow(|running| Some(running.as_ref()?.0.runtime.clone()))
}
