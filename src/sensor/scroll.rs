//! How far the page is scrolled, or what scrolls within it.
//!
//! Layout is read by a timer, never inside an event.

use super::scroller::foremost;
use crate::clock::{Delay, now};
use crate::listener::{Listener, Sampled, Sampler, listen};
use crate::page::{document, first, number_property, window};
use effortlet_core::signal::{Reading, Signal};
use effortlet_core::time::{Duration, Timestamp};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// Scrolling that goes on without a longer gap is still the act that began it: a swipe runs out.
const GAP: Duration = Duration(200);

/// What is read as the page scrolls.
pub(super) struct Readings {
    pub(super) signal: fn(String, Reading) -> Signal,
    pub(super) measure: Box<dyn Fn(&str) -> Option<Measured>>,
    /// What this is asked of.
    pub(super) names: Vec<String>,
}

/// What scrolls, and the height of what is in it.
pub(super) struct Measured {
    pub(super) scroller: Element,
    pub(super) height: f64,
}

pub(super) struct Scroll {
    tell: Rc<dyn Fn(Signal)>,
    acted: Rc<Cell<Timestamp>>,
    /// From an event to reading the layout, and from there to the next.
    pause: Duration,
    readings: RefCell<Vec<Readings>>,
    /// What was read last.
    targets: RefCell<Vec<Element>>,
    soon: Delay,
}

/// Reads for as long as it is there.
pub(super) struct Scrolling {
    _scroll: Rc<Scroll>,
    _leaps: Listener,
    _movement: Sampled,
}

impl Readings {
    /// By selectors, or by an empty text for the page itself.
    pub(super) fn of_page(names: Vec<String>) -> Self {
        Self { signal: Signal::Scrolled, measure: Box::new(measure), names }
    }
}

impl Scroll {
    /// `acted` is when the visitor last did more than move a pointer.
    pub(super) fn new(tell: Rc<dyn Fn(Signal)>, acted: Rc<Cell<Timestamp>>, pause: Duration) -> Rc<Self> {
        Rc::new(Self {
            tell,
            acted,
            pause,
            readings: RefCell::default(),
            targets: RefCell::default(),
            soon: Delay::default(),
        })
    }

    pub(super) fn add(&self, readings: Readings) {
        self.readings.borrow_mut().push(readings);
    }

    /// The sampler has the same pause.
    pub(super) fn follow(self: Rc<Self>, sampler: &Rc<Sampler>) -> Scrolling {
        // A press that was a click, or a key that led back, scrolls by a link, a script or the browser.
        let leaps = listen(&window(), &["click", "popstate"], {
            let acted = self.acted.clone();
            move |_| acted.set(Timestamp::default())
        });
        let (mover, reader) = (self.clone(), self.clone());
        let movement =
            sampler.listen(&window(), &["scroll", "resize"], move |event| mover.note(&event), move || reader.read());
        Scrolling { _scroll: self, _leaps: leaps, _movement: movement }
    }

    pub(super) fn read_soon(self: &Rc<Self>) {
        let own = Rc::downgrade(self);
        self.soon.begin_once(self.pause, move || {
            if let Some(scroll) = own.upgrade() {
                scroll.read();
            }
        });
    }

    fn note(&self, event: &Event) {
        let Some(target) = event.target() else { return };
        let is = |it: &JsValue| *it == **target;
        let is_read = || self.targets.borrow().iter().any(|it| is(it));
        if (is(&document()) || is_read()) && self.idle().0 < self.pause.0 + GAP.0 {
            self.acted.set(now());
        }
    }

    fn idle(&self) -> Duration {
        now() - self.acted.get()
    }

    pub(super) fn read(&self) {
        let mut targets = Vec::new();
        let mut signals = Vec::new();
        for Readings { signal, measure, names } in &*self.readings.borrow() {
            for name in names {
                if let Some(measured) = measure(name) {
                    signals.push(signal(name.clone(), self.reading(&measured)));
                    targets.push(measured.scroller);
                }
            }
        }
        *self.targets.borrow_mut() = targets;
        signals.into_iter().for_each(|signal| (self.tell)(signal));
    }

    /// Its place is a fraction where the page is zoomed.
    fn reading(&self, Measured { scroller, height }: &Measured) -> Reading {
        Reading {
            top: number_property(scroller, "scrollTop"),
            view: scroller.client_height().into(),
            height: *height,
            // Since the visitor acted until the page moved, which was up to a pause ago.
            idle: Duration((self.idle().0 - self.pause.0).max(0)),
        }
    }
}

fn measure(name: &str) -> Option<Measured> {
    let scroller = if name.is_empty() { foremost() } else { first(name) }?;
    let height = scroller.scroll_height().into();
    Some(Measured { scroller, height })
}
