//! Read tokens: made, shown once, listed, revoked.

use super::password::LARGEST_FORM;
use super::pages::{self, Wrong};
use crate::access::Secret;
use crate::app::App;
use crate::error::Error;
use crate::report::Setting;
use crate::store::{AccessChange, Store};
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use effortlet_core::time::Timestamp;
use serde::Deserialize;

/// So that whoever finds one knows what it is.
const PREFIX: &str = "effortlet_";

/// The longest name of a token, in characters.
const LONGEST_NAME: usize = 100;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/report/-/tokens", get(list).post(add))
        .route("/report/-/tokens/revoke", post(revoke))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
struct Revoked {
    id: i64,
}

/// A new token; nobody is ever shown it again. The error says what was expected.
pub(crate) async fn make(store: &Store, name: &str, at: Timestamp) -> Result<Secret, String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err("a name of 1 to 100 characters".to_owned());
    }
    let secret = Secret::new(PREFIX).map_err(|error| error.to_string())?;
    let change = AccessChange::NewToken { name: name.to_owned(), hash: secret.hash(), at };
    match store.change_access(change).await {
        Ok(true) => Ok(secret),
        Ok(false) => Err("a name that no other token has".to_owned()),
        Err(_) => Err("a database that can be written".to_owned()),
    }
}

async fn list(State(app): State<App>, setting: Setting) -> Result<Response, Error> {
    page(&app, &setting, None, None).await
}

async fn add(
    State(app): State<App>,
    setting: Setting,
    form: Result<Form<Named>, FormRejection>,
) -> Result<Response, Error> {
    let name = form.map(|Form(named)| named.name).unwrap_or_default();
    match make(&app.store, &name, (app.clock)()).await {
        Ok(secret) => page(&app, &setting, Some((name.trim(), &secret)), None).await,
        Err(expected) => page(&app, &setting, None, Some(Wrong::Name(expected))).await,
    }
}

async fn revoke(
    State(app): State<App>,
    setting: Setting,
    form: Result<Form<Revoked>, FormRejection>,
) -> Result<Response, Error> {
    if let Ok(Form(revoked)) = form {
        let change = AccessChange::RevokeToken { id: revoked.id };
        app.store.change_access(change).await.map_err(|_| Error::Unavailable)?;
    }
    Ok(Redirect::to(&format!("{}-/tokens", setting.root())).into_response())
}

async fn page(app: &App, setting: &Setting, made: Option<(&str, &Secret)>, wrong: Option<Wrong>) -> Result<Response, Error> {
    let known = app.store.read_tokens().await.map_err(|error| {
        tracing::error!(%error, "the database cannot be read");
        Error::Unavailable
    })?;
    Ok(pages::tokens(setting, &known, made, wrong))
}
