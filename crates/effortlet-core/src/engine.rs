//! The only place where the pieces meet: what happens goes in, what is to be done comes out.
//!
//! Never fails and never panics: bad input is a reason not to show, a screen that says what is
//! missing, or nothing.

mod attention;
mod display;
mod effect;
mod explain;
mod found;
mod moment;
mod needs;
mod overview;
mod journey;
mod waiting;
mod watch;

pub use effect::{Effect, Effects, Input, Circumstances};
pub use explain::{Explained, Hold};
pub use found::Observed;
pub use needs::{Clickable, Needs};
pub use overview::Overview;

use crate::definition::Definition;
use crate::help_center::{Facts, PageKind};
use crate::interview::Interview;
use crate::memory::Memory;
use crate::memory::Trail;
use crate::outbox::Outbox;
use crate::response::Random;
use crate::signal::Signal;
use crate::time::Timestamp;
use crate::trigger::Exit;
use alloc::{boxed::Box, string::String, vec::Vec};
use attention::Attention;
use moment::{Occurrence, PageView};
use waiting::Candidate;
use watch::Watch;

pub struct Engine<'a> {
    definition: &'a Definition<'a>,
    needs: Needs<'a>,
    memory: Memory,
    trail: Trail,
    /// Wanted languages as BCP 47 tags joined by commas, the most wanted first.
    languages: String,
    random: Random,
    /// Of the page view, once there is one.
    page: Option<Page>,
    attention: Attention,
    exit: Exit,
    watch: Watch,
    waiting: Vec<Candidate<'a>>,
    stage: Stage<'a>,
    outbox: Outbox,
    /// When the edge will wake it.
    wake: Timestamp,
    journey: journey::Journey,
}

/// What is known of the page that is open.
#[derive(Clone, Debug, Default)]
struct Page {
    path: String,
    kind: PageKind,
    /// The section that the page itself says it is in; empty where it says none.
    section: String,
    address: String,
}

enum Stage<'a> {
    Idle,
    /// Asked whether another tab is showing something.
    Claiming(Candidate<'a>),
    /// Until it goes by itself: the thank-you does, a question never.
    Showing(Box<Interview<'a>>, Timestamp),
}

impl<'a> Engine<'a> {
    /// `seed` is 64 bits of randomness, drawn anew for each page.
    pub fn new(definition: &'a Definition<'a>, memory: Memory, languages: String, seed: u64) -> Self {
        let mut watch = Watch::default();
        for survey in &definition.surveys {
            survey.triggers.moments.iter().for_each(|_| watch.expect());
        }
        Self {
            definition,
            needs: Needs::of(definition),
            memory,
            trail: Trail::default(),
            languages,
            random: Random::new(seed),
            page: None,
            attention: Attention::default(),
            exit: Exit::default(),
            watch,
            waiting: Vec::new(),
            stage: Stage::Idle,
            outbox: Outbox::default(),
            wake: Timestamp::NEVER,
            journey: journey::Journey::default(),
        }
    }

    pub fn needs(&self) -> &Needs<'a> {
        &self.needs
    }

    /// Something happened; what is to be done goes to `effects`, in order.
    pub fn step(&mut self, at: Timestamp, input: Input, effects: &mut Effects<'_>) {
        match input {
            Input::Page { path, address, referrer } => {
                self.visit(at, Page { path, address, ..Page::default() }, &referrer, effects);
            },
            Input::Signal(signal) => self.sense(at, signal, effects),
            Input::Act(act) => self.act(at, act, effects),
            Input::Woke => self.wake = Timestamp::NEVER,
            Input::Claimed(memory, circumstances) => self.claimed(at, memory, &circumstances, effects),
            Input::Refused => self.refused(),
            Input::Show(id) => self.show(at, &id),
            Input::Pending(item) => self.outbox.put(at, item, &mut |id| effects(Effect::Discard(id))),
            Input::Replied { id, rev, reply } => {
                if self.outbox.settle(at, &id, rev, reply, &mut self.random) {
                    effects(Effect::Discard(&id));
                }
            }
            Input::Hurry => self.outbox.hurry(at),
            Input::Gathered(circumstances) => self.gathered(at, &circumstances),
            Input::Recalled(history, trail) => return self.recall(history, trail),
            Input::Simulate(id, leaf) => self.simulate(at, &id, leaf),
        }
        self.tick(at, effects);
        self.put_off(effects);
        self.settle(at, effects);
        self.rest(at, effects);
        self.outbox.take_due(at, &mut |id, rev| effects(Effect::Post { id, rev }));
        self.alarm(at, effects);
    }

    /// A new page view: what was triggered on the last one is over.
    fn visit(&mut self, at: Timestamp, page: Page, referrer: &str, effects: &mut Effects<'_>) {
        self.exit = Exit::default();
        self.attention.turn(at);
        self.watch.turn();
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
                self.come_back(at, visible);
                self.attention.show(at, visible);
            }
            Signal::PointerLeft(departure) => {
                let visible = self.attention.visible_for(at);
                self.exit.leave(at, departure, visible, self.attention.interacted);
            }
            Signal::PointerBack => self.exit.cancel(),
            Signal::Scrolled(container, reading) => {
                self.swipe(at, &container, reading);
                self.notice(at, &Occurrence::Scrolled(&container, reading, false));
            }
            Signal::Clicked(position) => {
                self.watch.press();
                self.notice(at, &Occurrence::Clicked(position));
            }
            Signal::Section(section) => {
                if let Some(page) = &mut self.page {
                    if let Stage::Showing(interview, _) = &mut self.stage
                        && interview.path == page.path
                    {
                        interview.section = section.clone();
                    }
                    page.section = section;
                }
                self.enter(at);
            }
            Signal::QuietMoment => self.waiting.retain_mut(|candidate| candidate.rise(at)),
            signal => self.sense_more(at, signal, effects),
        }
    }

    /// What comes about by time alone.
    fn tick(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        if let Some(leave) = self.exit.confirm(at) {
            self.notice(at, &Occurrence::Exit(leave));
        }
        self.leave_sections(at, effects);
        self.notice(at, &Occurrence::Lasted);
    }

    /// Of the page that is open.
    fn kind(&self) -> PageKind {
        self.page.as_ref().map_or(PageKind::Other, |page| page.kind)
    }

    /// Something happened that may be the moment of some surveys.
    fn notice(&mut self, at: Timestamp, occurrence: &Occurrence<'_>) {
        let view = PageView {
            at,
            attention: &self.attention,
            kind: self.kind(),
            articles: self.memory.session.articles.len(),
            trail: &self.trail,
            address: self.page.as_ref().map_or("", |page| &page.address),
            journey: &self.journey,
        };
        self.watch.fire(&self.definition.surveys, occurrence, &view, &mut self.waiting);
    }

    fn show(&mut self, at: Timestamp, id: &str) {
        if let Some(survey) = self.definition.surveys.iter().find(|survey| survey.id == id) {
            self.waiting.push(Candidate { wanted: true, ..Candidate::new(survey, "show", at) });
        }
    }

    /// When to look again, if that changed.
    fn alarm(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        let mut next = self.watch.due(at, &self.definition.surveys, self.kind(), &self.attention);
        next = next.min(self.exit.due()).min(self.outbox.next_due());
        next = next.min(self.leave_due());
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

/// What the help center says of a page; nothing where there is none.
fn facts<'p>(definition: &'p Definition<'_>, page: &'p Option<Page>) -> Facts<'p> {
    page.as_ref().map_or_else(Facts::default, |page| definition.help_center.facts(&page.path, &page.section))
}
