//! Deliveries: written beside the response that they tell of, taken up by whoever sends, and settled.
//!
//! One column says when a delivery is due and until when somebody has it, so that what a collector
//! that died was sending is taken up again, under the same id. Never sends anything.

use super::connection::Connection;
use super::dialect::Dialect;
use sqlx::AssertSqlSafe;
use super::claimed::{Claimed, Why};
use super::write::of_rows;
use super::issue::{IssueOutcome, IssueSettled, settle_issue};
use crate::event::NewDelivery;
use effortlet_core::time::{Duration, Timestamp};
use std::collections::BTreeMap;

/// What was sent since the last turn, and what may be taken up now.
#[derive(Debug)]
pub(crate) struct Turn {
    pub(crate) at: Timestamp,
    pub(crate) settled: Vec<Settled>,
    pub(crate) room: Vec<Room>,
}

/// So many deliveries of a webhook may be taken up, which nobody else does before `until`.
#[derive(Debug)]
pub(crate) struct Room {
    pub(crate) webhook: String,
    pub(crate) most: usize,
    pub(crate) until: Timestamp,
}

/// What has become of one try.
#[derive(Clone, Debug)]
pub(crate) enum Settled {
    Delivered { id: String, status: u16 },
    Later { id: String, at: Timestamp, why: Why },
    Failed { id: String, why: Why },
    /// The receiver wants no more of anything.
    Gone { id: String, webhook: String, why: Why },
    Issue(IssueSettled),
}

impl Settled {
    /// How long the receiver wants to be left alone.
    pub(crate) fn asked(&self) -> Option<Duration> {
        match self {
            Self::Later { why, .. } | Self::Issue(IssueSettled { outcome: IssueOutcome::Later { why, .. }, .. }) => why.asked,
            _ => None,
        }
    }
}

/// A comment that is revised before anybody was told is told as it is then.
const WRITE: &str = "
    insert into delivery (id, webhook, event, response, subject, body, state, attempts, next_at, made_at)
    select value ->> 'id', value ->> 'webhook', value ->> 'event', value ->> 'response', value ->> 'subject',
        value ->> 'body', 'waiting', 0, cast(value ->> 'at' as bigint), cast(value ->> 'at' as bigint)
    from {rows} where value ->> 'webhook' in (select id from webhook where state <> 'removed')
    on conflict (id) do update set body = excluded.body where delivery.tried_at is null";

const CLAIM: &str = "
    update delivery set next_at = $3, attempts = attempts + 1, tried_at = coalesce(tried_at, $2)
    where id in (
        select id from delivery where webhook = $1 and state = 'waiting' and next_at <= $2
        order by next_at limit $4 {skip_locked}
    ) and exists (select 1 from webhook where id = $1 and state = 'active')
    returning id, subject, body, attempts";

const NEXT: &str = "
    select min(next_at) from delivery
    where webhook = $1 and state = 'waiting' and exists (select 1 from webhook where id = $1 and state = 'active')";

const DELIVERED: &str = "
    update delivery set state = 'delivered', ended_at = $2, status = $3, reason = null where id = $1";

const LATER: &str = "
    update delivery set next_at = $2, status = $3, reason = $4 where id = $1 and state = 'waiting'";

const FAILED: &str = "
    update delivery set state = 'failed', ended_at = $2, status = $3, reason = $4 where id = $1 and state = 'waiting'";

const ENDED: &str = "update webhook set state = 'ended', reason = $2 where id = $1";

const ALL_FAILED: &str = "
    update delivery set state = 'failed', ended_at = $2, reason = $3 where webhook = $1 and state = 'waiting'";

/// How many rows are new, or were not told yet.
pub(super) async fn write_deliveries(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    deliveries: &[NewDelivery],
) -> Result<u64, sqlx::Error> {
    if deliveries.is_empty() {
        return Ok(0);
    }
    let rows = serde_json::to_string(&latest(deliveries)).map_err(|error| sqlx::Error::Encode(error.into()))?;
    Ok(sqlx::query(of_rows(WRITE, dialect)).bind(rows).execute(connection).await?.rows_affected())
}

/// Of several revisions at once the last one; in one order, so that two writers never wait for each other.
fn latest(deliveries: &[NewDelivery]) -> Vec<&NewDelivery> {
    BTreeMap::from_iter(deliveries.iter().map(|it| (&it.id, it))).into_values().collect()
}

/// What is claimed, and when the next one is due of those webhooks that have room left.
pub(super) async fn turn(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    turn: &Turn,
) -> Result<(Vec<Claimed>, Option<Timestamp>), sqlx::Error> {
    for settled in &turn.settled {
        settle(connection, dialect, settled, turn.at).await?;
    }
    let (mut claimed, mut next) = (Vec::new(), None::<i64>);
    for room in &turn.room {
        let taken = claim(connection, dialect, room, turn.at).await?;
        if taken.len() < room.most {
            let due: Option<i64> = sqlx::query_scalar(NEXT).bind(&room.webhook).fetch_one(&mut *connection).await?;
            next = next.into_iter().chain(due).min();
        }
        claimed.extend(taken);
    }
    Ok((claimed, next.map(Timestamp)))
}

async fn claim(connection: &mut Connection, dialect: &dyn Dialect, room: &Room, at: Timestamp) -> Result<Vec<Claimed>, sqlx::Error> {
    let most = i64::try_from(room.most).unwrap_or(i64::MAX);
    let query = sqlx::query_as(AssertSqlSafe(CLAIM.replace("{skip_locked}", dialect.skip_locked()))).bind(&room.webhook).bind(at.0).bind(room.until.0).bind(most);
    let rows: Vec<(String, String, String, i64)> = query.fetch_all(connection).await?;
    let claimed = |(id, subject, body, attempts)| Claimed {
        id,
        webhook: room.webhook.clone(),
        subject,
        body,
        attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
    };
    Ok(rows.into_iter().map(claimed).collect())
}

async fn settle(connection: &mut Connection, dialect: &dyn Dialect, settled: &Settled, at: Timestamp) -> Result<(), sqlx::Error> {
    let query = match settled {
        Settled::Delivered { id, status } => sqlx::query(DELIVERED).bind(id).bind(at.0).bind(i64::from(*status)),
        Settled::Later { id, at, why } => {
            sqlx::query(LATER).bind(id).bind(at.0).bind(why.status.map(i64::from)).bind(&why.reason)
        }
        Settled::Failed { id, why } => {
            sqlx::query(FAILED).bind(id).bind(at.0).bind(why.status.map(i64::from)).bind(&why.reason)
        }
        Settled::Gone { id, webhook, why } => {
            let failed = sqlx::query(FAILED).bind(id).bind(at.0).bind(why.status.map(i64::from)).bind(&why.reason);
            failed.execute(&mut *connection).await?;
            sqlx::query(ENDED).bind(webhook).bind(&why.reason).execute(&mut *connection).await?;
            sqlx::query(ALL_FAILED).bind(webhook).bind(at.0).bind("the webhook has ended")
        }
        Settled::Issue(settled) => return settle_issue(connection, dialect, settled, at).await,
    };
    query.execute(connection).await?;
    Ok(())
}
