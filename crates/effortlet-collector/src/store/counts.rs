//! What reports are made of: counts by version, scale and point, and comments, as plain values.
//!
//! Never asks the database.

use effortlet_core::score::{Ratings, YesNo};
use effortlet_core::time::Timestamp;

/// How many responses there are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    /// Those of which nothing has come yet.
    pub(crate) shown: u64,
    pub(crate) complete: u64,
    pub(crate) partial: u64,
    pub(crate) dismissed: u64,
}

impl Totals {
    /// Responses with answers in them.
    pub(crate) fn answered(self) -> u64 {
        self.complete + self.partial
    }

    /// Responses of which something has come.
    pub(crate) fn all(self) -> u64 {
        self.answered() + self.dismissed
    }
}

/// A survey that has responses.
#[derive(Clone, Debug)]
pub(crate) struct SurveyTotals {
    pub(crate) site: String,
    pub(crate) survey: String,
    pub(crate) totals: Totals,
    /// When the newest response arrived.
    pub(crate) latest: Timestamp,
}

/// Everything that figures are made of, for one version of a survey and what it is read together with.
#[derive(Clone, Debug)]
pub(crate) struct VersionAnswers {
    pub(crate) version: String,
    /// When the first and the newest response arrived.
    pub(crate) first: Timestamp,
    pub(crate) latest: Timestamp,
    /// The days that are counted, where a period was asked for: see `columns::apart`. `None` where nobody
    /// answered on any of them.
    pub(crate) period: Option<(i32, i32)>,
    pub(crate) totals: Totals,
    /// The first yes-or-no question.
    pub(crate) found: Option<YesNo>,
    /// Each effort question and scale: all ratings, and those of people who said yes, unless that would
    /// give away the ratings of a few.
    pub(crate) efforts: Vec<(Ratings, Option<Ratings>)>,
    /// Each choice, in the order in which they are asked.
    pub(crate) choices: Vec<Chosen>,
    /// Whether comments may be shown.
    pub(crate) may_say: bool,
}

/// What was chosen for one question.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    pub(crate) question: String,
    /// How many responses have an answer to it.
    pub(crate) answered: u64,
    /// How many of them chose an option, the one that most did first.
    pub(crate) options: Vec<(String, u64)>,
}

/// One answer to a text question.
#[derive(Clone, Debug)]
pub(crate) struct Comment {
    pub(crate) question: String,
    pub(crate) text: String,
    pub(crate) locale: String,
    pub(crate) page_url: String,
    pub(crate) page_title: String,
    pub(crate) page_section: Option<String>,
    pub(crate) page_article: Option<String>,
    pub(crate) at: Timestamp,
}

/// A count from SQL, which knows no unsigned numbers.
pub(super) fn count(rows: i64) -> u64 {
    u64::try_from(rows).unwrap_or_default()
}
