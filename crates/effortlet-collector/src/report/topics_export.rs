//! `GET /v1/surveys/{id}/topics`: what comes up again and again, and what a team has made of it; also as CSV.
//!
//! For programs with a read token and for people, as all that is made of single comments.

use super::asked::FigureQuery;
use super::mistake::Mistake;
use super::topics::{self, Topic, missing};
use super::topics_asked::{Asked, Read};
use crate::app::App;
use crate::asked::Named;
use crate::catalog::DEFAULT_SITE;
use crate::description::Guarded;
use crate::error::{Error, Problems};
use crate::export::{Cell, table};
use crate::store::TopicClass;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use effortlet_core::time::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The words and pairs of words that five people or more have written, each language by itself.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct TopicsReport {
    site: String,
    survey: String,
    generated_at: String,
    /// What was asked for; absent where that is everything.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(required = false)]
    filters: BTreeMap<&'static str, String>,
    /// How many of these are missing articles.
    missing: u64,
    /// How many of those were written since.
    written: u64,
    /// Of each language what most people have written first.
    topics: Vec<TopicReport>,
    /// Whether there are comments older than the latest 20,000 that were read.
    has_older: bool,
}

/// What some people have written, whatever its endings.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct TopicReport {
    /// Without a region: `ro`.
    language: String,
    /// As most people write it.
    words: String,
    /// What it is known by in its language.
    stems: String,
    /// How many people have written it: five or more.
    people: u64,
    /// `missing`, `outdated`, `wrong` or `other`; null until somebody has said it.
    #[schema(pattern = "^(missing|outdated|wrong|other)$")]
    class: Option<&'static str>,
    /// `open` or `done`.
    #[schema(pattern = "^(open|done)$")]
    state: &'static str,
    /// Since when it is done.
    done_at: Option<String>,
    /// How many of its people had written it before it was done.
    before: Option<u64>,
    /// How many have written it since.
    since: Option<u64>,
    note: String,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described: an address is read by name")]
struct TopicQuery {
    /// Only of answers to this question
    question: Option<String>,
    /// Only of this language, without a region
    language: Option<String>,
    /// Only of this class
    #[param(pattern = "^(missing|outdated|wrong|other|unsorted)?$")]
    class: Option<String>,
    /// Only in this state
    #[param(pattern = "^(open|done)?$")]
    state: Option<String>,
}

pub(crate) fn topics_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(topics_of_default))
        .routes(routes!(topics_of_site))
        .routes(routes!(csv_of_default))
        .routes(routes!(csv_of_site))
        // Where the cookie of a person's session goes.
        .route("/report/-/exports/topics.csv", get(csv_of_page))
}

/// What comes up again and again in comments, in a survey of the site that names none
#[utoipa::path(
    get, path = "/v1/surveys/{id}/topics", tag = "responses",
    params(("id" = String, Path, description = "Of the survey"), FigureQuery, TopicQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = TopicsReport, description = "Each topic with how many people have written it"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey has no responses, or whoever asks may not see it"),
    )
)]
async fn topics_of_default(app: State<App>, Named(survey): Named<String>, uri: Uri) -> Result<Json<TopicsReport>, Error> {
    topics_of_site(app, Named([DEFAULT_SITE.to_owned(), survey]), uri).await
}

/// What comes up again and again in comments
#[utoipa::path(
    get, path = "/v1/sites/{site}/surveys/{id}/topics", tag = "responses",
    params(("site" = String, Path), ("id" = String, Path, description = "Of the survey"), FigureQuery, TopicQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = TopicsReport, description = "Each topic with how many people have written it"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey has no responses, or whoever asks may not see it"),
    )
)]
async fn topics_of_site(State(app): State<App>, names: Named<[String; 2]>, uri: Uri) -> Result<Json<TopicsReport>, Error> {
    let (asked, topics, has_older) = told(&app, of_path(names, &uri)).await?;
    let (missing, written) = missing(&topics.iter().collect::<Vec<_>>());
    Ok(Json(TopicsReport {
        filters: asked.pairs().into_iter().filter(|(name, _)| !["site", "survey", "version"].contains(name)).collect(),
        site: asked.site,
        survey: asked.survey,
        generated_at: (app.clock)().rfc3339(),
        missing,
        written,
        topics: topics.into_iter().map(report).collect(),
        has_older,
    }))
}

