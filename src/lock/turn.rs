//! A place in the queue of the tabs that post what others have left: the Web Lock `effortlet:post`.
//!
//! Never waits for anything or holds it once it is dropped. Where there are no Web Locks it is
//! everybody's turn, and the receiver keeps what it has already.

use super::web_lock::WebLock;
use crate::page::bare_object;
use js_sys::Reflect;
use std::rc::Rc;
use web_sys::AbortController;

const NAME: &str = "effortlet:post";

#[must_use = "dropping it gives the turn to others"]
pub(crate) struct Turn {
    abort: Option<AbortController>,
    _lock: WebLock,
}

impl Turn {
    /// Calls once when it has come.
    pub(crate) fn wait(come: impl Fn() + 'static) -> Self {
        let abort = AbortController::new().ok();
        let options = bare_object();
        if let Some(abort) = &abort {
            let _ = Reflect::set(&options, &"signal".into(), &abort.signal());
        }
        let lock = WebLock::default();
        let come = Rc::new(come);
        let refused = come.clone();
        lock.request(NAME, &options, move |_| come(), move || refused());
        Self { abort, _lock: lock }
    }
}

impl Drop for Turn {
    /// What was not granted yet is waited for no longer.
    fn drop(&mut self) {
        if let Some(abort) = &self.abort {
            abort.abort();
        }
    }
}
