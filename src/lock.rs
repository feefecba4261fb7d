//! Keeps two tabs from showing a nudge at once: a Web Lock, held while ours is on display. And from posting
//! the same, in `turn`.
//!
//! Where Web Locks are missing or refuse, a lease in storage, in a file that only such a page loads. Never
//! holds anything once it is dropped, also what was asked for before.

mod lease;
mod turn;
mod web_lock;

pub(crate) use turn::Turn;

use crate::page::{bare_object, promised, when};
use js_sys::{Function, Reflect};
use lease::Lease;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_lock::WebLock;

const NAME: &str = "effortlet";

#[must_use = "dropping it releases the lock"]
pub(crate) struct Lock {
    web_lock: WebLock,
    fallback: Rc<Fallback>,
}

struct Fallback {
    load_lease: Function,
    lease: RefCell<Option<Rc<Lease>>>,
    is_dropped: Cell<bool>,
}

impl Lock {
    /// `load_lease` resolves to the module of `fallback/lease.js`.
    pub(crate) fn open(load_lease: Function) -> Self {
        let fallback = Fallback { load_lease, lease: RefCell::default(), is_dropped: Cell::new(false) };
        Self { web_lock: WebLock::default(), fallback: Rc::new(fallback) }
    }

    /// Tells true once the lock is ours, false when another tab has it.
    pub(crate) fn claim(&self, tell: Rc<dyn Fn(bool)>) {
        let options = bare_object();
        let _ = Reflect::set(&options, &"ifAvailable".into(), &true.into());
        let (fallback, told) = (self.fallback.clone(), tell.clone());
        self.web_lock.request(NAME, &options, move |is_ours| told(is_ours), move || fallback.claim(tell));
    }

    pub(crate) fn release(&self) {
        self.web_lock.release();
        let lease = self.fallback.lease.borrow().clone();
        if let Some(lease) = lease {
            lease.release();
        }
    }

    /// Keeps nothing in storage any more.
    pub(crate) fn leave_device(&self) {
        self.fallback.lease.take();
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.fallback.is_dropped.set(true);
        self.fallback.lease.take();
    }
}

impl Fallback {
    fn claim(self: Rc<Self>, tell: Rc<dyn Fn(bool)>) {
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
}
