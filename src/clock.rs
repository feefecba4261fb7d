//! Now, later and chance. The only file that asks the browser for them.
//!
//! Never polls: each timer calls once.

use crate::page::{call, call_once, function, property, window};
use effortlet_core::time::{Duration, Timestamp};
use gloo_timers::callback::Timeout;
use js_sys::{Date, Uint32Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Crypto, MessageChannel};

/// The longest wait that a browser keeps, about 24 days: 2^31 − 1 ms. What is due later is looked at again then.
const LONGEST: i64 = i32::MAX as i64;

/// Calls once, unless it is dropped before.
#[must_use = "dropping it cancels the call"]
pub(crate) struct Timer {
    _timeout: Timeout,
}

/// Milliseconds since 1970, by the visitor's clock.
pub(crate) fn now() -> Timestamp {
    Timestamp::from_js(Date::now())
}

/// The visitor's clock from some moment on, as if nobody set it back: what is to come in 5 seconds comes in
/// 5 seconds. Set ahead it is believed, for a computer that slept looks the same.
pub(crate) struct Clock {
    /// When the page began, by the visitor's clock of that moment.
    origin: f64,
}

impl Clock {
    pub(crate) fn begin() -> Self {
        Self { origin: Date::now() - elapsed() }
    }

    pub(crate) fn now(&self) -> Timestamp {
        now().max(Timestamp::from_js(self.origin + elapsed()))
    }
}

/// Milliseconds since the page began, whatever is done to the visitor's clock; 0 where the page has taken that away.
fn elapsed() -> f64 {
    call(&property(&window(), "performance"), "now", &[]).as_f64().unwrap_or_default()
}

pub(crate) fn after(span: Duration, call: impl FnOnce() + 'static) -> Timer {
    let span = span.0.clamp(0, LONGEST) as u32;
    let call: Box<dyn FnOnce()> = Box::new(call);
    Timer { _timeout: Timeout::new(span, call) }
}

/// A call that waits, one at a time. Dropping it cancels the call.
#[derive(Default)]
pub(crate) struct Delay {
    timer: Rc<RefCell<Option<Timer>>>,
}

impl Delay {
    pub(crate) fn is_waiting(&self) -> bool {
        self.timer.borrow().is_some()
    }

    /// In the place of the call that waits.
    pub(crate) fn begin(&self, span: Duration, call: impl FnOnce() + 'static) {
        let own = Rc::downgrade(&self.timer);
        let timer = after(span, move || {
            let timer = own.upgrade().and_then(|it| it.take());
            call();
            drop(timer);
        });
        drop(self.timer.replace(Some(timer)));
    }

    /// Unless a call waits already.
    pub(crate) fn begin_once(&self, span: Duration, call: impl FnOnce() + 'static) {
        if !self.is_waiting() {
            self.begin(span, call);
        }
    }
}

/// Calls in a task of its own, at once. A timer would wait, longer in hidden tabs.
pub(crate) fn soon(call: impl FnOnce() + 'static) {
    let Ok(channel) = MessageChannel::new() else { return call() };
    let (receiver, sender) = (channel.port1(), channel.port2());
    let held = call_once(move |_| call());
    receiver.set_onmessage(held.borrow().as_ref().map(function));
    let _ = sender.post_message(&JsValue::NULL);
}

/// 64 bits of randomness.
pub(crate) fn seed() -> u64 {
    let bits = Uint32Array::new_with_length(2);
    let crypto: Crypto = property(&window(), "crypto").unchecked_into();
    let _ = crypto.get_random_values_with_array_buffer_view(&bits);
    u64::from(bits.get_index(0)) << 32 | u64::from(bits.get_index(1))
}

/// Of the visitor's clock, to the east.
pub(crate) fn minutes_from_utc() -> f64 {
    -Date::new_0().get_timezone_offset()
}
