//! The way of a visitor through pages and sections, and what was put off to the next page.

use super::candidate::Candidate;
use super::effect::{Effect, Effects};
use super::state::Engine;
use crate::help_center::PageKind;
use crate::memory::{Deferred, Memory, Trail};
use crate::occurrence::Occurrence;
use crate::time::{Duration, Timestamp};
use alloc::string::String;

/// A section counts as left when it was not entered again for so long.
const STAYED_OUT: Duration = Duration::seconds(8);

impl<'a> Engine<'a> {
    /// Other tabs may have gone on with the visit, and later documents with the way of this tab and
    /// what was read in it before the browser came back to this one.
    pub(super) fn recall(&mut self, memory: Memory, trail: Trail) {
        self.memory.history = memory.history;
        self.memory.session.join(memory.session);
        if trail.page_views > self.trail.page_views {
            self.trail = trail;
        }
    }

    /// The page that is open was come to, by a visitor who came from `referrer`.
    pub(super) fn go_on(&mut self, at: Timestamp, referrer: &str, effects: &mut Effects<'_>) {
        let address = self.page.as_ref().map_or("", |page| &page.address);
        let kind = self.kind();
        let trail = &mut self.trail;
        if trail.page_views == 0 {
            let given = |asked, text: &str| if asked { text.into() } else { String::new() };
            trail.entry = given(self.needs.entry, address);
            trail.referrer = given(self.needs.referrer, referrer);
        }
        trail.page_views = trail.page_views.saturating_add(1);
        if kind == PageKind::Search {
            trail.search(address);
        }
        if self.needs.visits {
            self.memory.history.visit(at);
            effects(Effect::RememberHistory(&self.memory.history));
        }
        if self.needs.link_targets && kind != PageKind::Other {
            effects(Effect::FindLinkTargets);
        }
        for deferred in self.trail.arrive(at) {
            let candidate = self.arrive(&deferred, at);
            self.waiting.extend(candidate);
        }
        self.enter_section(at);
        self.remember_trail(None, effects);
    }

    /// A survey that was put off to this page, unless it no longer waits for what had come.
    fn arrive(&self, deferred: &Deferred, at: Timestamp) -> Option<Candidate<'a>> {
        let survey = self.definition.surveys.iter().find(|survey| survey.id == deferred.survey)?;
        let moment = survey.triggers.moments.iter().find(|moment| moment.word == deferred.trigger)?;
        Some(Candidate::new(survey, moment.word, at.max(deferred.at)))
    }

    /// The visitor is in the section of the page that is open.
    pub(super) fn enter_section(&mut self, at: Timestamp) {
        let section = String::from(self.facts().section.unwrap_or_default());
        self.trail.enter(at, &section);
    }

    pub(super) fn remember_trail(&self, left: Option<Timestamp>, effects: &mut Effects<'_>) {
        if self.needs.trail {
            effects(Effect::RememberTrail(&self.trail, left));
        }
    }

    /// Sections that were left for good are occurrences.
    pub(super) fn leave_sections(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        while let Some(section) = self.trail.leave(at, STAYED_OUT) {
            self.notice(at, &Occurrence::SectionLeft(&section));
            self.remember_trail(None, effects);
        }
    }

    /// When the next section counts as left.
    pub(super) fn leave_due(&self) -> Timestamp {
        self.trail.left.iter().fold(Timestamp::NEVER, |next, (_, left)| next.min(*left + STAYED_OUT))
    }

    /// Puts off what waits for the next page.
    pub(super) fn put_off(&mut self, effects: &mut Effects<'_>) {
        let before = self.waiting.len();
        let trail = &mut self.trail;
        self.waiting.retain(|candidate| {
            if candidate.deferred {
                trail.defer(candidate.survey.id, candidate.trigger, candidate.due);
            }
            !candidate.deferred
        });
        if self.waiting.len() < before {
            self.remember_trail(None, effects);
        }
    }

    /// What this takes back is asked neither here nor on the next page.
    pub(super) fn cancel(&mut self, occurrence: &Occurrence<'_>, effects: &mut Effects<'_>) {
        let cancelled = self.watch.cancel(&self.definition.surveys, occurrence);
        let is_cancelled = |survey: &str, trigger: &str| cancelled.contains(&(survey, trigger));
        self.waiting.retain(|candidate| !is_cancelled(candidate.survey.id, candidate.trigger));
        let before = self.trail.deferred.len();
        self.trail.deferred.retain(|it| !is_cancelled(&it.survey, &it.trigger));
        if self.trail.deferred.len() < before {
            self.remember_trail(None, effects);
        }
    }

    /// An error, or a search that has found no article.
    pub(super) fn is_dead_end(&self, paths: &[String], status: u16) -> bool {
        let is_article = |path: &String| self.definition.help_center.facts(path, "").kind == PageKind::Article;
        status >= 400 || self.kind() == PageKind::Search && !paths.iter().any(is_article)
    }
}
