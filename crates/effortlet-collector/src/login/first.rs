//! Setting the first password, at an address that counts once.

use super::password::{LARGEST_FORM, Session, begin};
use super::pages::{self, Wrong};
use crate::access::{fit, hash};
use crate::app::App;
use crate::report::Setting;
use crate::store::AccessChange;
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use serde::Deserialize;
use std::time::Duration;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/report/-/login/first", get(ask).post(set)).layer(DefaultBodyLimit::max(LARGEST_FORM))
}

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    token: String,
}

#[derive(Deserialize)]
struct First {
    token: String,
    password: String,
    again: String,
}

async fn ask(State(app): State<App>, setting: Setting, Query(query): Query<Token>) -> Response {
    match app.store.is_first_address(hash(query.token.as_bytes())).await {
        Ok(true) => pages::first(&setting, &query.token, None),
        Ok(false) => pages::used(&setting),
        Err(error) => {
            tracing::error!(%error, "the database cannot be read");
            pages::first(&setting, &query.token, Some(Wrong::Unavailable))
        }
    }
}

/// The token is looked at before anything costs; it is taken back together with the password's commit.
async fn set(
    State(app): State<App>,
    setting: Setting,
    mut session: Session,
    form: Result<Form<First>, FormRejection>,
) -> Response {
    let Ok(Form(first)) = form else { return pages::used(&setting) };
    let again = |wrong| pages::first(&setting, &first.token, Some(wrong));
    let token = hash(first.token.as_bytes());
    match app.store.is_first_address(token).await {
        Ok(true) => {}
        Ok(false) => return pages::used(&setting),
        Err(_) => return again(Wrong::Unavailable),
    }
    if let Err(unfit) = fit(&first.password) {
        return again(Wrong::Unfit(unfit));
    }
    if first.password != first.again {
        return again(Wrong::Another);
    }
    let Ok(password) = app.access.hashing.hash(first.password.clone()).await else {
        return again(Wrong::Busy(Duration::from_secs(2)));
    };
    let change = AccessChange::FirstPassword { hash: token, password, at: (app.clock)() };
    match app.store.change_access(change).await {
        Ok(true) => {}
        Ok(false) => return pages::used(&setting),
        Err(_) => return again(Wrong::Unavailable),
    }
    if let Ok(Some(person)) = app.store.team().await
        && begin(&mut session, &person.into()).await.is_ok()
    {
        return Redirect::to(setting.root()).into_response();
    }
    Redirect::to(&format!("{}-/login", setting.root())).into_response()
}
