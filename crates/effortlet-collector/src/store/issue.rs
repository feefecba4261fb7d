//! The one issue of an article: whose turn it is to write it, what it says, and what it has told.
//!
//! An issue is written by one at a time, and once in a while at most: what comes meanwhile waits, and is
//! told together. Never sends anything.

use super::connection::Connection;
use super::dialect::Dialect;
use super::write::of_rows;
use super::claimed::{Claimed, Why};
use crate::event::Kind;
use effortlet_core::time::{Duration, Timestamp};

/// So long an issue is left as it is, whatever comes.
const QUIET_FOR: Duration = Duration::hours(1);

/// So many deliveries are told together at most.
const MOST_TOGETHER: i64 = 1_000;

/// So many of the latest are looked into for comments.
const LATEST: i64 = 25;

/// Whether an issue may be written now.
#[derive(Debug)]
pub(crate) enum IssueTurn {
    /// Everything that waits for it was put off.
    Later,
    Write(Issue),
}

#[derive(Debug)]
pub(crate) struct Issue {
    /// The one that is there, as far as is known.
    pub(crate) number: Option<i64>,
    /// What it says so far.
    pub(crate) low: u64,
    pub(crate) comments: u64,
    /// When its making was begun for the first time; its name until it has a number.
    pub(crate) begun: Timestamp,
    /// It may have been made already, by somebody who could not say so any more.
    pub(crate) may_be_there: bool,
    pub(crate) waiting: Vec<Waiting>,
    /// Bodies, the newest first.
    pub(crate) latest: Vec<String>,
}

/// A delivery that is told with the others.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    pub(crate) id: String,
    pub(crate) is_comment: bool,
    pub(crate) made: Timestamp,
}

#[derive(Clone, Debug)]
pub(crate) struct IssueSettled {
    pub(crate) webhook: String,
    pub(crate) subject: String,
    pub(crate) outcome: IssueOutcome,
}

#[derive(Clone, Debug)]
pub(crate) enum IssueOutcome {
    Told { number: i64, url: String, low: u64, comments: u64, ids: Vec<String>, status: u16 },
    /// All that waits for it is tried again together.
    Later { at: Timestamp, attempts: u32, why: Why },
    Failed { ids: Vec<String>, why: Why },
}

const MAKE: &str = "
    insert into issue (webhook, subject, low, comments, told_at, busy_until, begun_at)
    values ($1, $2, 0, 0, 0, 0, 0) on conflict (webhook, subject) do nothing";

/// While one is at it, and for a while after it was told, nobody else is.
const TAKE: &str = "
    update issue set busy_until = $4 where webhook = $1 and subject = $2 and busy_until <= $3 and told_at <= $5
    returning number, low, comments, begun_at";

const FREE_AT: &str = "select busy_until, told_at from issue where webhook = $1 and subject = $2";

const BEGIN: &str = "update issue set begun_at = $3 where webhook = $1 and subject = $2";

const PUT_OFF: &str = "
    update delivery set next_at = $3
    where webhook = $1 and subject = $2 and state = 'waiting' and next_at < $3";

/// It was taken up, but not tried: a comment may still be revised, where nobody was told of it before.
const NOT_TRIED: &str = "
    update delivery set attempts = attempts - 1, tried_at = case when attempts = 1 then null else tried_at end
    where id = $1 and attempts > 0";

const WAITING: &str = "
    select id, event, made_at from delivery where webhook = $1 and subject = $2 and state = 'waiting'
    order by made_at, id limit $3";

const BODIES: &str = "
    select body from delivery where webhook = $1 and subject = $2 order by made_at desc, id desc limit $3";

/// Whose turn is asked for.
#[derive(Debug)]
pub(crate) struct IssueAsked {
    pub(crate) delivery: Claimed,
    pub(crate) at: Timestamp,
    /// When another may take it up.
    pub(crate) until: Timestamp,
}

