//! A page in which much happens, with nobody who carries anything out but what the engine has to hear of.

use crate::chance::Chance;
use crate::happening::{circumstances, claimed, input, moment};
use effortlet_core::definition::Definition;
use effortlet_core::engine::{Circumstances, Effect, Engine, Input, Journeys};
use effortlet_core::memory::Memory;
use effortlet_core::time::Timestamp;
use std::collections::VecDeque;

/// How often something came of it.
#[derive(Debug, Default)]
pub(crate) struct Effects {
    pub(crate) shown: u64,
    pub(crate) answered: u64,
    pub(crate) kept: u64,
    pub(crate) all: u64,
}

pub(crate) fn play(definition: &Definition<'_>, chance: &mut Chance, inputs: u64, counted: &mut Effects) {
    let mut at = moment(chance, Timestamp(1_795_338_300_000));
    let mut engine = Engine::new(definition, &Journeys, Memory::default(), chance.text(), chance.draw());
    let mut queue = VecDeque::from([Input::Page { path: "/help/a".into(), address: "https://acme.example/help/a".into(), referrer: String::new(), signs: Vec::new() }]);
    for _ in 0..inputs {
        at = moment(chance, at);
        let next = queue.pop_front().unwrap_or_else(|| input(chance, definition, at));
        let mut follow = |effect: Effect<'_>| {
            counted.all += 1;
            match effect {
                Effect::Claim => queue.push_back(claimed(chance, at)),
                Effect::GatherFacts => queue.push_back(Input::Gathered(circumstances(chance))),
                Effect::Render(_) => queue.push_back(Input::Seen),
                Effect::Shown { .. } => counted.shown += 1,
                Effect::Answered { .. } => counted.answered += 1,
                Effect::Keep { .. } => counted.kept += 1,
                _ => {}
            }
        };
        engine.step(at, next, &mut follow);
        if chance.once_in(20) {
            look(&engine, definition, at, &circumstances(chance));
        }
    }
}

/// What somebody asks who looks on.
fn look(engine: &Engine<'_>, definition: &Definition<'_>, at: Timestamp, circumstances: &Circumstances) {
    for survey in &definition.surveys {
        let _ = engine.explanation(at, survey.id, circumstances);
    }
    let _ = engine.overview(at);
}
