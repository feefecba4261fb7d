//! Why a survey is not shown now.

use super::{Engine, Stage};
use crate::frequency::{On, TooSoon};
use crate::time::Timestamp;
use crate::tree::Truth;
use alloc::vec::Vec;
use serde::Serialize;

/// What holds a triggered survey back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// A nudge is on display, here or in another tab.
    Busy,
    /// The visitor does not belong to the audience, or that is not known yet.
    Audience(Truth),
    Frequency(TooSoon),
}

impl Hold {
    /// When it may be over; never, when waiting does not help.
    pub fn until(&self) -> Timestamp {
        match self {
            Self::Frequency(soon) => soon.until,
            Self::Busy | Self::Audience(_) => Timestamp::NEVER,
        }
    }

    /// The word for it, which `check.js` has a sentence for.
    fn word(&self) -> &'static str {
        match self {
            Self::Busy => "busy",
            Self::Audience(Truth::Unknown) => "unknown",
            Self::Audience(_) => "audience",
            Self::Frequency(soon) => match soon.on {
                None => "newcomer",
                Some(On::Shown) => "shown",
                Some(On::Outcome(outcome)) => outcome.word(),
            },
        }
    }
}

/// The state of one survey on this page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// The word for the first thing that holds it back; absent when it would show now.
    pub hold: Option<&'static str>,
    /// When that is over; absent when it is not a matter of time.
    pub until: Option<Timestamp>,
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
            let busy = (!matches!(self.stage, Stage::Idle)).then_some(Hold::Busy);
            let hold = busy.or_else(|| self.unfit(at, survey));
            let fired = self.watch.value(survey, first) == Truth::True;
            let waiting = if fired { None } else { Some("trigger") };
            return Some(Explanation {
                hold: hold.map(|hold| hold.word()).or(waiting),
                until: hold.map(|hold| hold.until()).filter(|until| *until != Timestamp::NEVER),
                triggers: (0..moments).map(|leaf| self.watch.moment(survey, first, leaf)).collect(),
            });
        }
        None
    }
}
