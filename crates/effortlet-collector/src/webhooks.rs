//! `/v1/webhooks` and `/v1/deliveries`: for whoever has logged in; a read token reads.
//!
//! Never gives back a secret, a token, or the whole address of a chat.

use crate::app::App;
use crate::error::Error;
use crate::event::{NewDelivery, test};
use crate::store::{DeliveriesAsked, Delivery, Webhook, WebhookChange, WebhookState};
use crate::webhook::{read, shown};
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use effortlet_core::source::{Node, Problem, Problems, parse_json};
use serde::Deserialize;
use serde_json::{Value, json};

/// Of a webhook in JSON: an address, a token and some words.
const LARGEST: usize = 16 * 1_024;

/// So many webhooks there may be: each turn looks at each.
const MOST: usize = 100;

/// So many deliveries are listed at once.
const PAGE: usize = 100;

/// For people, also where the report is public.
pub(crate) fn closed_routes() -> Router<App> {
    Router::new()
        .route("/v1/webhooks", get(list).post(add))
        .route("/v1/webhooks/{id}", get(one).patch(change).delete(remove))
        .route("/v1/webhooks/{id}/test", post(try_it))
        .route("/v1/webhooks/{id}/deliveries", get(deliveries))
        .route("/v1/deliveries/{id}/send", post(send_again))
        .layer(DefaultBodyLimit::max(LARGEST))
}

async fn list(State(app): State<App>) -> Result<Json<Value>, Error> {
    let all: Vec<Value> = known(&app).await?.iter().map(told).collect();
    Ok(Json(json!({ "webhooks": all })))
}

/// The secret is shown now and never again.
async fn add(State(app): State<App>, body: Bytes) -> Result<(StatusCode, Json<Value>), Error> {
    let draft = parse_json(std::str::from_utf8(&body).unwrap_or_default()).map_err(|it| Error::Malformed(vec![it]))?;
    let webhook = read(&draft, app.reach, (app.clock)()).map_err(Error::Impossible)?;
    if known(&app).await?.len() >= MOST {
        return Err(impossible("", &format!("no more than {MOST} webhooks")));
    }
    let mut shown = told(&webhook);
    if let Some(shown) = shown.as_object_mut() {
        shown.insert("secret".to_owned(), webhook.secret.0.as_str().into());
    }
    wrote(&app, WebhookChange::Add(webhook)).await?;
    Ok((StatusCode::CREATED, Json(shown)))
}

async fn one(State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    Ok(Json(told(&find(&app, &id).await?)))
}

/// `{"state": "paused"}` or `{"state": "active"}`.
async fn change(State(app): State<App>, Path(id): Path<String>, body: Bytes) -> Result<Json<Value>, Error> {
    find(&app, &id).await?;
    let asked = parse_json(std::str::from_utf8(&body).unwrap_or_default()).map_err(|it| Error::Malformed(vec![it]))?;
    let mut problems = Problems::new();
    let root = Node::root(&asked);
    let states = [WebhookState::Active, WebhookState::Paused];
    let word = if root.object(&["state"], &mut problems) {
        root.field("state").word(&states.map(WebhookState::word), &mut problems)
    } else {
        states.len()
    };
    let (Some(state), true) = (states.get(word), problems.is_empty()) else { return Err(Error::Impossible(problems)) };
    wrote(&app, WebhookChange::Set { id: id.clone(), state: *state }).await?;
    Ok(Json(told(&find(&app, &id).await?)))
}

