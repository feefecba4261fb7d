//! `GET /v1/surveys/{id}/nonresponse`: who did not answer, and what that may have done to the figures.
//!
//! Reckoned of what reports tell anyhow, so that it tells nothing besides.

use super::asked::{FigureQuery, Filters, Queried};
use super::effort::EstimateReport;
use super::outcome::lost;
use super::shown::{Shown, found};
use crate::app::App;
use crate::asked::Named;
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::{Dimension, Filter};
use crate::description::Guarded;
use crate::error::{Error, Problems, unreadable};
use crate::nonresponse::{Cell, bounds, weighted};
use crate::store::{OfValue, Totals, VersionAnswers};
use axum::Json;
use axum::extract::State;
use effortlet_core::score::{Estimate, Figure, SUPPRESSED_BELOW, chosen_share, mean};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What says nothing twice: a section is said by its articles.
const DIMENSIONS: [Dimension; 4] = [Dimension::Article, Dimension::Trigger, Dimension::Device, Dimension::Locale];

/// Who did not answer, in one version of a survey.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct NonresponseReport {
    site: String,
    survey: String,
    /// The one that was asked for, or the newest that at least five have answered, with what it is read together with.
    version: String,
    generated_at: String,
    /// What was asked for; absent where that is everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = std::collections::BTreeMap<String, String>, required = false)]
    filters: Option<Filters>,
    #[serde(flatten)]
    told: Nonresponse,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Nonresponse {
    /// How many people were shown the survey, whatever came of it.
    pub(super) shown: u64,
    /// How many of them answered anything.
    pub(super) answered: u64,
    /// Null where the definition says `"countShown": false`, so that nobody knows who was shown it.
    #[schema(value_type = Option<Object>)]
    pub(super) response_rate: Option<Figure>,
    /// The share of visitors who did not find what they were looking for, or did not find it easy.
    pub(super) lost: Option<WeightedReport>,
    /// The mean of the first effort question, on its scale.
    pub(super) score: Option<WeightedReport>,
    /// Articles, triggers, devices and languages, each value with how many of its people answered.
    pub(super) by: Vec<ByReport>,
}

/// A figure as it was answered, and what it may be of all who were shown the survey.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct WeightedReport {
    #[schema(value_type = Object)]
    pub(super) answered: Figure,
    /// Weighted to those who were shown the survey, by article, trigger, device and language. Null where it is
    /// withheld, or nobody knows who was shown it.
    pub(super) weighted: Option<EstimateReport>,
    /// The least and the greatest that it can be whatever the silent would have said. Null as above, and for a mean.
    pub(super) bounds: Option<[f64; 2]>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ByReport {
    /// `article`, `trigger`, `device` or `locale`.
    #[schema(value_type = String)]
    pub(super) dimension: Dimension,
    /// Of which most people were shown the survey first; only where at least five people are of it.
    pub(super) values: Vec<ValueReport>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ValueReport {
    pub(super) value: String,
    /// As an article's page calls itself, which the page shows in its place.
    #[serde(skip)]
    pub(super) title: Option<String>,
    pub(super) shown: u64,
    pub(super) answered: u64,
    #[schema(value_type = Object)]
    pub(super) response_rate: Figure,
}

pub(super) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(nonresponse)).routes(routes!(nonresponse_of_site))
}

