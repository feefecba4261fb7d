//! `GET /v1/surveys/{id}/comparison`: figures beside those of the period before, of other days or of another version.
//!
//! Never tells what the page would not.

use super::asked::{FigureQuery, Filters, Queried, malformed};
use super::comparison::{Comparison, comparison};
use super::comparison_asked::With;
use super::shown::found;
use super::trend_report::in_words;
use crate::app::App;
use crate::asked::Named;
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::day_of;
use crate::description::Guarded;
use crate::error::{Error, Problems, unreadable};
use crate::selection::problem;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ComparisonReport {
    site: String,
    survey: String,
    generated_at: String,
    /// What was asked for; absent where that is everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = std::collections::BTreeMap<String, String>, required = false)]
    filters: Option<Filters>,
    #[serde(flatten)]
    comparison: Comparison,
}

pub(super) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(compared)).routes(routes!(compared_of_site))
}

/// Figures beside others, in a survey of the site that names none
#[utoipa::path(
    get, path = "/v1/surveys/{id}/comparison", tag = "figures",
    params(("id" = String, Path, description = "Of the survey"), FigureQuery, With), security(("readToken" = [])),
    responses(
        (status = 200, body = ComparisonReport, description = "Each figure with its difference and the interval of that"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read, or there is nothing before the period"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn compared(app: State<App>, Named(survey): Named<String>, queried: Queried) -> Result<Json<ComparisonReport>, Error> {
    compared_of_site(app, Named([DEFAULT_SITE.to_owned(), survey]), queried).await
}

/// Figures beside others
#[utoipa::path(
    get, path = "/v1/sites/{site}/surveys/{id}/comparison", tag = "figures",
    params(("site" = String, Path), ("id" = String, Path, description = "Of the survey"), FigureQuery, With), security(("readToken" = [])),
    responses(
        (status = 200, body = ComparisonReport, description = "Each figure with its difference and the interval of that"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read, or there is nothing before the period"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn compared_of_site(State(app): State<App>, names: Named<[String; 2]>, queried: Queried) -> Result<Json<ComparisonReport>, Error> {
    let Named([site, survey]) = names;
    let of = [site.as_str(), survey.as_str()];
    let (filter, other) = queried.for_comparison()?;
    let at = (app.clock)();
    let versions = app.store.versions(&site, &survey, &filter).await.map_err(unreadable)?;
    let answers = found(&app.store, of, queried.query.version.as_deref(), &versions).await?;
    let catalog = app.store.catalog().await;
    if let Some(other) = &other {
        other.check(&catalog, of, &answers.version).map_err(|mistake| malformed(&[mistake]))?;
    }
    let report = in_words(&app.store, of, answers).await;
    let compared = comparison(&app.store, of, &filter, (answers, &report), other.as_ref(), day_of(at)).await?;
    let nothing_before = || Error::Malformed(vec![problem("from", "the first day of a period, since nothing is before all days")]);
    let comparison = compared.ok_or_else(nothing_before)?;
    Ok(Json(ComparisonReport { generated_at: at.rfc3339(), filters: Filters::of(&filter), comparison, site, survey }))
}