async fn remove(State(app): State<App>, Path(id): Path<String>) -> Result<StatusCode, Error> {
    find(&app, &id).await?;
    wrote(&app, WebhookChange::Remove { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes the way that all others take; what became of it stands in the list of deliveries.
async fn try_it(State(app): State<App>, Path(id): Path<String>) -> Result<(StatusCode, Json<Value>), Error> {
    let webhook = find(&app, &id).await?;
    let at = (app.clock)();
    let event = test(&webhook.site, webhook.survey.as_deref(), at);
    let delivery = NewDelivery::of(&webhook.id, &event, at).ok_or(Error::Unavailable)?;
    let shown = json!({ "delivery": delivery.id });
    wrote(&app, WebhookChange::Test(delivery)).await?;
    Ok((StatusCode::ACCEPTED, Json(shown)))
}

#[derive(Deserialize)]
struct Which {
    state: Option<String>,
    before: Option<String>,
}

async fn deliveries(State(app): State<App>, Path(id): Path<String>, Query(which): Query<Which>) -> Result<Json<Value>, Error> {
    find(&app, &id).await?;
    let states = ["waiting", "delivered", "failed"];
    if which.state.as_deref().is_some_and(|state| !states.contains(&state)) {
        return Err(impossible("state", "waiting, delivered or failed"));
    }
    let before = match &which.before {
        Some(text) => Some(cursor(text).ok_or_else(|| impossible("before", "what next was in the page before"))?),
        None => None,
    };
    let most = i64::try_from(PAGE).unwrap_or(i64::MAX);
    let asked = DeliveriesAsked { webhook: &id, state: which.state.as_deref(), before, most };
    let found = app.store.deliveries(&asked).await.map_err(|error| {
        tracing::error!(%error, "the database cannot be read");
        Error::Unavailable
    })?;
    let next = found.get(PAGE - 1).map(|it| format!("{}.{}", it.made.0, it.id));
    let listed: Vec<Value> = found.iter().map(listed).collect();
    Ok(Json(json!({ "deliveries": listed, "next": next })))
}

/// Where a page ended: a moment and an id.
fn cursor(text: &str) -> Option<(i64, &str)> {
    let (made, id) = text.split_once('.')?;
    Some((made.parse().ok()?, id))
}

async fn send_again(State(app): State<App>, Path(id): Path<String>) -> Result<(StatusCode, Json<Value>), Error> {
    let shown = json!({ "delivery": id });
    match wrote(&app, WebhookChange::SendAgain { id, at: (app.clock)() }).await? {
        0 => Err(Error::UnknownDelivery),
        _ => Ok((StatusCode::ACCEPTED, Json(shown))),
    }
}

/// As they are now: another collector may have changed them.
async fn known(app: &App) -> Result<std::sync::Arc<Vec<Webhook>>, Error> {
    app.store.learn_webhooks().await.map_err(|error| {
        tracing::error!(%error, "the database cannot be read");
        Error::Unavailable
    })?;
    Ok(app.store.webhooks())
}

async fn find(app: &App, id: &str) -> Result<Webhook, Error> {
    known(app).await?.iter().find(|it| it.id == id).cloned().ok_or(Error::UnknownWebhook)
}

async fn wrote(app: &App, change: WebhookChange) -> Result<u64, Error> {
    app.store.change_webhook(change).await.map_err(|_| Error::Unavailable)
}

fn impossible(place: &str, expected: &str) -> Error {
    Error::Impossible(vec![Problem { place: place.to_owned(), expected: expected.to_owned() }])
}

fn told(it: &Webhook) -> Value {
    let wants: Vec<&str> = it.wants.iter().map(|kind| kind.word()).collect();
    json!({
        "id": it.id, "site": it.site, "survey": it.survey, "url": shown(&it.url.0, it.form), "form": it.form.word(),
        "wants": wants, "state": it.state.word(), "reason": it.reason, "madeAt": it.made.rfc3339(),
    })
}

fn listed(it: &Delivery) -> Value {
    let waits = it.state == "waiting";
    json!({
        "id": it.id, "event": it.event, "response": it.response, "state": it.state, "attempts": it.attempts,
        "status": it.status, "reason": it.reason, "madeAt": it.made.rfc3339(),
        "nextAt": waits.then(|| it.next.rfc3339()), "endedAt": it.ended.map(|at| at.rfc3339()),
    })
}
