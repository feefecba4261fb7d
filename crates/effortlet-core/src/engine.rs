//! The only place where the pieces meet: what happens goes in, what is to be done comes out.
//!
//! Never fails and never panics: bad input is a reason not to show, a screen that says what is
//! missing, or nothing.

mod display;
mod effect;
mod explain;
mod watch;

pub use effect::{Effect, Effects, Input};
pub use explain::{Explanation, Hold};

use crate::audience::Visitor;
use crate::definition::Definition;
use crate::interview::Interview;
use crate::memory::Memory;
use crate::outbox::Outbox;
use crate::response::Random;
use crate::signal::Signal;
use crate::survey::Survey;
use crate::time::{Duration, Timestamp};
use crate::trigger::Trigger;
use crate::tree::Truth;
use alloc::{boxed::Box, string::String, vec::Vec};
use watch::{Happened, Watch};

/// A survey that was triggered while something passing held it back waits this long for a quiet
/// moment, then it is let go.
const PATIENCE: Duration = Duration::seconds(30);

pub struct Engine<'a> {
    definition: &'a Definition<'a>,
    needs: Needs<'a>,
    memory: Memory,
    /// Wanted languages as BCP 47 tags joined by commas, the most wanted first.
    languages: String,
    random: Random,
    /// Of the page view, once there is one.
    path: Option<String>,
    watch: Watch,
    waiting: Vec<Candidate<'a>>,
    stage: Stage<'a>,
    outbox: Outbox,
    /// When the edge will wake it.
    wake: Timestamp,
}

/// A survey whose trigger fired and that has not been shown yet.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    survey: &'a Survey<'a>,
    trigger: &'static str,
    due: Timestamp,
    /// Asked for by the page itself, so audience and frequency are not asked.
    wanted: bool,
}

enum Stage<'a> {
    Idle,
    /// Asked whether another tab is showing something.
    Claiming(Candidate<'a>),
    /// Until it goes by itself: the thank-you does, a question never.
    Showing(Box<Interview<'a>>, Timestamp),
}

/// What the sensors have to listen to; what no trigger needs is not listened to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs<'a> {
    pub exit: bool,
    /// What scrolls: a selector, or empty for the page itself; one for each trigger. Read and
    /// reported by these names.
    pub scrolls: Vec<&'a str>,
    /// Selectors of clicks. Reported by position.
    pub clicks: Vec<&'a str>,
    /// Articles that were read; what nobody waits for is not remembered.
    articles: bool,
    /// Whether newcomers are left alone at first.
    settling: bool,
}

impl<'a> Engine<'a> {
    /// `seed` is 64 bits of randomness, drawn anew for each page.
    pub fn new(definition: &'a Definition<'a>, memory: Memory, languages: String, seed: u64) -> Self {
        let mut needs = Needs::default();
        let mut watch = Watch::default();
        for survey in &definition.surveys {
            needs.settling |= survey.frequency.settles();
            for moment in &survey.triggers.moments {
                match moment.trigger {
                    Trigger::ExitIntent { .. } => needs.exit = true,
                    Trigger::Scroll { container, .. } => needs.scrolls.push(container),
                    Trigger::Click { selector } => needs.clicks.push(selector),
                    Trigger::HelpCenter { .. } => needs.articles = true,
                    Trigger::Event { .. } => {}
                }
                watch.expect();
            }
        }
        Self {
            definition,
            needs,
            memory,
            languages,
            random: Random::new(seed),
            path: None,
            watch,
            waiting: Vec::new(),
            stage: Stage::Idle,
            outbox: Outbox::default(),
            wake: Timestamp::NEVER,
        }
    }

