//! The only place where the pieces meet: what happens goes in, what is to be done comes out.
//!
//! Never fails and never panics: bad input is a reason not to show, a screen that says what is
//! missing, or nothing.

mod display;
mod effect;
mod explain;
mod watch;

pub use effect::{Announcement, Effect, Happening, Input};
pub use explain::{Explanation, Hold};

use crate::audience::Visitor;
use crate::definition::Definition;
use crate::help_center::Facts;
use crate::interview::Interview;
use crate::memory::Memory;
use crate::response::{Context, Random};
use crate::signal::{Page, Signal};
use crate::survey::Survey;
use crate::time::{Duration, Timestamp};
use crate::trigger::Trigger;
use crate::tree::Truth;
use alloc::{string::String, vec::Vec};
use watch::{Moment, Watch};

/// A survey that was triggered while something passing held it back waits this long for a quiet
/// moment, then it is let go.
const PATIENCE: Duration = Duration::seconds(30);

pub struct Engine {
    definition: Definition,
    memory: Memory,
    /// Wanted languages as BCP 47 tags in lower case, the most wanted first.
    languages: Vec<String>,
    random: Random,
    context: Context,
    page: Option<Page>,
    facts: Facts,
    watch: Watch,
    waiting: Vec<Candidate>,
    stage: Stage,
    wake: Option<Timestamp>,
}

/// A survey whose trigger fired and that has not been shown yet.
#[derive(Clone, Debug, PartialEq)]
struct Candidate {
    survey: usize,
    trigger: &'static str,
    due: Timestamp,
    /// Asked for by the page itself, so audience and frequency are not asked.
    wanted: bool,
}

#[derive(Debug, PartialEq)]
enum Stage {
    Idle,
    /// Asked whether another tab is showing something.
    Claiming(Candidate),
    Showing(Interview),
    /// The thank-you, until it goes by itself.
    Thanking(Interview, Timestamp),
}

/// What the sensors have to listen to; what no trigger needs is not listened to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    pub exit: bool,
    pub scroll: bool,
    /// Selectors of clicks. Reported by position.
    pub clicks: Vec<String>,
}

impl Engine {
    /// `seed` is 64 bits of randomness, drawn anew for each page.
    pub fn new(definition: Definition, memory: Memory, languages: Vec<String>, seed: u64, at: Timestamp) -> Self {
        let watch = Watch::new(&definition.surveys, at);
        Self {
            definition,
            memory,
            languages,
            random: Random::new(seed),
            context: Context::default(),
            page: None,
            facts: Facts::default(),
            watch,
            waiting: Vec::new(),
            stage: Stage::Idle,
            wake: None,
        }
    }

    pub fn needs(&self) -> Needs {
        let mut needs = Needs::default();
        for trigger in self.definition.surveys.iter().flat_map(|survey| &survey.triggers.moments) {
            match trigger {
                Trigger::ExitIntent { .. } => needs.exit = true,
                Trigger::Scroll(_) => needs.scroll = true,
                Trigger::Click { selector, .. } => needs.clicks.push(selector.clone()),
                Trigger::HelpCenter { .. } | Trigger::Event { .. } => {}
            }
        }
        needs
    }

    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    pub fn step(&mut self, at: Timestamp, input: Input) -> Vec<Effect> {
        let mut effects = Vec::new();
        match input {
            Input::Page(page) => self.visit(at, page, &mut effects),
            Input::Signal(signal) => self.sense(at, signal),
            Input::Act(act) => self.act(at, &act, &mut effects),
            Input::Woke => self.wake = None,
            Input::Claimed(memory) => self.claimed(at, memory, &mut effects),
            Input::Refused => self.refused(),
            Input::Show(id) => self.show(at, &id),
            Input::Identify(context) => self.context = context,
        }
        self.tick(at);
        self.settle(at, &mut effects);
        self.rest(at, &mut effects);
        effects.extend(self.alarm(at));
        effects
    }

    /// A new page view: what was triggered on the last one is over.
    fn visit(&mut self, at: Timestamp, page: Page, effects: &mut Vec<Effect>) {
        self.facts = self.definition.help_center.facts(&page);
        self.watch.turn(at);
        self.waiting.clear();
        let counts = |trigger: &Trigger| matches!(trigger, Trigger::HelpCenter { .. });
        let needed = self.definition.surveys.iter().any(|survey| survey.triggers.moments.iter().any(counts));
        if needed && self.watch.read(&self.facts, &page, &mut self.memory.session) {
            effects.push(Effect::RememberSession(self.memory.session.clone()));
        }
        self.page = Some(page);
        self.leave_behind(at, effects);
        let (kind, articles) = (self.facts.kind, self.memory.session.articles.len());
        self.notice(at, &|moment| moment.is_visit(kind, articles));
    }

