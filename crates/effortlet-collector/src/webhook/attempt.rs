//! One try of one delivery: what is sent, and what its answer means.
//!
//! Never tells a reason that holds an address, a secret or what a receiver wrote.

use super::client::{Call, Client, Reply};
use super::retry::{next_try, retry_after};
use super::signature::sign;
use super::target::Target;
use super::payload;
use crate::store::{Claimed, Settled, Webhook, Why};
use axum::http::{HeaderName, HeaderValue, Method, header};
use effortlet_core::time::{Duration, Timestamp};

const ID: HeaderName = HeaderName::from_static("webhook-id");
const TIMESTAMP: HeaderName = HeaderName::from_static("webhook-timestamp");
const SIGNATURE: HeaderName = HeaderName::from_static("webhook-signature");
pub(super) const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The receiver has gone for good (RFC 9110, 15.5.11).
const GONE: u16 = 410;

const TOO_MANY: u16 = 429;

/// For which a receiver is left alone that does not say for how long.
const A_MOMENT: Duration = Duration::seconds(5);

/// The moment of a try, and what its jitter is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Try {
    pub(super) at: Timestamp,
    pub(super) chance: u64,
    pub(super) attempts: u32,
}

/// What is to be done after a try in vain.
pub(super) enum Next {
    Later(Timestamp, Why),
    Failed(Why),
    Gone(Why),
}

pub(super) async fn attempt(client: &Client, webhook: &Webhook, delivery: &Claimed, report: Option<&str>, now: Try) -> Settled {
    let id = delivery.id.clone();
    let answer = match Target::read(&webhook.url.0, client.reach) {
        Ok(target) => match call(webhook, delivery, &target, report, now.at) {
            Some(call) => client.call(call).await.map_err(|it| it.to_string()),
            None => Err("what is to be told cannot be read".to_owned()),
        },
        Err(expected) => Err(format!("expected {expected}")),
    };
    match understood(answer, now) {
        Ok(reply) => Settled::Delivered { id, status: reply.status },
        Err(Next::Later(at, why)) => Settled::Later { id, at, why },
        Err(Next::Failed(why)) => Settled::Failed { id, why },
        Err(Next::Gone(why)) => Settled::Gone { id, webhook: webhook.id.clone(), why },
    }
}

/// A success, or what follows.
pub(super) fn understood(answer: Result<Reply, String>, now: Try) -> Result<Reply, Next> {
    let (status, asked, reason) = match answer {
        Ok(reply) if (200..300).contains(&reply.status) => return Ok(reply),
        Ok(reply) => {
            let asked = reply.retry_after.as_deref().and_then(|it| retry_after(it, now.at));
            (Some(reply.status), asked, told(reply.status))
        }
        Err(reason) => (None, None, reason),
    };
    Err(in_vain(status, asked, reason, now))
}

/// What follows on a try that came to nothing.
pub(super) fn in_vain(status: Option<u16>, asked: Option<Duration>, reason: String, now: Try) -> Next {
    let asked = asked.or_else(|| (status == Some(TOO_MANY)).then_some(A_MOMENT));
    let why = Why { status, reason, asked };
    if status == Some(GONE) {
        return Next::Gone(why);
    }
    match next_try(now.attempts, now.at, asked, now.chance) {
        Some(at) => Next::Later(at, why),
        None => Next::Failed(why),
    }
}

fn told(status: u16) -> String {
    match status {
        300..400 => format!("answered {status}, and redirects are not followed"),
        GONE => format!("answered {status}: it wants no more"),
        _ => format!("answered {status}"),
    }
}

fn call<'a>(webhook: &Webhook, delivery: &Claimed, target: &'a Target, report: Option<&str>, at: Timestamp) -> Option<Call<'a>> {
    let body = payload::body(webhook.form, &delivery.body, report)?;
    let (timestamp, signature) = sign(&webhook.secret.0, &delivery.id, at, body.as_bytes());
    let value = |text: &str| HeaderValue::from_str(text).ok();
    let headers = vec![
        (header::CONTENT_TYPE, JSON),
        (ID, value(&delivery.id)?),
        (TIMESTAMP, value(&timestamp)?),
        (SIGNATURE, value(&signature)?),
    ];
    Some(Call { method: Method::POST, target, headers, body: body.into_bytes(), most: 0 })
}
