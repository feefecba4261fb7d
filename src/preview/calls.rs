//! What the panel may call besides what every page may.
//!
//! Does nothing where nothing runs.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is public, in whatever module")]

use super::Preview;
use crate::runtime::Runtime;
use crate::widget;
use effortlet_core::engine::Input;
use effortlet_core::time::Duration;
use std::any::Any;
use wasm_bindgen::prelude::*;

/// All that stands in the panel, see `look.rs`; undefined where nothing runs.
#[wasm_bindgen]
pub fn look() -> JsValue {
    let mut seen = JsValue::UNDEFINED;
    with(|preview, runtime| seen = preview.look(runtime));
    seen
}

/// One of a survey's triggers has come, by its place among them.
#[wasm_bindgen]
pub fn simulate(survey: String, leaf: usize) {
    with(|_, runtime| runtime.tell(Input::Simulate(survey, leaf)));
}

/// Moves the time ahead.
#[wasm_bindgen]
pub fn travel(milliseconds: f64) {
    with(|preview, runtime| {
        preview.ahead.set(Duration(preview.ahead.get().0 + milliseconds as i64));
        runtime.tell(Input::Woke);
    });
}

/// Back to the real time.
#[wasm_bindgen(js_name = comeBack)]
pub fn come_back() {
    with(|preview, runtime| {
        preview.ahead.set(Duration(0));
        runtime.tell(Input::Woke);
    });
}

/// What was done, for the page after, which is given it as `panel.memory`; undefined where nothing runs.
#[wasm_bindgen]
pub fn remembered() -> JsValue {
    let mut texts = JsValue::UNDEFINED;
    with(|preview, _| texts = preview.remembered());
    texts
}

/// Begins anew, as if nobody was ever here.
#[wasm_bindgen]
pub fn forget() {
    with(|preview, _| preview.forget_visitor());
    if let Some(source) = widget::end() {
        widget::begin(source);
        widget::arm();
    }
}

fn with(call: impl FnOnce(&Preview, &Runtime)) {
    let Some(runtime) = widget::running() else { return };
    let Some(observer) = runtime.observer.clone() else { return };
    let observer: &dyn Any = &*observer;
    if let Some(preview) = observer.downcast_ref() {
        call(preview, &runtime);
    }
}
