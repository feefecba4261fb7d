//! A visitor's device, on which pages sleep as the loader has them sleep, or never.
//!
//! No page view and no nudge lasts for longer than visitors are awake before and after a survey, as
//! `engine/sleep.rs` has it: of what a longer one did while it slept nobody has heard. So it is with sessions: one
//! begins with its tab here, while a tab that sleeps begins none, and asks once more where a session that goes on for
//! a day has had its survey in another tab.

use crate::plan::Plan;
use crate::step::Step;
use effortlet_core::answer::Act;
use effortlet_core::engine::{Circumstances, Effect, Engine, Input, Journeys};
use effortlet_core::memory::{Memory, Session, Trail};
use effortlet_core::needs::Source;
use effortlet_core::signal::{Departure, Means, Signal};
use effortlet_core::source::Value;
use effortlet_core::time::{Duration, Timestamp};

/// The start of 2026.
const START: i64 = 1_767_225_600_000;
const DAY: i64 = 86_400_000;
const LONGEST_VIEW: i64 = 25 * 60_000;
const PATHS: [&str; 5] = ["/help", "/help/100001-one", "/help/100002-two", "/help/100003-three", "/pricing"];

pub(crate) struct Device<'p> {
    plan: &'p Plan,
    sleeps: bool,
    /// What a clock says that nobody sets, and how far the visitor's is from that.
    now: i64,
    set: i64,
    stored: Memory,
    note: i64,
    tabs: Vec<Tab>,
    count: u64,
    /// By the clock that nobody sets: which survey, and in which tab.
    pub(crate) asked: Vec<(i64, usize, String)>,
    pub(crate) slept: usize,
    pub(crate) awake: usize,
}

struct Tab {
    session: Session,
    trail: Trail,
    path: &'static str,
    /// Since when the page view goes on, and the nudge in it.
    since: i64,
    seed: u64,
    /// None while it sleeps.
    engine: Option<Engine<'static>>,
    /// When its timer goes off: the engine's, or the one that ends its sleep.
    alarm: Option<i64>,
    is_showing: bool,
}

impl<'p> Device<'p> {
    pub(crate) fn new(plan: &'p Plan, sleeps: bool, seed: u64) -> Self {
        let stored = Memory { number: plan.number, ..Memory::default() };
        let count = seed << 16;
        let mut device = Self { plan, sleeps, now: START, set: 0, stored, note: 0, tabs: Vec::new(), count, asked: Vec::new(), slept: 0, awake: 0 };
        for tab in 0..plan.tabs {
            device.tabs.push(Tab {
                session: Session::default(),
                trail: Trail::default(),
                path: PATHS[0],
                since: 0,
                seed: 0,
                engine: None,
                alarm: None,
                is_showing: false,
            });
            device.open(tab);
        }
        device
    }

    pub(crate) fn play(&mut self, step: Step) {
        match step {
            Step::Load { tab, page } => {
                self.tabs[tab].path = PATHS[page % PATHS.len()];
                self.load(tab);
            }
            Step::NewTab(tab) => self.open(tab),
            Step::Route { tab, page } => {
                self.tabs[tab].path = PATHS[page % PATHS.len()];
                self.turn(tab);
            }
            Step::Event { tab, event } => self.signal(tab, event_of(event)),
            Step::Click(tab) => {
                let clicks = self.tabs[tab].engine.as_ref().map_or(0, |engine| engine.needs().clicks.len());
                (0..clicks).for_each(|position| self.signal(tab, if position == 0 { Signal::Clicked(0) } else { Signal::ClickedToo(position) }));
            }
            Step::Exit(tab) => {
                let departure = Departure { y: -2.0, speed: 1.2, age: Duration(16), distraction: None };
                self.signal(tab, Signal::PointerLeft(departure));
            }
            Step::Track { tab, event } => {
                self.wake(tab);
                self.signal(tab, event_of(event));
            }
            Step::Show { tab, survey } => {
                self.wake(tab);
                self.tell(tab, Input::Show(format!("survey-{survey}")));
            }
            Step::Answer { tab, rating } => self.tell(tab, Input::Act(Act::Rate(rating))),
            Step::Close(tab) => self.tell(tab, Input::Act(Act::Close)),
            Step::Wait(span) => self.wait(span),
            Step::Clock(span) => {
                self.set += span;
                (0..self.tabs.len()).for_each(|tab| self.open(tab));
            }
        }
    }

    fn at(&self) -> Timestamp {
        Timestamp(self.now + self.set)
    }

    /// Another tab in the place of this one.
    fn open(&mut self, tab: usize) {
        let session = Session { started: self.at(), articles: Vec::new() };
        (self.tabs[tab].session, self.tabs[tab].trail) = (session, Trail::default());
        self.load(tab);
    }

