//! The nudge: an element of the page, and in its shadow root the card that shows one screen after
//! the other.
//!
//! Never takes the focus by itself; when it goes, it gives it back, if it had it.

use super::attendance::{Attendance, attend};
use super::card;
use super::direction::direction_of;
use super::field::{Ask, Asking};
use super::focus::{self, Trail};
use super::press::is_escape;
use super::sheet::adopt;
use super::stood::Stood;
use crate::clock::{Timer, after};
use crate::dom::{append, append_text, find, make, set};
use crate::listener::{Listener, listen, listen_at};
use crate::page::document;
use crate::words::Words;
use effortlet_core::screen::{Body, Screen};
use effortlet_core::answer::Act;
use effortlet_core::time::Duration;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// How long a live region must have been in the page before a change in it is announced.
const SETTLE: Duration = Duration(150);

/// What the form does when it is sent.
type Send = Rc<RefCell<Option<Rc<dyn Fn()>>>>;

/// Dropping it takes it out of the page.
pub(crate) struct Nudge {
    pub(super) host: HtmlElement,
    pub(super) root: ShadowRoot,
    pub(super) card: HtmlElement,
    pub(super) form: HtmlElement,
    /// The live region stands in the page itself, where assistive technology finds it.
    pub(super) live: HtmlElement,
    pub(super) act: Rc<dyn Fn(Act)>,
    /// Whether nothing more is asked.
    pub(super) is_over: Rc<Cell<bool>>,
    send: Send,
    /// Of the screen that is shown.
    listeners: RefCell<Vec<Listener>>,
    trail: Trail,
    stood: RefCell<Option<Stood>>,
    _own: [Listener; 2],
    _attendance: Option<Attendance>,
    _announcement: Timer,
}

impl Nudge {
    /// Puts an empty one into the page; none where it has no body.
    pub(super) fn mount(screen: &Screen<'_>, words: &Words, styles: &[String], act: Rc<dyn Fn(Act)>) -> Option<Self> {
        let body = document().body()?;
        let form = make("form", &[("method", "dialog")], &[]);
        let card = make("section", &[("part", "card"), ("popover", "manual")], &[(&form).into()]);
        // Of the card, not of the host, where a page's style sheet could turn it around.
        set(&card, "dir", direction_of(screen.language));
        set(&card, "aria-label", &words.region);
        let live = make("div", &[("role", "status")], &[]);
        let host = make("effortlet-nudge", &[("lang", screen.language)], &[(&live).into()]);
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
        append(&root, &card);
        append(&root, &make("slot", &[], &[]));
        let trail = focus::follow(&card);
        let escape = {
            let act = act.clone();
            listen(&card, &["keydown"], move |event| {
                if is_escape(&event) {
                    act(Act::Close);
                }
            })
        };
        let send = Send::default();
        let submit = {
            let send = send.clone();
            listen_at(&form, &["submit"], move |_| {
                let call = send.borrow().clone();
                if let Some(call) = call {
                    call();
                }
            })
        };
        append(&body, &host);
        if adopt(&root, styles).is_ok() {
            // Without popovers, which came later, the style sheet's z-index has to do.
            let _ = card.show_popover();
        }
        let announced = live.clone();
        let text = [words.region.as_str(), ": ", &screen.title].concat();
        Some(Self {
            _own: [escape, submit],
            _attendance: attend(&card, &host, &live),
            _announcement: after(SETTLE, move || append_text(&announced, &text)),
            is_over: Rc::default(),
            listeners: RefCell::default(),
            stood: RefCell::default(),
            host,
            root,
            card,
            form,
            live,
            act,
            send,
            trail,
        })
    }

    /// In place of what was shown before. The focus stays inside, where it was.
    pub(super) fn show(&self, screen: &Screen<'_>, words: &Words, asks: &[Ask]) {
        self.is_over.set(matches!(screen.body, Body::Thanks));
        let had_focus = self.root.active_element().is_some();
        let shown = card::show(&self.form, screen, asks, &Asking { words, act: &self.act });
        self.send.replace(shown.send);
        // What was listened to before may be what has brought this screen.
        let before = self.listeners.replace(shown.listeners);
        if had_focus {
            focus::give(&shown.focus);
        }
        drop(before);
    }

    /// Has what put the card where it stands for as long as it is there.
    pub(super) fn keep(&self, stood: Option<Stood>) {
        *self.stood.borrow_mut() = stood;
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
