//! A report as plain values: the figures of each version and scale, never mixed.

use crate::store::{Chosen, Comment, Totals, VersionAnswers};
use effortlet_core::score::{
    Asked, Figure, Ratings, SUPPRESSED_BELOW, YesNo, chosen_share, easy_share, easy_success, found_rate, mean,
    net_effort,
};
use effortlet_core::survey::{Band, EasyIs};
use effortlet_core::time::Timestamp;
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

pub(super) fn report(
    survey: String,
    versions: &[VersionAnswers],
    comments: Vec<Comment>,
    at: Timestamp,
) -> Report {
    let versions: Vec<VersionReport> = versions.iter().map(version).collect();
    Report {
        survey,
        generated_at: at.rfc3339(),
        totals: versions.iter().fold(States::default(), |sum, it| sum.plus(it.totals)),
        versions,
        comments: comments.into_iter().map(comment).collect(),
    }
}

impl States {
    fn plus(self, other: Self) -> Self {
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

fn version(answers: &VersionAnswers) -> VersionReport {
    let on_one_scale = |asked: &Asked| {
        answers.efforts.iter().filter(|(all, _)| all.asked() == asked).count() == 1
    };
    let score = |(all, finders): &(Ratings, Ratings)| {
        let found = answers.found.as_ref().filter(|_| on_one_scale(all.asked()));
        score(all, finders, found)
    };
    VersionReport {
        version: answers.version.clone(),
        first_at: answers.first.rfc3339(),
        latest_at: answers.latest.rfc3339(),
        totals: answers.totals.into(),
        found_rate: answers.found.as_ref().map(found_rate),
        scores: answers.efforts.iter().map(score).collect(),
        choices: answers.choices.iter().map(choice).collect(),
    }
}

fn score(all: &Ratings, finders: &Ratings, found: Option<&YesNo>) -> ScoreReport {
    let mean = mean(all);
    let point = |(rating, count): (u8, u64)| {
        let band = match all.points().band(all.easy_is(), rating) {
            Band::Difficult => "difficult",
            Band::Neutral => "neutral",
            Band::Easy => "easy",
        };
        PointReport { rating, count, band }
    };
    ScoreReport {
        question: all.asked().question.clone(),
        points: all.points().count(),
        easy_is: all.easy_is(),
        mean,
        easy_share: easy_share(all),
        net_effort: net_effort(all),
        easy_success: found.and_then(|found| easy_success(found, finders).ok()),
        distribution: (!mean.is_suppressed()).then(|| all.counts().map(point).collect()),
    }
}

fn choice(chosen: &Chosen) -> ChoiceReport {
    let option = |(option, count): &(String, u64)| OptionReport {
        option: option.clone(),
        count: *count,
        share: chosen_share(*count, chosen.answered),
    };
    ChoiceReport {
        question: chosen.question.clone(),
        n: chosen.answered,
        options: (chosen.answered >= SUPPRESSED_BELOW).then(|| chosen.options.iter().map(option).collect()),
    }
}

fn comment(comment: Comment) -> CommentReport {
    CommentReport {
        question: comment.question,
        text: comment.text,
        locale: comment.locale,
        page: PageReport {
            url: comment.page_url,
            title: comment.page_title,
            section: comment.page_section,
            article: comment.page_article,
        },
        at: comment.at.rfc3339(),
    }
}
