//! Makes a report of what the store has counted. Never mixes versions, questions or scales.

use super::figures::{
    ChoiceReport, CommentReport, OptionReport, PageReport, PeriodReport, PointReport, Report, ScoreReport, States, VersionReport,
};
use super::asked::Filters;
use effortlet_columns::{Filter, day_text};
use crate::store::{Chosen, Comment, VersionAnswers};
use effortlet_core::score::{
    Asked, Figure, Ratings, SUPPRESSED_BELOW, YesNo, chosen_share, easy_share, easy_success, found_rate, mean, net_effort,
};
use effortlet_core::survey::Band;
use effortlet_core::time::Timestamp;

pub(super) fn report(
    [site, survey]: [String; 2],
    filter: &Filter,
    versions: &[VersionAnswers],
    comments: Vec<Comment>,
    at: Timestamp,
) -> Report {
    let versions: Vec<VersionReport> = versions.iter().map(version).collect();
    Report {
        site,
        survey,
        generated_at: at.rfc3339(),
        filters: Filters::of(filter),
        totals: versions.iter().fold(States::default(), |sum, it| sum.plus(it.totals)),
        versions,
        comments: comments.into_iter().map(comment).collect(),
    }
}

pub(super) fn version(answers: &VersionAnswers) -> VersionReport {
    let on_one_scale = |asked: &Asked| {
        answers.efforts.iter().filter(|(all, _)| all.asked() == asked).count() == 1
    };
    let score = |(all, finders): &(Ratings, Option<Ratings>)| {
        let found = answers.found.as_ref().filter(|_| on_one_scale(all.asked()));
        score(all, finders.as_ref(), found)
    };
    VersionReport {
        version: answers.version.clone(),
        together: vec![answers.version.clone()],
        first_at: answers.first.rfc3339(),
        latest_at: answers.latest.rfc3339(),
        period: answers.period.map(|(from, to)| PeriodReport { from: day_text(from), to: day_text(to) }),
        totals: answers.totals.into(),
        found_rate: answers.found.as_ref().map(found_rate),
        scores: answers.efforts.iter().map(score).collect(),
        choices: answers.choices.iter().map(choice).collect(),
    }
}

fn score(all: &Ratings, finders: Option<&Ratings>, found: Option<&YesNo>) -> ScoreReport {
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
        asked: None,
        points: all.points().count(),
        easy_is: all.easy_is(),
        mean,
        easy_share: easy_share(all),
        net_effort: net_effort(all),
        easy_success: found.and_then(|found| success(found, finders)),
        distribution: (!mean.is_suppressed()).then(|| all.counts().map(point).collect()),
    }
}

/// Withheld also where it would tell what a few others rated.
fn success(found: &YesNo, finders: Option<&Ratings>) -> Option<Figure> {
    match finders {
        Some(finders) => easy_success(found, finders).ok(),
        None => Some(Figure { estimate: None, ..found_rate(found) }),
    }
}

fn choice(chosen: &Chosen) -> ChoiceReport {
    let option = |(option, count): &(String, u64)| OptionReport {
        option: option.clone(),
        text: None,
        count: *count,
        share: chosen_share(*count, chosen.answered),
    };
    ChoiceReport {
        question: chosen.question.clone(),
        asked: None,
        n: chosen.answered,
        options: (chosen.answered >= SUPPRESSED_BELOW).then(|| chosen.options.iter().map(option).collect()),
    }
}

pub(super) fn comment(comment: Comment) -> CommentReport {
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