/// The same as a table, in a survey of the site that names none
#[utoipa::path(
    get, path = "/v1/surveys/{id}/topics.csv", tag = "responses",
    params(("id" = String, Path, description = "Of the survey"), FigureQuery, TopicQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = String, content_type = "text/csv"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey has no responses, or whoever asks may not see it"),
    )
)]
async fn csv_of_default(app: State<App>, Named(survey): Named<String>, uri: Uri) -> Result<Response, Error> {
    csv_of_site(app, Named([DEFAULT_SITE.to_owned(), survey]), uri).await
}

/// The same as a table
#[utoipa::path(
    get, path = "/v1/sites/{site}/surveys/{id}/topics.csv", tag = "responses",
    params(("site" = String, Path), ("id" = String, Path, description = "Of the survey"), FigureQuery, TopicQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = String, content_type = "text/csv"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey has no responses, or whoever asks may not see it"),
    )
)]
async fn csv_of_site(State(app): State<App>, names: Named<[String; 2]>, uri: Uri) -> Result<Response, Error> {
    csv(&app, of_path(names, &uri)).await
}

async fn csv_of_page(State(app): State<App>, uri: Uri) -> Result<Response, Error> {
    csv(&app, Asked::read(&uri, [])).await
}

async fn csv(app: &App, read: Read) -> Result<Response, Error> {
    let (_, topics, _) = told(app, read).await?;
    let titles = ["language", "topic", "people", "class", "state", "doneAt", "before", "since", "note"];
    let day: String = (app.clock)().rfc3339().chars().take(10).collect();
    let file = format!("attachment; filename=\"topics-{day}.csv\"");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(file).unwrap_or(HeaderValue::from_static("attachment"))),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, table(&titles, topics.into_iter().map(cells))).into_response())
}

fn of_path(Named([site, survey]): Named<[String; 2]>, uri: &Uri) -> Read {
    Asked::read(uri, [("site", site), ("survey", survey)])
}

async fn told(app: &App, read: Read) -> Result<(Asked, Vec<Topic>, bool), Error> {
    let Read { asked, filter, mistakes } = read;
    if !mistakes.is_empty() {
        return Err(Error::Malformed(mistakes.iter().map(Mistake::problem).collect()));
    }
    let told = topics::of(app, &asked, &filter).await?.ok_or(Error::UnknownSurvey)?;
    let meant = told.topics.into_iter().filter(|it| it.is_meant(&asked)).collect();
    Ok((asked, meant, told.has_older))
}

fn report(it: Topic) -> TopicReport {
    TopicReport {
        class: it.sorted.class.map(TopicClass::word),
        state: it.state().word(),
        done_at: it.sorted.done.map(Timestamp::rfc3339),
        before: it.helped.map(|it| it.before),
        since: it.helped.map(|it| it.since),
        language: it.language,
        words: it.words,
        stems: it.stems,
        people: it.people,
        note: it.sorted.note,
    }
}

fn cells(it: Topic) -> Vec<Cell> {
    let nothing = || Cell::Text(String::new());
    let number = |it: u64| Cell::Number(i64::try_from(it).unwrap_or(i64::MAX));
    vec![
        Cell::Text(it.language.clone()),
        Cell::Text(it.words.clone()),
        number(it.people),
        Cell::Text(it.sorted.class.map_or("", TopicClass::word).to_owned()),
        Cell::Text(it.state().word().to_owned()),
        it.sorted.done.map_or_else(nothing, |it| Cell::Moment(it.0)),
        it.helped.map_or_else(nothing, |it| number(it.before)),
        it.helped.map_or_else(nothing, |it| number(it.since)),
        Cell::Text(it.sorted.note),
    ]
}
