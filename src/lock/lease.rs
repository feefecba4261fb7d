//! The lease of `fallback/lease.js`, which keeps tabs apart where there are no Web Locks.
//!
//! Never asks again by itself, and never tells anything once it is dropped.

use crate::page::{Callback, callback};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[must_use = "dropping it releases the lease"]
pub(crate) struct Lease {
    inner: Inner,
    /// What is told of the last claim.
    told: RefCell<Option<Callback>>,
}

impl Lease {
    /// Of the module as it was loaded; nothing where it is something else.
    pub(crate) fn open(module: JsValue) -> Option<Self> {
        let inner = module.unchecked_into::<Module>().open_lease().ok()?;
        Some(Self { inner, told: RefCell::default() })
    }

    /// Tells true once the lease is ours, false when another tab has it. Asking again ends a wait.
    pub(crate) fn claim(&self, tell: Rc<dyn Fn(bool)>) {
        let told = callback(move |is_ours: JsValue| tell(!is_ours.is_falsy()));
        let call = told.as_ref().clone();
        let before = self.told.borrow_mut().replace(told);
        let _ = self.inner.claim(call.unchecked_ref());
        drop(before);
    }

    pub(crate) fn release(&self) {
        let _ = self.inner.release();
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.release();
    }
}

#[wasm_bindgen]
extern "C" {
    type Module;
    type Inner;

    #[wasm_bindgen(method, catch, js_name = openLease)]
    fn open_lease(this: &Module) -> Result<Inner, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn claim(this: &Inner, tell: &Function) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn release(this: &Inner) -> Result<(), JsValue>;
}
