//! How often a visitor may be asked.
//!
//! Rules are anchored to this visitor's own displays, never to a campaign's calendar.
//! A clock that moved back frees nothing.

mod read;

pub use read::read;

use crate::memory::{Display, Memory, Outcome};
use crate::time::{Duration, Timestamp};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// How often one survey may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frequency {
    /// Rules that hold where none of the survey's own is about the same displays.
    preset: &'static [Rule],
    own: Vec<Rule>,
    /// Nothing is shown this early in a visitor's first visit.
    settle: Duration,
}

/// Why it is too soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooSoon {
    /// The displays that the longest holding rule is about; `None` for a first visit that has just
    /// begun.
    pub on: Option<On>,
    /// When it will no longer hold; never, when waiting does not help.
    pub until: Timestamp,
}

impl Frequency {
    /// Whether newcomers are left alone at first.
    pub fn settles(&self) -> bool {
        self.settle != Duration(0)
    }

    /// How long newcomers are left alone at first.
    pub fn settle(&self) -> Duration {
        self.settle
    }

    /// All that hold: the survey's own, and of the preset what they say nothing of.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.own.iter().chain(self.preset.iter().filter(|rule| !self.replaces(rule)))
    }

    /// Whether the survey has a rule of its own in the place of one of the preset.
    fn replaces(&self, rule: &Rule) -> bool {
        self.own.iter().any(|own| own.scope == rule.scope && own.on == rule.on)
    }

    /// Whether it is too soon to show a survey again; newcomers are not left alone who are `invited`.
    pub fn hold(&self, at: Timestamp, survey: &str, memory: &Memory, invited: bool) -> Option<TooSoon> {
        let settled = memory.session.started + self.settle;
        if memory.is_new() && at < settled && !invited {
            return Some(TooSoon { on: None, until: settled });
        }
        let mut longest = TooSoon { on: None, until: at };
        for rule in &self.own {
            rule.lengthen(&mut longest, at, survey, memory);
        }
        for rule in self.preset {
            if !self.replaces(rule) {
                rule.lengthen(&mut longest, at, survey, memory);
            }
        }
        (longest.until > at).then_some(longest)
    }
}

/// After so many displays of `scope` that ended as `on`: none until something is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    pub scope: Scope,
    pub on: On,
    /// At least 1.
    pub count: u32,
    pub over: Over,
    pub span: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Displays of the survey itself.
    Survey,
    /// Displays of every survey.
    All,
}

/// Which displays a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum On {
    Shown,
    Outcome(Outcome),
}

/// When the first of the counted displays counts no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The rule's span after it ended.
    Quiet,
    /// The rule's span after it began.
    Span,
    /// When the session it belongs to is over.
    Session,
    Never,
}

impl Rule {
    /// Holds a survey back for longer, if the rule does.
    fn lengthen(&self, longest: &mut TooSoon, at: Timestamp, survey: &str, memory: &Memory) {
        let mut counted = 0;
        for display in memory.displays.iter().rev().filter(|display| self.counts(display, survey)) {
            counted += 1;
            let until = match self.over {
                Over::Quiet => display.ended + self.span,
                Over::Span => display.at + self.span,
                Over::Session if display.at < memory.session.started => at,
                Over::Session | Over::Never => Timestamp::NEVER,
            };
            if counted >= self.count && until > longest.until {
                *longest = TooSoon { on: Some(self.on), until };
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
