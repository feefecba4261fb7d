//! Why a survey is not shown now, in words a web team understands.

use super::{Engine, Stage};
use crate::frequency::{NEVER, On, Outcome, TooSoon};
use crate::help_center::Facts;
use crate::time::Timestamp;
use crate::tree::Truth;
use alloc::{string::String, vec::Vec};
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
    /// When it may be over; `NEVER` when waiting does not help.
    pub fn until(&self) -> Timestamp {
        match self {
            Self::Frequency(soon) => soon.until,
            Self::Busy | Self::Audience(_) => NEVER,
        }
    }

    fn words(&self) -> &'static str {
        match self {
            Self::Busy => "a nudge is on display",
            Self::Audience(Truth::Unknown) => "not known yet whether the audience includes this visitor",
            Self::Audience(_) => "the audience does not include this visitor or page",
            Self::Frequency(TooSoon { rule: None, .. }) => "a first visit has just begun",
            Self::Frequency(TooSoon { rule: Some(rule), .. }) => match rule.on {
                On::Shown => "a survey was shown recently",
                On::Outcome(Outcome::Answered) => "answered recently",
                On::Outcome(Outcome::Partial) => "answered in part recently",
                On::Outcome(Outcome::Dismissed) => "dismissed recently",
                On::Outcome(Outcome::Snoozed) => "put off recently",
                On::Outcome(Outcome::Ignored) => "ignored recently",
            },
        }
    }
}

/// The state of one survey on this page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    pub survey: String,
    /// The first thing that holds it back; absent when it would show now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold: Option<&'static str>,
    /// When that is over, in RFC 3339; absent when it is not a matter of time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Each trigger and whether its moment has come on this page.
    pub triggers: Vec<(&'static str, Truth)>,
    pub page: Facts,
}

impl Engine<'_> {
    /// `None` for a survey that the definition does not have, or that has problems.
    pub fn explain(&self, at: Timestamp, id: &str) -> Option<Explanation> {
        let index = self.definition.surveys.iter().position(|survey| survey.id == id)?;
        let survey = self.survey(index)?;
        let busy = (self.stage != Stage::Idle).then_some(Hold::Busy);
        let hold = busy.or_else(|| self.unfit(at, survey));
        let earlier = self.definition.surveys.iter().take(index);
        let first = earlier.map(|survey| survey.triggers.moments.len()).sum();
        let fired = self.watch.value(survey, first);
        let words = hold.map(|hold| hold.words());
        let waiting = (fired != Truth::True).then_some("its trigger has not come on this page");
        let until = hold.map(|hold| hold.until()).filter(|until| *until != NEVER);
        let mut triggers = Vec::new();
        for (leaf, moment) in survey.triggers.moments.iter().enumerate() {
            triggers.push((moment.trigger.word(), self.watch.moment(survey, first, leaf)));
        }
        Some(Explanation {
            survey: survey.id.into(),
            hold: words.or(waiting),
            until: until.map(Timestamp::rfc3339),
            triggers,
            page: self.facts.clone(),
        })
    }
}
