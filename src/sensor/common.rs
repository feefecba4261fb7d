//! What the sensors of one page have in common.
//!
//! Never listens to anything itself.

use super::scroll::Scroll;
use crate::listener::Sampler;
use crate::page::text_property;
use effortlet_core::signal::Signal;
use effortlet_core::time::{Duration, Timestamp};
use js_sys::Function;
use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// Between two events that are heard of what goes on and on, and between one and reading the layout:
/// often enough for whoever reads what passes, and seldom enough to cost a page that is scrolled next
/// to nothing.
pub(super) const GLANCE: Duration = Duration(1_500);

/// Listens until it is dropped.
pub(crate) type Sensor = Box<dyn Any>;

/// Who is told, and what is loaded where it is needed.
pub(crate) struct Surroundings {
    pub(crate) tell: Rc<dyn Fn(Signal)>,
    /// A page view begins: its path, its address, and where its visitor came from.
    pub(crate) page: Rc<dyn Fn(String, String, String)>,
    /// The element that a click was meant for, before the click is told.
    pub(crate) clicked: Rc<dyn Fn(&Element)>,
    /// A survey is shown that was opened by the page's own mark.
    pub(crate) entered: Rc<dyn Fn()>,
    /// Resolves to the module `fallback/history.js`.
    pub(crate) load_history: Function,
    /// Of `fallback/data-layer.js`; undefined where no sensor needs it.
    pub(crate) follow_data_layer: Function,
}

/// What the sensors of one page have in common.
pub(crate) struct Common {
    pub(super) surroundings: Surroundings,
    /// When the visitor last did more than move a pointer.
    pub(super) acted: Rc<Cell<Timestamp>>,
    /// Hears what goes on and on.
    pub(super) glances: Rc<Sampler>,
    pub(super) scroll: OnceCell<Rc<Scroll>>,
    /// Called after each page view was told.
    pub(super) turned: RefCell<Vec<Rc<dyn Fn()>>>,
}

impl Common {
    pub(super) fn new(surroundings: Surroundings) -> Rc<Self> {
        Rc::new(Self {
            surroundings,
            acted: Rc::default(),
            glances: Sampler::new(GLANCE),
            scroll: OnceCell::new(),
            turned: RefCell::default(),
        })
    }

    pub(super) fn tell(&self) -> Rc<dyn Fn(Signal)> {
        self.surroundings.tell.clone()
    }

    pub(super) fn at_each_turn(&self, call: impl Fn() + 'static) {
        self.turned.borrow_mut().push(Rc::new(call));
    }
}

/// What an event passes on its way, inside out, through open shadow roots; nothing where it is in the
/// nudge. Not all of it is elements: what one of them is asked may fail.
pub(super) fn path_in_page(event: &Event) -> Vec<Element> {
    let path: Vec<Element> = event.composed_path().iter().map(|it| it.unchecked_into()).collect();
    let is_ours = path.iter().any(|it| text_property(it, "localName") == "effortlet-nudge");
    if is_ours { Vec::new() } else { path }
}

/// Each text once.
pub(super) fn distinct(texts: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !all.iter().any(|it| it == text) {
            all.push((*text).into());
        }
    }
    all
}
