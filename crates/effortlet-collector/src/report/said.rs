//! `/report/-/comments`: everything that people wrote, with what they rated, to work through.
//!
//! Only for people, to whom single responses may be shown.

use super::meant::meant;
use super::form::{LARGEST_FORM_WITH_A_NOTE, Sent};
use super::missing::missing;
use super::said_asked::Asked;
use super::said_page::{self, Shown};
use super::setting::Setting;
use crate::app::App;
use crate::error::{Error, unreadable};
use crate::phrases::{MOST_TOLD, WrittenBy, phrases};
use crate::store::{CommentAt, CommentState, Remark, Said, SaidPage, WhoseWords};
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::Router;

/// So many stand on a page.
const MOST: usize = 20;

/// So many of the latest are read for what people write again and again.
const MOST_READ: usize = 2_000;

const STATES: [&str; 3] = ["new", "read", "done"];

pub(crate) fn people_routes() -> Router<App> {
    Router::new().route("/report/-/comments", get(page).post(change)).layer(DefaultBodyLimit::max(LARGEST_FORM_WITH_A_NOTE))
}

async fn page(State(app): State<App>, setting: Setting, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, Error> {
    let (asked, filter, wrong) = Asked::of(pairs);
    if !wrong.is_empty() {
        return Ok((StatusCode::BAD_REQUEST, said_page::refused(&setting, &asked, &wrong)).into_response());
    }
    let catalog = app.store.catalog().await;
    let (site, survey) = (asked.site.as_str(), asked.survey.as_str());
    if catalog.versions(site, survey).is_none() {
        return missing(&app, &setting, [site, survey], None).await;
    }
    let version = asked.query.version.as_deref().map(|it| meant(&catalog, site, survey, it));
    let whose = WhoseWords { site, survey, version: version.as_deref(), filter: &filter, before: asked.before };
    let sought = asked.sought();
    let is_meant = |it: &Said| asked.is_meant(it, sought.as_ref());
    let said = app.store.said(&whose, MOST, &is_meant).await.map_err(unreadable)?;
    // Whoever looks for words, or further back, has seen what comes up again and again.
    let read = match asked.words.trim().is_empty() && asked.topic.is_none() && asked.before.is_none() {
        true => app.store.said(&whose, MOST_READ, &is_meant).await.map_err(unreadable)?,
        false => SaidPage::default(),
    };
    let texts = read.comments.iter().map(|it| WrittenBy { language: &it.locale, person: &it.at.response, text: &it.text });
    let repeated = phrases(texts, MOST_TOLD, &|_, _| false);
    let repeated_among = read.older.map(|_| read.comments.len());
    let shown = Shown { comments: &said.comments, older: said.older, is_first: asked.before.is_none(), repeated: &repeated, repeated_among };
    Ok(said_page::page(&setting, &asked, &catalog, &shown).into_response())
}

/// Back to the page that it was pressed on.
async fn change(State(app): State<App>, setting: Setting, uri: Uri, mut sent: Sent) -> Result<Response, Error> {
    let about = CommentAt { site: sent.text("site"), response: sent.text("response"), position: sent.number("position") };
    let (state, note) = (sent.one_of("state", &STATES, CommentState::read), sent.note());
    let query = uri.query().unwrap_or_default();
    let Some(state) = state.filter(|_| sent.is_well()) else { return Ok(sent.refused(&setting, &format!("comments?{query}"))) };
    let anchor = said_page::anchor(&about);
    let remark = Remark { about, state, note, at: (app.clock)() };
    if !app.store.remark(remark).await.map_err(|_| Error::Unavailable)? {
        return Ok((StatusCode::NOT_FOUND, said_page::gone(&setting, query)).into_response());
    }
    Ok(Redirect::to(&format!("./comments?{query}#{anchor}")).into_response())
}
