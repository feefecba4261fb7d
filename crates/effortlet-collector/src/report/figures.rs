//! A report as plain values: the figures of each version and scale, never mixed.

use crate::store::Totals;
use effortlet_core::score::Figure;
use effortlet_core::survey::EasyIs;
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Report {
    pub(super) survey: String,
    pub(super) generated_at: String,
    pub(super) totals: States,
    /// The newest first.
    pub(super) versions: Vec<VersionReport>,
    /// The newest first, at most 20.
    pub(super) comments: Vec<CommentReport>,
}

/// How many responses there are in each state.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(super) struct States {
    pub(super) responses: u64,
    pub(super) complete: u64,
    pub(super) partial: u64,
    pub(super) dismissed: u64,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct VersionReport {
    pub(super) version: String,
    pub(super) first_at: String,
    pub(super) latest_at: String,
    pub(super) totals: States,
    /// The share of yes to the first yes-or-no question; null where nobody was asked one.
    pub(super) found_rate: Option<Figure>,
    /// One for each effort question and scale.
    pub(super) scores: Vec<ScoreReport>,
    /// One for each choice.
    pub(super) choices: Vec<ChoiceReport>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ScoreReport {
    pub(super) question: String,
    pub(super) points: u8,
    pub(super) easy_is: EasyIs,
    pub(super) mean: Figure,
    pub(super) easy_share: Figure,
    pub(super) net_effort: Figure,
    /// Null without a yes-or-no question, and where one question was rated on two scales.
    pub(super) easy_success: Option<Figure>,
    /// Every point from 1 upward; null while figures are suppressed.
    pub(super) distribution: Option<Vec<PointReport>>,
}

#[derive(Debug, Serialize)]
pub(super) struct ChoiceReport {
    pub(super) question: String,
    /// How many responses have an answer to it.
    pub(super) n: u64,
    /// Those that somebody chose, the one that most did first; null while figures are suppressed.
    pub(super) options: Option<Vec<OptionReport>>,
}

#[derive(Debug, Serialize)]
pub(super) struct OptionReport {
    pub(super) option: String,
    pub(super) count: u64,
    /// Of the responses that answered. They add up to more than 1 where some chose several.
    pub(super) share: Figure,
}

#[derive(Debug, Serialize)]
pub(super) struct PointReport {
    pub(super) rating: u8,
    pub(super) count: u64,
    pub(super) band: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct CommentReport {
    pub(super) question: String,
    pub(super) text: String,
    pub(super) locale: String,
    pub(super) page: PageReport,
    pub(super) at: String,
}

#[derive(Debug, Serialize)]
pub(super) struct PageReport {
    pub(super) url: String,
    pub(super) title: String,
    pub(super) section: Option<String>,
    pub(super) article: Option<String>,
}

impl States {
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            responses: self.responses + other.responses,
            complete: self.complete + other.complete,
            partial: self.partial + other.partial,
            dismissed: self.dismissed + other.dismissed,
        }
    }
}

impl From<Totals> for States {
    fn from(totals: Totals) -> Self {
        let Totals { complete, partial, dismissed } = totals;
        Self { responses: totals.all(), complete, partial, dismissed }
    }
}
