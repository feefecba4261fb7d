//! `/report/-/comments`: everything that people wrote, with what they rated, to work through.
//!
//! Only for people, to whom single responses may be shown. Never passes over a filter.

use super::said_page::{self, Shown};
use super::setting::Setting;
use super::survey::nothing_yet;
use crate::app::App;
use crate::asked::Parameters;
use crate::catalog::DEFAULT_SITE;
use crate::error::{Error, unreadable};
use crate::selection::{Selection, problem};
use crate::store::{CommentAt, CommentState, Remark, Said, Wanted};
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use effortlet_core::scale::Band;
use effortlet_core::source::Problem;
use serde::Deserialize;
use std::collections::BTreeMap;

/// So many stand on a page.
const MOST: usize = 20;

/// The longest note, in characters: some paragraphs.
const LONGEST_NOTE: usize = 2_000;

/// A form with the longest note, each of whose characters may take twelve bytes on the way.
const LARGEST_FORM: usize = 32 * 1_024;

/// The longest text that is searched for, in characters.
const LONGEST_SEARCH: usize = 200;

const OWN: [&str; 4] = ["q", "low", "state", "before"];

pub(crate) fn people_routes() -> Router<App> {
    Router::new().route("/report/-/comments", get(page).post(change)).layer(DefaultBodyLimit::max(LARGEST_FORM))
}

/// What an address asks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) selection: Selection,
    /// Words that stand in the text or in the note.
    pub(super) words: String,
    /// Only of people who found it difficult.
    pub(super) low: bool,
    pub(super) state: Option<CommentState>,
    before: Option<i64>,
}

impl Asked {
    /// What can be read, and what is wrong with the rest.
    fn of(mut named: BTreeMap<String, String>) -> (Self, Option<Wanted>, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut own = |name: &str| named.remove(name).filter(|it| !it.is_empty());
        let [words, low, state, before] = OWN.map(&mut own);
        let words = words.unwrap_or_default();
        if words.chars().count() > LONGEST_SEARCH {
            problems.push(problem("q", "at most 200 characters to look for"));
        }
        let flag = |it: &Option<String>| matches!(it.as_deref(), Some("1" | "on"));
        if low.is_some() && !flag(&low) {
            problems.push(problem("low", "1, or nothing"));
        }
        let state = state.map(|it| CommentState::read(&it));
        if state == Some(None) {
            problems.push(problem("state", "one of new, read and done"));
        }
        let before = before.map(|it| it.parse::<i64>().ok().filter(|it| *it > 0));
        if before == Some(None) {
            problems.push(problem("before", "a number that an earlier page has led to"));
        }
        let selection = Selection::taken(&mut named);
        for name in named.keys() {
            problems.push(problem(name, &format!("one of {}, {}", Selection::NAMES.join(", "), OWN.join(", "))));
        }
        if selection.survey.as_ref().is_none_or(String::is_empty) {
            problems.push(problem("survey", "the survey whose comments are meant"));
        }
        let site = Some(selection.site.clone().filter(|it| !it.is_empty()).unwrap_or_else(|| DEFAULT_SITE.to_owned()));
        let wanted = Selection { site: site.clone(), ..selection.clone() }.wanted();
        let wanted = wanted.map_err(|more| problems.extend(more)).ok();
        let selection = Selection { site, ..selection };
        (Self { selection, words, low: flag(&low), state: state.flatten(), before: before.flatten() }, wanted, problems)
    }

    pub(super) fn site(&self) -> &str {
        self.selection.site.as_deref().unwrap_or(DEFAULT_SITE)
    }

    pub(super) fn survey(&self) -> &str {
        self.selection.survey.as_deref().unwrap_or_default()
    }

    /// The filters that a report has too, by name.
    pub(super) fn filters(&self) -> Vec<(&'static str, &str)> {
        let it = &self.selection;
        let all = [
            ("from", &it.from),
            ("to", &it.to),
            ("section", &it.section),
            ("article", &it.article),
            ("locale", &it.locale),
            ("trigger", &it.trigger),
            ("device", &it.device),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value.as_deref().filter(|it| !it.is_empty())?))).collect()
    }

    fn is_meant(&self, it: &Said) -> bool {
        let words = self.words.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&words);
        (words.is_empty() || has(&it.text) || has(&it.note))
            && (!self.low || it.ratings.iter().any(|it| it.band == Band::Difficult))
            && self.state.is_none_or(|state| state == it.state)
    }
}

async fn page(State(app): State<App>, setting: Setting, asked: Result<Parameters, Error>) -> Result<Response, Error> {
    let (asked, wanted, problems) = Asked::of(asked?.all());
    let Some(wanted) = wanted.filter(|_| problems.is_empty()) else {
        return Ok((StatusCode::BAD_REQUEST, said_page::refused(&setting, &asked, &problems)).into_response());
    };
    let catalog = app.store.catalog().await;
    if catalog.versions(asked.site(), asked.survey()).is_none() {
        return Ok((StatusCode::NOT_FOUND, nothing_yet(&setting, asked.survey())).into_response());
    }
    let said = app.store.said(&wanted, asked.before, MOST, &|it| asked.is_meant(it)).await.map_err(unreadable)?;
    let shown = Shown { comments: &said.comments, older: said.older, is_first: asked.before.is_none() };
    Ok(said_page::page(&setting, &asked, &catalog, &shown).into_response())
}

#[derive(Deserialize)]
struct Changed {
    site: String,
    response: String,
    position: i64,
    state: String,
    note: String,
}

/// Back to the page that it was pressed on.
async fn change(State(app): State<App>, setting: Setting, uri: Uri, form: Result<Form<Changed>, FormRejection>) -> Result<Response, Error> {
    let Ok(Form(it)) = form else {
        return Err(Error::Malformed(vec![problem("", "a form with site, response, position, state and note")]));
    };
    let state = CommentState::read(&it.state).ok_or_else(|| Error::Malformed(vec![problem("state", "one of new, read and done")]))?;
    let note = it.note.replace("\r\n", "\n").trim().to_owned();
    if note.chars().count() > LONGEST_NOTE || note.contains('\0') {
        return Err(Error::Malformed(vec![problem("note", "at most 2000 characters")]));
    }
    let about = CommentAt { site: it.site, response: it.response, position: it.position };
    let anchor = said_page::anchor(&about);
    let remark = Remark { about, state, note, at: (app.clock)() };
    let query = uri.query().unwrap_or_default();
    if !app.store.remark(remark).await.map_err(|_| Error::Unavailable)? {
        return Ok((StatusCode::NOT_FOUND, said_page::gone(&setting, query)).into_response());
    }
    Ok(Redirect::to(&format!("./comments?{query}#{anchor}")).into_response())
}
