//! What happens in the page, reported as signals. One file for each thing we listen to.
//!
//! Listens only to what a trigger needs. Never stops, delays or changes an event of the page.

mod route;
mod visible;
mod attention;
mod exit;
mod scroll;
mod scroller;
mod click;
mod marked;
mod element_end;
mod dom_event;
mod data_layer;
mod event;
mod swipe;
mod leaving;
mod follow;

pub(crate) use event::properties;

use crate::listener::Sampler;
use crate::page::text_property;
use effortlet_core::engine::Needs;
use effortlet_core::signal::Signal;
use effortlet_core::time::{Duration, Timestamp};
use js_sys::Function;
use scroll::Scroll;
use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// What the sensors of most definitions do; in this order, since what needs a page view comes after it.
pub(crate) const ORDINARY: [Kind; 6] =
    [visible::watch, attention::watch, scroll::watch, route::watch, exit::watch, click::watch];

/// The same and what few definitions ask for.
pub(crate) const FULL: [Kind; 12] = [
    visible::watch,
    attention::watch,
    scroll::watch,
    route::watch,
    exit::watch,
    click::watch_words,
    marked::watch,
    leaving::watch,
    swipe::watch,
    element_end::watch,
    dom_event::watch,
    data_layer::watch,
];

/// Between two events that are heard of what goes on and on, and between one and reading the layout:
/// often enough for whoever reads what passes, and seldom enough to cost a page that is scrolled next
/// to nothing.
const GLANCE: Duration = Duration(1_500);

/// Begins to listen to what a definition needs; nothing where it needs nothing of this kind.
pub(crate) type Kind = fn(&Needs<'_>, &Rc<Common>) -> Option<Sensor>;

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
    surroundings: Surroundings,
    /// When the visitor last did more than move a pointer.
    acted: Rc<Cell<Timestamp>>,
    /// Hears what goes on and on.
    glances: Rc<Sampler>,
    scroll: OnceCell<Rc<Scroll>>,
    /// Called after each page view was told.
    turned: RefCell<Vec<Rc<dyn Fn()>>>,
}

#[must_use = "dropping it ends all listening"]
pub(crate) struct Sensors {
    _sensors: Vec<Sensor>,
}

pub(crate) fn sense(needs: &Needs<'_>, kinds: &'static [Kind], surroundings: Surroundings) -> Sensors {
    let common = Rc::new(Common {
        surroundings,
        acted: Rc::default(),
        glances: Sampler::new(GLANCE),
        scroll: OnceCell::new(),
        turned: RefCell::default(),
    });
    Sensors { _sensors: kinds.iter().filter_map(|watch| watch(needs, &common)).collect() }
}

impl Common {
    fn tell(&self) -> Rc<dyn Fn(Signal)> {
        self.surroundings.tell.clone()
    }

    fn at_each_turn(&self, call: impl Fn() + 'static) {
        self.turned.borrow_mut().push(Rc::new(call));
    }
}

/// What an event passes on its way, inside out, through open shadow roots; nothing where it is in the
/// nudge. Not all of it is elements: what one of them is asked may fail.
fn path_in_page(event: &Event) -> Vec<Element> {
    let path: Vec<Element> = event.composed_path().iter().map(|it| it.unchecked_into()).collect();
    let is_ours = path.iter().any(|it| text_property(it, "localName") == "effortlet-nudge");
    if is_ours { Vec::new() } else { path }
}

/// Each text once.
fn distinct(texts: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !all.iter().any(|it| it == text) {
            all.push((*text).into());
        }
    }
    all
}
