//! A report as plain values: the figures of each version and scale, never mixed.

use super::asked::Filters;
use crate::store::Totals;
use effortlet_core::score::Figure;
use effortlet_core::survey::EasyIs;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Report {
    pub(super) site: String,
    pub(super) survey: String,
    pub(super) generated_at: String,
    /// What was asked for; absent where that is everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = std::collections::BTreeMap<String, String>, required = false)]
    pub(super) filters: Option<Filters>,
    pub(super) totals: States,
    /// The newest first.
    pub(super) versions: Vec<VersionReport>,
    /// The newest first, at most 20.
    pub(super) comments: Vec<CommentReport>,
}

/// How many responses there are in each state.
#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
pub(super) struct States {
    /// All that was shown, whatever came of it.
    pub(super) shown: u64,
    /// Those of which something has come.
    pub(super) responses: u64,
    pub(super) complete: u64,
    pub(super) partial: u64,
    pub(super) dismissed: u64,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct VersionReport {
    pub(super) version: String,
    /// The versions that are read together here, itself among them, the newest first.
    pub(super) together: Vec<String>,
    pub(super) first_at: String,
    pub(super) latest_at: String,
    /// The days that are counted where a period was asked for: whole spans of days that tell nobody apart;
    /// absent where nobody answered on any of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) period: Option<PeriodReport>,
    pub(super) totals: States,
    /// The share of yes to the first yes-or-no question; null where nobody was asked one.
    #[schema(value_type = Option<FigureReport>)]
    pub(super) found_rate: Option<Figure>,
    /// One for each effort question and scale.
    pub(super) scores: Vec<ScoreReport>,
    /// One for each choice.
    pub(super) choices: Vec<ChoiceReport>,
}

/// Both days are within (UTC, by arrival).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct PeriodReport {
    pub(super) from: String,
    pub(super) to: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ScoreReport {
    pub(super) question: String,
    /// The question in the team's words; null where its definition is not known.
    pub(super) asked: Option<String>,
    pub(super) points: u8,
    #[schema(value_type = String)]
    pub(super) easy_is: EasyIs,
    #[schema(value_type = FigureReport)]
    pub(super) mean: Figure,
    #[schema(value_type = FigureReport)]
    pub(super) easy_share: Figure,
    #[schema(value_type = FigureReport)]
    pub(super) net_effort: Figure,
    /// Null without a yes-or-no question, and where one question was rated on two scales.
    #[schema(value_type = Option<FigureReport>)]
    pub(super) easy_success: Option<Figure>,
    /// Every point from 1 upward; null while figures are suppressed.
    pub(super) distribution: Option<Vec<PointReport>>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChoiceReport {
    pub(super) question: String,
    /// The question in the team's words; null where its definition is not known.
    pub(super) asked: Option<String>,
    /// How many responses have an answer to it.
    pub(super) n: u64,
    /// Those that somebody chose, the one that most did first; null while figures are suppressed.
    pub(super) options: Option<Vec<OptionReport>>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OptionReport {
    pub(super) option: String,
    /// What stood on it; null where its definition is not known.
    pub(super) text: Option<String>,
    pub(super) count: u64,
    /// Of the responses that answered. They add up to more than 1 where some chose several.
    #[schema(value_type = FigureReport)]
    pub(super) share: Figure,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PointReport {
    pub(super) rating: u8,
    pub(super) count: u64,
    pub(super) band: &'static str,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CommentReport {
    pub(super) question: String,
    pub(super) text: String,
    pub(super) locale: String,
    pub(super) page: PageReport,
    pub(super) at: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PageReport {
    pub(super) url: String,
    pub(super) title: String,
    pub(super) section: Option<String>,
    pub(super) article: Option<String>,
}

/// A `Figure` as it is written.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: the core, which knows no OpenAPI, writes it")]
struct FigureReport {
    /// Null while fewer than five people answered.
    value: Option<f64>,
    /// The ends of its 95 % interval.
    low: Option<f64>,
    high: Option<f64>,
    /// How many answers it rests on.
    n: u64,
    /// Of the interval: `t`, `wilson` or `adjustedWald`.
    method: String,
    /// Whether the value is withheld.
    suppressed: bool,
    /// Whether fewer than 30 people answered.
    small: bool,
}

impl States {
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            shown: self.shown + other.shown,
            responses: self.responses + other.responses,
            complete: self.complete + other.complete,
            partial: self.partial + other.partial,
            dismissed: self.dismissed + other.dismissed,
        }
    }
}

impl From<Totals> for States {
    fn from(totals: Totals) -> Self {
        let Totals { shown, complete, partial, dismissed } = totals;
        Self { shown: shown + totals.all(), responses: totals.all(), complete, partial, dismissed }
    }
}
