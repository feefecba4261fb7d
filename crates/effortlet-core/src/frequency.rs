//! How often a visitor may be asked.
//!
//! Rules are anchored to this visitor's own displays, never to a campaign's calendar.
//! A clock that moved back frees nothing.

mod read;

pub use read::read;

use crate::memory::{Display, Memory};
use crate::time::{Duration, Timestamp};
use alloc::vec::Vec;
use serde::Serialize;

/// How often one survey may be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    pub rules: Vec<Rule>,
    /// Nothing is shown this early in a visitor's first visit.
    pub settle: Duration,
}

/// Why it is too soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooSoon {
    /// The rule that holds longest; `None` for a first visit that has just begun.
    pub rule: Option<Rule>,
    /// When it will no longer hold; `NEVER` when waiting does not help.
    pub until: Timestamp,
}

impl Frequency {
    /// Whether it is too soon to show a survey again.
    pub fn hold(&self, at: Timestamp, survey: &str, memory: &Memory) -> Option<TooSoon> {
        let settled = memory.session.started + self.settle;
        if memory.is_new() && at < settled {
            return Some(TooSoon { rule: None, until: settled });
        }
        let holding = self.rules.iter().filter_map(|rule| {
            Some(TooSoon { rule: Some(*rule), until: rule.holds(at, survey, memory)? })
        });
        holding.max_by_key(|hold| hold.until)
    }
}

/// After displays of `scope` that ended as `on`: quiet for a while, or at most so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    pub scope: Scope,
    pub on: On,
    pub limit: Limit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Displays of the survey itself.
    Survey,
    /// Displays of every survey.
    All,
}

/// Which displays a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Shown,
    Outcome(Outcome),
}

/// How a display ended. Exactly one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The end was reached.
    Answered,
    /// Something was answered, then it was closed or left.
    Partial,
    /// Closed without an answer.
    Dismissed,
    /// Put off.
    Snoozed,
    /// Nobody touched it.
    Ignored,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Not again for this long.
    Quiet(Duration),
    /// At most `count` displays in each `per`.
    Max { count: u32, per: Per },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    Session,
    Span(Duration),
    Ever,
}

impl Rule {
    /// Until when the rule holds a survey back: `None` when it does not, the end of time when
    /// waiting does not help.
    fn holds(&self, at: Timestamp, survey: &str, memory: &Memory) -> Option<Timestamp> {
        let mut counted = memory.displays.iter().rev().filter(|display| self.counts(display, survey));
        match self.limit {
            Limit::Quiet(span) => {
                let free = counted.map(|display| display.ended + span).max()?;
                (at < free).then_some(free)
            }
            Limit::Max { count, per } => {
                let nth = counted.nth(count.saturating_sub(1) as usize)?;
                match per {
                    Per::Session => (nth.at >= memory.session.started).then_some(NEVER),
                    Per::Span(span) => (at < nth.at + span).then_some(nth.at + span),
                    Per::Ever => Some(NEVER),
                }
            }
        }
    }

    fn counts(&self, display: &Display, survey: &str) -> bool {
        let scope = self.scope == Scope::All || display.survey == survey;
        let on = match self.on {
            On::Shown => true,
            On::Outcome(outcome) => display.outcome == outcome,
        };
        scope && on
    }
}

/// A moment that does not come.
pub const NEVER: Timestamp = Timestamp(i64::MAX);
