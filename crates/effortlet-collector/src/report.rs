//! The score, as JSON for programs and as a page for people.

mod mistake;
mod asked;
mod figures;
mod statistics;
mod meant;
mod outcome;
mod effort;
mod edits;
mod edits_page;
mod edits_table;
mod nonresponse;
mod nonresponse_page;
mod subpage;
mod terminal;
mod setting;
mod chooser;
mod page;
mod home;
mod spark;
mod list;
mod live;
mod surveys;
mod survey;
mod score;
mod tiles;
mod funnel;
mod ratings;
mod choice;
mod lost;
mod lost_lines;
mod comments;
mod said;
mod said_asked;
mod said_page;
mod filters;
mod change;
mod stretches;
mod trend;
mod notes;
mod doubt;
mod chart;
mod bar_table;
mod whole;
mod wording;
mod words;
mod apart;

use crate::app::App;
use crate::catalog::DEFAULT_SITE;
use crate::columns::{Filter, day_of, read_day};
use crate::asked::Named;
use crate::description::Guarded;
use crate::error::{Error, Problems, unreadable};
use crate::store::{Store, Totals, VersionAnswers};
pub(crate) use chooser::chooser_routes;
pub(crate) use lost_lines::lost_lines;
pub(crate) use page::{frame, timed_frame};
pub(crate) use said::people_routes;
pub(crate) use setting::{Account, Setting};
pub(crate) use terminal::{json, listed, terminal};
pub(crate) use wording::{in_address, time};

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use apart::FEW_GROUPS;
use asked::{FigureQuery, Queried};
use effort::SEED;
use effortlet_core::time::Timestamp;
use figures::Report;
use filters::Chosen;
use maud::Markup;
use meant::meant;
use statistics::report;
use std::sync::Arc;
use survey::Beside;
use tokio::sync::Semaphore;
use stretches::Unit;
use trend::Drawn;
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
}

/// What only those may see who may read the report.
pub(crate) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(surveys::surveys))
        .routes(routes!(as_json))
        .routes(routes!(as_json_of_site))
        .merge(effort::guarded_routes())
        .merge(edits::guarded_routes())
        .merge(nonresponse::guarded_routes())
        .route("/report/-/edits", get(edits_page::page))
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
pub(crate) async fn of(
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

/// The page shows one version, the newest that anybody is counted of where none is named.
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
    let chosen = Chosen { setting: &setting, site: &site, survey: &id, query: &queried.query, values: &values, unit: None, today, by: None };
    let (filter, unit, by) = match queried.on_page() {
        Ok(read) => read,
        Err(mistakes) => return Ok((StatusCode::BAD_REQUEST, survey::refused(&chosen, &mistakes)).into_response()),
    };
    let versions = app.store.versions(&site, &id, &filter).await.map_err(unreadable)?;
    app.store.warm(&site, &id);
    let catalog = app.store.catalog().await;
    let wanted = queried.query.version.as_deref().map(|it| meant(&catalog, &site, &id, it));
    let is_wanted = |it: &&VersionAnswers| wanted.as_ref().is_none_or(|wanted| *wanted == it.version);
    let has_any = |it: &&VersionAnswers| is_wanted(it) && it.totals != Totals::default();
    let Some(shown) = versions.iter().find(has_any).or_else(|| versions.iter().find(is_wanted)) else {
        return Ok((StatusCode::NOT_FOUND, survey::nothing_yet(&setting, &id)).into_response());
    };
    let shown = std::slice::from_ref(shown);
    let comments = app.store.comments(&site, &id, shown, &filter).await.map_err(unreadable)?;
    let lost = match shown {
        [it] if outcome::is_asked(it) => app.store.by_value(&site, &id, Some(&it.version), &filter, by).await.map_err(unreadable)?,
        _ => None,
    };
    let lost = lost.map(|it| {
        let comments = |value: &str| filters::comments_about(&chosen, by, value);
        lost::lost(&effort::groups(it, SEED), by, &lost::Links { address: &queried.address(), comments: &comments, edits: &filters::subpage(&chosen, "edits") })
    });
    let mut report = report([site.clone(), id.clone()], &filter, shown, comments, (app.clock)());
    add_words(&mut report, &catalog);
    let known: Vec<&str> = versions.iter().map(|it| it.version.as_str()).collect();
    let change = changed(&app, [&site, &id], &filter, &report).await?;
    let first = versions.iter().map(|it| day_of(it.first)).min().unwrap_or(today);
    let days = (filter.from.map_or(first, |from| from.max(first)), filter.to.map_or(today, |to| to.min(today)));
    let unit = unit.unwrap_or_else(|| Unit::fitting(days));
    let (stretches, is_cut) = stretches::stretches(unit, days);
    let trends = app.store.trend([&site, &id], &filter, &stretches, &versions).await.map_err(unreadable)?;
    let days = (stretches.first().map_or(days.0, |it| it.0), days.1);
    let named = (Some(unit).filter(|_| queried.names_unit()), Some(by).filter(|_| queried.names_ranked()));
    let chosen = Chosen { unit: named.0, by: named.1, ..chosen };
    let beside = Beside { number, change, drawn: Drawn { unit, days, is_cut, trends: &trends }, lost };
    Ok(survey::page(&chosen, &report, &known, &beside).into_response())
}

/// The figures of a period against those of the one before, each withheld as they are by themselves.
async fn changed(app: &App, [site, survey]: [&str; 2], filter: &Filter, report: &Report) -> Result<Option<Markup>, Error> {
    let [now] = &report.versions[..] else { return Ok(None) };
    let counted_from = now.period.as_ref().and_then(|it| read_day(&it.from));
    let Some(before) = change::before(filter, day_of((app.clock)()), counted_from) else { return Ok(None) };
    let versions = app.store.versions(site, survey, &before).await.map_err(unreadable)?;
    let same = versions.iter().find(|it| it.version == now.version).map(statistics::version);
    Ok(Some(change::change(now, same.as_ref())))
}
