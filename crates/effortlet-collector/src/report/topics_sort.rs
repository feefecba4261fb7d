//! `/report/-/topics` as people see it and change it: what a team makes of a topic.
//!
//! Only for people, to whom single responses may be shown.

use super::missing::{missing, unnamed};
use super::setting::Setting;
use super::topics;
use super::topics_asked::{Asked, Read};
use super::topics_page;
use super::topics_row::anchor;
use crate::app::App;
use crate::error::Error;
use crate::selection::problem;
use crate::store::{SortTopic, TopicAt, TopicClass, TopicState};
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use serde::Deserialize;

/// The longest note, in characters: some paragraphs.
const LONGEST_NOTE: usize = 2_000;

/// A form with the longest note, each of whose characters may take twelve bytes on the way.
const LARGEST_FORM: usize = 32 * 1_024;

pub(crate) fn people_routes() -> Router<App> {
    Router::new().route("/report/-/topics", get(page).post(sort)).layer(DefaultBodyLimit::max(LARGEST_FORM))
}

async fn page(State(app): State<App>, setting: Setting, uri: Uri) -> Result<Response, Error> {
    let Read { asked, filter, mistakes } = Asked::read(&uri, []);
    if !mistakes.is_empty() {
        return Ok((StatusCode::BAD_REQUEST, topics_page::refused(&setting, &asked, &mistakes)).into_response());
    }
    if asked.survey.is_empty() {
        return unnamed(&app, &setting, "topics").await;
    }
    let Some(told) = topics::of(&app, &asked, &filter).await? else {
        return missing(&app, &setting, [&asked.site, &asked.survey], None).await;
    };
    let catalog = app.store.catalog().await;
    Ok(topics_page::page(&setting, &asked, &catalog, &told).into_response())
}

/// What the pressed button does not name stays as it is.
#[derive(Deserialize)]
struct Pressed {
    #[serde(rename = "topic-language")]
    language: String,
    stems: String,
    class: Option<String>,
    state: Option<String>,
    note: String,
}

/// Back to the page that it was pressed on.
async fn sort(State(app): State<App>, setting: Setting, uri: Uri, form: Result<Form<Pressed>, FormRejection>) -> Result<Response, Error> {
    let Ok(Form(it)) = form else {
        return Err(Error::Malformed(vec![problem("", "a form with topic-language, stems, note, and class or state")]));
    };
    let class = match it.class.as_deref() {
        None => None,
        Some("") => Some(None),
        Some(word) => Some(Some(TopicClass::read(word).ok_or_else(|| none_of("class", "one of missing, outdated, wrong and other"))?)),
    };
    let state = it.state.as_deref().map(|word| TopicState::read(word).ok_or_else(|| none_of("state", "one of open and done"))).transpose()?;
    let note = it.note.replace("\r\n", "\n").trim().to_owned();
    if note.chars().count() > LONGEST_NOTE || note.contains('\0') {
        return Err(none_of("note", "at most 2000 characters"));
    }
    let asked = Asked::read(&uri, []).asked;
    let about = TopicAt { site: asked.site, survey: asked.survey, language: it.language, stems: it.stems };
    let anchor = anchor(&about.language, &about.stems);
    let query = uri.query().unwrap_or_default();
    if !topics::is_there(&app, &about).await? {
        return Ok((StatusCode::NOT_FOUND, topics_page::gone(&setting, query)).into_response());
    }
    let sorted = SortTopic { about, class, state, note, at: (app.clock)() };
    app.store.sort_topic(sorted).await.map_err(|_| Error::Unavailable)?;
    Ok(Redirect::to(&format!("./topics?{query}#{anchor}")).into_response())
}

fn none_of(place: &str, expected: &str) -> Error {
    Error::Malformed(vec![problem(place, expected)])
}
