//! The score, as JSON for programs and as a page for people.

mod mistake;
mod asked;
mod figures;
mod statistics;
mod meant;
mod shown;
mod outcome;
mod effort;
mod edits;
mod edits_page;
mod edits_table;
mod nonresponse;
mod nonresponse_page;
mod subpage;
mod taken;
mod terminal;
mod terminal_moved;
mod setting;
mod chooser;
mod chosen;
mod page;
mod copied;
mod home;
mod spark;
mod list;
mod live;
mod bare;
mod ready;
mod surveys;
mod survey;
mod missing;
mod score;
mod tiles;
mod funnel;
mod ratings;
mod choice;
mod lost;
mod paths;
mod trigger_words;
mod lost_lines;
mod comments;
mod said;
mod said_asked;
mod said_page;
mod topics;
mod topics_asked;
mod topics_export;
mod topics_page;
mod topics_row;
mod topics_sort;
mod topics_words;
mod unnamed_facts;
mod labels;
mod filters;
mod filters_with;
mod form;
mod refused;
mod comparison;
mod comparison_asked;
mod comparison_report;
mod change;
mod drawn;
mod edit_marks;
mod stretches;
mod trend;
mod trend_report;
mod notes;
mod doubt;
mod chart;
mod bar_table;
mod whole;
mod wording;
mod words;
mod apart;
mod gathered;
mod week;
mod digest;
mod digest_next;
mod digest_text;
mod digest_made;
mod digest_api;
mod digest_asked;
mod digest_page;
mod digest_tables;
mod shared;
mod shares;
mod shares_page;

use crate::app::App;
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::{Dimension, Filter, day_of};
use crate::asked::Named;
use crate::description::Guarded;
use crate::error::{Error, Problems, unreadable};
use crate::store::Store;
pub(crate) use chosen::chooser_routes;
pub(crate) use unnamed_facts::refuse_unnamed;
pub(crate) use digest_made::digest;
pub(crate) use lost_lines::lost_lines;
pub(crate) use week::Week;
pub(crate) use copied::copied;
pub(crate) use page::{copying_frame, frame, timed_frame};
pub(crate) use shared::shared_routes;
pub(crate) use shares::shares_routes;
pub(crate) use form::Sent;
pub(crate) use refused::refused_on_a_page;
pub(crate) use setting::{Account, Setting};
pub(crate) use topics_export::topics_routes;
pub(crate) use ready::make_ready;
pub(crate) use taken::taken;
pub(crate) use terminal::{json, listed, terminal};
pub(crate) use wording::{in_address, time};

use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Json, Router, extract::State, http::StatusCode, routing::get};
use apart::FEW_GROUPS;
use asked::{FigureQuery, Queried};
use gathered::{Gathered, gathered};
use effortlet_core::time::Timestamp;
use figures::Report;
use filters::Chosen;
use meant::meant;
use missing::missing;
use statistics::report;
use std::sync::Arc;
use survey::Beside;
use tokio::sync::Semaphore;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use words::add_words;

/// What tells nothing about anybody.
pub(crate) fn open_routes() -> Router<App> {
    Router::new()
        .route("/report", get(|| async { Redirect::permanent("report/") }))
        .route("/report/-/style.css", get(page::style))
        .route("/report/-/live.js", get(live::script))
        .route("/report/-/zone.js", get(live::zone_script))
        .route("/report/-/copy.js", get(live::copy_script))
}

/// What is for people alone.
pub(crate) fn people_routes() -> Router<App> {
    said::people_routes().merge(topics_sort::people_routes())
}

/// What only those may see who may read the report.
pub(crate) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(surveys::surveys))
        .routes(routes!(as_json))
        .routes(routes!(as_json_of_site))
        .merge(comparison_report::guarded_routes())
        .merge(trend_report::guarded_routes())
        .merge(effort::guarded_routes())
        .merge(edits::guarded_routes())
        .merge(nonresponse::guarded_routes())
        .merge(digest_api::guarded_routes())
        .route("/report/-/edits", get(edits_page::page))
        .route("/report/-/digest", get(digest_page::page))
        .route("/report/-/nonresponse", get(nonresponse_page::page))
        .route("/report/-/live", get(live::live))
        .layer(Extension(Arc::new(Semaphore::new(live::MOST))))
        .route("/report/", get(list_page))
        .route("/report/{id}", get(survey_page))
        .route("/report/{site}/{id}", get(survey_page_of_site))
}

/// The figures of a survey of the site that names none
#[utoipa::path(
    get, path = "/v1/surveys/{id}/report", tag = "figures",
    params(("id" = String, Path, description = "Of the survey"), FigureQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = Report, description = "Counts, figures with their intervals, and the latest comments"),
        (status = 400, body = Problems, description = "A parameter cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn as_json(app: State<App>, Named(survey): Named<String>, query: Queried) -> Result<Json<Report>, Error> {
    as_json_of_site(app, Named([DEFAULT_SITE.to_owned(), survey]), query).await
}

