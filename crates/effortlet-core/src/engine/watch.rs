//! Which moments of which surveys have come on the current page view.
//!
//! Knows no kind of trigger: each says itself whether its moment has come.

use super::candidate::Candidate;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::survey::Survey;
use crate::time::Timestamp;
use crate::tree::Truth;
use crate::trigger::{After, Moment, Trigger};
use alloc::{boxed::Box, vec::Vec};

/// One for each moment, all surveys' in a row.
#[derive(Default)]
pub(super) struct Watch<'a> {
    watched: Vec<Watched<'a>>,
    /// When the sequences had begun that led to them before the last click, which is told once for each
    /// moment that it is.
    pressed: Vec<Option<Timestamp>>,
}

/// What is known of one moment on this page view.
pub(super) struct Watched<'a> {
    pub(super) trigger: Box<dyn Trigger + 'a>,
    come: bool,
    /// When the first part of the sequence came that has led here.
    begun: Option<Timestamp>,
}

impl<'a> Watched<'a> {
    fn new(moment: &Moment<'a>) -> Self {
        Self { trigger: moment.trigger.fresh(), come: false, begun: None }
    }

    fn truth(&self) -> Truth {
        if self.come || self.trigger.is_known() { self.come.into() } else { Truth::Unknown }
    }
}