    fn sense(&mut self, at: Timestamp, signal: Signal) {
        match signal {
            Signal::Interacted => self.watch.interacted = true,
            Signal::Visible(visible) => self.watch.visible(at, visible),
            Signal::PointerLeft(departure) => self.watch.leave(at, departure),
            Signal::PointerBack => self.watch.exit.cancel(),
            Signal::Scrolled(reading) => {
                if self.watch.depth.take(reading) {
                    let percent = self.watch.depth.percent();
                    self.notice(at, &|moment| moment.is_scrolled(percent));
                }
            }
            Signal::Clicked(position) => self.notice(at, &|moment| moment.is_click(position)),
            Signal::Event(name) => self.notice(at, &|moment| moment.is_event(&name)),
        }
    }

    /// What comes about by time alone.
    fn tick(&mut self, at: Timestamp) {
        if let Some(y) = self.watch.exit.confirm(at) {
            self.notice(at, &|moment| moment.is_exit(y));
        }
        if self.watch.depth.is_short() == Some(true) {
            let visible = self.watch.visible_for(at);
            self.notice(at, &|moment| moment.is_dwelt(visible));
        }
    }

    /// Something happened that may be the moment of some surveys.
    fn notice(&mut self, at: Timestamp, is_it: &dyn Fn(&Moment<'_>) -> bool) {
        for (survey, trigger, delay) in self.watch.fire(&self.definition.surveys, is_it) {
            let due = at + delay;
            self.waiting.push(Candidate { survey, trigger, due, wanted: false });
        }
    }

    fn show(&mut self, at: Timestamp, id: &str) {
        if let Some(survey) = self.definition.surveys.iter().position(|survey| survey.id == id) {
            self.waiting.insert(0, Candidate { survey, trigger: "show", due: at, wanted: true });
        }
    }

    /// Asks for the stage for the first candidate that nothing holds back. What is not known yet
    /// of its audience is found out on the stage, where nobody else writes the memory.
    fn settle(&mut self, at: Timestamp, effects: &mut Vec<Effect>) {
        let mut kept = Vec::new();
        for candidate in core::mem::take(&mut self.waiting) {
            if candidate.due > at {
                kept.push(candidate);
                continue;
            }
            match self.hold(at, &candidate) {
                None | Some(Hold::Audience(Truth::Unknown)) => {
                    effects.push(Effect::Claim);
                    self.stage = Stage::Claiming(candidate);
                }
                Some(hold) if hold.until() <= candidate.due + PATIENCE => kept.push(candidate),
                Some(_) => {}
            }
        }
        self.waiting = kept;
    }

    fn survey(&self, index: usize) -> Option<&Survey> {
        self.definition.surveys.get(index)
    }

    /// The first thing that holds a triggered survey back.
    fn hold(&self, at: Timestamp, candidate: &Candidate) -> Option<Hold> {
        if self.stage != Stage::Idle {
            return Some(Hold::Busy);
        }
        if candidate.wanted { None } else { self.unfit(at, self.survey(candidate.survey)?) }
    }

    /// Whom it is for, then how often.
    fn unfit(&self, at: Timestamp, survey: &Survey) -> Option<Hold> {
        match self.audience(survey) {
            Truth::True => survey.frequency.hold(at, &survey.id, &self.memory).map(Hold::Frequency),
            value => Some(Hold::Audience(value)),
        }
    }

    fn audience(&self, survey: &Survey) -> Truth {
        let visitor =
            Visitor { page: self.page.as_ref(), number: self.memory.number, survey: &survey.id };
        survey.audience.value(&|condition| condition.holds(&visitor))
    }

    /// When to look again, if that changed.
    fn alarm(&mut self, at: Timestamp) -> Option<Effect> {
        let thanks = if let Stage::Thanking(_, until) = &self.stage { Some(*until) } else { None };
        let waiting = self.waiting.iter().filter_map(|candidate| self.due(at, candidate));
        let times = waiting.chain(thanks).chain(self.watch.exit.due()).chain(self.dwell_due());
        let next = times.min();
        if next == self.wake {
            return None;
        }
        self.wake = next;
        next.map(Effect::WakeAt)
    }

    /// When a candidate can be shown at the earliest.
    fn due(&self, at: Timestamp, candidate: &Candidate) -> Option<Timestamp> {
        let survey = self.survey(candidate.survey)?;
        let held = survey.frequency.hold(at, &survey.id, &self.memory);
        Some(held.map_or(candidate.due, |hold| hold.until.max(candidate.due)))
    }

    fn dwell_due(&self) -> Option<Timestamp> {
        let short = self.watch.depth.is_short() == Some(true);
        short.then(|| self.watch.dwell_due(&self.definition.surveys)).flatten()
    }
}
