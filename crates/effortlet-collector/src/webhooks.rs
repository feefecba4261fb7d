//! `/v1/webhooks` and `/v1/deliveries`: for whoever has logged in; a read token reads.
//!
//! Never gives back a secret, a token, or the whole address of a chat.

mod shown;

use crate::app::App;
use crate::asked::{self, Parameters};
use crate::description::{Changing, Guarded};
use crate::error::{Error, Problems as Told, unreadable};
use crate::event::{NewDelivery, test};
use crate::selection::problem;
use crate::store::{DeliveriesAsked, Webhook, WebhookChange, WebhookState};
use crate::webhook::read;
use axum::Json;
use axum::extract::rejection::{PathRejection, StringRejection};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use effortlet_core::source::{Node, Problems, Value, parse_json};
use shown::{Accepted, Deliveries, NewWebhook, ShownDelivery, ShownWebhook, StateChange, WebhookDraft, Webhooks};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Of a webhook in JSON: an address, a token and some words.
const LARGEST: usize = 16 * 1_024;

/// So many webhooks there may be: each turn looks at each.
const MOST: usize = 100;

/// So many deliveries are listed at once.
const PAGE: usize = 100;

/// For people, also where the report is public.
pub(crate) fn closed_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(list, add))
        .routes(routes!(one, change, remove))
        .routes(routes!(try_it))
        .routes(routes!(deliveries))
        .routes(routes!(send_again))
        .layer(DefaultBodyLimit::max(LARGEST))
}

/// All webhooks
#[utoipa::path(
    get, path = "/v1/webhooks", tag = "webhooks", security(("readToken" = []), ("person" = [])),
    responses((status = 200, body = Webhooks), Guarded)
)]
async fn list(State(app): State<App>) -> Result<Json<Webhooks>, Error> {
    Ok(Json(Webhooks { webhooks: known(&app).await?.iter().map(ShownWebhook::of).collect() }))
}

/// Makes a webhook. Its secret is shown now and never again
#[utoipa::path(
    post, path = "/v1/webhooks", tag = "webhooks", security(("person" = [])),
    request_body(content = WebhookDraft, content_type = "application/json", description = "At most 16,384 bytes"),
    responses(
        (status = 201, body = NewWebhook),
        (status = 400, body = Told, description = "The body is not JSON"),
        (status = 413, body = Told, description = "The body is too large"),
        (status = 422, body = Told, description = "It has mistakes, or there are too many webhooks"),
        Guarded, Changing,
    )
)]
async fn add(State(app): State<App>, body: Result<String, StringRejection>) -> Result<(StatusCode, Json<NewWebhook>), Error> {
    let webhook = read(&document(body)?, app.reach, (app.clock)()).map_err(Error::Impossible)?;
    if known(&app).await?.len() >= MOST {
        return Err(Error::Impossible(vec![problem("", &format!("no more than {MOST} webhooks"))]));
    }
    let shown = NewWebhook { webhook: ShownWebhook::of(&webhook), secret: webhook.secret.0.clone() };
    wrote(&app, WebhookChange::Add(webhook)).await?;
    Ok((StatusCode::CREATED, Json(shown)))
}

/// One webhook
#[utoipa::path(
    get, path = "/v1/webhooks/{id}", tag = "webhooks", params(("id" = String, Path, description = "Of a webhook")),
    security(("readToken" = []), ("person" = [])),
    responses(
        (status = 200, body = ShownWebhook),
        Guarded,
        (status = 404, content((Told = "application/json"), (String = "text/plain")), description = "None has that id, or whoever asks may not see it"),
    )
)]
async fn one(State(app): State<App>, id: Id) -> Result<Json<ShownWebhook>, Error> {
    Ok(Json(ShownWebhook::of(&find(&app, &webhook(id)?).await?)))
}

/// Pauses a webhook, or has it go on
#[utoipa::path(
    patch, path = "/v1/webhooks/{id}", tag = "webhooks", params(("id" = String, Path, description = "Of a webhook")),
    security(("person" = [])),
    request_body(content = StateChange, content_type = "application/json", description = "At most 16,384 bytes"),
    responses(
        (status = 200, body = ShownWebhook),
        (status = 400, body = Told, description = "The body is not JSON"),
        (status = 413, body = Told, description = "The body is too large"),
        (status = 422, body = Told, description = "It has mistakes"),
        Guarded, Changing,
        (status = 404, content((Told = "application/json"), (String = "text/plain")), description = "None has that id, or whoever asks may not see it"),
    )
)]
async fn change(State(app): State<App>, id: Id, body: Result<String, StringRejection>) -> Result<Json<ShownWebhook>, Error> {
    let id = find(&app, &webhook(id)?).await?.id;
    let asked = document(body)?;
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
    Ok(Json(ShownWebhook::of(&find(&app, &id).await?)))
}

