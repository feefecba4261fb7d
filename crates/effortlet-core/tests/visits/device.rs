//! One visitor's device: tabs with the real engine in them, storage that they share, one lock, and
//! a clock that can be set. Its effects are carried out in `effects.rs`.

mod effects;

use crate::oracle::{Oracle, Tally};
use crate::plan::Plan;
use crate::visit::Step;
use effortlet_core::answer::Act;
use effortlet_core::engine::{Engine, Hold, Input, Told};
use effortlet_core::memory::{Memory, Session};
use effortlet_core::signal::{Departure, Means, Reading, Signal};
use effortlet_core::time::{Duration, Timestamp};
use effortlet_core::tree::Truth;

/// Somewhere in 2026.
const START: i64 = 1_772_000_000_000;
const PATHS: [&str; 6] = ["/help", "/help/a/one", "/help/a/two", "/help/b/three", "/pricing", "/help/search"];

pub(crate) struct Device<'p> {
    plan: &'p Plan,
    oracle: Oracle<'p>,
    tally: &'p mut Tally,
    /// Since the visit began, whatever the clock says.
    elapsed: i64,
    /// How far the clock is off.
    skew: i64,
    stored: Memory,
    tabs: Vec<Tab>,
    /// The page and the claim that have the lock.
    lock: Option<(u64, u64)>,
    claims: Vec<Claim>,
    /// Pages and claims are counted together.
    count: u64,
    late: bool,
    /// So many pages more reload as soon as they ask.
    reloads: usize,
}

struct Tab {
    number: usize,
    stored: Option<Session>,
    /// When its first page with working storage was opened.
    began: Option<i64>,
    page: Page,
}

struct Page {
    id: u64,
    path: &'static str,
    engine: Engine<'static>,
    edition: usize,
    /// In the place of storage, where that refuses.
    refused: Option<Memory>,
    began: i64,
    alarm: Option<i64>,
    /// The claim that `release` lets go.
    held: Option<u64>,
    showing: bool,
}

struct Claim {
    id: u64,
    page: u64,
    granted: Option<bool>,
}

impl<'p> Device<'p> {
    pub(crate) fn new(plan: &'p Plan, tally: &'p mut Tally) -> Self {
        Self {
            plan,
            oracle: Oracle::new(plan),
            tally,
            elapsed: 0,
            skew: 0,
            stored: Memory::default(),
            tabs: Vec::new(),
            lock: None,
            claims: Vec::new(),
            count: 0,
            late: false,
            reloads: 0,
        }
    }

    pub(crate) fn play(&mut self, step: Step) -> Result<(), String> {
        match step {
            Step::Open(page) => self.open(page)?,
            Step::Late(late) => self.late = late,
            Step::Reloading(times) => self.reloads = times,
            Step::Wait(span) => self.wait(span)?,
            Step::Clock(by) => self.set_clock(by)?,
            Step::Lock(index) if !self.claims.is_empty() => self.decide(index % self.claims.len())?,
            _ if self.tabs.is_empty() => self.open(0)?,
            step => self.play_in_tab(step)?,
        }
        while !self.late && !self.claims.is_empty() {
            self.decide(0)?;
        }
        self.look_at_samples()
    }

