//! Whether the nudge is where it was put: in the page, and with a box.
//!
//! A router, a script or the page's style may take it away. Never puts it back by itself, and never
//! reads the layout inside an event.

use super::focus::{Trail, resume};
use super::observer::PartObserver;
use super::reading::Reading;
use crate::changes::Changes;
use crate::clock::Delay;
use crate::page::{document, elements, window};
use effortlet_core::time::Duration;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// A page may hide everything for a moment, as scripts do that try two versions of it. Paper has no nudge.
const PATIENCE: Duration = Duration::seconds(1);

/// What has become of the nudge.
pub(crate) enum Whereabouts {
    /// It has a box on the screen.
    Seen,
    /// Its element is out of the page, by itself or with the body that it was in.
    Displaced { with_body: bool },
    /// It has no box, or there is nothing to put it back into.
    Lost,
}

#[must_use = "dropping it ends the watching"]
pub(super) struct Presence {
    watch: Rc<Watch>,
    _first: Option<PartObserver>,
}

struct Watch {
    host: HtmlElement,
    root: ShadowRoot,
    trail: Rc<Trail>,
    tell: Rc<dyn Fn(Whereabouts)>,
    /// What it was put into.
    page: RefCell<[Option<Element>; 2]>,
    is_seen: Cell<bool>,
    place: OnceCell<Changes>,
    moved: Delay,
    boxless: Delay,
    reading: OnceCell<Reading>,
}

impl Presence {
    pub(super) fn keep(nudge: (&HtmlElement, &ShadowRoot, &HtmlElement), trail: &Rc<Trail>, tell: Rc<dyn Fn(Whereabouts)>) -> Self {
        let (host, root, card) = nudge;
        let watch = Rc::new(Watch {
            host: host.clone(),
            root: root.clone(),
            trail: trail.clone(),
            tell,
            page: RefCell::new(page()),
            is_seen: Cell::default(),
            place: OnceCell::new(),
            moved: Delay::default(),
            boxless: Delay::default(),
            reading: OnceCell::new(),
        });
        let call = |call: fn(&Rc<Watch>)| {
            let own = Rc::downgrade(&watch);
            move || with(&own, call)
        };
        let place = watch.place.get_or_init(|| Changes::new(&[], call(Watch::find_soon)));
        place.watch_above(host);
        let reading = watch.reading.get_or_init(|| Reading::of(call(Watch::look)));
        // The first frame tells it, also of what has no box.
        let first = PartObserver::observe(card, "0px", 0.0, {
            let look = call(Watch::look);
            move |_| look()
        });
        if first.is_none() {
            reading.soon();
        }
        Self { watch, _first: first }
    }

    pub(super) fn look_soon(&self) {
        if let Some(reading) = self.watch.reading.get() {
            reading.soon();
        }
    }

    /// It was put back.
    pub(super) fn begin_anew(&self) {
        *self.watch.page.borrow_mut() = page();
        self.watch.find();
    }
}

impl Watch {
    fn find_soon(self: &Rc<Self>) {
        let own = Rc::downgrade(self);
        // What the page is about it does to its end first.
        self.moved.begin_once(Duration(0), move || with(&own, Self::find));
    }

    /// What it is in may be somewhere else now.
    fn find(self: &Rc<Self>) {
        if self.host.is_connected() {
            if let Some(place) = self.place.get() {
                place.watch_above(&self.host);
            }
            raise(&self.root);
            resume(self.trail.inner().as_ref());
            return;
        }
        let [root, body] = page();
        let [root_before, body_before] = self.page.borrow().clone();
        // A document that was opened anew has taken our listeners too.
        (self.tell)(if root == root_before { Whereabouts::Displaced { with_body: body != body_before } } else { Whereabouts::Lost });
    }

    /// Of what is out of the page `find` tells.
    fn look(self: &Rc<Self>) {
        if !self.host.is_connected() {
            return;
        }
        if !self.has_box() {
            let own = Rc::downgrade(self);
            self.boxless.begin_once(PATIENCE, move || with(&own, Self::give_up));
        } else if !self.is_seen.replace(true) {
            (self.tell)(Whereabouts::Seen);
        }
    }

    fn give_up(self: &Rc<Self>) {
        if self.host.is_connected() && !self.has_box() && !is_printing() {
            (self.tell)(Whereabouts::Lost);
        }
    }

    fn has_box(&self) -> bool {
        cards(&self.root).iter().any(|card| card.get_client_rects().length() > 0)
    }
}

/// Puts it above the page, where it no longer is.
fn raise(root: &ShadowRoot) {
    for card in cards(root) {
        // Fails where it is there already, and in browsers without popovers.
        let _ = card.unchecked_ref::<HtmlElement>().show_popover();
    }
}

pub(super) fn cards(root: &ShadowRoot) -> Vec<Element> {
    root.query_selector_all("section").map_or_else(|_| Vec::new(), |found| elements(&found))
}

/// Its root and its body.
fn page() -> [Option<Element>; 2] {
    [document().document_element(), document().body().map(Into::into)]
}

fn is_printing() -> bool {
    window().match_media("print").ok().flatten().is_some_and(|it| it.matches())
}

fn with(own: &Weak<Watch>, call: fn(&Rc<Watch>)) {
    if let Some(watch) = own.upgrade() {
        call(&watch);
    }
}
