//! Read tokens: made, shown once, listed, revoked. A page that is loaded again makes none again.

use super::making::make;
use super::password::LARGEST_FORM;
use super::pages::{self, Wrong};
use crate::access::{Secret, handed};
use crate::app::App;
use crate::error::{Error, unreadable};
use crate::report::{Sent, Setting};
use crate::store::AccessChange;
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::HeaderMap;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
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

const PAGE: &str = "tokens";

async fn list(State(app): State<App>, setting: Setting, headers: HeaderMap) -> Result<Response, Error> {
    let Some(secret) = handed(&headers) else { return page(&app, &setting, None, None).await };
    let name = app.store.name_of_token(secret.hash()).await.map_err(unreadable)?;
    let page = page(&app, &setting, name.as_deref().map(|name| (name, &secret)), None).await?;
    Ok((AppendHeaders(app.access.forget(PAGE)), page).into_response())
}

async fn add(
    State(app): State<App>,
    setting: Setting,
    form: Result<Form<Named>, FormRejection>,
) -> Result<Response, Error> {
    let name = form.map(|Form(named)| named.name).unwrap_or_default();
    match make(&app.store, &name, (app.clock)()).await {
        Ok(secret) => Ok((AppendHeaders(app.access.hand(PAGE, &secret)), to_list(&setting)).into_response()),
        Err(not_made) => page(&app, &setting, None, Some(Wrong::Name(not_made))).await,
    }
}

async fn revoke(State(app): State<App>, setting: Setting, mut sent: Sent) -> Result<Response, Error> {
    let id = sent.number("id");
    if !sent.is_well() {
        return Ok(sent.refused(&setting, &format!("{}-/{PAGE}", setting.root())));
    }
    app.store.change_access(AccessChange::RevokeToken { id }).await.map_err(|_| Error::Unavailable)?;
    Ok(to_list(&setting).into_response())
}

fn to_list(setting: &Setting) -> Redirect {
    Redirect::to(&format!("{}-/{PAGE}", setting.root()))
}

async fn page(app: &App, setting: &Setting, made: Option<(&str, &Secret)>, wrong: Option<Wrong>) -> Result<Response, Error> {
    let known = app.store.read_tokens().await.map_err(unreadable)?;
    Ok(pages::tokens(setting, &known, made, wrong))
}
