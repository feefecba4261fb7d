//! Figures beside those of other days or of another version, with the differences and their intervals.
//!
//! Reckoned of two reports, each withheld as it is by itself, so that it tells nothing besides. Never compares people
//! with themselves, and never subtracts what was asked differently.

use super::comparison_asked::Other;
use super::effort::EstimateReport;
use super::figures::{PeriodReport, ScoreReport, States, VersionReport};
use super::{meant::meant, statistics, words};
use crate::catalog::Catalog;
use effortlet_columns::{Filter, read_day};
use crate::error::{Error, unreadable};
use crate::store::{Store, VersionAnswers};
use effortlet_core::score::{Figure, chosen_share, difference};
use effortlet_core::survey::EasyIs;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Comparison {
    pub(super) now: ComparedSide,
    pub(super) with: ComparedSide,
    /// Why nothing is compared; null where something is.
    pub(super) nothing: Option<Nothing>,
    /// Null where nobody was asked a yes-or-no question, or another one.
    pub(super) found_rate: Option<ChangeReport>,
    /// One for each effort question and scale that both have.
    pub(super) scores: Vec<ScoreChangeReport>,
    /// What both asked in other words or on another scale, and is not subtracted therefore.
    pub(super) asked_differently: Vec<DifferentlyReport>,
    /// Of those who were shown the survey; null where nobody knows who was.
    pub(super) response_rate: Option<ChangeReport>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ComparedSide {
    pub(super) version: String,
    /// The days (UTC) that are counted; null where all are, or nobody answered on any.
    pub(super) period: Option<PeriodReport>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) enum Nothing {
    /// Too few answered on the other days, or in the other version, or nobody.
    TooFew,
    /// Days with few answers are counted with their neighbours, so that both periods would have some in common.
    Overlap,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ChangeReport {
    #[schema(value_type = Object)]
    pub(super) now: Figure,
    #[schema(value_type = Object)]
    pub(super) with: Figure,
    /// `now` less `with`, by Newcombe's method 10; null where either is withheld.
    pub(super) difference: Option<EstimateReport>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ScoreChangeReport {
    pub(super) question: String,
    pub(super) points: u8,
    #[schema(value_type = String)]
    pub(super) easy_is: EasyIs,
    pub(super) mean: ChangeReport,
    pub(super) easy_share: ChangeReport,
    pub(super) net_effort: ChangeReport,
    pub(super) easy_success: Option<ChangeReport>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct DifferentlyReport {
    pub(super) question: String,
    /// In the team's words.
    pub(super) now: String,
    pub(super) with: String,
}

/// A version as it was counted, and as a report in the team's words.
pub(super) type Side<'a> = (&'a VersionAnswers, &'a VersionReport);

/// `None` where nothing is named to compare with and the period has no beginning, so that nothing is before it.
pub(super) async fn comparison(
    store: &Store,
    [site, survey]: [&str; 2],
    filter: &Filter,
    (now_answers, now): Side<'_>,
    other: Option<&Other>,
    today: i32,
) -> Result<Option<Comparison>, Error> {
    let counted_from = now.period.as_ref().and_then(|it| read_day(&it.from));
    let wanted = match other {
        None => before(filter, today, counted_from),
        Some(it) => Some(it.days.map_or_else(|| filter.clone(), |(from, to)| Filter { from: Some(from), to: Some(to), ..filter.clone() })),
    };
    let Some(wanted) = wanted else { return Ok(None) };
    let catalog = store.catalog().await;
    let named = other.and_then(|it| it.version.as_deref()).map(|it| meant(&catalog, site, survey, it));
    let version = named.unwrap_or_else(|| now.version.clone());
    let versions = store.versions(site, survey, &wanted).await.map_err(unreadable)?;
    let with = versions.iter().find(|it| it.version == version);
    let with = with.map(|answers| {
        let mut report = statistics::version(answers);
        words::add_to_version(&mut report, site, survey, &catalog);
        (answers, report)
    });
    let side = |version: &str, it: Option<&VersionReport>| ComparedSide { version: version.to_owned(), period: it.and_then(|it| it.period.clone()) };
    let mut comparison = Comparison {
        now: side(&now.version, Some(now)),
        with: side(&version, with.as_ref().map(|it| &it.1)),
        nothing: None,
        found_rate: None,
        scores: Vec::new(),
        asked_differently: Vec::new(),
        response_rate: None,
    };
    match with {
        Some((answers, report)) if !is_empty(&wanted, &report) && !is_empty(filter, now) => {
            if now.version == report.version && overlap(now.period.as_ref(), report.period.as_ref()) {
                comparison.nothing = Some(Nothing::Overlap);
            } else {
                fill(&mut comparison, (now_answers, now), (answers, &report), &catalog, [site, survey]);
            }
        }
        _ => comparison.nothing = Some(Nothing::TooFew),
    }
    Ok(Some(comparison))
}

/// As many days as a period has until today, just before the first of its days that is counted; nothing where
/// it has no beginning.
pub(super) fn before(filter: &Filter, today: i32, counted_from: Option<i32>) -> Option<Filter> {
    let from = filter.from?;
    let to = filter.to.unwrap_or(today).min(today.max(from));
    let days = to.checked_sub(from)?;
    let last = counted_from.unwrap_or(from).min(from).checked_sub(1)?;
    Some(Filter { from: Some(last.checked_sub(days)?), to: Some(last), ..filter.clone() })
}

/// Whether nobody can be told of.
fn is_empty(filter: &Filter, it: &VersionReport) -> bool {
    filter.has_period() && it.period.is_none() || it.totals.shown == 0
}

/// Where neither has a period both are of all days.
fn overlap(one: Option<&PeriodReport>, other: Option<&PeriodReport>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one.from <= other.to && other.from <= one.to)
}

fn fill(it: &mut Comparison, now: Side, with: Side, catalog: &Catalog, of: [&str; 2]) {
    let versions = [now.1.version.as_str(), with.1.version.as_str()];
    let differently = |question: &str| {
        let [now, with] = versions.map(|version| words::in_words(catalog, of, version, question));
        DifferentlyReport { question: question.to_owned(), now, with }
    };
    let found = |(answers, report): Side| Some((answers.found.as_ref()?.asked().question.clone(), report.found_rate?));
    let both_found = found(now).zip(found(with)).filter(|(now, with)| now.0 == with.0);
    let is_found_alike = both_found.as_ref().is_some_and(|(now, _)| words::is_asked_alike(catalog, of, versions, &now.0));
    match both_found {
        Some((now, with)) if is_found_alike => it.found_rate = Some(change(now.1, with.1)),
        Some((now, _)) => it.asked_differently.push(differently(&now.0)),
        None => {}
    }
    for score in &now.1.scores {
        let is_alike = words::is_asked_alike(catalog, of, versions, &score.question);
        let others = with.1.scores.iter().filter(|other| other.question == score.question);
        let on_same_scale = others.clone().find(|other| (other.points, other.easy_is) == (score.points, score.easy_is));
        match on_same_scale.filter(|_| is_alike) {
            Some(other) => it.scores.push(changed(score, other, is_found_alike)),
            None if others.count() > 0 => it.asked_differently.push(differently(&score.question)),
            None => {}
        }
    }
    it.response_rate = rate(now.1.totals).zip(rate(with.1.totals)).map(|(now, with)| change(now, with));
}

fn changed(now: &ScoreReport, with: &ScoreReport, is_found_alike: bool) -> ScoreChangeReport {
    let success = now.easy_success.zip(with.easy_success).filter(|_| is_found_alike);
    ScoreChangeReport {
        question: now.question.clone(),
        points: now.points,
        easy_is: now.easy_is,
        mean: change(now.mean, with.mean),
        easy_share: change(now.easy_share, with.easy_share),
        net_effort: change(now.net_effort, with.net_effort),
        easy_success: success.map(|(now, with)| change(now, with)),
    }
}

fn change(now: Figure, with: Figure) -> ChangeReport {
    ChangeReport { now, with, difference: difference(&now, &with).map(EstimateReport::from) }
}

/// Known where somebody was shown the survey and did nothing.
fn rate(it: States) -> Option<Figure> {
    (it.shown > it.responses).then(|| chosen_share(it.complete + it.partial, it.shown))
}

impl ChangeReport {
    /// Whether the interval of the difference leaves no doubt that there is one.
    pub(super) fn is_clear(&self) -> bool {
        self.difference.is_some_and(|it| it.low > 0.0 || it.high < 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_before_is_as_long_and_ends_where_this_one_begins() {
        let of = |from, to| Filter { from, to, ..Filter::default() };
        for (asked, expected) in [
            (of(Some(10), Some(16)), Some((3, 9))),
            (of(Some(10), Some(10)), Some((9, 9))),
            (of(Some(10), None), Some((-1, 9))),
            (of(Some(10), Some(900)), Some((-1, 9))),
            (of(Some(30), Some(32)), Some((29, 29))),
            (of(None, Some(10)), None),
            (of(Some(i32::MIN), Some(0)), None),
        ] {
            assert_eq!(before(&asked, 20, None), expected.map(|(from, to)| of(Some(from), Some(to))), "{asked:?}");
        }
        assert_eq!(before(&of(Some(10), Some(16)), 20, Some(8)), Some(of(Some(1), Some(7))), "a day too early is counted");
    }
}
