//! Why a survey is not shown now.

use super::{Engine, Stage};
use crate::frequency::TooSoon;
use crate::time::Timestamp;
use crate::tree::Truth;
use alloc::vec::Vec;

/// What holds a triggered survey back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// A nudge is on display, here or in another tab.
    Busy,
    /// The visitor does not belong to the audience, or that is not known yet.
    Audience(Truth),
    Frequency(TooSoon),
    /// Nothing but that its triggers do not hold.
    Trigger,
    /// Its triggers hold, but something held it back when they came; they have to come again.
    Missed,
    /// Its triggers hold, and it is shown after their delay.
    Delay(Timestamp),
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

/// The state of one survey on this page.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The first thing that holds it back; absent when it would show now.
    pub hold: Option<Hold>,
    /// Whether the moment of each trigger has come on this page, in the order of the definition.
    pub triggers: Vec<Truth>,
}

impl Engine<'_> {
    /// `None` for a survey that the definition does not have, or that has problems.
    pub fn explain(&self, at: Timestamp, id: &str) -> Option<Explanation> {
        let mut first = 0;
        for survey in &self.definition.surveys {
            let moments = survey.triggers.moments.len();
            if survey.id != id {
                first += moments;
                continue;
            }
            let busy = if matches!(self.stage, Stage::Idle) { None } else { Some(Hold::Busy) };
            let fired = self.watch.value(survey, first) == Truth::True;
            let waiting = match self.waiting.iter().find(|candidate| candidate.survey.id == id) {
                Some(candidate) => (candidate.due > at).then_some(Hold::Delay(candidate.due)),
                None => Some(if fired { Hold::Missed } else { Hold::Trigger }),
            };
            return Some(Explanation {
                hold: busy.or_else(|| self.unfit(at, survey)).or(waiting),
                triggers: (0..moments).map(|leaf| self.watch.moment(survey, first, leaf)).collect(),
            });
        }
        None
    }
}
