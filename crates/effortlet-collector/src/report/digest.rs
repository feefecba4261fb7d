//! One week of a survey as plain values: what a support lead wants to know on Monday.
//!
//! Never holds a figure that the report under the same filters would not tell.

use super::edits::EditReport;
use super::effort::{EstimateReport, LostReport};
use super::figures::{PeriodReport, States};
use effortlet_core::score::{Estimate, Figure};
use crate::event::{Kind, Weekly, WeeklyData};
use effortlet_core::survey::EasyIs;
use effortlet_core::time::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// One week of a survey.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Digest {
    pub(super) site: String,
    pub(super) survey: String,
    /// Such as `2026-W48`.
    pub(super) week: String,
    /// Monday and Sunday (UTC).
    pub(super) days: PeriodReport,
    pub(super) generated_at: String,
    /// The newest that at least five answered that week, or else anybody, with what it is read together with.
    pub(super) version: String,
    pub(super) now: CountedReport,
    /// The week before; null where no answer came, or where both have to be counted together.
    pub(super) before: Option<CountedReport>,
    /// The figure that the survey is known by; null where nobody was asked.
    pub(super) score: Option<ScoreMoved>,
    /// Null where nobody knows who was shown the survey.
    pub(super) response_rate: Option<Moved>,
    /// Those at which most visitors were lost in the 13 weeks that end with this one: three at most.
    pub(super) articles: Vec<CostlyArticle>,
    /// Edits of which it can be said since this week that they helped, or made it worse.
    pub(super) edits: Vec<EditReport>,
    pub(super) comments: CommentsReport,
    pub(super) next: NextReport,
    /// All of it in some lines of plain English, in which nothing that a visitor wrote does anything in a chat.
    pub(super) text: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CountedReport {
    /// The days that are counted: see the report.
    pub(super) period: Option<PeriodReport>,
    pub(super) totals: States,
}

/// A figure, and the same one before.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct Moved {
    #[schema(value_type = Object)]
    pub(super) now: Figure,
    #[schema(value_type = Option<Object>)]
    pub(super) before: Option<Figure>,
    /// What it is now less what it was, with the interval of that.
    pub(super) change: Option<EstimateReport>,
    pub(super) direction: Direction,
}

/// `up` or `down` where the interval of the change leaves out 0, else `unclear`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) enum Direction {
    Up,
    Down,
    Unclear,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ScoreMoved {
    /// The question in the team's words; null where its definition is not known.
    pub(super) asked: Option<String>,
    /// Null where it is the share of yes.
    pub(super) points: Option<u8>,
    #[schema(value_type = Option<String>)]
    pub(super) easy_is: Option<EasyIs>,
    #[serde(flatten)]
    pub(super) moved: Moved,
    /// Null where it is unclear whether it moved.
    pub(super) is_better: Option<bool>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CostlyArticle {
    #[serde(flatten)]
    pub(super) lost: LostReport,
    /// The last four weeks against the four before; null where too few answered about it.
    pub(super) moved: Option<ArticleMoved>,
}

#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct ArticleMoved {
    pub(super) of: Share,
    #[serde(flatten)]
    pub(super) moved: Moved,
}

/// Which share of an article's visitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) enum Share {
    /// Who did not find it, or did not find it easy.
    Lost,
    /// Who did not find it, where no more can be told of so few without telling them apart.
    NotFound,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CommentsReport {
    /// How many were written this week; null where fewer than five were. 2,000 stands for 2,000 and more.
    pub(super) written: Option<u64>,
    /// What at least five of them have, whatever its endings, by language.
    pub(super) phrases: Vec<PhraseReport>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct PhraseReport {
    pub(super) locale: String,
    pub(super) words: String,
    /// How many have written it.
    pub(super) people: u64,
}

/// What to do next, by the first rule that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct NextReport {
    pub(super) rule: Rule,
    pub(super) text: String,
}

/// In the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) enum Rule {
    /// Nobody answered, and some did the week before.
    Silent,
    /// An edit is found to have made its article worse.
    WorseEdit,
    /// Clearly fewer answer than the week before.
    FewerAnswer,
    /// The costliest article that was not edited in the last four weeks.
    CostlyArticle,
    /// Comments have come.
    Comments,
    /// None of these.
    Nothing,
}

impl Digest {
    /// As webhooks are told of it.
    pub(crate) fn event(&self, at: Timestamp) -> Weekly {
        let mut figures = match serde_json::to_value(self) {
            Ok(Json::Object(figures)) => figures,
            _ => Map::new(),
        };
        for told in ["site", "survey", "week", "text"] {
            figures.remove(told);
        }
        let data = WeeklyData {
            site: self.site.clone(),
            survey: self.survey.clone(),
            week: self.week.clone(),
            text: self.text.clone(),
            report: None,
            figures,
        };
        Weekly { kind: Kind::Digest, timestamp: at.rfc3339(), data }
    }

    /// Whether anybody answered, this week or the week before.
    pub(crate) fn has_any(&self) -> bool {
        self.now.totals.responses > 0 || self.before.as_ref().is_some_and(|it| it.totals.responses > 0)
    }
}

impl Moved {
    /// `None` where it is unclear whether it moved.
    pub(super) fn is_up(&self) -> Option<bool> {
        match self.direction {
            Direction::Up => Some(true),
            Direction::Down => Some(false),
            Direction::Unclear => None,
        }
    }

    pub(super) fn of(now: Figure, before: Option<Figure>, change: Option<Estimate>) -> Self {
        let direction = match change {
            Some(it) if it.excludes_zero() && it.value > 0.0 => Direction::Up,
            Some(it) if it.excludes_zero() => Direction::Down,
            _ => Direction::Unclear,
        };
        Self { now, before, change: change.map(EstimateReport::from), direction }
    }
}
