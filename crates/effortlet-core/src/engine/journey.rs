//! The way of a visitor through pages and sections, and what was put off to the next page; with it what
//! only those editions do that know of it. Never follows anybody further than a definition asks for.

use super::candidate::Candidate;
use super::effect::{Effect, Effects};
use super::state::{Engine, Ways};
use crate::help_center::PageKind;
use crate::journey;
use crate::memory::{Deferred, Memory, Trail};
use crate::occurrence::Occurrence;
use crate::survey::Survey;
use crate::time::Timestamp;
use alloc::string::String;

/// Knows the page that is open, and no way to it.
pub struct Nearby;

impl Ways for Nearby {}

/// Follows a visitor as far as a definition asks for it.
pub struct Journeys;

impl Ways for Journeys {
    fn recall(&self, engine: &mut Engine<'_>, memory: Memory, trail: Trail) {
        engine.memory.history = memory.history;
        engine.forgo();
        engine.memory.session.join(memory.session);
        if engine.needs.journey {
            engine.trail.recall(trail);
        }
    }

    fn go_on(&self, engine: &mut Engine<'_>, at: Timestamp, referrer: &str, by_query: bool, effects: &mut Effects<'_>) {
        if let Some(visit) = engine.needs.visits {
            visit(&mut engine.memory.history, at);
            effects(Effect::RememberHistory(&engine.memory.history));
        }
        if engine.needs.link_targets && engine.kind() != PageKind::Other {
            effects(Effect::FindLinkTargets);
        }
        let Some(page) = &mut engine.page else { return };
        if !engine.needs.journey {
            return;
        }
        page.arrival = engine.trail.go_on(at, &journey::Page {
            kind: page.kind,
            address: &page.address,
            entry: &engine.needs.entry.of(&page.address),
            referrer: if engine.needs.referrer { referrer } else { "" },
            by_query,
        });
        for deferred in engine.trail.arrive(at) {
            let candidate = arrive(&engine.definition.surveys, &deferred, at);
            engine.waiting.extend(candidate);
        }
        self.enter_section(engine, at);
        remember_trail(engine, None, effects);
    }

    fn enter_section(&self, engine: &mut Engine<'_>, at: Timestamp) {
        if let (true, Some(page)) = (engine.needs.journey, &engine.page) {
            let facts = page.help_center.facts(&page.path, &page.section);
            engine.trail.enter(at, facts.section.unwrap_or_default());
        }
    }

    fn press(&self, engine: &mut Engine<'_>) {
        engine.watch.press();
    }

    fn leave(&self, engine: &mut Engine<'_>, at: Timestamp, effects: &mut Effects<'_>) {
        remember_trail(engine, Some(at), effects);
    }

    fn leave_sections(&self, engine: &mut Engine<'_>, at: Timestamp, effects: &mut Effects<'_>) {
        while let Some(section) = engine.trail.leave(at) {
            engine.notice(at, &Occurrence::SectionLeft(&section));
            remember_trail(engine, None, effects);
        }
    }

    fn leave_due(&self, engine: &Engine<'_>) -> Timestamp {
        engine.trail.leave_due()
    }

    fn put_off(&self, engine: &mut Engine<'_>, effects: &mut Effects<'_>) {
        let (before, trail) = (engine.waiting.len(), &mut engine.trail);
        engine.waiting.retain(|candidate| {
            if candidate.deferred {
                trail.defer(candidate.survey.id, candidate.trigger, candidate.due);
            }
            !candidate.deferred
        });
        if engine.waiting.len() < before {
            remember_trail(engine, None, effects);
        }
    }

    fn cancel(&self, engine: &mut Engine<'_>, event: &Occurrence<'_>, effects: &mut Effects<'_>) {
        for (survey, trigger) in engine.watch.cancel(&engine.definition.surveys, event) {
            engine.waiting.retain(|candidate| (candidate.survey.id, candidate.trigger) != (survey, trigger));
            if engine.trail.cancel(survey, trigger) {
                remember_trail(engine, None, effects);
            }
        }
    }

    /// An error, or a search that has found no article, is a dead end.
    fn arrive_at(&self, engine: &mut Engine<'_>, at: Timestamp, paths: &[String], status: u16) {
        let help_center = engine.page.as_ref().map(|page| page.help_center).unwrap_or_default();
        let is_article = |path: &String| help_center.facts(path, "").kind == PageKind::Article;
        if status >= 400 || engine.kind() == PageKind::Search && !paths.iter().any(is_article) {
            engine.notice(at, &Occurrence::DeadEnd);
        }
    }

    fn simulate(&self, engine: &mut Engine<'_>, at: Timestamp, survey: &str, leaf: usize) {
        let mut watch = core::mem::take(&mut engine.watch);
        let fired = watch.simulate(&engine.definition.surveys, survey, leaf, &engine.view(at));
        engine.watch = watch;
        engine.waiting.extend(fired);
    }
}

fn remember_trail(engine: &Engine<'_>, left: Option<Timestamp>, effects: &mut Effects<'_>) {
    if engine.needs.journey {
        effects(Effect::RememberTrail(&engine.trail, left));
    }
}

/// A survey that was put off to this page, unless it no longer waits for what had come.
fn arrive<'a>(surveys: &'a [Survey<'a>], deferred: &Deferred, at: Timestamp) -> Option<Candidate<'a>> {
    let survey = surveys.iter().find(|survey| survey.id == deferred.survey)?;
    let moment = survey.triggers.moments.iter().find(|moment| moment.word == deferred.trigger)?;
    Some(Candidate::new(survey, moment.word, at.max(deferred.at)))
}