/// Removes a webhook with all that it was to be told
#[utoipa::path(
    delete, path = "/v1/webhooks/{id}", tag = "webhooks", params(("id" = String, Path, description = "Of a webhook")),
    security(("person" = [])),
    responses(
        (status = 204, description = "It is gone"),
        Guarded, Changing,
        (status = 404, content((Told = "application/json"), (String = "text/plain")), description = "None has that id, or whoever asks may not see it"),
    )
)]
async fn remove(State(app): State<App>, id: Id) -> Result<StatusCode, Error> {
    let id = find(&app, &webhook(id)?).await?.id;
    wrote(&app, WebhookChange::Remove { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Tries whether it arrives, by the way that all others take
///
/// What became of it stands in the list of deliveries.
#[utoipa::path(
    post, path = "/v1/webhooks/{id}/test", tag = "webhooks", params(("id" = String, Path, description = "Of a webhook")),
    security(("person" = [])),
    responses(
        (status = 202, body = Accepted),
        Guarded, Changing,
        (status = 404, content((Told = "application/json"), (String = "text/plain")), description = "None has that id, or whoever asks may not see it"),
    )
)]
async fn try_it(State(app): State<App>, id: Id) -> Result<(StatusCode, Json<Accepted>), Error> {
    let webhook = find(&app, &webhook(id)?).await?;
    let at = (app.clock)();
    let event = test(&webhook.site, webhook.survey.as_deref(), at);
    let delivery = NewDelivery::of(&webhook.id, &event, at).ok_or(Error::Unavailable)?;
    let shown = Accepted { delivery: delivery.id.clone() };
    wrote(&app, WebhookChange::Test(delivery)).await?;
    Ok((StatusCode::ACCEPTED, Json(shown)))
}

const STATES: [&str; 3] = ["waiting", "delivered", "failed"];

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described: an address is read by name")]
struct Which {
    /// `waiting`, `delivered` or `failed`; all where it is not named
    state: Option<String>,
    /// `next` of the page before
    before: Option<String>,
}

/// What became of what a webhook was to be told, the newest first, 100 at a time
#[utoipa::path(
    get, path = "/v1/webhooks/{id}/deliveries", tag = "webhooks", params(("id" = String, Path, description = "Of a webhook"), Which),
    security(("readToken" = []), ("person" = [])),
    responses(
        (status = 200, body = Deliveries),
        (status = 400, body = Told, description = "A parameter cannot be read"),
        Guarded,
        (status = 404, content((Told = "application/json"), (String = "text/plain")), description = "None has that id, or whoever asks may not see it"),
    )
)]
async fn deliveries(State(app): State<App>, id: Id, asked: Parameters) -> Result<Json<Deliveries>, Error> {
    let named = asked.only(&["state", "before"])?;
    let id = find(&app, &webhook(id)?).await?.id;
    let given = |name| named.get(name).map(String::as_str).filter(|it| !it.is_empty());
    let mut problems = Problems::new();
    let state = given("state");
    if state.is_some_and(|state| !STATES.contains(&state)) {
        problems.push(problem("state", "waiting, delivered or failed"));
    }
    let before = given("before").and_then(cursor);
    if before.is_none() && given("before").is_some() {
        problems.push(problem("before", "what next was in the page before"));
    }
    if !problems.is_empty() {
        return Err(Error::Malformed(problems));
    }
    let most = i64::try_from(PAGE).unwrap_or(i64::MAX);
    let found = app.store.deliveries(&DeliveriesAsked { webhook: &id, state, before, most }).await.map_err(unreadable)?;
    let next = found.get(PAGE - 1).map(|it| format!("{}.{}", it.made.0, it.id));
    Ok(Json(Deliveries { deliveries: found.iter().map(ShownDelivery::of).collect(), next }))
}

/// Where a page ended: a moment and an id.
fn cursor(text: &str) -> Option<(i64, &str)> {
    let (made, id) = text.split_once('.')?;
    Some((made.parse().ok()?, id))
}

/// Makes a delivery again
#[utoipa::path(
    post, path = "/v1/deliveries/{id}/send", tag = "webhooks", params(("id" = String, Path, description = "Of a delivery")),
    security(("person" = [])),
    responses(
        (status = 202, body = Accepted),
        Guarded, Changing,
        (status = 404, content((Told = "application/json"), (String = "text/plain")), description = "None has that id, or whoever asks may not see it"),
    )
)]
async fn send_again(State(app): State<App>, id: Id) -> Result<(StatusCode, Json<Accepted>), Error> {
    let id = known_to_be_text(id).ok_or(Error::UnknownDelivery)?;
    let shown = Accepted { delivery: id.clone() };
    match wrote(&app, WebhookChange::SendAgain { id, at: (app.clock)() }).await? {
        0 => Err(Error::UnknownDelivery),
        _ => Ok((StatusCode::ACCEPTED, Json(shown))),
    }
}

/// An id in the path. What is no text is no id.
type Id = Result<Path<String>, PathRejection>;

fn webhook(id: Id) -> Result<String, Error> {
    known_to_be_text(id).ok_or(Error::UnknownWebhook)
}

fn known_to_be_text(id: Id) -> Option<String> {
    id.ok().map(|Path(id)| id).filter(|id| !id.contains('\0'))
}

fn document(body: Result<String, StringRejection>) -> Result<Value, Error> {
    let text = asked::text(body, "at most 16,384 bytes")?;
    parse_json(&text).map_err(|it| Error::Malformed(vec![it]))
}

/// As they are now: another collector may have changed them.
async fn known(app: &App) -> Result<std::sync::Arc<Vec<Webhook>>, Error> {
    app.store.learn_webhooks().await.map_err(unreadable)?;
    Ok(app.store.webhooks())
}

async fn find(app: &App, id: &str) -> Result<Webhook, Error> {
    known(app).await?.iter().find(|it| it.id == id).cloned().ok_or(Error::UnknownWebhook)
}

async fn wrote(app: &App, change: WebhookChange) -> Result<u64, Error> {
    app.store.change_webhook(change).await.map_err(|_| Error::Unavailable)
}
