//! The way of a visitor through pages and sections, and what was put off to the next page.

use super::candidate::Candidate;
use super::effect::{Effect, Effects};
use super::state::Engine;
use crate::help_center::PageKind;
use crate::journey;
use crate::memory::{Deferred, Memory, Trail};
use crate::occurrence::Occurrence;
use crate::survey::Survey;
use crate::time::Timestamp;
use alloc::string::String;

impl Engine<'_> {
    /// Other tabs may have gone on with the visit, and later documents with the way of this tab and
    /// what was read in it before the browser came back to this one.
    pub(super) fn recall(&mut self, memory: Memory, trail: Trail) {
        self.memory.history = memory.history;
        self.memory.session.join(memory.session);
        if let Some(journey) = self.needs.journey {
            (journey.recall)(&mut self.trail, trail);
        }
    }

    /// The page that is open was come to, by a visitor who came from `referrer`.
    pub(super) fn go_on(&mut self, at: Timestamp, referrer: &str, effects: &mut Effects<'_>) {
        if let Some(visit) = self.needs.visits {
            visit(&mut self.memory.history, at);
            effects(Effect::RememberHistory(&self.memory.history));
        }
        if self.needs.link_targets && self.kind() != PageKind::Other {
            effects(Effect::FindLinkTargets);
        }
        let (Some(journey), Some(page)) = (self.needs.journey, &mut self.page) else { return };
        let given = |asked, text| if asked { text } else { "" };
        page.arrival = (journey.go_on)(&mut self.trail, at, &journey::Page {
            kind: page.kind,
            address: &page.address,
            entry: given(self.needs.entry, &page.address),
            referrer: given(self.needs.referrer, referrer),
        });
        for deferred in (journey.arrive)(&mut self.trail, at) {
            let candidate = arrive(&self.definition.surveys, &deferred, at);
            self.waiting.extend(candidate);
        }
        self.enter_section(at);
        self.remember_trail(None, effects);
    }

    /// The visitor is in the section of the page that is open.
    pub(super) fn enter_section(&mut self, at: Timestamp) {
        if let (Some(journey), Some(page)) = (self.needs.journey, &self.page) {
            let facts = self.definition.help_center.facts(&page.path, &page.section);
            (journey.enter)(&mut self.trail, at, facts.section.unwrap_or_default());
        }
    }

    pub(super) fn remember_trail(&self, left: Option<Timestamp>, effects: &mut Effects<'_>) {
        if self.needs.journey.is_some() {
            effects(Effect::RememberTrail(&self.trail, left));
        }
    }

    /// Sections that were left for good are occurrences.
    pub(super) fn leave_sections(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        let Some(journey) = self.needs.journey else { return };
        while let Some(section) = (journey.leave)(&mut self.trail, at) {
            self.notice(at, &Occurrence::SectionLeft(&section));
            self.remember_trail(None, effects);
        }
    }

    /// When the next section counts as left.
    pub(super) fn leave_due(&self) -> Timestamp {
        self.needs.journey.map_or(Timestamp::NEVER, |journey| (journey.leave_due)(&self.trail))
    }

    /// Puts off what waits for the next page.
    pub(super) fn put_off(&mut self, effects: &mut Effects<'_>) {
        let Some(journey) = self.needs.journey else { return };
        let before = self.waiting.len();
        self.waiting.retain(|candidate| {
            if candidate.deferred {
                (journey.defer)(&mut self.trail, candidate.survey.id, candidate.trigger, candidate.due);
            }
            !candidate.deferred
        });
        if self.waiting.len() < before {
            self.remember_trail(None, effects);
        }
    }

    /// What this takes back is asked neither here nor on the next page.
    pub(super) fn cancel(&mut self, occurrence: &Occurrence<'_>, effects: &mut Effects<'_>) {
        for (survey, trigger) in self.watch.cancel(&self.definition.surveys, occurrence) {
            self.waiting.retain(|candidate| (candidate.survey.id, candidate.trigger) != (survey, trigger));
            if self.needs.journey.is_some_and(|journey| (journey.cancel)(&mut self.trail, survey, trigger)) {
                self.remember_trail(None, effects);
            }
        }
    }

    /// An error, or a search that has found no article.
    pub(super) fn is_dead_end(&self, paths: &[String], status: u16) -> bool {
        let is_article = |path: &String| self.definition.help_center.facts(path, "").kind == PageKind::Article;
        status >= 400 || self.kind() == PageKind::Search && !paths.iter().any(is_article)
    }
}

/// A survey that was put off to this page, unless it no longer waits for what had come.
fn arrive<'a>(surveys: &'a [Survey<'a>], deferred: &Deferred, at: Timestamp) -> Option<Candidate<'a>> {
    let survey = surveys.iter().find(|survey| survey.id == deferred.survey)?;
    let moment = survey.triggers.moments.iter().find(|moment| moment.word == deferred.trigger)?;
    Some(Candidate::new(survey, moment.word, at.max(deferred.at)))
}
