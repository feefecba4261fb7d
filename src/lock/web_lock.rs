//! A lock of the Web Locks API: asked for, held, given back.
//!
//! Never holds anything once it is dropped, also what was asked for before. Where there is no such API,
//! or it refuses, whoever asks is told so.

use crate::page::{promised, when, window};
use js_sys::{Function, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[derive(Default)]
#[must_use = "dropping it releases the lock"]
pub(super) struct WebLock {
    state: Rc<State>,
}

#[derive(Default)]
struct State {
    /// Gives the lock back to the browser, while it is ours.
    let_go: RefCell<Option<Function>>,
    is_dropped: Cell<bool>,
}

impl WebLock {
    /// Tells whether it is ours, which it may not be where the options say `ifAvailable`; calls `refused` where
    /// it cannot be asked for.
    pub(super) fn request(&self, name: &str, options: &JsValue, tell: impl Fn(bool) + 'static, refused: impl FnOnce() + 'static) {
        let state = self.state.clone();
        let granted = Closure::<dyn Fn(JsValue) -> JsValue>::new(move |lock: JsValue| state.grant(!lock.is_falsy(), &tell));
        let locks = window().navigator().unchecked_into::<Locking>().locks();
        let ended = promised(locks.request(name, options, granted.as_ref().unchecked_ref()));
        let state = self.state.clone();
        when(&ended, move |ended| {
            // The browser may call it until here, also when this lock is gone.
            drop(granted);
            if ended.is_err() && !state.is_dropped.get() {
                refused();
            }
        });
    }

    pub(super) fn release(&self) {
        if let Some(let_go) = self.state.let_go.take() {
            let _ = let_go.call0(&JsValue::UNDEFINED);
        }
    }
}

impl Drop for WebLock {
    fn drop(&mut self) {
        self.state.is_dropped.set(true);
        self.release();
    }
}

impl State {
    /// Gives what the browser is to wait for before it takes the lock back.
    fn grant(&self, is_ours: bool, tell: &dyn Fn(bool)) -> JsValue {
        if self.is_dropped.get() {
            return JsValue::UNDEFINED;
        }
        let mut held = JsValue::UNDEFINED;
        if is_ours {
            held = Promise::new(&mut |resolve, _| *self.let_go.borrow_mut() = Some(resolve)).into();
        }
        tell(is_ours);
        held
    }
}

/// What web-sys lacks.
#[wasm_bindgen]
extern "C" {
    type Locking;
    type LockManager;

    /// Undefined where there is none, as on every page without HTTPS.
    #[wasm_bindgen(method, getter)]
    fn locks(this: &Locking) -> LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &JsValue, call: &Function) -> Result<JsValue, JsValue>;
}
