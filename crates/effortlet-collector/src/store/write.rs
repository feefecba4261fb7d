//! The statements that write what was decided of a group: each writes the rows of all of it.
//!
//! Never decides what is written.

use super::connection::Connection;
use super::apart::TOTAL;
use super::counts::count;
use super::decide::{Decided, Stored};
use super::dialect::Dialect;
use super::received::Received;
use super::rows::{AnswerRow, ResponseRow};
use effortlet_core::time::Timestamp;
use serde::Serialize;
use sqlx::AssertSqlSafe;

/// A lock on all who write until the commit, so that no lower number is committed after a higher one.
const NEXT_SEQS: &str = "update last_seq set seq = seq + $1 where id = 1 returning seq";

/// What is stored of some ids, and where: each statement more is waited for by all who write.
const STORED: &str = "
    with asked (id) as (select value ->> 'id' from {rows})
    select 'erased', id, '', '', '', cast(0 as bigint), '' from erased where id in (select id from asked)
    union all
    select 'counted', id, site, survey, survey_version, rev, state from response where id in (select id from asked)
    union all
    select 'apart', id, site, survey, survey_version, rev, state from apart where id in (select id from asked)";

const VOID: &str = "
    insert into void (seq, site, survey)
    select seq, site, survey from response where id in (select value ->> 'id' from {rows})";

const UPSERT: &str = "
    insert into response (
        id, rev, state, site, survey, survey_version, trigger, locale,
        page_url, page_title, page_section, page_article, page_revision,
        shown_at, answered_at, received_at, revised_at, context, seq
    )
    select value ->> 'id', cast(value ->> 'rev' as bigint), value ->> 'state', value ->> 'site', value ->> 'survey',
        value ->> 'survey_version', value ->> 'trigger', value ->> 'locale', value ->> 'page_url',
        value ->> 'page_title', value ->> 'page_section', value ->> 'page_article', value ->> 'page_revision',
        cast(value ->> 'shown_at' as bigint), cast(value ->> 'answered_at' as bigint),
        cast(value ->> 'arrived' as bigint), cast(value ->> 'arrived' as bigint), value ->> 'context',
        cast(value ->> 'seq' as bigint)
    from {rows} where true
    on conflict ({response_key}) do update set
        rev = excluded.rev,
        state = excluded.state,
        trigger = excluded.trigger,
        locale = excluded.locale,
        page_url = excluded.page_url,
        page_title = excluded.page_title,
        page_section = excluded.page_section,
        page_article = excluded.page_article,
        page_revision = excluded.page_revision,
        shown_at = excluded.shown_at,
        answered_at = excluded.answered_at,
        revised_at = excluded.revised_at,
        context = excluded.context,
        seq = excluded.seq";

const FORGET_ANSWERS: &str = "delete from answer where response in (select value ->> 'id' from {rows})";

const ANSWERS: &str = "
    insert into answer (response, site, position, question, kind, choice, rating, points, easy_is, scale_order, text)
    select value ->> 'response', value ->> 'site', cast(value ->> 'position' as bigint), value ->> 'question',
        value ->> 'kind', value ->> 'choice', cast(value ->> 'rating' as bigint), cast(value ->> 'points' as bigint),
        value ->> 'easy_is', value ->> 'scale_order', value ->> 'text'
    from {rows}";

const KEEP_APART: &str = "
    insert into apart (
        id, rev, state, site, survey, survey_version, reason, name,
        shown_at, answered_at, received_at, revised_at, body
    )
    select value ->> 'id', cast(value ->> 'rev' as bigint), value ->> 'state', value ->> 'site', value ->> 'survey',
        value ->> 'survey_version', value ->> 'reason', value ->> 'name', cast(value ->> 'shown_at' as bigint),
        cast(value ->> 'answered_at' as bigint), cast(value ->> 'arrived' as bigint),
        cast(value ->> 'arrived' as bigint), value ->> 'body'
    from {rows} where true
    on conflict (id) do update set
        rev = excluded.rev, state = excluded.state, reason = excluded.reason, name = excluded.name,
        shown_at = excluded.shown_at, answered_at = excluded.answered_at,
        revised_at = excluded.revised_at, body = excluded.body";

