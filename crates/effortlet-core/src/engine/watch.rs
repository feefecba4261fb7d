//! Which moments of which surveys have come on the current page view.

use super::Candidate;
use super::attention::Attention;
use super::moment::{Occurrence, Progress, PageView, due, truth};
use crate::help_center::PageKind;
use crate::survey::Survey;
use crate::time::Timestamp;
use crate::trigger::Trigger;
use crate::trigger::{After, Moment};
use crate::tree::Truth;
use alloc::vec::Vec;

/// One for each moment, all surveys' in a row; and when the sequences had begun that led to them
/// before the last click, which is told once for each moment that it is.
#[derive(Default)]
pub(super) struct Watch(Vec<Progress>, Vec<Option<Timestamp>>);

impl Watch {
    /// One moment more, which has not come yet.
    pub(super) fn expect(&mut self) {
        self.0.push(Progress::default());
    }

    /// A new page view begins.
    pub(super) fn turn(&mut self) {
        for progress in &mut self.0 {
            *progress = Progress::default();
        }
    }

    /// A click is told for the first time.
    pub(super) fn press(&mut self) {
        self.1 = self.0.iter().map(|progress| progress.begun).collect();
    }

    /// Puts the surveys whose moment has come to those that wait.
    pub(super) fn fire<'a>(
        &mut self,
        surveys: &'a [Survey<'a>],
        happened: &Occurrence<'_>,
        scene: &PageView<'_>,
        waiting: &mut Vec<Candidate<'a>>,
    ) {
        let (mut click, mut position) = (0, 0);
        for survey in surveys {
            let first = position;
            let mut fired = None;
            let mut begun = Vec::new();
            for moment in &survey.triggers.moments {
                if let Some(progress) = self.0.get_mut(position)
                    && happened.is(moment, survey, click, progress, scene)
                {
                    begun.push((position, moment));
                }
                happened.cancel(moment, survey, waiting);
                click += usize::from(matches!(moment.trigger, Trigger::Click { .. }));
                position += 1;
            }
            for moment in self.come(first, scene.at, happened, begun) {
                fired = fired.or(Some(moment));
            }
            if let (Some(moment), Truth::True) = (fired, self.value(survey, first)) {
                waiting.push(Candidate {
                    invited: moment.trigger.invites(),
                    deferred: moment.defer,
                    ..Candidate::new(survey, moment.trigger.word(), scene.at + moment.delay)
                });
            }
        }
    }

    /// Those of these moments whose turn it is have come. What came before them came earlier: one
    /// happening is no two parts of a sequence.
    fn come<'m, 'a>(
        &mut self,
        first: usize,
        at: Timestamp,
        happened: &Occurrence<'_>,
        moments: Vec<(usize, &'m Moment<'a>)>,
    ) -> Vec<&'m Moment<'a>> {
        let clicked = matches!(happened, Occurrence::Clicked(_));
        let begun_by = |position: usize| {
            if clicked { self.1.get(position).copied().flatten() } else { self.0.get(position)?.begun }
        };
        let begun: Vec<_> = moments.iter().map(|(_, moment)| begun(first, moment.after, at, begun_by)).collect();
        let mut come = Vec::new();
        for ((position, moment), begun) in moments.into_iter().zip(begun) {
            if let (Some(progress), Some(_)) = (self.0.get_mut(position), begun) {
                (progress.come, progress.begun) = (true, begun);
                come.push(moment);
            }
        }
        come
    }

    /// Whether a survey's triggers hold; `first` is the position of its first moment.
    pub(super) fn value(&self, survey: &Survey<'_>, first: usize) -> Truth {
        survey.triggers.tree.value(&|leaf| self.moment(survey, first, leaf))
    }

    /// What is known of one moment of a survey.
    pub(super) fn moment(&self, survey: &Survey<'_>, first: usize, leaf: usize) -> Truth {
        match (survey.triggers.moments.get(leaf), self.0.get(first + leaf)) {
            (Some(moment), Some(progress)) => truth(&moment.trigger, progress),
            _ => Truth::False,
        }
    }

    pub(super) fn progress(&self, position: usize) -> Option<&Progress> {
        self.0.get(position)
    }

    /// Has a moment come whatever happened, and its survey wait if that is all that its triggers
    /// lack; else nothing is changed but the moment.
    pub(super) fn simulate<'a>(
        &mut self,
        at: Timestamp,
        surveys: &'a [Survey<'a>],
        id: &str,
        leaf: usize,
        waiting: &mut Vec<Candidate<'a>>,
    ) {
        let mut first = 0;
        for survey in surveys {
            if survey.id == id
                && let (Some(moment), Some(progress)) = (survey.triggers.moments.get(leaf), self.0.get_mut(first + leaf))
            {
                (progress.come, progress.begun) = (true, Some(at));
                if self.value(survey, first) == Truth::True {
                    waiting.push(Candidate::new(survey, moment.trigger.word(), at + moment.delay));
                }
                return;
            }
            first += survey.triggers.moments.len();
        }
    }

    /// When time alone brings the next moment about.
    ///
    /// What is only waiting for its turn in a sequence is past its time, and brings nothing about.
    pub(super) fn due(
        &self,
        at: Timestamp,
        surveys: &[Survey<'_>],
        kind: PageKind,
        attention: &Attention,
    ) -> Timestamp {
        let mut next = Timestamp::NEVER;
        let mut progress = self.0.iter();
        for survey in surveys {
            for (moment, progress) in survey.triggers.moments.iter().zip(&mut progress) {
                let due = due(&moment.trigger, progress, kind, attention);
                if due > at {
                    next = next.min(due);
                }
            }
        }
        next
    }
}

/// When the sequence began in which a moment has its turn: now, where nothing has to come before it.
fn begun(
    first: usize,
    after: Option<After>,
    at: Timestamp,
    begun_by: impl Fn(usize) -> Option<Timestamp>,
) -> Option<Timestamp> {
    let Some(After { from, to, within }) = after else { return Some(at) };
    let begun = (first + from..first + to).filter_map(begun_by).max()?;
    (at - begun <= within).then_some(begun)
}
