//! What is made of a visitor's way: through pages and sections, to other windows and
//! back, and what was put off to the next page.

use super::moment::Occurrence;
use super::waiting::Candidate;
use super::{Effect, Effects, Engine, facts};
use crate::address::parameter;
use crate::audience::{FNV, fnv};
use crate::help_center::PageKind;
use crate::memory::{Memory, Trail};
use crate::signal::{Reading, Signal};
use crate::text::cut;
use crate::time::{Duration, Timestamp};
use crate::trigger::{Gesture, Rare, Swipe, Trigger, is_return};
use alloc::string::String;

/// A section counts as left when it was not entered again for so long.
const STAYED_OUT: Duration = Duration::seconds(8);

/// What is known of the way to the page that is open, and on it.
#[derive(Default)]
pub(super) struct Journey {
    /// What kind of page was left for it.
    pub(super) before: PageKind,
    /// Whether it was opened by leaving an article quickly.
    pub(super) back: bool,
    swipe: Swipe,
    hidden: Option<Timestamp>,
}

impl Engine<'_> {
    /// Other tabs may have gone on with the visit, and later documents with the way of this tab and
    /// what was read in it before the browser came back to this one.
    pub(super) fn recall(&mut self, memory: Memory, trail: Trail) {
        self.memory.history = memory.history;
        self.memory.session.join(memory.session);
        if trail.page_views > self.trail.page_views {
            self.trail = trail;
        }
    }

    /// A page was opened, by a visitor who came from `referrer`.
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
            let search = fnv(FNV, cut(address, b'#').0);
            if !trail.searches.contains(&search) {
                trail.searches.push(search);
            }
        }
        let (before, back) = trail.turn(at, kind, address);
        self.journey = Journey { before, back, swipe: Swipe::begin(at), hidden: None };
        if self.needs.history {
            self.memory.history.visit(at);
            effects(Effect::RememberHistory(&self.memory.history));
        }
        if self.needs.dead_ends && kind != PageKind::Other {
            effects(Effect::FindLinkTargets);
        }
        for deferred in self.trail.arrive(at) {
            if let Some(survey) = self.definition.surveys.iter().find(|survey| survey.id == deferred.survey) {
                self.waiting.push(Candidate::new(survey, deferred.trigger, at.max(deferred.at)));
            }
        }
        self.enter(at);
        self.remember_trail(None, effects);
    }

    /// The visitor is in the section of the page that is open.
    pub(super) fn enter(&mut self, at: Timestamp) {
        let section = facts(self.definition, &self.page).section.unwrap_or_default();
        self.trail.enter(at, section);
    }

    fn remember_trail(&self, left: Option<Timestamp>, effects: &mut Effects<'_>) {
        if self.needs.trail {
            effects(Effect::RememberTrail(&self.trail, left));
        }
    }

    /// Sections that were left for good are moments.
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

    /// What was put off to the next page is not asked there after the event that takes it back.
    fn take_back(&mut self, event: &str, effects: &mut Effects<'_>) {
        let before = self.trail.deferred.len();
        for survey in &self.definition.surveys {
            for moment in &survey.triggers.moments {
                if let Trigger::Event { terms, .. } = moment.trigger
                    && terms.end_with(event)
                {
                    let word = moment.trigger.word();
                    self.trail.deferred.retain(|it| it.survey != survey.id || it.trigger != word);
                }
            }
        }
        if self.trail.deferred.len() < before {
            self.remember_trail(None, effects);
        }
    }

    /// The document is hidden, or visible again.
    pub(super) fn come_back(&mut self, at: Timestamp, visible: bool) {
        let hidden = self.journey.hidden.take();
        if !visible {
            self.journey.hidden = hidden.or(Some(at));
        } else if hidden.is_some_and(|hidden| is_return(at - hidden, self.attention.means)) {
            self.notice(at, &Occurrence::Gesture(Gesture::TabReturn));
        }
    }

    pub(super) fn swipe(&mut self, at: Timestamp, container: &str, reading: Reading) {
        if container.is_empty() && self.journey.swipe.take(at, reading, self.attention.means) {
            self.notice(at, &Occurrence::Gesture(Gesture::FastScrollUp));
        }
    }

    /// The signals that no other edition has.
    pub(super) fn sense_more(&mut self, at: Timestamp, signal: Signal, effects: &mut Effects<'_>) {
        match signal {
            Signal::Event(name, properties) => {
                self.notice(at, &Occurrence::Event(&name, &properties));
                self.take_back(&name, effects);
            }
            Signal::ClickedToo(position) => self.notice(at, &Occurrence::Clicked(position)),
            Signal::EndScrolled(element, reading) => self.notice(at, &Occurrence::Scrolled(&element, reading, true)),
            Signal::Marked(id) => self.notice(at, &Occurrence::Marked(&id)),
            Signal::LinkTargets(paths, status) if self.leads_nowhere(&paths, status) => {
                self.notice(at, &Occurrence::DeadEnd);
            }
            Signal::Leaving => self.remember_trail(Some(at), effects),
            _ => {}
        }
    }

    /// The rating that was chosen in a message, where its link has led here; 0 for none.
    pub(super) fn suggested(&self, trigger: &str) -> u8 {
        let page = self.page.as_ref().filter(|_| trigger == Rare::Link.word());
        let rating = page.and_then(|page| parameter(&page.address, "effortlet-rating"));
        rating.and_then(|rating| rating.parse().ok()).unwrap_or_default()
    }

    /// An error, or a search that has found no article.
    fn leads_nowhere(&self, paths: &[String], status: u16) -> bool {
        let is_article = |path: &String| self.definition.help_center.facts(path, "").kind == PageKind::Article;
        status >= 400 || self.kind() == PageKind::Search && !paths.iter().any(is_article)
    }

    /// A trigger has come, as far as a trial is concerned.
    pub(super) fn simulate(&mut self, at: Timestamp, id: &str, leaf: usize) {
        self.watch.simulate(at, &self.definition.surveys, id, leaf, &mut self.waiting);
    }
}
