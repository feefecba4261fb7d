//! Read tokens: made, shown once, listed, revoked.

use super::making::make;
use super::password::LARGEST_FORM;
use super::pages::{self, Wrong};
use crate::access::Secret;
use crate::app::App;
use crate::error::Error;
use crate::report::Setting;
use crate::store::AccessChange;
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use serde::Deserialize;

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
        Err(not_made) => page(&app, &setting, None, Some(Wrong::Name(not_made))).await,
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
