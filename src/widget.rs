//! What JavaScript may call. `loader/module.js` calls it, in the order in which the page did.
//!
//! Keeps nothing but the widget that runs.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is public, in whatever module")]

use crate::edition::EDITION;
use crate::page::{entries, number_text, plain};
use crate::value::{scalar, text};
use crate::runtime::{Opened, Runtime, allow};
use crate::sensor::properties;
use crate::shelf::{Device, Use};
use crate::source::Source;
use effortlet_core::engine::Input;
use effortlet_core::response::limits::LONGEST_FACT;
use effortlet_core::response::{Context, Fact};
use effortlet_core::signal::Signal;
use effortlet_core::source::Value;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The one widget of this page.
    static RUNNING: RefCell<Option<(Opened, Source)>> = const { RefCell::new(None) };
    /// The device as far as it may be used: what only memory has outlives a widget.
    static DEVICE: Rc<Device> = Device::open(Use::All);
}

/// Reads the definition, in place of what ran before. `source.rs` says what is given. Nothing is
/// armed before `arm`.
#[wasm_bindgen]
pub fn start(given: JsValue) -> JsValue {
    stop();
    begin(Source::read(given, EDITION.observe))
}

pub(crate) fn begin(source: Source) -> JsValue {
    let opened = Runtime::open(EDITION, &source, device());
    let surveys = opened.surveys.iter().map(|id| Value::from(*id)).collect();
    // The ids of the surveys that can be asked, and how many mistakes the definition has.
    let problems = Value::Number(opened.problems as f64);
    let started = plain(&Value::given(&mut [("surveys", Value::List(surveys)), ("problems", problems)]));
    RUNNING.set(Some((opened, source)));
    started
}

/// From the next nudge on what a definition asks is said in another language. Given as to `start`, of
/// which only what is said counts.
#[wasm_bindgen]
pub fn speak(given: JsValue) {
    if let Some(runtime) = running() {
        runtime.speak(&Source::read(given, None));
    }
}

/// Listens, and posts what waits.
#[wasm_bindgen]
pub fn arm() {
    RUNNING.with_borrow(|running| {
        if let Some((opened, source)) = running {
            opened.runtime.arm(source, !opened.surveys.is_empty());
        }
    });
}

/// Takes everything back but what is kept on the device, what stands unsent in a text among it.
#[wasm_bindgen]
pub fn stop() {
    if let Some(runtime) = running() {
        runtime.tell_draft();
    }
    end();
    device().rest();
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

/// What may be kept on the device from now on: `granted` all, `denied` nothing, anything else nothing new.
/// What is there is erased in `loader/stored.js`.
#[wasm_bindgen]
pub fn consent(says: &str) {
    let allowed = match says {
        "granted" => Use::All,
        "denied" => Use::Nothing,
        _ => Use::NothingNew,
    };
    allow(&device(), allowed, running());
}

/// Lets go of all that memory has in place of the device, once nothing runs.
#[wasm_bindgen]
pub fn erase() {
    device().let_go();
}

/// Something happened that triggers can wait for, and what is told of it.
#[wasm_bindgen]
pub fn track(name: String, told: &JsValue) {
    tell(Input::Signal(Signal::Event(name, properties(told))));
}

/// What the page tells of its visitor; what is no text, finite number or flag is left out.
#[wasm_bindgen]
pub fn identify(told: &JsValue) {
    let mut traits = Context::default();
    for (name, it) in entries(told) {
        let fact = text(&it, LONGEST_FACT).map(Fact::Text);
        if let Some(fact) = fact.or_else(|| Fact::of(&scalar(&it))) {
            traits.tell(&name, fact, number_text);
        }
    }
    if let Some(runtime) = running() {
        runtime.identify(traits);
    }
}

/// How far a survey is; undefined for one that does not run.
#[wasm_bindgen]
pub fn explain(survey: &str) -> JsValue {
    running().and_then(|it| it.explain(survey)).map_or(JsValue::UNDEFINED, |it| plain(&it.to_value()))
}

fn device() -> Rc<Device> {
    DEVICE.with(Rc::clone)
}

fn tell(input: Input) {
    if let Some(runtime) = running() {
        runtime.tell(input);
    }
}

pub(crate) fn running() -> Option<Rc<Runtime>> {
    RUNNING.with_borrow(|running| Some(running.as_ref()?.0.runtime.clone()))
}
