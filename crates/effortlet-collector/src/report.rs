//! The score, as JSON for programs and as a page for people.

mod figures;
mod statistics;
mod page;
mod list;
mod survey;
mod score;
mod tiles;
mod ratings;
mod choice;
mod comments;
mod notes;
mod doubt;
mod chart;
mod bar_table;
mod wording;

use crate::app::App;
use crate::error::Error;
use crate::store::{Unreadable, VersionAnswers};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use figures::Report;
use serde::Deserialize;
use statistics::report;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/v1/surveys/{id}/report", get(as_json))
        .route("/report", get(|| async { Redirect::permanent("/report/") }))
        .route("/report/", get(list_page))
        .route("/report/{id}", get(survey_page))
        .route("/report/-/style.css", get(page::style))
}

/// Which version of the survey is asked for; all where none is named.
#[derive(Deserialize)]
struct VersionQuery {
    version: Option<String>,
}

async fn as_json(
    State(app): State<App>,
    Path(survey): Path<String>,
    Query(query): Query<VersionQuery>,
) -> Result<Json<Report>, Error> {
    let mut versions = app.store.versions(&survey).await.map_err(unreadable)?;
    if versions.is_empty() {
        return Err(Error::UnknownSurvey);
    }
    if let Some(wanted) = &query.version {
        versions.retain(|it| it.version == *wanted);
    }
    if versions.is_empty() {
        return Err(Error::UnknownVersion);
    }
    let comments = app.store.comments(&survey, query.version.as_deref()).await;
    let comments = comments.map_err(unreadable)?;
    Ok(Json(report(survey, &versions, comments, (app.clock)())))
}

async fn list_page(State(app): State<App>) -> Result<Response, Error> {
    let surveys = app.store.surveys().await.map_err(unreadable)?;
    Ok(list::page(&surveys).into_response())
}

/// The page shows one version, the newest where none is named.
async fn survey_page(
    State(app): State<App>,
    Path(id): Path<String>,
    Query(query): Query<VersionQuery>,
) -> Result<Response, Error> {
    let versions = app.store.versions(&id).await.map_err(unreadable)?;
    let is_wanted =
        |it: &&VersionAnswers| query.version.as_ref().is_none_or(|wanted| *wanted == it.version);
    let Some(shown) = versions.iter().find(is_wanted) else {
        return Ok((StatusCode::NOT_FOUND, survey::nothing_yet(&id)).into_response());
    };
    let comments = app.store.comments(&id, Some(&shown.version)).await.map_err(unreadable)?;
    let report = report(id, std::slice::from_ref(shown), comments, (app.clock)());
    let known: Vec<&str> = versions.iter().map(|it| it.version.as_str()).collect();
    Ok(survey::page(&report, &known).into_response())
}

fn unreadable(error: Unreadable) -> Error {
    tracing::error!(%error, "the database cannot be read");
    Error::Unavailable
}
