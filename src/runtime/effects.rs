//! What each effect of the engine comes to in a page.
//!
//! Never decides: it compares no times, scores or counts.

use super::Runtime;
use super::announcement::announce;
use super::display::Display;
use crate::clock::after;
use crate::quiet_moment::await_quiet_moment;
use crate::section::read_section;
use effortlet_core::engine::{Circumstances, Effect, Input};
use effortlet_core::response::{Response, Value};
use effortlet_core::signal::Signal;
use effortlet_core::time::Duration;
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// After this a route of an app has what it is about.
const RENDERED: Duration = Duration::seconds(1);

impl Runtime {
    pub(super) fn carry_out(&self, effect: Effect<'_>) {
        if self.observer.as_ref().is_some_and(|it| !it.lets(self.now(), &effect)) {
            return;
        }
        match effect {
            Effect::Claim => self.lock.claim(self.claimed()),
            Effect::Release => self.lock.release(),
            Effect::Remember(memory) => self.store.remember(memory),
            Effect::RememberSession(session) => self.store.remember_session(session),
            Effect::RememberHistory(history) => self.store.remember_history(history),
            Effect::RememberTrail(trail, left) => self.store.remember_trail(trail, left),
            Effect::Render(screen) => self.view.render(screen),
            Effect::PutBack => self.view.put_back(),
            Effect::Close => self.view.close(),
            Effect::WakeAt(at) => {
                *self.alarm.borrow_mut() = Some(after(at - self.now(), self.later(|runtime| runtime.wake())));
            }
            Effect::Shown { survey, trigger, id } => {
                *self.display.borrow_mut() = Some(Display::begin(survey, trigger, id));
                if self.has_endpoint {
                    self.device.expect();
                }
                self.announce("shown", None);
            }
            Effect::Answered { question, value } => self.announce("answered", Some((question, value))),
            Effect::Completed => self.announce("completed", None),
            Effect::Dismissed => self.announce("dismissed", None),
            Effect::Keep { at, mut response } => {
                if let Some(display) = &mut *self.display.borrow_mut() {
                    display.complete(&mut response, &self.privacy, &self.traits.borrow());
                }
                if !self.redacted(&mut response) {
                    return;
                }
                if let Some(observer) = &self.observer {
                    return observer.notes(at, &response);
                }
                self.tell(Input::Pending(self.outbox.keep(at, response)));
            }
            Effect::Deliver(errand) => self.deliver(errand),
            Effect::AwaitQuietMoment => {
                // What was waited for before is over.
                self.quiet_moment.take();
                let call = self.repeatedly(|runtime| runtime.tell(Input::Signal(Signal::QuietMoment)));
                *self.quiet_moment.borrow_mut() = Some(await_quiet_moment(call, self.manners.is_typing()));
            }
            Effect::DetectSection => {
                let read = self.later(|runtime| runtime.tell(Input::Signal(Signal::Section(read_section()))));
                *self.section.borrow_mut() = Some(after(RENDERED, read));
            }
            Effect::GatherFacts => {
                self.tell(Input::Gathered(Circumstances { manners: None, facts: self.facts() }));
            }
            Effect::SleepUntil(until) => self.store.sleep(&self.note, self.now(), until),
            Effect::FindLinkTargets => {
                let read = self.edition.read_link_targets;
                let look = self.later(move |runtime| {
                    if let Some((paths, status)) = read.map(|read| read()) {
                        runtime.tell(Input::Signal(Signal::LinkTargets(paths, status)));
                    }
                });
                *self.link_targets.borrow_mut() = Some(after(RENDERED, look));
            }
        }
    }

    /// False where the team wants nothing kept.
    fn redacted(&self, response: &mut Response) -> bool {
        let hook = self.redact.dyn_ref::<Function>().zip(self.edition.redact);
        hook.is_none_or(|(hook, redact)| redact(hook, response))
    }

    /// What takes the answer of the lock.
    fn claimed(&self) -> Rc<dyn Fn(bool)> {
        let own = self.own.clone();
        Rc::new(move |is_ours| {
            let Some(runtime) = own.upgrade() else { return };
            runtime.tell(if is_ours {
                Input::Claimed(runtime.store.memory(runtime.now()), runtime.circumstances())
            } else {
                Input::Refused
            });
        })
    }

    fn announce(&self, happening: &str, answer: Option<(&str, Value<&str>)>) {
        // Lent no longer than it takes: the page's code runs, and may come back to us.
        let detail = self.display.borrow().as_ref().map(|display| display.detail(answer));
        announce(happening, detail.unwrap_or(JsValue::UNDEFINED));
    }

    /// What may be something else by now without an event is read before time decides by it.
    fn wake(&self) {
        let reading = self.listening.borrow().as_ref().and_then(|(_, sensors)| Some(sensors.as_ref()?.reading()));
        reading.iter().for_each(|read| read());
        self.tell(Input::Woke);
    }
}
