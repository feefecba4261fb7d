//! One step of the engine: something happened, and what is to be done follows in order.

use super::candidate::Candidate;
use super::effect::{Effect, Effects, Input};
use super::state::{Engine, Page, Stage};
use crate::address::route;
use crate::help_center::{PageKind, identity};
use crate::occurrence::Occurrence;
use crate::outbox::Errand;
use crate::signal::Signal;
use crate::time::Timestamp;
use alloc::string::String;

impl<'a> Engine<'a> {
    pub fn step(&mut self, at: Timestamp, input: Input, effects: &mut Effects<'_>) {
        self.outbox.see(at);
        let run = &mut |errand: Errand<'_>| effects(Effect::Deliver(errand));
        match input {
            Input::Page { path, address, referrer, signs } => {
                let help_center = self.definition.help_center.told(&path, &signs);
                self.visit(at, Page { path, address, help_center, ..Page::default() }, &referrer, effects);
            }
            Input::Signal(signal) => self.sense(at, signal, effects),
            Input::Act(act) => self.act(at, act, effects),
            Input::Draft(act) => self.draft(at, act, effects),
            Input::Armed => self.armed(at, effects),
            Input::Woke => self.wake = Timestamp::NEVER,
            Input::Claimed(memory, circumstances) => self.claimed(at, memory, &circumstances, effects),
            Input::Gathered(circumstances) => self.gathered(at, &circumstances),
            Input::Recalled(memory, trail) => return self.ways.recall(self, memory, trail),
            Input::Simulate(id, leaf) => self.ways.simulate(self, at, &id, leaf),
            Input::Seen => self.seen(at, effects),
            Input::Displaced { with_body } => self.displaced(with_body, effects),
            Input::Lost => self.lost(effects),
            Input::Refused => self.refused(),
            Input::Show(id) => self.show(at, &id),
            Input::Pending(item) => {
                self.outbox.put(at, item, run);
                effects(Effect::SleepUntil(at));
            }
            Input::Gone(id) => self.outbox.remove(&id),
            Input::Replied { posts, reply } => self.outbox.settle(at, &posts, &reply, &mut self.random, run),
            Input::Hurry => self.outbox.hurry(at),
            Input::Leave => self.outbox.leave(at),
            Input::Stirred => self.outbox.stir(),
            Input::Turn(kept) => self.outbox.have_turn(at, kept, run),
        }
        self.tick(at, effects);
        self.ways.put_off(self, effects);
        self.settle(at, effects);
        self.end_thanks(at, effects);
        self.outbox.go_on(at, &mut |errand| effects(Effect::Deliver(errand)));
        self.alarm(at, effects);
    }

    /// A new page view: what was triggered on the last one is over, unless it is that page with another query, such
    /// as a tab or a filter of it.
    fn visit(&mut self, at: Timestamp, mut page: Page<'a>, referrer: &str, effects: &mut Effects<'_>) {
        self.attention.turn(at);
        self.sight.returns = 0;
        self.watch.turn(&self.definition.surveys);
        let route = route(&page.address);
        if !route.is_empty() && page.help_center.facts(&page.path, "").kind != PageKind::Article {
            if page.path.ends_with('/') {
                page.path.pop();
            }
            page.path.push_str(route);
        }
        let is_same = |before: &Page<'_>| before.path == page.path && before.address != page.address;
        let by_query = self.page.as_ref().is_some_and(is_same);
        if !by_query {
            self.waiting.clear();
        }
        let facts = page.help_center.facts(&page.path, "");
        let (kind, section) = (facts.kind, facts.section);
        let read = self.needs.articles
            && kind == PageKind::Article
            && self.memory.session.read_article(identity::of(&page.path, &facts));
        // A newcomer's first seconds count on from page to page.
        if read || self.needs.settling && self.page.is_none() && self.memory.is_new() {
            effects(Effect::RememberSession(&self.memory.session));
        }
        if matches!(kind, PageKind::Category | PageKind::Section | PageKind::Article) && section.is_none() {
            effects(Effect::DetectSection);
        }
        self.page = Some(Page { kind, ..page });
        self.ways.go_on(self, at, referrer, by_query, effects);
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
                self.ways.press(self);
                self.click(at, position);
            }
            Signal::ClickedToo(position) => self.click(at, position),
            Signal::Event(name, properties) => {
                let event = Occurrence::Event(&name, &properties);
                self.ways.cancel(self, &event, effects);
                self.notice(at, &event);
            }
            Signal::Marked(id) => self.notice(at, &Occurrence::Marked(&id)),
            Signal::Section(section) => self.detect_section(at, section),
            Signal::LinkTargets(paths, status) => self.ways.arrive_at(self, at, &paths, status),
            Signal::QuietMoment => self.waiting.retain_mut(|candidate| candidate.rise(at)),
            Signal::Leaving => self.ways.leave(self, at, effects),
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
        self.ways.enter_section(self, at);
    }

    /// What comes about by time alone.
    fn tick(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        self.ways.leave_sections(self, at, effects);
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

    /// When to look again, if that changed.
    fn alarm(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        let mut next = self.watch.due(&self.view(at)).min(self.outbox.next_due()).min(self.ways.leave_due(self));
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