const PROBE: &str = "
    insert into probe (id, written_at) values (1, $1)
    on conflict (id) do update set written_at = excluded.written_at";

/// As many numbers as there are responses, for those that are stored; says the first one.
pub(super) async fn next_seqs(connection: &mut Connection, responses: usize) -> Result<i64, sqlx::Error> {
    let responses = i64::try_from(responses).unwrap_or(i64::MAX);
    let last: i64 = sqlx::query_scalar(NEXT_SEQS).bind(responses).fetch_one(connection).await?;
    Ok(last - responses + 1)
}

/// What is stored of the ids of these.
pub(super) async fn stored(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    received: impl Iterator<Item = &Received>,
) -> Result<Stored, sqlx::Error> {
    let ids = json(received.map(|it| Id { id: &it.response.id }))?;
    type Row = (String, String, String, String, String, i64, String);
    let rows: Vec<Row> = sqlx::query_as(of_rows(STORED, dialect)).bind(&ids).fetch_all(&mut *connection).await?;
    let (responses, bytes): (i64, i64) = sqlx::query_as(TOTAL).fetch_one(connection).await?;
    let mut stored = Stored { apart_responses: count(responses), apart_bytes: count(bytes), ..Stored::default() };
    for (place, id, site, survey, version, rev, state) in rows {
        match place.as_str() {
            "erased" => drop(stored.erased.insert(id)),
            "counted" => drop(stored.counted.insert(id, (site, survey, version, rev, state))),
            _ => drop(stored.apart.insert(id, (site, survey, version, rev, state))),
        }
    }
    Ok(stored)
}

/// Writes all of it, numbered from `seq` on; `before` is what was stored of it.
pub(super) async fn write_decided(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    mut decided: Decided<'_>,
    before: &Stored,
    seq: i64,
) -> Result<(), sqlx::Error> {
    for (seq, (_, row)) in (seq..).zip(&mut decided.counted) {
        row.seq = seq;
    }
    let known: Vec<&ResponseRow<'_>> =
        decided.counted.iter().map(|(_, row)| row).filter(|row| before.counted.contains_key(row.id)).collect();
    let known = json(known.iter().map(|row| Id { id: row.id }))?;
    let answers = decided.counted.iter().flat_map(|(received, _)| AnswerRow::all(&received.response));
    let answers = json(answers)?;
    let responses = json(decided.counted.iter().map(|(_, row)| row))?;
    let apart = json(decided.apart.iter())?;
    let statements = [(VOID, &known), (UPSERT, &responses), (FORGET_ANSWERS, &known), (ANSWERS, &answers), (KEEP_APART, &apart)];
    for (statement, rows) in statements.into_iter().filter(|(_, rows)| *rows != "[]") {
        sqlx::query(of_rows(statement, dialect)).bind(rows).execute(&mut *connection).await?;
    }
    Ok(())
}

pub(super) async fn write_probe(connection: &mut Connection, at: Timestamp) -> Result<(), sqlx::Error> {
    sqlx::query(PROBE).bind(at.0).execute(connection).await?;
    Ok(())
}

#[derive(Serialize)]
struct Id<'a> {
    id: &'a str,
}

/// A list.
fn json(rows: impl Iterator<Item = impl Serialize>) -> Result<String, sqlx::Error> {
    let rows: Vec<_> = rows.collect();
    serde_json::to_string(&rows).map_err(|error| sqlx::Error::Encode(error.into()))
}

/// A statement over the rows of the list that is bound as `$1`. Nothing of a visitor is in its text.
pub(super) fn of_rows(statement: &str, dialect: &dyn Dialect) -> AssertSqlSafe<String> {
    AssertSqlSafe(statement.replace("{rows}", dialect.rows()).replace("{response_key}", dialect.response_key()))
}
