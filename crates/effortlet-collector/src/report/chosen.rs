//! The language that was chosen at the end of a page, kept in a cookie.
//!
//! Needs no script and no login. Never changes what programs read.

use super::form::Sent;
use super::setting::Setting;
use crate::app::App;
use crate::language::{COOKIE, Language};
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;

/// In seconds: 365 days, after which it is chosen again.
const KEPT_FOR: u32 = 365 * 24 * 60 * 60;

/// A language and the longest address of a page, whose sections may be 1,500 characters of twelve bytes.
const LARGEST_FORM: usize = 128 * 1_024;

pub(crate) fn chooser_routes() -> Router<App> {
    Router::new().route("/report/-/language", post(choose)).layer(DefaultBodyLimit::max(LARGEST_FORM))
}

/// Back to the page that it was chosen on. The cookie also comes along from links in mails: it is no secret.
async fn choose(State(app): State<App>, setting: Setting, mut sent: Sent) -> Response {
    let chosen = sent.one_of("language", &["en", "ro", "ru"], Language::read);
    let Some(language) = chosen.filter(|_| sent.is_well()) else { return sent.refused(&setting, setting.root()) };
    let next = sent.text_if_any("next").unwrap_or_default();
    let path = app.access.base_path();
    let cookie = format!("{COOKIE}={}; Path={path}/report/; Max-Age={KEPT_FOR}; HttpOnly; SameSite=Lax", language.tag());
    ([(header::SET_COOKIE, cookie)], Redirect::to(&setting.below(&next))).into_response()
}
