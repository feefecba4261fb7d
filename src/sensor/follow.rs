//! What the page calls, followed by JavaScript that stands in its place, `src/fallback/`.
//!
//! Not a function of the wasm: it has to work for the page whatever becomes of us, and one of ours would
//! throw once the widget has ended. Never unwraps, since somebody else may have wrapped it again.

use crate::page::{Callback, callback};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::AbortController;

/// Ends the following when it is dropped.
#[must_use = "dropping it ends the following"]
pub(super) struct Following {
    controller: Option<AbortController>,
    closure: Callback,
}

impl Following {
    /// Of nothing yet.
    pub(super) fn new(call: impl Fn(JsValue) + 'static) -> Self {
        Self { controller: AbortController::new().ok(), closure: callback(call) }
    }

    /// A function that calls, until the signal that it is given too.
    pub(super) fn begin(&self, follow: &Function) {
        if let Some(controller) = &self.controller {
            let _ = follow.call2(&JsValue::UNDEFINED, self.closure.as_ref(), &controller.signal());
        }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}