/// Who did not answer, in a survey of the site that names none
#[utoipa::path(
    get, path = "/v1/surveys/{id}/nonresponse", tag = "figures",
    params(("id" = String, Path, description = "Of the survey"), FigureQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = NonresponseReport, description = "Response rates, and figures weighted to those who were shown the survey"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn nonresponse(app: State<App>, Named(survey): Named<String>, queried: Queried) -> Result<Json<NonresponseReport>, Error> {
    nonresponse_of_site(app, Named([DEFAULT_SITE.to_owned(), survey]), queried).await
}

/// Who did not answer
#[utoipa::path(
    get, path = "/v1/sites/{site}/surveys/{id}/nonresponse", tag = "figures",
    params(("site" = String, Path), ("id" = String, Path, description = "Of the survey"), FigureQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = NonresponseReport, description = "Response rates, and figures weighted to those who were shown the survey"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn nonresponse_of_site(
    State(app): State<App>,
    names: Named<[String; 2]>,
    queried: Queried,
) -> Result<Json<NonresponseReport>, Error> {
    let Named([site, survey]) = names;
    let filter = queried.filter()?;
    let (Shown { version, .. }, told) = of(&app, [&site, &survey], queried.query.version.as_deref(), &filter).await?;
    let generated_at = (app.clock)().rfc3339();
    Ok(Json(NonresponseReport { site, survey, version, generated_at, filters: Filters::of(&filter), told }))
}

/// With the name of the version that it is of.
pub(super) async fn of(
    app: &App,
    [site, survey]: [&str; 2],
    typed: Option<&str>,
    filter: &Filter,
) -> Result<(Shown, Nonresponse), Error> {
    let versions = app.store.versions(site, survey, filter).await.map_err(unreadable)?;
    let whole = found(&app.store, [site, survey], typed, &versions).await?;
    let mut by = Vec::new();
    for dimension in DIMENSIONS {
        let told = app.store.by_value(site, survey, &whole.version, filter, dimension).await.map_err(unreadable)?;
        by.push((dimension, told.map(|it| it.values).unwrap_or_default()));
    }
    Ok((Shown::of(&versions, whole), report(whole, &by)))
}

type Values = Vec<OfValue>;

fn report(whole: &VersionAnswers, by: &[(Dimension, Values)]) -> Nonresponse {
    let totals = whole.totals;
    let (shown, answered) = (shown(totals), totals.answered());
    let is_known = totals.shown > 0;
    let cells = |figure: fn(&VersionAnswers) -> Option<(f64, u64)>| -> Vec<Vec<Cell>> {
        let cell = |it: &OfValue| {
            let (value, answered) = figure(&it.answers)?;
            Some(Cell { shown: self::shown(it.answers.totals), answered, value })
        };
        by.iter().map(|(_, values)| values.iter().filter_map(cell).collect()).collect()
    };
    let weighted_to = |figure: Figure, cells: Vec<Vec<Cell>>| figure.estimate.filter(|_| is_known).map(|it| widened(it, &cells));
    let lost_share = lost(whole).map(|(lost, answered)| {
        let figure = chosen_share(lost, answered);
        let weighted = weighted_to(figure, cells(lost_value)).map(|it| within(it, 0.0, 1.0));
        let bounds = figure.estimate.filter(|_| is_known).and_then(|_| bounds(lost, answered, shown));
        WeightedReport { answered: figure, weighted, bounds }
    });
    let score = whole.efforts.first().map(|(ratings, _)| {
        let figure = mean(ratings);
        let weighted = weighted_to(figure, cells(score_value)).map(|it| within(it, 1.0, f64::from(ratings.points().count())));
        WeightedReport { answered: figure, weighted, bounds: None }
    });
    let response_rate = is_known.then(|| chosen_share(answered, shown));
    Nonresponse { shown, answered, response_rate, lost: lost_share, score, by: by.iter().map(by_report).collect() }
}

fn shown(totals: Totals) -> u64 {
    totals.shown + totals.all()
}

fn lost_value(answers: &VersionAnswers) -> Option<(f64, u64)> {
    let (lost, answered) = lost(answers).filter(|(_, answered)| *answered >= SUPPRESSED_BELOW)?;
    Some((lost as f64 / answered as f64, answered))
}

fn score_value(answers: &VersionAnswers) -> Option<(f64, u64)> {
    let (ratings, _) = answers.efforts.first()?;
    Some((mean(ratings).estimate?.value, ratings.n()))
}

/// With an interval that is as much wider as the weights make it.
fn widened(it: Estimate, cells: &[Vec<Cell>]) -> EstimateReport {
    let weighted = weighted(it.value, cells);
    let end = |end: f64| weighted.value + (end - it.value) * weighted.widening;
    EstimateReport { value: weighted.value, low: end(it.low), high: end(it.high) }
}

fn within(it: EstimateReport, least: f64, most: f64) -> EstimateReport {
    let end = |end: f64| end.clamp(least, most);
    EstimateReport { value: end(it.value), low: end(it.low), high: end(it.high) }
}

fn by_report((dimension, values): &(Dimension, Values)) -> ByReport {
    let value = |it: &OfValue| {
        let (shown, answered) = (shown(it.answers.totals), it.answers.totals.answered());
        let title = it.page.as_ref().map(|(_, title)| title.clone()).filter(|title| !title.is_empty());
        ValueReport { value: it.value.clone(), title, shown, answered, response_rate: chosen_share(answered, shown) }
    };
    let mut values: Vec<ValueReport> = values.iter().map(value).collect();
    values.sort_by(|one, other| (other.shown, &one.value).cmp(&(one.shown, &other.value)));
    ByReport { dimension: *dimension, values }
}
