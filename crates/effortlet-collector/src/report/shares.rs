//! `/report/-/shares`: sharing a report by an address that ends, and ending it sooner.
//!
//! Whoever has logged in may: the team has one password, so all of its members are alike, and each could take the
//! same figures along anyhow. A read token may not, since it changes nothing. Never shows a token twice, and a page that
//! is loaded again shares nothing again.

use super::form::Sent;
use super::shown::version_shown;
use super::missing::{missing, unnamed};
use super::setting::{Account, Setting};
use super::shares_page::{self, DAYS, Made, TEAM};
use super::subpage::Subpage;
use crate::access::{Secret, handed};
use crate::app::App;
use crate::error::{Error, unreadable};
use crate::language::{Text, text};
use crate::store::{MOST_SHARES, NewShare, ShareChange};
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, RequestExt, Router};
use effortlet_core::time::{Duration, Timestamp};
use serde::Deserialize;
use std::convert::Infallible;

/// A number or two: what is shared stands in the address.
const LARGEST_FORM: usize = 4 * 1_024;

/// So many characters of a name that a proxy tells.
const LONGEST_NAME: usize = 100;

pub(crate) fn shares_routes() -> Router<App> {
    Router::new()
        .route("/report/-/shares", get(list).post(share))
        .route("/report/-/shares/end", post(end))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

type Pairs = Query<Vec<(String, String)>>;

const PAGE: &str = "shares";

async fn list(State(app): State<App>, setting: Setting, Query(pairs): Pairs, headers: HeaderMap) -> Result<Response, Error> {
    let Some(it) = Subpage::of(&setting, PAGE, pairs) else { return unnamed(&app, &setting, PAGE).await };
    let Some(secret) = handed(&headers) else { return page(&app, &it, None, None).await };
    let share = app.store.share(secret.hash(), (app.clock)()).await.map_err(unreadable)?;
    let share = share.filter(|share| (&share.site, &share.survey) == (&it.site, &it.survey));
    let page = page(&app, &it, share.map(|share| Made { secret: &secret, ends: share.ends }).as_ref(), None).await?;
    Ok((AppendHeaders(app.access.forget(PAGE)), page).into_response())
}

#[derive(Deserialize)]
struct ForDays {
    days: u16,
}

/// What is shared is pinned to the version that the page shows, so that a new one is not shared along.
async fn share(State(app): State<App>, setting: Setting, Query(pairs): Pairs, request: Request) -> Result<Response, Error> {
    let Some(it) = Subpage::of(&setting, PAGE, pairs) else { return unnamed(&app, &setting, PAGE).await };
    let by = by(&app, &setting, &request);
    let form: Result<Form<ForDays>, FormRejection> = request.extract().await;
    let Some(days) = form.ok().map(|Form(it)| it.days).filter(|it| DAYS.contains(it)) else {
        return page(&app, &it, None, Some(text("shares-wrong-days"))).await;
    };
    let (site, survey) = (it.site.clone(), it.survey.clone());
    let Ok((filter, ..)) = it.queried.on_page() else { return page(&app, &it, None, None).await };
    let named = it.queried.query.version.as_deref();
    let version = match version_shown(&app.store, [&site, &survey], named, &filter).await {
        Err(Error::UnknownSurvey | Error::UnknownVersion) => return missing(&app, &setting, [&site, &survey], named).await,
        shown => shown?.version,
    };
    let (at, secret) = ((app.clock)(), Secret::new("").map_err(|_| Error::Unavailable)?);
    let ends = Timestamp(at.0 + Duration::days(i64::from(days)).0);
    let others = it.queried.address().into_iter().filter(|(name, _)| name != "version");
    let asked = others.chain([("version".to_owned(), version)]).collect();
    let new = NewShare { hash: secret.hash(), site: site.clone(), survey: survey.clone(), asked, by: by.clone(), at, ends };
    if !app.store.change_share(ShareChange::New(new)).await.map_err(|_| Error::Unavailable)? {
        let told = text("shares-wrong-many").number("most", MOST_SHARES as u64);
        return page(&app, &it, None, Some(told)).await;
    }
    tracing::info!(site, survey, by, until = ends.rfc3339(), "a report is shared");
    Ok((AppendHeaders(app.access.hand(PAGE, &secret)), Redirect::to(&it.beside(PAGE))).into_response())
}

async fn end(State(app): State<App>, setting: Setting, Query(pairs): Pairs, request: Request) -> Result<Response, Error> {
    let Some(it) = Subpage::of(&setting, PAGE, pairs) else { return unnamed(&app, &setting, PAGE).await };
    let by = by(&app, &setting, &request);
    let Ok(mut sent): Result<Sent, Infallible> = request.extract_with_state(&app).await;
    let id = sent.number("id");
    if !sent.is_well() {
        return Ok(sent.refused(&setting, &it.beside(PAGE)));
    }
    let change = ShareChange::End { id, site: it.site.clone(), survey: it.survey.clone() };
    if app.store.change_share(change).await.map_err(|_| Error::Unavailable)? {
        tracing::info!(site = it.site, survey = it.survey, by, id, "a shared report has been ended");
    }
    Ok(Redirect::to(&it.beside(PAGE)).into_response())
}

async fn page(app: &App, it: &Subpage<'_>, made: Option<&Made<'_>>, wrong: Option<Text>) -> Result<Response, Error> {
    if let Err(mistakes) = it.queried.on_page() {
        return Ok((StatusCode::BAD_REQUEST, it.refused(&shares_page::heading(it), &mistakes)).into_response());
    }
    let known = app.store.shares([&it.site, &it.survey], (app.clock)()).await.map_err(unreadable)?;
    if app.store.catalog().await.versions(&it.site, &it.survey).is_none() {
        return missing(app, it.setting, [&it.site, &it.survey], None).await;
    }
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    // The address stands on it.
    let kept_nowhere = [(header::CACHE_CONTROL, "no-store")];
    Ok((status, kept_nowhere, shares_page::page(it, &known, made, wrong.as_ref())).into_response())
}

/// Who it is, as far as that is known: one password is the whole team's.
fn by(app: &App, setting: &Setting, request: &Request) -> String {
    let name = app.access.name(request.extensions(), request.headers());
    match (setting.account, name) {
        (Some(Account::Named), Some(name)) => name.chars().take(LONGEST_NAME).collect(),
        _ => TEAM.to_owned(),
    }
}