pub(super) async fn begin_issue(connection: &mut Connection, asked: &IssueAsked) -> Result<IssueTurn, sqlx::Error> {
    let IssueAsked { delivery: Claimed { id, webhook, subject, .. }, at, until } = asked;
    sqlx::query(MAKE).bind(webhook).bind(subject).execute(&mut *connection).await?;
    let take = sqlx::query_as(TAKE).bind(webhook).bind(subject).bind(at.0).bind(until.0).bind(at.0 - QUIET_FOR.0);
    let taken: Option<(Option<i64>, i64, i64, i64)> = take.fetch_optional(&mut *connection).await?;
    let Some((number, low, comments, begun)) = taken else {
        let (busy, told): (i64, i64) =
            sqlx::query_as(FREE_AT).bind(webhook).bind(subject).fetch_one(&mut *connection).await?;
        let free_at = busy.max(told + QUIET_FOR.0);
        sqlx::query(PUT_OFF).bind(webhook).bind(subject).bind(free_at).execute(&mut *connection).await?;
        sqlx::query(NOT_TRIED).bind(id).execute(connection).await?;
        return Ok(IssueTurn::Later);
    };
    if begun == 0 {
        sqlx::query(BEGIN).bind(webhook).bind(subject).bind(at.0).execute(&mut *connection).await?;
    }
    let waiting = sqlx::query_as(WAITING).bind(webhook).bind(subject).bind(MOST_TOGETHER);
    let waiting: Vec<(String, String, i64)> = waiting.fetch_all(&mut *connection).await?;
    let latest = sqlx::query_scalar(BODIES).bind(webhook).bind(subject).bind(LATEST).fetch_all(connection).await?;
    Ok(IssueTurn::Write(Issue {
        number,
        low: super::counts::count(low),
        comments: super::counts::count(comments),
        begun: if begun == 0 { *at } else { Timestamp(begun) },
        may_be_there: begun != 0,
        waiting: waiting.into_iter().map(waits).collect(),
        latest,
    }))
}

fn waits((id, event, made): (String, String, i64)) -> Waiting {
    Waiting { id, is_comment: event == Kind::Comment.word(), made: Timestamp(made) }
}

const TOLD: &str = "
    update issue set number = $3, url = $4, low = $5, comments = $6, told_at = $7, busy_until = 0, begun_at = 0
    where webhook = $1 and subject = $2";

const BUSY: &str = "update issue set busy_until = $3 where webhook = $1 and subject = $2";

const ALL_DELIVERED: &str = "
    update delivery set state = 'delivered', ended_at = $2, status = $3, reason = null
    where id in (select value ->> 'id' from {rows})";

const ALL_LATER: &str = "
    update delivery set next_at = $3, status = $5, reason = $6,
        attempts = case when attempts < $4 then $4 else attempts end
    where webhook = $1 and subject = $2 and state = 'waiting'";

const ALL_FAILED: &str = "
    update delivery set state = 'failed', ended_at = $2, status = $3, reason = $4
    where id in (select value ->> 'id' from {rows}) and state = 'waiting'";

pub(super) async fn settle_issue(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    settled: &IssueSettled,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let IssueSettled { webhook, subject, outcome } = settled;
    let (query, until) = match outcome {
        IssueOutcome::Told { number, url, low, comments, ids, status } => {
            let told = sqlx::query(TOLD).bind(webhook).bind(subject).bind(number).bind(url);
            let told = told.bind(signed(*low)).bind(signed(*comments)).bind(now.0);
            told.execute(&mut *connection).await?;
            let query = sqlx::query(of_rows(ALL_DELIVERED, dialect)).bind(list(ids)).bind(now.0).bind(i64::from(*status));
            query.execute(connection).await?;
            return Ok(());
        }
        IssueOutcome::Later { at, attempts, why } => {
            let query = sqlx::query(ALL_LATER).bind(webhook).bind(subject).bind(at.0).bind(i64::from(*attempts));
            (query.bind(why.status.map(i64::from)).bind(&why.reason), at.0)
        }
        IssueOutcome::Failed { ids, why } => {
            let query = sqlx::query(of_rows(ALL_FAILED, dialect)).bind(list(ids)).bind(now.0).bind(why.status.map(i64::from));
            (query.bind(&why.reason), 0)
        }
    };
    query.execute(&mut *connection).await?;
    sqlx::query(BUSY).bind(webhook).bind(subject).bind(until).execute(connection).await?;
    Ok(())
}

fn list(ids: &[String]) -> String {
    serde_json::Value::from_iter(ids.iter().map(|id| serde_json::json!({ "id": id }))).to_string()
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
