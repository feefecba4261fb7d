//! `GET /v1/surveys`: what there is a report of. Never a figure.

use super::figures::States;
use crate::app::App;
use crate::description::Guarded;
use crate::error::{Error, unreadable};
use crate::store::SurveyTotals;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// Every survey that has responses, the one that was answered last first.
#[derive(Serialize, ToSchema)]
pub(super) struct Surveys {
    surveys: Vec<SurveyReport>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Survey)]
struct SurveyReport {
    site: String,
    survey: String,
    /// When its newest response arrived, in RFC 3339.
    #[schema(format = DateTime)]
    latest_at: String,
    totals: States,
}

/// Every survey that has responses
#[utoipa::path(
    get, path = "/v1/surveys", tag = "figures", security(("readToken" = [])),
    responses((status = 200, body = Surveys, description = "The one that was answered last first"), Guarded)
)]
pub(super) async fn surveys(State(app): State<App>) -> Result<Json<Surveys>, Error> {
    let surveys = app.store.surveys().await.map_err(unreadable)?;
    let report = |it: SurveyTotals| SurveyReport {
        site: it.site,
        survey: it.survey,
        latest_at: it.latest.rfc3339(),
        totals: it.totals.into(),
    };
    Ok(Json(Surveys { surveys: surveys.into_iter().map(report).collect() }))
}
