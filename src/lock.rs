//! Keeps two tabs from showing a nudge at once: the Web Locks API, held while ours is on display.
//!
//! Where it is missing or refuses, a lease in storage, in a file that only such a page loads. Never
//! holds anything once it is dropped, also what was asked for before.

mod lease;

use crate::page::{bare_object, promised, when, window};
use js_sys::{Function, Promise, Reflect};
use lease::Lease;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

const NAME: &str = "effortlet";

#[must_use = "dropping it releases the lock"]
pub(crate) struct Lock {
    state: Rc<State>,
}

struct State {
    load_lease: Function,
    lease: RefCell<Option<Rc<Lease>>>,
    /// Gives the lock back to the browser, while it is ours.
    let_go: RefCell<Option<Function>>,
    is_dropped: Cell<bool>,
}

impl Lock {
    /// `load_lease` resolves to the module of `fallback/lease.js`.
    pub(crate) fn open(load_lease: Function) -> Self {
        let is_dropped = Cell::new(false);
        Self { state: Rc::new(State { load_lease, lease: RefCell::default(), let_go: RefCell::default(), is_dropped }) }
    }

    /// Tells true once the lock is ours, false when another tab has it.
    pub(crate) fn claim(&self, tell: Rc<dyn Fn(bool)>) {
        let granted = Closure::<dyn Fn(JsValue) -> JsValue>::new({
            let (state, tell) = (self.state.clone(), tell.clone());
            move |lock: JsValue| state.grant(!lock.is_falsy(), &*tell)
        });
        let options = bare_object();
        let _ = Reflect::set(&options, &"ifAvailable".into(), &true.into());
        let locks = window().navigator().unchecked_into::<Locking>().locks();
        let ended = promised(locks.request(NAME, &options, granted.as_ref().unchecked_ref()));
        let state = self.state.clone();
        when(&ended, move |ended| {
            // The browser may call it until here, also when this lock is gone.
            drop(granted);
            if ended.is_err() {
                state.claim_lease(tell);
            }
        });
    }

    pub(crate) fn release(&self) {
        self.state.release();
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.state.is_dropped.set(true);
        self.state.release();
        self.state.lease.take();
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

    fn claim_lease(self: Rc<Self>, tell: Rc<dyn Fn(bool)>) {
        if self.is_dropped.get() {
            return;
        }
        when(&promised(self.load_lease.call0(&JsValue::UNDEFINED)), move |module| {
            if self.is_dropped.get() {
                return;
            }
            let opened = self.lease.take().or_else(|| Some(Rc::new(Lease::open(module.ok()?)?)));
            self.lease.borrow_mut().clone_from(&opened);
            match opened {
                Some(lease) => lease.claim(tell),
                // A file that cannot be had leaves what is remembered to keep the tabs apart.
                None => tell(true),
            }
        });
    }

    fn release(&self) {
        if let Some(let_go) = self.let_go.take() {
            let _ = let_go.call0(&JsValue::UNDEFINED);
        }
        let lease = self.lease.borrow().clone();
        if let Some(lease) = lease {
            lease.release();
        }
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
