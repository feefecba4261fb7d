//! What the page calls, followed by JavaScript that stands in its place.
//!
//! It has to work for the page whatever becomes of us: a function of the wasm would throw once the
//! widget has ended, and ours never unwraps, since somebody else may have wrapped it again.

use crate::page::{method, when};
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::AbortController;

/// Ends the following when it is dropped.
#[must_use = "dropping it ends the following"]
pub(super) struct Following {
    controller: Option<AbortController>,
    _closure: Rc<Closure<dyn Fn(JsValue)>>,
}

/// Loads a module and has a function of it call, until the signal that it is given too.
pub(super) fn follow(load: &Function, name: &'static str, call: impl Fn(JsValue) + 'static) -> Following {
    let closure = Rc::new(Closure::<dyn Fn(JsValue)>::new(call));
    let controller = AbortController::new().ok();
    if let (Some(controller), Ok(loading)) = (&controller, load.call0(&JsValue::UNDEFINED)) {
        let signal = controller.signal();
        let closure = closure.clone();
        when(loading.unchecked_ref::<Promise>(), move |module| {
            if let Some(follow) = module.ok().and_then(|it| method(&it, name)) {
                let _ = follow.call2(&JsValue::UNDEFINED, (*closure).as_ref(), &signal);
            }
        });
    }
    Following { controller, _closure: closure }
}

impl Drop for Following {
    fn drop(&mut self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}
