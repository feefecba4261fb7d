//! In which language the report speaks to whoever looks: chosen at the end of each page, kept in a cookie.
//!
//! Needs no script and no login. Never changes what programs read.

use super::setting::Setting;
use crate::app::App;
use crate::language::{COOKIE, Language, language, text};
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use maud::{Markup, html};
use serde::Deserialize;

/// In seconds: 365 days, after which it is chosen again.
const KEPT_FOR: u32 = 365 * 24 * 60 * 60;

/// A language and the longest address of a page, whose sections may be 1,500 characters of twelve bytes.
const LARGEST_FORM: usize = 128 * 1_024;

pub(crate) fn chooser_routes() -> Router<App> {
    Router::new().route("/report/-/language", post(choose)).layer(DefaultBodyLimit::max(LARGEST_FORM))
}

pub(super) fn chooser(setting: &Setting) -> Markup {
    html! {
        form class="languages" method="post" action={ (setting.root()) "-/language" } {
            input type="hidden" name="next" value=(setting.here());
            div class="states" role="group" aria-label=(text("frame-language")) {
                @for it in Language::ALL {
                    button class="quiet" type="submit" name="language" value=(it.tag()) lang=(it.tag())
                        aria-pressed=(if it == language() { "true" } else { "false" }) { (it.name()) }
                }
            }
        }
    }
}

#[derive(Deserialize)]
struct Choice {
    language: String,
    #[serde(default)]
    next: String,
}

/// Back to the page that it was chosen on. The cookie also comes along from links in mails: it is no secret.
async fn choose(State(app): State<App>, setting: Setting, form: Result<Form<Choice>, FormRejection>) -> Response {
    let read = form.ok().and_then(|Form(it)| Some((Language::read(&it.language)?, it.next)));
    let Some((language, next)) = read else { return (StatusCode::BAD_REQUEST, "expected a language of the report\n").into_response() };
    let path = app.access.base_path();
    let cookie = format!("{COOKIE}={}; Path={path}/report/; Max-Age={KEPT_FOR}; HttpOnly; SameSite=Lax", language.tag());
    ([(header::SET_COOKIE, cookie)], Redirect::to(&setting.below(&next))).into_response()
}