    pub fn needs(&self) -> &Needs<'a> {
        &self.needs
    }

    /// Something happened; what is to be done goes to `effects`, in order.
    pub fn step(&mut self, at: Timestamp, input: Input<'_>, effects: &mut Effects<'_>) {
        match input {
            Input::Page(path) => self.visit(at, path, effects),
            Input::Signal(signal) => self.sense(at, signal),
            Input::Act(act) => self.act(at, act, effects),
            Input::Woke => self.wake = Timestamp::NEVER,
            Input::Claimed(memory) => self.claimed(at, memory, effects),
            Input::Refused => self.refused(),
            Input::Show(id) => self.show(at, id),
            Input::Pending(item) => self.outbox.put(at, item, &mut |id| effects(Effect::Discard(id))),
            Input::Replied { id, rev, reply } => {
                if self.outbox.settle(at, id, rev, reply, &mut self.random) {
                    effects(Effect::Discard(id));
                }
            }
            Input::Hurry => self.outbox.hurry(at),
        }
        self.tick(at);
        self.settle(at, effects);
        self.rest(at, effects);
        self.outbox.take_due(at, &mut |id, rev| effects(Effect::Post { id, rev }));
        self.alarm(at, effects);
    }

    /// A new page view: what was triggered on the last one is over.
    fn visit(&mut self, at: Timestamp, path: &str, effects: &mut Effects<'_>) {
        let kind = self.definition.help_center.facts(path, "").kind;
        self.watch.turn(at);
        self.waiting.clear();
        let read = self.needs.articles && self.watch.read(kind, path, &mut self.memory.session);
        // A newcomer's first seconds count on from page to page.
        if read || self.needs.settling && self.path.is_none() && self.memory.is_new() {
            effects(Effect::RememberSession(&self.memory.session));
        }
        self.path = Some(path.into());
        self.leave_behind(at, effects);
        let articles = self.memory.session.articles.len();
        self.notice(at, &Happened::Visited(kind, articles));
    }

    fn sense(&mut self, at: Timestamp, signal: Signal<'_>) {
        match signal {
            Signal::Interacted => self.watch.interacted = true,
            Signal::Visible(visible) => self.watch.visible(at, visible),
            Signal::PointerLeft(departure) => self.watch.leave(at, departure),
            Signal::PointerBack => self.watch.exit.cancel(),
            Signal::Scrolled(container, reading) => self.notice(at, &Happened::Scrolled(container, reading)),
            Signal::Clicked(position) => self.notice(at, &Happened::Clicked(position)),
            Signal::Event(name) => self.notice(at, &Happened::Event(name)),
        }
    }

    /// What comes about by time alone.
    fn tick(&mut self, at: Timestamp) {
        if let Some(y) = self.watch.exit.confirm(at) {
            self.notice(at, &Happened::Exit(y));
        }
        self.notice(at, &Happened::Dwelt(self.watch.visible_for(at)));
    }

    /// Something happened that may be the moment of some surveys.
    fn notice(&mut self, at: Timestamp, happened: &Happened<'_>) {
        self.watch.fire(at, &self.definition.surveys, happened, &mut self.waiting);
    }

    fn show(&mut self, at: Timestamp, id: &str) {
        if let Some(survey) = self.definition.surveys.iter().find(|survey| survey.id == id) {
            self.waiting.push(Candidate { survey, trigger: "show", due: at, wanted: true });
        }
    }

    /// Asks for the stage for the first candidate that nothing holds back. What is not known yet
    /// of its audience is found out on the stage, where nobody else writes the memory.
    fn settle(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        for candidate in core::mem::take(&mut self.waiting) {
            let hold = if candidate.due > at { None } else { Some(self.hold(at, &candidate)) };
            match hold {
                Some(None | Some(Hold::Audience(Truth::Unknown))) => {
                    effects(Effect::Claim);
                    self.stage = Stage::Claiming(candidate);
                }
                Some(Some(hold)) if hold.until() > candidate.due + PATIENCE => {}
                _ => self.waiting.push(candidate),
            }
        }
    }

    /// The first thing that holds a triggered survey back.
    fn hold(&self, at: Timestamp, candidate: &Candidate<'_>) -> Option<Hold> {
        if !matches!(self.stage, Stage::Idle) {
            return Some(Hold::Busy);
        }
        if candidate.wanted { None } else { self.unfit(at, candidate.survey) }
    }

    /// Whom it is for, then how often.
    fn unfit(&self, at: Timestamp, survey: &Survey<'_>) -> Option<Hold> {
        match self.audience(survey) {
            Truth::True => survey.frequency.hold(at, survey.id, &self.memory).map(Hold::Frequency),
            value => Some(Hold::Audience(value)),
        }
    }

    fn audience(&self, survey: &Survey<'_>) -> Truth {
        let path = self.path.as_deref();
        survey.audience.includes(&Visitor { path, number: self.memory.number, survey: survey.id })
    }

    /// When to look again, if that changed.
    fn alarm(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        let mut next = self.watch.exit.due().min(self.outbox.next_due());
        next = next.min(self.watch.dwell_due(&self.definition.surveys));
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

    /// When a candidate can be shown at the earliest.
    fn due(&self, at: Timestamp, candidate: &Candidate<'_>) -> Timestamp {
        let survey = candidate.survey;
        let held = survey.frequency.hold(at, survey.id, &self.memory);
        held.map_or(candidate.due, |hold| hold.until.max(candidate.due))
    }
}
