//! One step of the engine: something happened, and what is to be done follows in order.

use super::candidate::Candidate;
use super::effect::{Effect, Effects, Input};
use super::state::{Engine, Page, Stage};
use crate::help_center::{Facts, PageKind};
use crate::occurrence::Occurrence;
use crate::signal::Signal;
use crate::time::Timestamp;
use alloc::string::String;

impl Engine<'_> {
    pub fn step(&mut self, at: Timestamp, input: Input, effects: &mut Effects<'_>) {
        match input {
            Input::Page { path, address, referrer } => {
                self.visit(at, Page { path, address, ..Page::default() }, &referrer, effects);
            }
            Input::Signal(signal) => self.sense(at, signal, effects),
            Input::Act(act) => self.act(at, act, effects),
            Input::Woke => self.wake = Timestamp::NEVER,
            Input::Claimed(memory, circumstances) => self.claimed(at, memory, &circumstances, effects),
            Input::Gathered(circumstances) => self.gathered(at, &circumstances),
            Input::Recalled(memory, trail) => return self.recall(memory, trail),
            Input::Simulate(id, leaf) => self.simulate(at, &id, leaf),
            Input::Refused => self.refused(),
            Input::Show(id) => self.show(at, &id),
            Input::Pending(item) => self.outbox.put(at, item, &mut |id| effects(Effect::Discard(id))),
            Input::Replied { id, rev, reply } => {
                if self.outbox.settle(at, &id, rev, reply, &mut self.random) {
                    effects(Effect::Discard(&id));
                }
            }
            Input::Hurry => self.outbox.hurry(at),
        }
        self.tick(at, effects);
        self.put_off(effects);
        self.settle(at, effects);
        self.end_thanks(at, effects);
        self.outbox.take_due(at, &mut |id, rev| effects(Effect::Post { id, rev }));
        self.alarm(at, effects);
    }

    /// A new page view: what was triggered on the last one is over.
    fn visit(&mut self, at: Timestamp, page: Page, referrer: &str, effects: &mut Effects<'_>) {
        self.attention.turn(at);
        self.watch.turn(&self.definition.surveys);
        self.waiting.clear();
        let Facts { kind, section, .. } = self.definition.help_center.facts(&page.path, "");
        let read = self.needs.articles && self.memory.session.read_article(kind, &page.path);
        // A newcomer's first seconds count on from page to page.
        if read || self.needs.settling && self.page.is_none() && self.memory.is_new() {
            effects(Effect::RememberSession(&self.memory.session));
        }
        if matches!(kind, PageKind::Category | PageKind::Section | PageKind::Article) && section.is_none() {
            effects(Effect::DetectSection);
        }
        self.page = Some(Page { kind, ..page });
        self.go_on(at, referrer, effects);
        self.leave_behind(at, effects);
        self.notice(at, &Occurrence::Visited);
    }

    fn sense(&mut self, at: Timestamp, signal: Signal, effects: &mut Effects<'_>) {
        match signal {
            Signal::Acted(means) => self.attention.act(at, means),
            Signal::Visible(visible) => {
                self.notice(at, &Occurrence::Visible(visible));
                self.attention.show(at, visible);
            }
            Signal::PointerLeft(departure) => self.notice(at, &Occurrence::PointerLeft(departure)),
            Signal::PointerBack => self.notice(at, &Occurrence::PointerBack),
            Signal::Scrolled(name, reading) => self.notice(at, &Occurrence::Scrolled(&name, reading)),
            Signal::EndScrolled(name, reading) => self.notice(at, &Occurrence::EndScrolled(&name, reading)),
            Signal::Clicked(position) => {
                self.watch.press();
                self.click(at, position);
            }
            Signal::ClickedToo(position) => self.click(at, position),
            Signal::Event(name, properties) => {
                let event = Occurrence::Event(&name, &properties);
                self.cancel(&event, effects);
                self.notice(at, &event);
            }
            Signal::Marked(id) => self.notice(at, &Occurrence::Marked(&id)),
            Signal::Section(section) => self.detect_section(at, section),
            Signal::LinkTargets(paths, status) => {
                if self.is_dead_end(&paths, status) {
                    self.notice(at, &Occurrence::DeadEnd);
                }
            }
            Signal::QuietMoment => self.waiting.retain_mut(|candidate| candidate.rise(at)),
            Signal::Leaving => self.remember_trail(Some(at), effects),
        }
    }

    fn click(&mut self, at: Timestamp, position: usize) {
        if let Some(clicked) = self.needs.clicks.get(position).copied() {
            self.notice(at, &Occurrence::Clicked(clicked));
        }
    }

    /// The page says itself which section it is in.
    fn detect_section(&mut self, at: Timestamp, section: String) {
        if let Some(page) = &mut self.page {
            if let Stage::Showing(interview, _) = &mut self.stage
                && interview.path == page.path
            {
                interview.section = section.clone();
            }
            page.section = section;
        }
        self.enter_section(at);
    }

    /// What comes about by time alone.
    fn tick(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        self.leave_sections(at, effects);
        self.notice(at, &Occurrence::Elapsed);
    }

    /// Something happened that may be the moment of some surveys.
    pub(super) fn notice(&mut self, at: Timestamp, occurrence: &Occurrence<'_>) {
        let mut watch = core::mem::take(&mut self.watch);
        let mut fired = watch.fire(&self.definition.surveys, occurrence, &self.view(at));
        self.watch = watch;
        self.waiting.append(&mut fired);
    }

    fn show(&mut self, at: Timestamp, id: &str) {
        if let Some(survey) = self.definition.surveys.iter().find(|survey| survey.id == id) {
            self.waiting.push(Candidate { wanted: true, ..Candidate::new(survey, "show", at) });
        }
    }

    /// A trigger has come, as far as a trial is concerned.
    fn simulate(&mut self, at: Timestamp, id: &str, leaf: usize) {
        let mut watch = core::mem::take(&mut self.watch);
        let fired = watch.simulate(&self.definition.surveys, id, leaf, &self.view(at));
        self.watch = watch;
        self.waiting.extend(fired);
    }

    /// When to look again, if that changed.
    fn alarm(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        let mut next = self.watch.due(&self.view(at)).min(self.outbox.next_due()).min(self.leave_due());
        if let Stage::Showing(_, until) = &self.stage {
            next = next.min(*until);
        }
        for candidate in &self.waiting {
            next = next.min(self.due(at, candidate));
        }
        if next != self.wake && next != Timestamp::NEVER {
            effects(Effect::WakeAt(next));
        }
        self.wake = next;
    }
}
