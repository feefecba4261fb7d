//! `/report/-/topics` as people see it and change it: what a team makes of a topic.
//!
//! Only for people, to whom single responses may be shown.

use super::form::{LARGEST_FORM_WITH_A_NOTE, Sent};
use super::missing::{missing, unnamed};
use super::setting::Setting;
use super::topics;
use super::topics_asked::{Asked, Read};
use super::topics_page;
use super::topics_row::anchor;
use crate::app::App;
use crate::error::Error;
use crate::store::{SortTopic, TopicAt, TopicClass, TopicState};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::Router;

const CLASSES: [&str; 4] = ["missing", "outdated", "wrong", "other"];
const STATES: [&str; 2] = ["open", "done"];

pub(crate) fn people_routes() -> Router<App> {
    Router::new().route("/report/-/topics", get(page).post(sort)).layer(DefaultBodyLimit::max(LARGEST_FORM_WITH_A_NOTE))
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

/// Back to the page that it was pressed on. What the pressed button does not name stays as it is.
async fn sort(State(app): State<App>, setting: Setting, uri: Uri, mut sent: Sent) -> Result<Response, Error> {
    let (language, stems) = (sent.text("topic-language"), sent.text("stems"));
    let unsorted_or = |word: &str| if word.is_empty() { Some(None) } else { TopicClass::read(word).map(Some) };
    let class = sent.text_if_any("class").and_then(|_| sent.one_of("class", &CLASSES, unsorted_or));
    let state = sent.text_if_any("state").and_then(|_| sent.one_of("state", &STATES, TopicState::read));
    let note = sent.note();
    let query = uri.query().unwrap_or_default();
    if !sent.is_well() {
        return Ok(sent.refused(&setting, &format!("topics?{query}")));
    }
    let asked = Asked::read(&uri, []).asked;
    let about = TopicAt { site: asked.site, survey: asked.survey, language, stems };
    let anchor = anchor(&about.language, &about.stems);
    if !topics::is_there(&app, &about).await? {
        return Ok((StatusCode::NOT_FOUND, topics_page::gone(&setting, query)).into_response());
    }
    let sorted = SortTopic { about, class, state, note, at: (app.clock)() };
    app.store.sort_topic(sorted).await.map_err(|_| Error::Unavailable)?;
    Ok(Redirect::to(&format!("./topics?{query}#{anchor}")).into_response())
}
