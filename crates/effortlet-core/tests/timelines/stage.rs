//! The engine with a recorder in the place of the browser: `inputs` go in, `effects` are carried out and
//! written down, and an `explanation` is given when it is asked for.

mod inputs;
mod effects;
mod delivery;
mod endpoint;
mod explanation;

use crate::words::{HEIGHT, page, reading_of};
use delivery::Delivery;
use effortlet_core::definition::Definition;
use effortlet_core::engine::{Circumstances, Engine, Input, Journeys};
use effortlet_core::manners::Manners;
use effortlet_core::memory::{Memory, Session, Trail};
use effortlet_core::needs::Fact;
use effortlet_core::signal::Signal;
use effortlet_core::source;
use effortlet_core::time::{Duration, Timestamp};

pub(crate) struct Stage<'a> {
    definition: &'a Definition<'a>,
    engine: Engine<'a>,
    stored: Memory,
    /// A nudge is in the page.
    is_up: bool,
    /// The page lets nobody see one.
    hides: bool,
    /// Another tab is showing a nudge.
    taken: bool,
    alarm: Option<Timestamp>,
    seed: u64,
    delivery: Delivery,
    /// What the visitor is busy with.
    manners: Option<Manners>,
    /// What the page has to say, by its source and name.
    facts: Vec<(String, source::Value)>,
    /// What it says of who made it, or of what it is.
    signs: Vec<String>,
    /// What is written down of the session's way; it goes with the tab.
    trail: source::Value,
    /// A note says that nothing has to be loaded.
    is_asleep: bool,
    /// Of what is on display.
    language: String,
}

impl<'a> Stage<'a> {
    pub(crate) fn new(definition: &'a Definition<'a>) -> Self {
        let stored = Memory::default();
        let engine = Engine::new(definition, &Journeys, stored.clone(), "en".into(), 1);
        Self {
            definition,
            engine,
            stored,
            is_up: false,
            hides: false,
            taken: false,
            alarm: None,
            seed: 1,
            delivery: Delivery::new(),
            manners: None,
            facts: Vec::new(),
            signs: Vec::new(),
            trail: source::Value::Absent,
            is_asleep: false,
            language: String::new(),
        }
    }

    /// What the engine does by itself before `at`.
    pub(crate) fn wake_until(&mut self, at: Timestamp) -> Vec<(Timestamp, Vec<String>)> {
        let mut woke = Vec::new();
        while let Some(due) = self.alarm.filter(|due| *due < at) {
            self.alarm = None;
            let followed = self.step(due, Input::Woke);
            if !followed.is_empty() {
                woke.push((due, followed));
            }
        }
        woke
    }

    /// A new document: the engine begins anew with what was remembered.
    fn load(&mut self, at: Timestamp, path: &str, referrer: &str, language: &str) -> Vec<String> {
        self.seed += 1;
        let mut memory = self.stored.clone();
        if memory.session == Session::default() {
            memory.session.started = at;
        }
        self.engine = Engine::new(self.definition, &Journeys, memory, language.into(), self.seed);
        self.alarm = None;
        self.is_up = false;
        let mut followed = self.step(at, Input::Signal(Signal::Visible(true)));
        for item in self.delivery.left() {
            followed.extend(self.step(at, Input::Pending(item)));
        }
        followed.extend(self.turn(at, path, referrer));
        followed.extend(self.step(at, Input::Signal(reading_of(0.0, HEIGHT, Duration::days(1)))));
        followed
    }

    /// A page view, before which the edge tells what is remembered by now.
    fn turn(&mut self, at: Timestamp, path: &str, referrer: &str) -> Vec<String> {
        let recalled = Input::Recalled(self.stored.clone(), Trail::read(&self.trail, at));
        self.engine.step(at, recalled, &mut |_| {});
        self.step(at, page(path, referrer, self.signs.clone()))
    }

    /// What the page says, in the order in which the engine asks for it.
    fn circumstances(&self) -> Circumstances {
        let find = |fact: &Fact<'_>| {
            let name = format!("{:?}:{}", fact.source, fact.name).to_lowercase();
            let found = self.facts.iter().find(|(known, _)| known.to_lowercase() == name.trim_end_matches(':'));
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Circumstances { manners: self.manners, facts: self.engine.needs().facts.iter().map(find).collect() }
    }
}