impl<'a> Watch<'a> {
    pub(super) fn new(surveys: &'a [Survey<'a>]) -> Self {
        let mut watched = Vec::new();
        for survey in surveys {
            for moment in &survey.triggers.moments {
                watched.push(Watched::new(moment));
            }
        }
        Self { watched, pressed: Vec::new() }
    }

    /// A new page view begins.
    pub(super) fn turn(&mut self, surveys: &'a [Survey<'a>]) {
        let pressed = core::mem::take(&mut self.pressed);
        *self = Self { pressed, ..Self::new(surveys) };
    }

    /// A click is told for the first time.
    pub(super) fn press(&mut self) {
        self.pressed.clear();
        for watched in &self.watched {
            self.pressed.push(watched.begun);
        }
    }

    /// The surveys whose moment has come.
    pub(super) fn fire(
        &mut self,
        surveys: &'a [Survey<'a>],
        occurrence: &Occurrence<'_>,
        view: &PageView<'_>,
    ) -> Vec<Candidate<'a>> {
        let mut fired = Vec::new();
        let mut first = 0;
        for survey in surveys {
            let come = self.come(first, &survey.triggers.moments, occurrence, view);
            if let (Some(leaf), Truth::True) = (come, self.value(survey, first)) {
                fired.extend(self.candidate(survey, first, leaf, view));
            }
            first += survey.triggers.moments.len();
        }
        fired
    }

    fn candidate(
        &self,
        survey: &'a Survey<'a>,
        first: usize,
        leaf: usize,
        view: &PageView<'_>,
    ) -> Option<Candidate<'a>> {
        let (moment, watched) = (survey.triggers.moments.get(leaf)?, self.watched.get(first + leaf)?);
        Some(Candidate {
            invited: watched.trigger.invites(),
            suggested: watched.trigger.suggested(view),
            deferred: moment.defer,
            ..Candidate::new(survey, moment.word, view.at + moment.delay)
        })
    }

    /// Those of a survey's moments whose turn it is have come; gives the first of them. What came before
    /// them came earlier: one occurrence is no two parts of a sequence.
    fn come(
        &mut self,
        first: usize,
        moments: &[Moment<'a>],
        occurrence: &Occurrence<'_>,
        view: &PageView<'_>,
    ) -> Option<usize> {
        let clicked = matches!(occurrence, Occurrence::Clicked(_));
        let mut begun = Vec::new();
        for (leaf, moment) in moments.iter().enumerate() {
            let Some(watched) = self.watched.get_mut(first + leaf) else { continue };
            if watched.trigger.is_moment(occurrence, view) && (!watched.come || watched.trigger.repeats()) {
                let begun_by = |position: usize| {
                    if clicked { self.pressed.get(position).copied().flatten() } else { self.watched.get(position)?.begun }
                };
                begun.push((leaf, begun_at(first, moment.after, view.at, begun_by)));
            }
        }
        let mut come = None;
        for (leaf, begun) in begun {
            if let (Some(watched), Some(_)) = (self.watched.get_mut(first + leaf), begun) {
                (watched.come, watched.begun) = (true, begun);
                come = come.or(Some(leaf));
            }
        }
        come
    }

    /// What this takes back has not come; gives the surveys and the words of their triggers.
    pub(super) fn cancel(
        &mut self,
        surveys: &'a [Survey<'a>],
        occurrence: &Occurrence<'_>,
    ) -> Vec<(&'a str, &'static str)> {
        let mut cancelled = Vec::new();
        let mut position = 0;
        for survey in surveys {
            for moment in &survey.triggers.moments {
                if let Some(watched) = self.watched.get_mut(position)
                    && watched.trigger.is_cancelled(occurrence)
                {
                    *watched = Watched::new(moment);
                    cancelled.push((survey.id, moment.word));
                }
                position += 1;
            }
        }
        cancelled
    }

    /// Has a moment come whatever happened, and its survey wait if that is all that its triggers
    /// lack; else nothing is changed but the moment.
    pub(super) fn simulate(
        &mut self,
        surveys: &'a [Survey<'a>],
        id: &str,
        leaf: usize,
        view: &PageView<'_>,
    ) -> Option<Candidate<'a>> {
        let (first, survey) = find(surveys, id)?;
        let moment = survey.triggers.moments.get(leaf)?;
        let watched = self.watched.get_mut(first + leaf)?;
        (watched.come, watched.begun) = (true, Some(view.at));
        let suggested = watched.trigger.suggested(view);
        let candidate = Candidate { suggested, ..Candidate::new(survey, moment.word, view.at + moment.delay) };
        (self.value(survey, first) == Truth::True).then_some(candidate)
    }

    /// Whether a survey's triggers hold; `first` is the position of its first moment.
    pub(super) fn value(&self, survey: &Survey<'_>, first: usize) -> Truth {
        survey.triggers.tree.value(&|leaf| self.watched.get(first + leaf).map_or(Truth::False, Watched::truth))
    }

    /// What is known of each moment of a survey.
    pub(super) fn moments(&self, survey: &Survey<'_>, first: usize) -> impl Iterator<Item = (Truth, &Watched<'a>)> {
        self.watched.iter().skip(first).take(survey.triggers.moments.len()).map(|watched| (watched.truth(), watched))
    }

    /// When time alone brings the next moment about.
    ///
    /// What is only waiting for its turn in a sequence is past its time, and brings nothing about.
    pub(super) fn due(&self, view: &PageView<'_>) -> Timestamp {
        let mut next = Timestamp::NEVER;
        for watched in &self.watched {
            let due = watched.trigger.due(view);
            if !watched.come && due > view.at {
                next = next.min(due);
            }
        }
        next
    }
}

/// A survey by its id, with the position of its first moment.
pub(super) fn find<'a>(surveys: &'a [Survey<'a>], id: &str) -> Option<(usize, &'a Survey<'a>)> {
    let mut first = 0;
    for survey in surveys {
        if survey.id == id {
            return Some((first, survey));
        }
        first += survey.triggers.moments.len();
    }
    None
}

/// When the sequence began in which a moment has its turn: now, where nothing has to come before it.
fn begun_at(
    first: usize,
    after: Option<After>,
    at: Timestamp,
    begun_by: impl Fn(usize) -> Option<Timestamp>,
) -> Option<Timestamp> {
    let Some(After { from, to, within }) = after else { return Some(at) };
    let begun = (first + from..first + to).filter_map(begun_by).max()?;
    (at.apart(begun) <= within).then_some(begun)
}
