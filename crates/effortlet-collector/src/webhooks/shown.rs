//! Webhooks and deliveries as people are shown them, and as they are described.
//!
//! Never gives back a secret, a token, or the whole address of a chat.

use crate::event::{Form, Kind};
use crate::store::{Delivery, Webhook};
use crate::webhook::shown;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub(super) struct Webhooks {
    pub(super) webhooks: Vec<ShownWebhook>,
}

/// A webhook, without what is secret of it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Webhook)]
pub(super) struct ShownWebhook {
    id: String,
    site: String,
    /// Every survey of its site where there is none.
    survey: Option<String>,
    /// The scheme and the host alone where the path is a secret, as that of a chat is.
    url: String,
    /// `standard`, `chat`, `github` or `gitlab`.
    form: &'static str,
    /// What it is told: `response.low`, `comment.created`, `digest`.
    wants: Vec<&'static str>,
    /// `active`, `paused` or `ended`.
    state: &'static str,
    /// Why it has ended.
    reason: Option<String>,
    /// An RFC 3339 moment.
    made_at: String,
}

/// A webhook that was just made.
#[derive(Serialize, ToSchema)]
pub(super) struct NewWebhook {
    #[serde(flatten)]
    pub(super) webhook: ShownWebhook,
    /// What its receiver checks signatures by. Shown now and never again.
    pub(super) secret: String,
}

/// A webhook as somebody asks for it.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: webhook::read reads it, and names each mistake")]
pub(super) struct WebhookDraft {
    /// Where to post: https, and no private address unless the collector was started so.
    url: String,
    /// `response.low`, `comment.created`, `digest`; the first two where it is not named. No digest where issues are
    /// written.
    wants: Option<Vec<String>>,
    /// `standard`, `chat`, `github` or `gitlab`; `standard` where it is not named.
    form: Option<String>,
    /// `default` where it is not named.
    site: Option<String>,
    /// Every survey where it is not named.
    survey: Option<String>,
    /// What may write issues, for `github` and `gitlab` alone.
    token: Option<String>,
}

/// What is to become of a webhook.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: what is changed is read with its mistakes")]
pub(super) struct StateChange {
    /// `active` or `paused`.
    state: String,
}

/// A delivery that is to be made soon.
#[derive(Serialize, ToSchema)]
pub(super) struct Accepted {
    /// Its id.
    pub(super) delivery: String,
}

#[derive(Serialize, ToSchema)]
pub(super) struct Deliveries {
    pub(super) deliveries: Vec<ShownDelivery>,
    /// `before` of the next page, where there is one.
    pub(super) next: Option<String>,
}

/// What became of something that was to be told.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Delivery)]
pub(super) struct ShownDelivery {
    id: String,
    event: String,
    /// The response that it tells of; none for a test and a digest.
    response: Option<String>,
    /// `waiting`, `delivered` or `failed`.
    state: String,
    attempts: i64,
    /// The receiver's last status.
    status: Option<i64>,
    /// Why it was not taken the last time.
    reason: Option<String>,
    made_at: String,
    /// When it is tried next.
    next_at: Option<String>,
    ended_at: Option<String>,
}

impl ShownWebhook {
    pub(super) fn of(it: &Webhook) -> Self {
        Self {
            id: it.id.clone(),
            site: it.site.clone(),
            survey: it.survey.clone(),
            url: shown(&it.url.0, it.form),
            form: Form::word(it.form),
            wants: it.wants.iter().map(|kind| Kind::word(*kind)).collect(),
            state: it.state.word(),
            reason: it.reason.clone(),
            made_at: it.made.rfc3339(),
        }
    }
}

impl ShownDelivery {
    pub(super) fn of(it: &Delivery) -> Self {
        Self {
            id: it.id.clone(),
            event: it.event.clone(),
            response: it.response.clone(),
            state: it.state.clone(),
            attempts: it.attempts,
            status: it.status,
            reason: it.reason.clone(),
            made_at: it.made.rfc3339(),
            next_at: (it.state == "waiting").then(|| it.next.rfc3339()),
            ended_at: it.ended.map(|at| at.rfc3339()),
        }
    }
}
