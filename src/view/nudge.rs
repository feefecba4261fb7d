//! The nudge: an element of the page, and in its shadow root the card that shows one screen after
//! the other.
//!
//! Never takes the focus by itself; when it goes, it gives it back, if it had it.

use super::attendance::{Attendance, attend};
use super::card;
use super::deference::{Deference, defer};
use super::direction::direction_of;
use super::field::{Ask, Asking};
use super::focus::{self, Trail};
use super::own_events::keep_own;
use super::presence::{Presence, Whereabouts};
use super::press::{is_entered, is_escape};
use super::sheet::adopt;
use super::stood::Stood;
use crate::clock::{Delay, Timer, after};
use crate::dom::{append, append_text, can_make, find, make, set};
use crate::listener::{Listener, listen};
use crate::page::document;
use crate::words::Words;
use effortlet_core::screen::{Body, Screen};
use effortlet_core::answer::Act;
use effortlet_core::time::Duration;
use js_sys::JsString;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// How long a live region must have been in the page before a change in it is announced.
const SETTLE: Duration = Duration(150);

/// What the page has made anew is there after this.
const REBUILT: Duration = Duration::seconds(1);

/// Whom a nudge tells what the visitor does, and what becomes of it.
#[derive(Clone)]
pub(crate) struct Calls {
    pub(crate) act: Rc<dyn Fn(Act)>,
    /// What would send the words that the visitor leaves unsent.
    pub(crate) draft: Rc<dyn Fn(Option<Act>)>,
    pub(crate) tell: Rc<dyn Fn(Whereabouts)>,
    /// Whether the page has a dialog that wants to be done with first.
    pub(crate) is_blocked: fn() -> bool,
}

/// What the button that sends does, and Enter in what is chosen or written on one line; of the screen that is shown.
type Send = Rc<RefCell<Option<Rc<dyn Fn()>>>>;

fn call(it: &Send) {
    let call = it.borrow().clone();
    call.iter().for_each(|call| call());
}

/// What stands unsent is told before the nudge may be lost.
fn telling(leave: Send, tell: Rc<dyn Fn(Whereabouts)>) -> Rc<dyn Fn(Whereabouts)> {
    Rc::new(move |it| {
        if !matches!(it, Whereabouts::Seen) {
            call(&leave);
        }
        tell(it);
    })
}

/// Dropping it takes it out of the page.
pub(crate) struct Nudge {
    pub(super) host: HtmlElement,
    pub(super) root: ShadowRoot,
    pub(super) card: HtmlElement,
    pub(super) form: HtmlElement,
    /// The live region stands in the page itself, where assistive technology finds it.
    pub(super) live: HtmlElement,
    pub(super) act: Rc<dyn Fn(Act)>,
    draft: Rc<dyn Fn(Option<Act>)>,
    tell: Rc<dyn Fn(Whereabouts)>,
    /// Whether nothing more is asked.
    pub(super) is_over: Rc<Cell<bool>>,
    send: Send,
    /// Tells what stands unsent.
    leave: Send,
    /// Whether something in it was, since the last screen came.
    was_scrolled: Rc<Cell<bool>>,
    /// Of the screen that is shown.
    listeners: RefCell<Vec<Listener>>,
    trail: Rc<Trail>,
    stood: RefCell<Option<Stood>>,
    pub(super) presence: Rc<Presence>,
    /// Looks once more for what it is to go back into.
    searching: Delay,
    _own: [Listener; 5],
    _attendance: Option<Attendance>,
    _deference: Deference,
    _announcement: Timer,
}

