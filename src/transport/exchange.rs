//! One post, until its reply is read or its time is over: an endpoint that never answers does not hold
//! one of the page's connections for longer.
//!
//! Never tells anything twice.

use super::retry_after::wait;
use crate::clock::{Timer, after};
use crate::page::{method, promised, property, when};
use effortlet_core::outbox::{LONGEST_POST, Reply};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, Headers};

type Done = Box<dyn FnOnce(Reply)>;

pub(super) struct Exchange {
    abort: Option<AbortController>,
    timer: RefCell<Option<Timer>>,
    done: RefCell<Option<Done>>,
}

impl Exchange {
    pub(super) fn begin(done: impl FnOnce(Reply) + 'static) -> Rc<Self> {
        let done: Done = Box::new(done);
        let exchange = Rc::new(Self { abort: AbortController::new().ok(), timer: RefCell::default(), done: RefCell::new(Some(done)) });
        let late = exchange.clone();
        *exchange.timer.borrow_mut() = Some(after(LONGEST_POST, move || late.end(Reply::default())));
        exchange
    }

    /// What ends it.
    pub(super) fn abort(&self) -> Option<&AbortController> {
        self.abort.as_ref()
    }

    /// A reply has begun, or there is none.
    pub(super) fn hear(self: Rc<Self>, replied: Result<JsValue, JsValue>) {
        // The page may have put something else in the place of a reply.
        let Some((reply, read)) = replied.ok().and_then(|it| Some((it.clone(), method(&it, "text")?))) else {
            return self.end(Reply::default());
        };
        when(&promised(read.call0(&reply)), move |text| {
            let text = text.ok().and_then(|it| it.as_string());
            self.end(text.map(|text| reply_of(&reply, &text)).unwrap_or_default());
        });
    }

    fn end(&self, reply: Reply) {
        let Some(done) = self.done.take() else { return };
        let timer = self.timer.take();
        if let Some(abort) = &self.abort {
            abort.abort();
        }
        done(reply);
        drop(timer);
    }
}

fn reply_of(reply: &JsValue, text: &str) -> Reply {
    let status = property(reply, "status").as_f64().unwrap_or_default() as u16;
    let headers: Headers = property(reply, "headers").unchecked_into();
    let header = |name| headers.get(name).ok()?;
    let retry_after = header("retry-after").and_then(|after| wait(&after, header("date")));
    let kind = header("content-type").unwrap_or_default();
    Reply::new(status, property(reply, "redirected").is_truthy(), &kind, retry_after, text)
}
