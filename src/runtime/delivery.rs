//! What the outbox has done for it: responses are posted, discarded, set aside.
//!
//! Never decides when.

use super::Runtime;
use super::announcement::announce;
use crate::clock::soon;
use crate::lock::Turn;
use crate::outbox::Outbox;
use crate::page::{is_hidden, plain, property};
use effortlet_core::engine::Input;
use effortlet_core::outbox::{Errand, Posted, Reason, Reply};
use effortlet_core::source::Value;
use wasm_bindgen::JsValue;
use web_sys::Event;

impl Runtime {
    /// The page is left or comes back, the network does, or another page has kept something.
    pub(super) fn hear_of_page(&self, event: &Event) {
        let kind = event.type_();
        if kind == "storage" {
            if Outbox::is_news(event) {
                self.tell(Input::Stirred);
            }
            return;
        }
        if kind == "pageshow" {
            self.is_left.set(false);
            self.device.resume();
            // A page that comes back has not heard what others kept meanwhile.
            if property(event, "persisted").is_truthy() {
                self.tell(Input::Stirred);
            }
        }
        let is_left = kind == "pagehide";
        if !is_left && !is_hidden() {
            // Whoever said that it is left was wrong.
            self.is_left.set(false);
            return self.tell(Input::Hurry);
        }
        // A page that is left is told afterwards that it is hidden.
        if self.is_left.get() {
            return;
        }
        self.is_left.set(is_left);
        self.is_leaving.set(true);
        self.post_all();
        // A telephone may end a page that is hidden without another word.
        self.tell_draft();
        self.tell(Input::Leave);
        self.is_leaving.set(false);
        if is_left {
            self.transport.let_go();
            self.device.rest();
        }
    }

    /// What stands unsent in a text is kept as far as it is written: there may be no later moment.
    pub(crate) fn tell_draft(&self) {
        self.view.tell_draft();
    }

    pub(super) fn deliver(&self, errand: Errand<'_>) {
        match errand {
            Errand::Post { posts, outlives } => {
                self.posts.borrow_mut().push((posts.to_vec(), outlives));
                if self.is_leaving.get() {
                    return self.post_all();
                }
                soon(self.later(|runtime| runtime.post_all()));
            }
            Errand::Discard(id) => self.outbox.discard(id),
            Errand::SetAside { id, reason, status } => self.set_aside(id, reason, status),
            Errand::Doubt { status } => self.warn(Reason::Waiting, status),
            Errand::Note { id, age } => self.outbox.note(id, age),
            Errand::AwaitTurn => {
                // What was waited for before is over.
                self.turn.take();
                let turn = Turn::wait(self.repeatedly(|runtime| runtime.tell(Input::Turn(runtime.outbox.pending()))));
                *self.turn.borrow_mut() = Some(turn);
            }
            Errand::EndTurn => drop(self.turn.take()),
        }
    }

    fn post_all(&self) {
        for (posts, outlives) in self.posts.take() {
            self.post(posts, outlives);
        }
    }

    fn post(&self, posts: Vec<Posted>, outlives: bool) {
        let at = self.clock.now();
        let mut bodies = Vec::new();
        for posted in &posts {
            match self.outbox.body(&posted.id, at) {
                Some(body) => bodies.push(body),
                None => self.tell(Input::Gone(posted.id.clone())),
            }
        }
        let own = self.own.clone();
        let replied = move |reply| {
            if let Some(runtime) = own.upgrade() {
                runtime.tell(Input::Replied { posts, reply });
            }
        };
        // What ends with the page is not begun where the page is left.
        if bodies.is_empty() || !outlives && self.is_left.get() {
            return replied(Reply::default());
        }
        self.transport.post(&bodies, outlives, replied);
    }

    /// The page is told of each, the console once.
    fn set_aside(&self, id: &str, reason: Reason, status: Option<u16>) {
        if !self.outbox.set_aside(id) {
            return;
        }
        self.warn(reason, status);
        let status = status.map_or(Value::Absent, |it| Value::Number(it.into()));
        announce("undelivered", plain(&Value::given(&mut [("response", id.into()), ("reason", reason.word().into()), ("status", status)])));
    }

    /// Once.
    fn warn(&self, reason: Reason, status: Option<u16>) {
        if !self.has_warned.replace(true) {
            let _ = self.warn.call2(&JsValue::UNDEFINED, &reason.word().into(), &status.into());
        }
    }
}