    /// Another document begins, as the loader has it.
    fn load(&mut self, tab: usize) {
        self.count += 1;
        let rest = self.note - self.at().0;
        let it = &mut self.tabs[tab];
        (it.engine, it.alarm, it.is_showing, it.since, it.seed) = (None, None, false, self.now, self.count);
        if self.sleeps && (1..=DAY).contains(&rest) {
            it.alarm = Some(self.now + rest);
            self.slept += 1;
        } else {
            self.awake += 1;
            self.wake(tab);
        }
    }

    fn wake(&mut self, tab: usize) {
        let it = &mut self.tabs[tab];
        if it.engine.is_some() {
            return;
        }
        let memory = Memory { session: it.session.clone(), ..self.stored.clone() };
        it.engine = Some(Engine::new(self.plan.definition, &Journeys, memory, "en".into(), it.seed));
        it.alarm = None;
        self.signal(tab, Signal::Visible(true));
        self.signal(tab, Signal::Acted(Means::Press));
        self.begin_view(tab);
        self.tell(tab, Input::Armed);
    }

    fn turn(&mut self, tab: usize) {
        let it = &mut self.tabs[tab];
        // A nudge goes on over routes.
        if !it.is_showing {
            it.since = self.now;
        }
        self.begin_view(tab);
    }

    fn begin_view(&mut self, tab: usize) {
        let it = &self.tabs[tab];
        let (path, session) = (it.path, it.session.clone());
        let recalled = Input::Recalled(Memory { session, ..self.stored.clone() }, it.trail.clone());
        self.tell(tab, recalled);
        self.tell(tab, Input::Page { path: path.into(), address: format!("https://acme.example{path}"), referrer: String::new(), signs: Vec::new() });
    }

    /// Timers go off in their order; a page view that would last for too long is followed by another one.
    fn wait(&mut self, span: i64) {
        let end = self.now + span;
        while let Some((tab, due)) = self.next_alarm().filter(|(_, due)| *due <= end) {
            self.now = self.now.max(due);
            self.tabs[tab].alarm = None;
            if self.tabs[tab].engine.is_some() { self.tell(tab, Input::Woke) } else { self.wake(tab) }
        }
        self.now = end;
        for tab in 0..self.tabs.len() {
            if end - self.tabs[tab].since > LONGEST_VIEW {
                self.tell(tab, Input::Act(Act::Close));
                self.turn(tab);
            }
        }
    }

    fn next_alarm(&self) -> Option<(usize, i64)> {
        let alarms = self.tabs.iter().enumerate().filter_map(|(tab, it)| Some((tab, it.alarm?)));
        alarms.min_by_key(|(_, due)| *due)
    }

    fn signal(&mut self, tab: usize, signal: Signal) {
        self.tell(tab, Input::Signal(signal));
    }

    /// Nothing is told to whoever sleeps.
    fn tell(&mut self, tab: usize, input: Input) {
        let (at, now) = (self.at(), self.now);
        let is_taken = self.tabs.iter().enumerate().any(|(other, it)| other != tab && it.is_showing);
        let Some(mut engine) = self.tabs[tab].engine.take() else { return };
        let it = &mut self.tabs[tab];
        let mut next = Vec::new();
        engine.step(at, input, &mut |effect| match effect {
            Effect::Claim => next.push(Next::Claim),
            Effect::GatherFacts => next.push(Next::Gather),
            Effect::Remember(memory) => self.stored = memory.clone(),
            Effect::RememberSession(session) => it.session = session.clone(),
            Effect::RememberTrail(trail, _) => it.trail = trail.clone(),
            Effect::Render(_) if !it.is_showing => {
                it.is_showing = true;
                next.push(Next::Seen);
            }
            Effect::Close => it.is_showing = false,
            Effect::WakeAt(due) => it.alarm = Some(now + (due - at).0),
            // What is over by now is no note, whatever the clock is set to.
            Effect::SleepUntil(due) => self.note = if due > at { due.0 } else { 0 },
            Effect::Shown { survey, .. } => self.asked.push((now, tab, survey.into())),
            _ => {}
        });
        let fact = |source: Source| if source == Source::Offset { Value::Number(60.0) } else { Value::Absent };
        let facts = engine.needs().facts.iter().map(|fact_of| fact(fact_of.source)).collect();
        let circumstances = Circumstances { manners: None, facts };
        it.engine = Some(engine);
        for next in next {
            self.tell(tab, match next {
                Next::Claim if is_taken => Input::Refused,
                Next::Claim => Input::Claimed(self.stored.clone(), circumstances.clone()),
                Next::Gather => Input::Gathered(circumstances.clone()),
                Next::Seen => Input::Seen,
            });
        }
    }
}

enum Next {
    Claim,
    Gather,
    Seen,
}

fn event_of(index: usize) -> Signal {
    Signal::Event(["go", "stay"][index % 2].into(), Value::Absent)
}