    fn play_in_tab(&mut self, step: Step) -> Result<(), String> {
        let tab = |index: usize| index % self.tabs.len();
        let event = |index: usize| if index < 9 { "go" } else { "stay" };
        match step {
            Step::Load { tab: index, page, storage } => self.load(tab(index), path(page), storage == 0),
            Step::Route { tab: index, page } => {
                let index = tab(index);
                self.tabs[index].page.path = path(page);
                self.tell(index, Input::Page(path(page)))
            }
            Step::CloseTab(index) => {
                let tab = self.tabs.remove(tab(index));
                self.leave(tab.number, tab.page.id);
                Ok(())
            }
            Step::Event { tab: index, event: name } => self.signal(tab(index), Signal::Event(event(name), "")),
            Step::Click(index) => self.signal(tab(index), Signal::Clicked(0)),
            Step::Scroll(index) => {
                let reading = Reading { top: 7_000.0, view: 1_000.0, height: 9_000.0, idle: Duration(10) };
                self.signal(tab(index), Signal::Scrolled("", reading))
            }
            Step::Exit(index) => {
                let departure = Departure { y: -2.0, speed: 1.2, age: Duration(16), distraction: None };
                self.signal(tab(index), Signal::PointerLeft(departure))
            }
            Step::Show { tab: index, survey } => self.show(tab(index), survey),
            Step::Answer { tab: index, rating } => self.tell(tab(index), Input::Act(Act::Rate(rating))),
            Step::Back(index) => self.tell(tab(index), Input::Act(Act::Back)),
            Step::CloseNudge(index) => self.tell(tab(index), Input::Act(Act::Close)),
            Step::ShowOften { tab: index, survey } => {
                let index = tab(index);
                for _ in 0..60 {
                    self.show(index, survey)?;
                    while !self.claims.is_empty() {
                        self.decide(0)?;
                    }
                    self.tell(index, Input::Act(Act::Close))?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn show(&mut self, tab: usize, survey: usize) -> Result<(), String> {
        let id = self.plan.surveys[survey % self.plan.surveys.len()].id;
        self.tell(tab, Input::Show(id))
    }

    fn signal(&mut self, tab: usize, signal: Signal<'_>) -> Result<(), String> {
        self.tell(tab, Input::Signal(signal))
    }

    fn now(&self) -> i64 {
        START + self.elapsed + self.skew
    }

    fn open(&mut self, page: usize) -> Result<(), String> {
        let page = self.page(path(page), false, Session { started: Timestamp(self.now()), articles: Vec::new() });
        let number = self.count as usize;
        let began = Some(page.began);
        self.tabs.push(Tab { number, stored: None, began, page });
        self.arrive(self.tabs.len() - 1)
    }

    /// The document that was there is gone, with its claims.
    fn load(&mut self, tab: usize, path: &'static str, refuses: bool) -> Result<(), String> {
        let now = self.now();
        let (number, left) = (self.tabs[tab].number, self.tabs[tab].page.id);
        self.leave(number, left);
        let stored = if refuses { None } else { self.tabs[tab].stored.clone() };
        let session = stored.unwrap_or(Session { started: Timestamp(now), articles: Vec::new() });
        let page = self.page(path, refuses, session);
        if !refuses {
            self.tabs[tab].began.get_or_insert(now);
        }
        self.tabs[tab].page = page;
        self.arrive(tab)
    }

    fn page(&mut self, path: &'static str, refuses: bool, session: Session) -> Page {
        self.count += 1;
        let id = self.count;
        let edition = (id % 2) as usize;
        let refused = refuses.then(Memory::default);
        let memory = Memory { session, ..refused.as_ref().unwrap_or(&self.stored).clone() };
        let engine = Engine::new(self.plan.editions[edition], memory, "en".into(), id);
        Page { id, path, engine, edition, refused, began: self.now(), alarm: None, held: None, showing: false }
    }

    fn arrive(&mut self, tab: usize) -> Result<(), String> {
        let path = self.tabs[tab].page.path;
        self.signal(tab, Signal::Visible(true))?;
        self.signal(tab, Signal::Acted(Means::Press))?;
        self.tell(tab, Input::Page(path))
    }

    fn leave(&mut self, tab: usize, page: u64) {
        self.oracle.close(tab);
        self.claims.retain(|claim| claim.page != page);
        if self.lock.is_some_and(|(holder, _)| holder == page) {
            self.lock = None;
        }
    }

    /// Alarms go off by what has elapsed; setting the clock does not move them.
    fn wait(&mut self, span: i64) -> Result<(), String> {
        let end = self.elapsed + span;
        loop {
            let alarms = self.tabs.iter().enumerate().filter_map(|(tab, it)| Some((it.page.alarm?, tab)));
            let Some((due, tab)) = alarms.min().filter(|(due, _)| *due <= end) else { break };
            self.elapsed = due.max(self.elapsed);
            self.tabs[tab].page.alarm = None;
            self.tell(tab, Input::Woke)?;
            while !self.late && !self.claims.is_empty() {
                self.decide(0)?;
            }
        }
        self.elapsed = end;
        Ok(())
    }

    /// What a rule held before the clock was set back, it holds after.
    fn set_clock(&mut self, by: i64) -> Result<(), String> {
        let held = |device: &Self| {
            let mut held = Vec::new();
            for tab in &device.tabs {
                let at = Timestamp(device.now());
                let holds = device.plan.surveys.iter().map(|survey| hold(&tab.page.engine, at, survey.id));
                held.extend(holds.map(|hold| matches!(hold, Some(Hold::Frequency(_)))));
            }
            held
        };
        let before = held(self);
        self.skew += by;
        for (before, after) in before.into_iter().zip(held(self)) {
            if by < 0 && before {
                self.tally.held();
                if !after {
                    return Err("the clock was set back and freed a survey".into());
                }
            }
        }
        Ok(())
    }

    /// The n-th claim is decided; once it is, its page is told.
    fn decide(&mut self, index: usize) -> Result<(), String> {
        let Claim { id, page, granted } = self.claims[index];
        let Some(granted) = granted else {
            let free = self.lock.is_none();
            if free {
                self.lock = Some((page, id));
            }
            self.claims[index].granted = Some(free);
            return Ok(());
        };
        self.claims.remove(index);
        let Some(tab) = self.tabs.iter().position(|tab| tab.page.id == page) else { return Ok(()) };
        if granted {
            self.tabs[tab].page.held = Some(id);
            let memory = self.tabs[tab].page.refused.as_ref().unwrap_or(&self.stored).clone();
            return self.tell(tab, Input::Claimed(memory, Told::default()));
        }
        self.tally.refused();
        self.tell(tab, Input::Refused)
    }

    fn look_at_samples(&mut self) -> Result<(), String> {
        let at = Timestamp(self.now());
        for tab in self.tabs.iter().filter(|tab| tab.page.refused.is_none()) {
            for (index, survey) in self.plan.surveys.iter().enumerate() {
                let Some(samples) = survey.samples else { continue };
                let within = match hold(&tab.page.engine, at, survey.id) {
                    Some(Hold::Busy | Hold::Audience(Truth::Unknown)) => continue,
                    hold => !matches!(hold, Some(Hold::Audience(_))),
                };
                self.oracle.sample(index, samples[tab.page.edition], within, self.tally)?;
            }
        }
        Ok(())
    }
}

/// The first thing that holds a survey back.
fn hold(engine: &Engine<'_>, at: Timestamp, survey: &str) -> Option<Hold> {
    engine.held(at, survey, &Told::default())
}

fn path(index: usize) -> &'static str {
    PATHS[index % PATHS.len()]
}
