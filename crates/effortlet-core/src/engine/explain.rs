//! Why a survey is not shown now.

use super::{Circumstances, waiting::Candidate};
use super::{Engine, Stage};
use crate::frequency::TooSoon;
use crate::manners::Manners;
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
    /// Comes first.
    Survey {
        /// Whether a nudge is on display.
        busy: bool,
        /// When it is due; never, where it does not wait.
        due: Timestamp,
        /// Whether its triggers hold.
        come: Truth,
    },
    /// Whether the moment of each trigger has come on this page, in the order of the definition.
    Trigger(Truth),
}

impl Engine<'_> {
    /// Tells nothing of a survey that the definition does not have, or that has problems.
    pub fn explain(&self, id: &str, tell: &mut dyn FnMut(Explained)) {
        let mut first = 0;
        for survey in &self.definition.surveys {
            let moments = survey.triggers.moments.len();
            if survey.id == id {
                let due = self.waiting.iter().find(|candidate| candidate.survey.id == id);
                let due = due.map_or(Timestamp::NEVER, |candidate| candidate.due);
                let busy = !matches!(self.stage, Stage::Idle);
                tell(Explained::Survey { busy, due, come: self.watch.value(survey, first) });
                for leaf in 0..moments {
                    tell(Explained::Trigger(self.watch.moment(survey, first, leaf)));
                }
            }
            first += moments;
        }
    }

    /// The first thing that holds a survey back; absent when it would show now.
    pub fn held(&self, at: Timestamp, id: &str, circumstances: &Circumstances) -> Option<Hold> {
        let mut hold = None;
        self.explain(id, &mut |explained| {
            if let Explained::Survey { busy, due, come } = explained {
                hold = match due {
                    _ if busy => Some(Hold::Busy),
                    _ if self.trail.deferred.iter().any(|it| it.survey == id) => Some(Hold::Deferred),
                    Timestamp::NEVER if come == Truth::True => Some(Hold::Missed),
                    Timestamp::NEVER => Some(Hold::Trigger),
                    _ if due > at => Some(Hold::Delay(due)),
                    _ => None,
                };
            }
        });
        let survey = self.definition.surveys.iter().find(|survey| survey.id == id);
        let unfit = survey.and_then(|survey| self.unfit(at, &Candidate::new(survey, "", at), circumstances));
        if hold == Some(Hold::Busy) { hold } else { unfit.or(hold) }
    }
}