impl Nudge {
    /// Puts an empty one into the page; none where it has no body, or lets nothing be made.
    pub(super) fn mount(screen: &Screen<'_>, words: &Words, styles: &[JsString], calls: &Calls) -> Option<Self> {
        let body = document().body().filter(|_| can_make("effortlet-nudge", "popover"))?;
        let act = calls.act.clone();
        let form = make("form", &[("method", "dialog")], &[]);
        let card = make("section", &[("part", "card"), ("popover", "manual")], &[(&form).into()]);
        // Of the card, not of the host, where a page's style sheet could turn it around.
        set(&card, "dir", direction_of(screen.language));
        set(&card, "aria-label", &words.region);
        // Not to be seen in a copy of the page, which has no style of ours.
        let live = make("div", &[("role", "status"), ("hidden", "")], &[]);
        let host = make("effortlet-nudge", &[("lang", screen.language)], &[(&live).into()]);
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
        append(&root, &card);
        append(&root, &make("slot", &[], &[]));
        let trail = Rc::new(focus::follow(&card));
        let send = Send::default();
        let pressed = {
            let act = act.clone();
            listen(&card, &["keydown"], move |event| {
                if is_escape(&event) {
                    act(Act::Close);
                }
            })
        };
        // Wherever a layout has put it.
        let entered = {
            let send = send.clone();
            listen(&form, &["keydown"], move |event| {
                if is_entered(&event) {
                    // Not by the form: a frame that is sandboxed without forms would not send it.
                    call(&send);
                }
            })
        };
        let was_scrolled = Rc::<Cell<bool>>::default();
        let scrolls = {
            let was_scrolled = was_scrolled.clone();
            listen(&root, &["scroll"], move |_| was_scrolled.set(true))
        };
        append(&body, &host);
        if adopt(&root, styles).is_ok() {
            // Without popovers, which came later, the style sheet's z-index has to do.
            let _ = card.show_popover();
        }
        let leave = Send::default();
        let tell = telling(leave.clone(), calls.tell.clone());
        let presence = Rc::new(Presence::keep((&host, &root, &card), &trail, tell.clone()));
        let attendance = attend(&card, &host, &live, &presence);
        let reading = attendance.as_ref().map(Attendance::reading);
        let look = move || reading.iter().for_each(|it| it.soon());
        let [presses, keys] = keep_own(&host);
        let announced = live.clone();
        let text = [words.region.as_str(), ": ", &screen.title].concat();
        Some(Self {
            _own: [pressed, entered, scrolls, presses, keys],
            _deference: defer(&root, &trail, calls.is_blocked, look),
            _attendance: attendance,
            presence,
            searching: Delay::default(),
            _announcement: after(SETTLE, move || append_text(&announced, &text)),
            is_over: Rc::default(),
            leave,
            was_scrolled,
            listeners: RefCell::default(),
            stood: RefCell::default(),
            host,
            root,
            card,
            form,
            live,
            act,
            draft: calls.draft.clone(),
            tell,
            send,
            trail,
        })
    }

    /// In place of what was shown before. The focus stays inside, where it was.
    pub(super) fn show(&self, screen: &Screen<'_>, words: &Words, asks: &[Ask]) {
        self.is_over.set(matches!(screen.body, Body::Thanks));
        let had_focus = self.root.active_element().is_some();
        let shown = card::show(&self.form, screen, asks, &Asking { words, act: &self.act, draft: &self.draft });
        self.send.replace(shown.send);
        self.leave.replace(Some(shown.leave));
        // What was listened to before may be what has brought this screen.
        let before = self.listeners.replace(shown.listeners);
        // What was scrolled to its end begins with its title. To set it asks for the layout.
        if let Some(around) = self.form.parent_element().filter(|_| screen.mistake.is_none() && self.was_scrolled.take()) {
            around.set_scroll_top(0);
        }
        if had_focus {
            focus::give(&shown.focus);
        }
        drop(before);
    }

    /// Has what put the card where it stands for as long as it is there.
    pub(super) fn keep(&self, stood: Option<Stood>) {
        *self.stood.borrow_mut() = stood;
    }

    /// What stands unsent in a text.
    pub(super) fn tell_draft(&self) {
        call(&self.leave);
    }

    /// Into the page again, as it was.
    pub(super) fn put_back(self: &Rc<Self>) {
        if self.is_put_back() {
            return;
        }
        let own = Rc::downgrade(self);
        self.searching.begin(REBUILT, move || {
            if let Some(nudge) = own.upgrade()
                && !nudge.is_put_back()
            {
                (nudge.tell)(Whereabouts::Lost);
            }
        });
    }

    fn is_put_back(&self) -> bool {
        let place = match &*self.stood.borrow() {
            Some(Stood { place: Some(find), .. }) => find(),
            _ => document().body().map(Into::into),
        };
        let Some(place) = place else { return false };
        // It does not come anew.
        let _ = self.card.style().set_property("animation", "none");
        append(&place, &self.host);
        self.presence.begin_anew();
        true
    }

    /// Opens it as a dialog, with the focus in it.
    pub(super) fn enter(&self) {
        if let Some(tab) = find(&self.root, "[part=tab]") {
            return tab.unchecked_ref::<HtmlElement>().click();
        }
        set(&self.card, "role", "dialog");
        if let Some(title) = find(&self.root, "h2") {
            focus::give(&title);
        }
    }
}

impl Drop for Nudge {
    fn drop(&mut self) {
        self.trail.give_back(&self.root);
        self.host.remove();
    }
}
