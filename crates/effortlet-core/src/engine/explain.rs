//! Why a survey is not shown now.

use super::waiting::Candidate;
use super::{Engine, Stage, Told};
use crate::frequency::TooSoon;
use crate::manners::Manners;
use crate::survey::Survey;
use crate::time::Timestamp;
use crate::tree::Truth;

/// What holds a triggered survey back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// A nudge is on display, here or in another tab.
    Busy,
    /// The visitor does not belong to the audience, or that is not known yet.
    Audience(Truth),
    Frequency(TooSoon),
    /// The visitor is busy with something else.
    Manners(Manners),
    /// Nothing but that its triggers do not hold.
    Trigger,
    /// Its triggers hold, but something held it back when they came; they have to come again.
    Missed,
    /// Its triggers hold, and it is shown after their delay.
    Delay(Timestamp),
    /// Its triggers held, and it is shown on the next page.
    #[cfg(feature = "full")]
    Deferred,
}

impl Hold {
    /// When it may be over; never, when waiting does not help.
    pub fn until(&self) -> Timestamp {
        match self {
            Self::Frequency(soon) => soon.until,
            Self::Delay(due) => *due,
            _ => Timestamp::NEVER,
        }
    }
}

/// The state of one survey on this page, piece by piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explained {
    /// The first thing that holds it back; absent when it would show now. Comes first.
    Hold(Option<Hold>),
    /// Whether the moment of each trigger has come on this page, in the order of the definition.
    Trigger(Truth),
}

impl Engine<'_> {
    /// Tells nothing of a survey that the definition does not have, or that has problems.
    pub fn explain(&self, at: Timestamp, id: &str, told: &Told, tell: &mut dyn FnMut(Explained)) {
        let mut first = 0;
        for survey in &self.definition.surveys {
            let moments = &survey.triggers.moments;
            if survey.id == id {
                let busy = if matches!(self.stage, Stage::Idle) { None } else { Some(Hold::Busy) };
                let unfit = || self.unfit(at, &Candidate::new(survey, "", at), told);
                tell(Explained::Hold(busy.or_else(unfit).or_else(|| self.untimely(at, survey, first))));
                for leaf in 0..moments.len() {
                    tell(Explained::Trigger(self.watch.moment(survey, first, leaf)));
                }
            }
            first += moments.len();
        }
    }

    /// What its triggers lack; nothing where it is due.
    fn untimely(&self, at: Timestamp, survey: &Survey<'_>, first: usize) -> Option<Hold> {
        #[cfg(feature = "full")]
        if self.trail.deferred.iter().any(|it| it.survey == survey.id) {
            return Some(Hold::Deferred);
        }
        match self.waiting.iter().find(|candidate| candidate.survey.id == survey.id) {
            Some(candidate) => (candidate.due > at).then_some(Hold::Delay(candidate.due)),
            None if self.watch.value(survey, first) == Truth::True => Some(Hold::Missed),
            None => Some(Hold::Trigger),
        }
    }
}
