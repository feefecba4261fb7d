//! Logging in and out.

use super::pages::{self, Wrong};
use crate::access::{LONGEST, Member, Team, Unanswered, Visitor};
use crate::app::App;
use crate::report::Setting;
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, Query, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, RequestExt, Router};
use axum_login::{AuthSession, Error};
use serde::Deserialize;
use std::time::Duration;

/// A password of 1,000 characters in its longest form, 12 bytes each, and an address.
pub(super) const LARGEST_FORM: usize = 16 * 1_024;

/// How long those who find all places taken are asked to wait.
const BUSY_FOR: Duration = Duration::from_secs(2);

pub(super) type Session = AuthSession<Team>;

pub(super) fn open_routes() -> Router<App> {
    Router::new().route("/report/-/login", get(ask).post(log_in)).layer(DefaultBodyLimit::max(LARGEST_FORM))
}

pub(super) fn closed_routes() -> Router<App> {
    Router::new().route("/report/-/logout", post(log_out))
}

/// Where to go then: an address below `/report/`, as the browser had asked for it.
#[derive(Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct Login {
    password: String,
    #[serde(default)]
    next: String,
}

async fn ask(State(app): State<App>, setting: Setting, Query(query): Query<Next>, request: Request) -> Response {
    match app.access.visitor(request.extensions(), request.headers()).await {
        Ok(Visitor::Member | Visitor::Named) => onwards(&setting, &query.next),
        Ok(Visitor::Program | Visitor::Stranger) => pages::login(&setting, &query.next, None),
        Err(_) => pages::login(&setting, &query.next, Some(Wrong::Unavailable)),
    }
}

async fn log_in(State(app): State<App>, setting: Setting, mut session: Session, request: Request) -> Response {
    let client = app.access.proxies.client(request.extensions(), request.headers());
    let form: Result<Form<Login>, FormRejection> = request.extract().await;
    let Ok(Form(login)) = form else { return pages::login(&setting, "", Some(Wrong::Form)) };
    let again = |wrong| pages::login(&setting, &login.next, Some(wrong));
    if let Err(wait) = app.access.attempts.take(client) {
        app.metrics.log_in_failed();
        return again(Wrong::TooOften(wait));
    }
    if login.password.chars().count() > LONGEST {
        return again(Wrong::Password);
    }
    match session.authenticate(login.password.clone()).await {
        Ok(Some(member)) => match begin(&mut session, &member).await {
            Ok(()) => onwards(&setting, &login.next),
            Err(wrong) => again(wrong),
        },
        Ok(None) => {
            app.metrics.log_in_failed();
            again(Wrong::Password)
        }
        Err(error) => again(unanswered(&error)),
    }
}

/// Always under a new id, so that one which somebody else has planted opens nothing.
pub(super) async fn begin(session: &mut Session, member: &Member) -> Result<(), Wrong> {
    if session.session.id().is_some() {
        session.session.cycle_id().await.map_err(|error| unanswered(&error.into()))?;
    }
    session.login(member).await.map_err(|error| unanswered(&error))
}

pub(super) fn unanswered(error: &Error<Team>) -> Wrong {
    match error {
        Error::Backend(Unanswered::Busy) => Wrong::Busy(BUSY_FOR),
        error => {
            tracing::error!(?error, "nobody can log in");
            Wrong::Unavailable
        }
    }
}

async fn log_out(setting: Setting, mut session: Session) -> Response {
    match session.logout().await {
        Ok(_) => Redirect::to(&format!("{}-/login", setting.root())).into_response(),
        Err(error) => pages::login(&setting, "", Some(unanswered(&error))),
    }
}

/// Below the report.
fn onwards(setting: &Setting, next: &str) -> Response {
    Redirect::to(&setting.below(next)).into_response()
}
