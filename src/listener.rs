//! Listening. Always passive, since a guest stops no event; a listener hears until it is dropped.
//!
//! Never polls, and never hears what nobody asked for.

use crate::clock::{Timer, after};
use crate::page::{Callback, callback, function};
use effortlet_core::time::Duration;
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, Event, EventTarget};

/// On whose way an event is heard.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Phase {
    /// Its way down to the target: no handler of the page can hide it.
    Capture,
    /// Its way up, which most of what happens to a target's children never goes.
    Bubble,
}

/// Hears one event or several of a target.
#[must_use = "dropping it ends the listening"]
pub(crate) struct Listener {
    target: EventTarget,
    names: &'static [&'static str],
    phase: Phase,
    closure: Callback,
}

/// Listens in the capture phase, so that no handler of the page can hide an event from us.
pub(crate) fn listen(
    target: &EventTarget,
    names: &'static [&'static str],
    call: impl Fn(Event) + 'static,
) -> Listener {
    Listener::new(target, names, Phase::Capture, hearing(call))
}

/// The same for what happens to the target itself, not to what is in it.
pub(crate) fn listen_at(
    target: &EventTarget,
    names: &'static [&'static str],
    call: impl Fn(Event) + 'static,
) -> Listener {
    Listener::new(target, names, Phase::Bubble, hearing(call))
}

impl Listener {
    fn new(target: &EventTarget, names: &'static [&'static str], phase: Phase, closure: Callback) -> Self {
        let listener = Self { target: target.clone(), names, phase, closure };
        for name in names {
            add(target, name, &listener.closure, phase);
        }
        listener
    }
}

/// What JavaScript calls with an event.
pub(crate) fn hearing(call: impl Fn(Event) + 'static) -> Callback {
    callback(move |event| call(event.unchecked_into()))
}

impl Drop for Listener {
    fn drop(&mut self) {
        for name in self.names {
            remove(&self.target, name, &self.closure, self.phase);
        }
    }
}

/// A function of the browser's own hears an event, and nothing of ours is called.
#[must_use = "dropping it ends the listening"]
pub(crate) struct Unheard {
    target: EventTarget,
    name: &'static str,
    function: Function,
}

impl Unheard {
    pub(crate) fn begin(target: &EventTarget, name: &'static str, function: Function) -> Self {
        let _ = add_to(target, name, &function, &JsValue::TRUE);
        Self { target: target.clone(), name, function }
    }
}

impl Drop for Unheard {
    fn drop(&mut self) {
        let _ = remove_from(&self.target, self.name, &self.function, true);
    }
}

/// Hears what comes many times a second: one event, and the next only after a rest, so that those
/// between cost the page nothing. What is heard by one sampler shares its timer.
pub(crate) struct Sampler {
    rest: Duration,
    /// Made once: it is armed again and again.
    once: AddEventListenerOptions,
    samples: RefCell<Vec<Rc<Sample>>>,
    timer: RefCell<Option<Timer>>,
}

struct Sample {
    target: EventTarget,
    name: &'static str,
    closure: Callback,
    /// Whether it has heard something since it was armed.
    has_heard: Cell<bool>,
    /// Called when it is armed again.
    then: Rc<dyn Fn()>,
}

/// Ends the listening of a sampler when it is dropped.
#[must_use = "dropping it ends the listening"]
pub(crate) struct Sampled {
    sampler: Rc<Sampler>,
    samples: Vec<Rc<Sample>>,
}

impl Sampler {
    pub(crate) fn new(rest: Duration) -> Rc<Self> {
        Rc::new(Self { rest, once: options(Phase::Capture, Often::Once), samples: RefCell::default(), timer: RefCell::default() })
    }

    /// `then` is called after each rest that followed something heard.
    pub(crate) fn listen(
        self: &Rc<Self>,
        target: &EventTarget,
        names: &'static [&'static str],
        call: impl Fn(Event) + 'static,
        then: impl Fn() + 'static,
    ) -> Sampled {
        self.listen_to(target, names, Rc::new(call), Rc::new(then))
    }

    fn listen_to(
        self: &Rc<Self>,
        target: &EventTarget,
        names: &'static [&'static str],
        call: Rc<dyn Fn(Event)>,
        then: Rc<dyn Fn()>,
    ) -> Sampled {
        let mut samples = Vec::new();
        for name in names {
            let sample = Rc::new_cyclic(|own: &std::rc::Weak<Sample>| {
                let (sampler, own, call) = (Rc::downgrade(self), own.clone(), call.clone());
                let closure = hearing(move |event| {
                    if let (Some(sampler), Some(sample)) = (sampler.upgrade(), own.upgrade()) {
                        sample.has_heard.set(true);
                        sampler.begin_rest();
                    }
                    call(event);
                });
                Sample { target: target.clone(), name, closure, has_heard: Cell::new(false), then: then.clone() }
            });
            sample.arm(&self.once);
            self.samples.borrow_mut().push(sample.clone());
            samples.push(sample);
        }
        Sampled { sampler: self.clone(), samples }
    }

    fn begin_rest(self: &Rc<Self>) {
        let mut timer = self.timer.borrow_mut();
        if timer.is_none() {
            let sampler = Rc::downgrade(self);
            *timer = Some(after(self.rest, move || {
                if let Some(sampler) = sampler.upgrade() {
                    sampler.end_rest();
                }
            }));
        }
    }

    fn end_rest(&self) {
        let timer = self.timer.take();
        let heard: Vec<_> = self.samples.borrow().iter().filter(|it| it.has_heard.take()).cloned().collect();
        heard.iter().for_each(|it| it.arm(&self.once));
        // Whatever is called may end the listening of any of them.
        heard.iter().for_each(|it| (it.then)());
        drop(timer);
    }
}

impl Sample {
    fn arm(&self, once: &AddEventListenerOptions) {
        let _ = add_to(&self.target, self.name, function(&self.closure), once);
    }
}

impl Drop for Sampled {
    fn drop(&mut self) {
        let mut all = self.sampler.samples.borrow_mut();
        for sample in &self.samples {
            all.retain(|it| !Rc::ptr_eq(it, sample));
            remove(&sample.target, sample.name, &sample.closure, Phase::Capture);
        }
    }
}

/// Begins to listen. For events that only a definition names; all others are a `Listener`'s.
pub(crate) fn add(target: &EventTarget, name: &str, closure: &Callback, phase: Phase) {
    let _ = add_to(target, name, function(closure), &options(phase, Often::Always));
}

/// How often a listener is called before the browser ends it.
#[derive(PartialEq)]
enum Often {
    Once,
    Always,
}

fn options(phase: Phase, often: Often) -> AddEventListenerOptions {
    let options = AddEventListenerOptions::new();
    options.set_capture(phase == Phase::Capture);
    options.set_passive(true);
    options.set_once(often == Often::Once);
    options
}

/// Ends what `add` began.
pub(crate) fn remove(target: &EventTarget, name: &str, closure: &Callback, phase: Phase) {
    let _ = remove_from(target, name, function(closure), phase == Phase::Capture);
}

/// Not by name, which an element of the page may have: see `page/own.rs`. Whatever a page has put in
/// the place of these may throw.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["EventTarget", "prototype", "addEventListener"], js_name = call, catch)]
    fn add_to(target: &EventTarget, name: &str, call: &Function, options: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["EventTarget", "prototype", "removeEventListener"], js_name = call, catch)]
    fn remove_from(target: &EventTarget, name: &str, call: &Function, capture: bool) -> Result<(), JsValue>;
}
