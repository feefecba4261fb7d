//! One visitor's device: tabs with the real engine in them, storage that they share, one lock, and
//! a clock that can be set. `tab.rs` has its pages, `lock.rs` its claims; its effects are carried out
//! in `effects.rs`.

mod effects;
mod lock;
mod tab;

use crate::came::Happening;
use crate::oracle::Oracle;
use crate::plan::{On, Plan, Planned};
use crate::tally::{Tally, Tried};
use crate::visit::Step;
use crate::wish::{COOKIE, Facts, told};
use effortlet_core::answer::Act;
use effortlet_core::engine::{Circumstances, Hold, Input};
use effortlet_core::memory::Memory;
use effortlet_core::signal::{Departure, Reading, Signal};
use effortlet_core::source::Value;
use effortlet_core::time::{Duration, Timestamp};
use effortlet_core::tree::Truth;
use lock::Claim;
use tab::{Tab, path};

/// Somewhere in 2026.
const START: i64 = 1_772_000_000_000;

/// Samples are looked at after so many steps: it takes as long as a step.
const LOOK_EVERY: usize = 4;

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
    /// What every page says.
    facts: Facts,
    /// How many steps were played.
    played: usize,
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
            facts: [Some(true), Some(true), None],
            played: 0,
        }
    }

    pub(crate) fn play(&mut self, step: Step) -> Result<(), String> {
        match step {
            Step::Open(page) => self.open(page)?,
            Step::Late(late) => self.late = late,
            Step::Reloading(times) => self.reloads = times,
            Step::Wait(span) => self.wait(span)?,
            Step::Clock(by) => self.set_clock(by)?,
            Step::Fact { fact, says } => {
                // A cookie that is not there is not as wanted; there is nothing unknown about it.
                self.facts[fact] = if fact == COOKIE { says.or(Some(false)) } else { says };
                self.oracle.learn(self.now(), &self.facts, self.tally);
            }
            Step::Link { page, survey, .. } if self.tabs.is_empty() => self.open_at(page, Some(self.id(survey)))?,
            Step::Lock(index) if !self.claims.is_empty() => self.decide(index % self.claims.len())?,
            _ if self.tabs.is_empty() => self.open(0)?,
            step => self.play_in_tab(step)?,
        }
        self.decide_all()?;
        self.played += 1;
        if self.played.is_multiple_of(LOOK_EVERY) { self.look_at_samples() } else { Ok(()) }
    }

    fn play_in_tab(&mut self, step: Step) -> Result<(), String> {
        let tab = |index: usize| index % self.tabs.len();
        let event = |index: usize| if index < 8 { "go" } else { "stay" };
        match step {
            Step::Load { tab: index, page, storage } => self.load(tab(index), path(page), storage == 0, None),
            Step::Link { tab: index, page, survey } => {
                let link = self.id(survey);
                self.load(tab(index), path(page), false, Some(link))
            }
            Step::Route { tab: index, page } => self.route(tab(index), path(page)),
            Step::CloseTab(index) => {
                let tab = self.tabs.remove(tab(index));
                self.leave(tab.number, tab.page.id);
                Ok(())
            }
            Step::Event { tab: index, event: name } => {
                let index = tab(index);
                self.happen(index, On::Event(event(name)), None);
                self.signal(index, Signal::Event(event(name).into(), Value::Absent))
            }
            Step::Click(index) => self.click(tab(index)),
            Step::Busy(index) => {
                let index = tab(index);
                self.tabs[index].page.busy = true;
                Ok(())
            }
            Step::Quiet { tab: index, done } => {
                let resting = self.tabs.iter().position(|tab| tab.page.rests);
                self.quieten(resting.unwrap_or(tab(index)), done)
            }
            Step::Scroll(index) => {
                let reading = Reading { top: 7_000.0, view: 1_000.0, height: 9_000.0, idle: Duration(10) };
                self.signal(tab(index), Signal::Scrolled(String::new(), reading))
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
        self.tell(tab, Input::Show(self.id(survey).into()))
    }

    fn id(&self, survey: usize) -> &'static str {
        self.plan.surveys[survey % self.plan.surveys.len()].id
    }

    /// On something that every click trigger names.
    fn click(&mut self, tab: usize) -> Result<(), String> {
        self.happen(tab, On::Click, None);
        for position in 0..self.tabs[tab].page.engine.needs().clicks.len() {
            let clicked = if position == 0 { Signal::Clicked(0) } else { Signal::ClickedToo(position) };
            self.signal(tab, clicked)?;
        }
        Ok(())
    }

    fn happen(&mut self, tab: usize, on: On, link: Option<&str>) {
        let (at, spot) = (self.now(), self.tabs[tab].spot());
        self.oracle.happen(Happening { at, spot, on, link, facts: self.facts }, self.tally);
    }

    fn quieten(&mut self, tab: usize, done: bool) -> Result<(), String> {
        let page = &mut self.tabs[tab].page;
        page.busy &= !done;
        if !std::mem::take(&mut page.rests) {
            return Ok(());
        }
        let before = self.claims.len();
        self.signal(tab, Signal::QuietMoment)?;
        if self.claims.len() > before {
            self.tally.count(Tried::Risen);
        }
        Ok(())
    }

    fn signal(&mut self, tab: usize, signal: Signal) -> Result<(), String> {
        self.tell(tab, Input::Signal(signal))
    }

    fn now(&self) -> i64 {
        START + self.elapsed + self.skew
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
            self.decide_all()?;
        }
        self.elapsed = end;
        Ok(())
    }

    /// What a rule held before the clock was set back, it holds after.
    fn set_clock(&mut self, by: i64) -> Result<(), String> {
        let before = if by < 0 { self.held() } else { Vec::new() };
        self.skew += by;
        self.oracle.doubt();
        for (tab, id) in before {
            self.tally.count(Tried::Held);
            let survey = self.plan.surveys.iter().find(|survey| survey.id == id).unwrap();
            if !matches!(hold(&self.tabs[tab], Timestamp(self.now()), survey), Some(Hold::Newcomer | Hold::Frequency(_))) {
                return Err(format!("the clock was set back and freed {id}"));
            }
        }
        Ok(())
    }

    /// Which surveys a frequency rule holds, in which tabs.
    fn held(&self) -> Vec<(usize, &'static str)> {
        let at = Timestamp(self.now());
        let surveys = &self.plan.surveys;
        let all = self.tabs.iter().enumerate().flat_map(|tab| surveys.iter().map(move |survey| (tab, survey)));
        let held = all.filter(|((_, tab), survey)| matches!(hold(tab, at, survey), Some(Hold::Newcomer | Hold::Frequency(_))));
        held.map(|((tab, _), survey)| (tab, survey.id)).collect()
    }

    /// In one tab after the other.
    fn look_at_samples(&mut self) -> Result<(), String> {
        let at = Timestamp(self.now());
        let Some(tab) = self.tabs.get(self.played / LOOK_EVERY % self.tabs.len().max(1)) else { return Ok(()) };
        if tab.page.refused.is_some() {
            return Ok(());
        }
        for (index, survey) in self.plan.surveys.iter().enumerate() {
            let Some(samples) = survey.samples else { continue };
            let within = match hold(tab, at, survey) {
                Some(Hold::Busy | Hold::Audience(Truth::Unknown)) => continue,
                hold => !matches!(hold, Some(Hold::Audience(_))),
            };
            self.oracle.sample(index, samples[tab.page.edition], within, self.tally)?;
        }
        Ok(())
    }
}

/// The first thing that holds a survey back, where all that it wishes to hear is as it wishes.
fn hold(tab: &Tab, at: Timestamp, survey: &Planned) -> Option<Hold> {
    let engine = &tab.page.engine;
    let granted = survey.wish.as_ref().map(|wish| told(&engine.needs().facts, &wish.granted()));
    let circumstances = Circumstances { manners: None, facts: granted.unwrap_or_default() };
    engine.held(at, survey.id, &circumstances).map(|held| held.by)
}
