//! The end of what a visitor is busy with.
//!
//! Never asks whether it is over: who is called does.

use crate::changes::Changes;
use crate::clock::Delay;
use crate::listener::{Listener, listen};
use crate::page::{document, is_hidden};
use effortlet_core::time::Duration;
use std::cell::RefCell;
use std::rc::Rc;

/// From the last of the events until a moment may be quiet.
const REST: Duration = Duration::seconds(3);

/// What may be the end of what holds a nudge back.
const ENDS: [&str; 12] = [
    "focusout",
    "fullscreenchange",
    "toggle",
    "close",
    "pause",
    "ended",
    "volumechange",
    "selectionchange",
    "pointerup",
    "keyup",
    "resize",
    "visibilitychange",
];

/// By what scripts open and close what looks like a dialog.
const ATTRIBUTES: [&str; 6] = ["class", "style", "hidden", "open", "inert", "aria-modal"];

/// Waits for a quiet moment.
#[must_use = "dropping it ends the waiting"]
pub(crate) struct QuietMoment {
    _waiting: Rc<Waiting>,
}

struct Waiting {
    call: Box<dyn Fn()>,
    delay: Delay,
    /// Gone once the moment has come.
    watching: RefCell<Option<(Listener, Changes)>>,
}

/// Calls once, when the visitor may have done with it. Typing ends by itself.
pub(crate) fn await_quiet_moment(call: impl Fn() + 'static, is_typing: bool) -> QuietMoment {
    let waiting = Rc::new(Waiting { call: Box::new(call), delay: Delay::default(), watching: RefCell::default() });
    let own = Rc::downgrade(&waiting);
    let ends = listen(&document(), &ENDS, {
        let own = own.clone();
        move |_| {
            if let Some(waiting) = own.upgrade() {
                waiting.begin();
            }
        }
    });
    // A page may change all the time: that puts nothing off.
    let changes = Changes::new(&ATTRIBUTES, move || {
        if let Some(waiting) = own.upgrade()
            && !waiting.delay.is_waiting()
        {
            waiting.begin();
        }
    });
    changes.watch();
    *waiting.watching.borrow_mut() = Some((ends, changes));
    if is_typing {
        waiting.begin();
    }
    QuietMoment { _waiting: waiting }
}

impl Waiting {
    /// In the place of the wait that was begun before.
    fn begin(self: &Rc<Self>) {
        let own = Rc::downgrade(self);
        self.delay.begin(REST, move || {
            // None is quiet while nobody looks: coming back begins it anew.
            if let Some(waiting) = own.upgrade().filter(|_| !is_hidden()) {
                drop(waiting.watching.take());
                (waiting.call)();
            }
        });
    }
}
