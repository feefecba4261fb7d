//! Steps back while the page has the visitor do something else first: behind a dialog that was opened
//! later the nudge is neither seen nor reached, and comes back after it.
//!
//! Never answers, never takes the focus from anything, and never counts what was there when the nudge came.

use super::focus::{Trail, resume};
use crate::changes::Changes;
use crate::clock::Delay;
use crate::listener::{Listener, listen};
use crate::page::document;
use effortlet_core::time::Duration;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use web_sys::{Element, ShadowRoot};

/// A page may change all the time: it is looked at no more often.
const REST: Duration = Duration(300);

/// By what scripts open and close what looks like a dialog, or move what is fixed.
const ATTRIBUTES: [&str; 7] = ["class", "style", "hidden", "open", "inert", "aria-modal", "aria-hidden"];

#[must_use = "dropping it ends the looking"]
pub(super) struct Deference {
    _watch: Rc<Watch>,
    _listener: Listener,
}

struct Watch {
    root: ShadowRoot,
    trail: Rc<Trail>,
    /// What had the focus when it stepped back.
    focused: RefCell<Option<Element>>,
    is_blocked: fn() -> bool,
    /// Whether the page was free once.
    was_free: Cell<bool>,
    changed: Box<dyn Fn()>,
    changes: OnceCell<Changes>,
    look: Delay,
    rest: Delay,
}

/// `changed` is called when something of the page has changed, and never within an event.
pub(super) fn defer(root: &ShadowRoot, trail: &Rc<Trail>, is_blocked: fn() -> bool, changed: impl Fn() + 'static) -> Deference {
    let watch = Rc::new(Watch {
        root: root.clone(),
        trail: trail.clone(),
        focused: RefCell::default(),
        is_blocked,
        was_free: Cell::default(),
        changed: Box::new(changed),
        changes: OnceCell::new(),
        look: Delay::default(),
        rest: Delay::default(),
    });
    let soon = || {
        let own = Rc::downgrade(&watch);
        move || {
            if let Some(watch) = own.upgrade() {
                watch.begin();
            }
        }
    };
    let changes = watch.changes.get_or_init(|| Changes::new(&ATTRIBUTES, soon()));
    changes.watch();
    let focused = soon();
    let listener = listen(&document(), &["focusin"], move |_| focused());
    watch.begin();
    Deference { _watch: watch, _listener: listener }
}

impl Watch {
    /// Looks now, and once more after a rest in which nothing is heard.
    fn begin(self: &Rc<Self>) {
        if let Some(changes) = self.changes.get() {
            changes.rest();
        }
        let (first, second) = (Rc::downgrade(self), Rc::downgrade(self));
        self.look.begin_once(Duration(0), move || {
            if let Some(watch) = first.upgrade() {
                watch.look(false);
            }
        });
        self.rest.begin_once(REST, move || {
            if let Some(watch) = second.upgrade() {
                if let Some(changes) = watch.changes.get() {
                    changes.watch();
                }
                watch.look(true);
            }
        });
    }

    fn look(&self, is_rested: bool) {
        let is_blocked = (self.is_blocked)();
        if !is_blocked {
            self.was_free.set(true);
        }
        let is_back = is_blocked && self.was_free.get();
        let before = if is_back { self.trail.inner() } else { None };
        let focused = self.focused.take().or(before);
        for card in super::presence::cards(&self.root) {
            let _ = card.toggle_attribute_with_force("inert", is_back);
        }
        // Browsers take the focus from a dialog that is gone only as they draw.
        if is_back || !resume(focused.as_ref()) && !is_rested {
            *self.focused.borrow_mut() = focused;
        }
        (self.changed)();
    }
}
