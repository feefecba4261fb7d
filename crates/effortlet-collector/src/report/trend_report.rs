//! `GET /v1/surveys/{id}/trend`: the score over time, as the page draws it.
//!
//! Never tells what the page would not.

use super::asked::{FigureQuery, Filters, Queried};
use super::drawn::{Drawn, ShownVersion, drawn};
use super::edit_marks::EditMark;
use super::figures::{PeriodReport, VersionReport};
use super::shown::found;
use super::trend::{Point, marks, points};
use super::{statistics, words};
use crate::app::App;
use crate::asked::Named;
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::{day_of, day_text};
use crate::description::Guarded;
use crate::error::{Error, Problems, unreadable};
use crate::store::{Store, VersionAnswers};
use axum::Json;
use axum::extract::State;
use effortlet_core::score::Figure;
use effortlet_core::survey::EasyIs;
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described: an address is read by name")]
struct PerQuery {
    /// How long a stretch is; what cuts the period into some five to forty where nothing is named
    #[param(pattern = "^(day|week|month)?$")]
    per: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct TrendReport {
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
    trend: Trended,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Trended {
    /// `day`, `week` (from Monday) or `month`.
    pub(super) per: &'static str,
    /// All days (UTC) that are looked at.
    period: PeriodReport,
    /// Whether there are earlier ones: 62 stretches are looked at, the latest.
    is_cut: bool,
    /// One for each effort question and scale of the version; of other versions those that asked it on the same scale.
    pub(super) scores: Vec<ScoreTrendReport>,
    /// Edits of the article that is asked for, or of the few edited articles that lose most visitors: the earliest first.
    pub(super) edits: Vec<EditMark>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ScoreTrendReport {
    pub(super) question: String,
    /// The question in the team's words; null where its definition is not known.
    asked: Option<String>,
    pub(super) points: u8,
    #[schema(value_type = String)]
    easy_is: EasyIs,
    /// The earliest first.
    pub(super) stretches: Vec<StretchReport>,
    /// Where another version begins, by its first stretch that may be told.
    pub(super) begins: Vec<BeginsReport>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StretchReport {
    pub(super) version: String,
    /// The days that are counted: those with few answers together with their neighbours.
    pub(super) period: PeriodReport,
    /// With its 95% interval; suppressed where it would tell of fewer than five people.
    #[schema(value_type = Object)]
    pub(super) mean: Figure,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BeginsReport {
    pub(super) version: String,
    pub(super) day: String,
}

pub(super) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(trend)).routes(routes!(trend_of_site))
}

/// The score over time, in a survey of the site that names none
#[utoipa::path(
    get, path = "/v1/surveys/{id}/trend", tag = "figures",
    params(("id" = String, Path, description = "Of the survey"), FigureQuery, PerQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = TrendReport, description = "The score of each stretch of days, with marks where versions begin and articles were edited"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn trend(app: State<App>, Named(survey): Named<String>, queried: Queried) -> Result<Json<TrendReport>, Error> {
    trend_of_site(app, Named([DEFAULT_SITE.to_owned(), survey]), queried).await
}

/// The score over time
#[utoipa::path(
    get, path = "/v1/sites/{site}/surveys/{id}/trend", tag = "figures",
    params(("site" = String, Path), ("id" = String, Path, description = "Of the survey"), FigureQuery, PerQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = TrendReport, description = "The score of each stretch of days, with marks where versions begin and articles were edited"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn trend_of_site(State(app): State<App>, names: Named<[String; 2]>, queried: Queried) -> Result<Json<TrendReport>, Error> {
    let Named([site, survey]) = names;
    let (filter, unit) = queried.for_trend()?;
    let at = (app.clock)();
    let versions = app.store.versions(&site, &survey, &filter).await.map_err(unreadable)?;
    let shown = found(&app.store, [&site, &survey], queried.query.version.as_deref(), &versions).await?;
    let of_version = ShownVersion { filter: &filter, version: &shown.version, ranked: None };
    let drawn = drawn(&app.store, [&site, &survey], of_version, unit, &versions, day_of(at)).await?;
    let report = in_words(&app.store, [&site, &survey], shown).await;
    let (version, filters) = (report.version.clone(), Filters::of(&filter));
    Ok(Json(TrendReport { version, generated_at: at.rfc3339(), filters, trend: trended(&drawn, &report), site, survey }))
}

/// A version as a report in the team's words.
pub(super) async fn in_words(store: &Store, [site, survey]: [&str; 2], answers: &VersionAnswers) -> VersionReport {
    let mut report = statistics::version(answers);
    words::add_to_version(&mut report, site, survey, &*store.catalog().await);
    report
}

pub(super) fn trended(drawn: &Drawn, version: &VersionReport) -> Trended {
    let stretch = |it: &Point| StretchReport { version: it.version.to_owned(), period: period(it.days), mean: it.figure };
    let begins = |(version, day): (&str, i32)| BeginsReport { version: version.to_owned(), day: day_text(day) };
    let scores = version.scores.iter().map(|score| {
        let points = points(drawn, score);
        ScoreTrendReport {
            question: score.question.clone(),
            asked: score.asked.clone(),
            points: score.points,
            easy_is: score.easy_is,
            stretches: points.iter().map(stretch).collect(),
            begins: marks(drawn, &points).into_iter().map(begins).collect(),
        }
    });
    Trended { per: drawn.unit.word(), period: period(drawn.days), is_cut: drawn.is_cut, scores: scores.collect(), edits: drawn.edits.clone() }
}

fn period((from, to): (i32, i32)) -> PeriodReport {
    PeriodReport { from: day_text(from), to: day_text(to) }
}