/// The figures of a survey
#[utoipa::path(
    get, path = "/v1/sites/{site}/surveys/{id}/report", tag = "figures",
    params(("site" = String, Path), ("id" = String, Path, description = "Of the survey"), FigureQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = Report, description = "Counts, figures with their intervals, and the latest comments"),
        (status = 400, body = Problems, description = "A parameter cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn as_json_of_site(
    State(app): State<App>,
    names: Named<[String; 2]>,
    queried: Queried,
) -> Result<Json<Report>, Error> {
    let Named([site, survey]) = names;
    Ok(Json(of(&app.store, [&site, &survey], queried.query.version.as_deref(), &queried.filter()?, (app.clock)()).await?))
}

/// All versions of a survey, or the one that is wanted with what it is read together with.
async fn of(
    store: &Store,
    [site, survey]: [&str; 2],
    wanted: Option<&str>,
    filter: &Filter,
    at: Timestamp,
) -> Result<Report, Error> {
    let mut versions = store.versions(site, survey, filter).await.map_err(unreadable)?;
    if versions.is_empty() {
        return Err(Error::UnknownSurvey);
    }
    store.warm(site, survey);
    let catalog = store.catalog().await;
    let wanted = wanted.map(|it| meant(&catalog, site, survey, it));
    if let Some(wanted) = &wanted {
        versions.retain(|it| it.version == *wanted);
    }
    if versions.is_empty() {
        return Err(Error::UnknownVersion);
    }
    let comments = store.comments(site, survey, &versions, filter).await.map_err(unreadable)?;
    let mut report = report([site.to_owned(), survey.to_owned()], filter, &versions, comments, at);
    add_words(&mut report, &catalog);
    Ok(report)
}

async fn list_page(State(app): State<App>, setting: Setting) -> Result<Response, Error> {
    let number = app.store.last_number().await.map_err(unreadable)?;
    let surveys = app.store.surveys().await.map_err(unreadable)?;
    let homes = home::home(&app.store, surveys, day_of((app.clock)())).await.map_err(unreadable)?;
    let apart = app.store.apart(FEW_GROUPS).await.map_err(unreadable)?;
    let has_definitions = app.store.catalog().await.has_definitions;
    Ok(list::page(&setting, &homes, &apart, has_definitions, number).into_response())
}

/// The page shows one version: see `shown` where none is named.
async fn survey_page(app: State<App>, setting: Setting, Named(id): Named<String>, queried: Queried) -> Result<Response, Error> {
    survey_page_of_site(app, setting, Named([DEFAULT_SITE.to_owned(), id]), queried).await
}

async fn survey_page_of_site(
    State(app): State<App>,
    setting: Setting,
    Named([site, id]): Named<[String; 2]>,
    queried: Queried,
) -> Result<Response, Error> {
    let number = app.store.last_number().await.map_err(unreadable)?;
    let values = app.store.values(&site, &id).await.map_err(unreadable)?;
    let today = day_of((app.clock)());
    let chosen = Chosen { setting: &setting, site: &site, survey: &id, query: &queried.query, within: &queried.query, values: &values, unit: None, today, by: None, with: &queried.with, versions: &[] };
    let read = queried.on_page().and_then(|it| Ok((queried.with.read(&it.0)?, it)));
    let (other, asked) = match read {
        Ok(read) => read,
        Err(mistakes) => return Ok((StatusCode::BAD_REQUEST, survey::refused(&chosen, &mistakes)).into_response()),
    };
    let Some(told) = gathered(&app, [&site, &id], &queried, &asked).await? else {
        return missing(&app, &setting, [&site, &id], queried.query.version.as_deref()).await;
    };
    app.store.warm(&site, &id);
    let Gathered { shown, answers, newer, mut report, change, lost, drawn } = told;
    let catalog = app.store.catalog().await;
    if let Some(Err(mistake)) = other.map(|it| it.check(&catalog, [&site, &id], &shown.version)) {
        return Ok((StatusCode::BAD_REQUEST, survey::refused(&chosen, &[mistake])).into_response());
    }
    let (filter, _, by) = &asked;
    let named = (Some(drawn.unit).filter(|_| queried.names_unit()), Some(*by).filter(|_| queried.names_ranked()));
    let within = queried.query.within(&shown);
    let chosen = Chosen { within: &within, unit: named.0, by: named.1, versions: &shown.known, ..chosen };
    let paths = match outcome::is_asked(&answers) {
        true => paths::paths(&app, [&site, &id, &shown.version], filter, &|trigger| chosen.of_value(Dimension::Trigger, trigger)).await?,
        false => None,
    };
    let comments = app.store.comments(&site, &id, std::slice::from_ref(&answers), filter).await.map_err(unreadable)?;
    report.comments = comments.into_iter().map(|it| {
        let mut comment = statistics::comment(it);
        comment.question = words::asked(&catalog, [&site, &id], &shown.version, &comment.question).unwrap_or(comment.question);
        comment
    }).collect();
    let lost = lost.map(|it| {
        let (figures, comments) = (|value: &str| chosen.of_value(*by, value), |value: &str| filters::comments_about(&chosen, *by, value));
        let links = lost::Links { address: &queried.address(), figures: &figures, comments: &comments, edits: &filters::subpage(&chosen, "edits") };
        lost::lost(&it, *by, &queried.query, Some(&links))
    });
    let beside = Beside { number, newer, change, drawn, lost, paths };
    Ok(survey::page(&chosen, &report, &shown, &beside).into_response())
}
