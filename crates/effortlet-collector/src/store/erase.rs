//! Erasing one person: responses, answers, what is kept apart, what others are told of them, and topics of which
//! no comment is left.
//!
//! An erased id stays erased: a revision that its browser still holds changes nothing. Never keeps
//! anything else of it.

use effortlet_core::time::Timestamp;
use super::connection::Connection;
use super::dialect::Dialect;
use super::topic::forget_topics;

/// Whose responses are meant.
#[derive(Clone, Debug)]
pub(crate) enum Whose {
    /// That of one response.
    Response(String),
    /// Everybody of a site of whom a page told this fact.
    Fact { site: String, name: String, value: String },
}

const OF_ID: &str = "select id from response where id = $1 union select id from apart where id = $1";

/// What was shown counts the person; it is counted anew. A row without a name tells that to all who
/// remember what was shown.
const HIDE: &str = "
    insert into shown_count (site, survey, version, name, filter, counts, shown)
    select site, survey, '', '', '', '[]', 1 + (
        select coalesce(max(shown), 0) from shown_count
        where shown_count.site = response.site and shown_count.survey = response.survey)
    from response where id = $1
    on conflict (site, survey, version, name, filter) do update set shown = excluded.shown";
const HIDDEN: &str = "
    delete from shown_count where name <> '' and (site, survey) in (select site, survey from response where id = $1)";

/// What is in a segment is taken out of it.
const VOID: &str = "insert into void (seq, site, survey) select seq, site, survey from response where id = $1";

const ERASE_ANSWERS: &str = "delete from answer where response = $1";
const ERASE: &str = "delete from response where id = $1";
const ERASE_APART: &str = "delete from apart where id = $1";
/// What others were told of it, or were still to be told.
const ERASE_TOLD: &str = "delete from delivery where response = $1";
const REMEMBER: &str = "
    insert into erased (id, erased_at) values ($1, $2) on conflict (id) do update set erased_at = excluded.erased_at";

pub(super) async fn erase(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    person: &Whose,
    at: Timestamp,
) -> Result<u64, sqlx::Error> {
    let ids: Vec<String> = match person {
        Whose::Response(id) => sqlx::query_scalar(OF_ID).bind(id).fetch_all(&mut *connection).await?,
        Whose::Fact { site, name, value } => {
            let number = value.parse().ok().filter(|it: &f64| it.is_finite());
            let query = sqlx::query_scalar(dialect.ids_of_fact()).bind(site).bind(name).bind(value).bind(number);
            query.fetch_all(&mut *connection).await?
        }
    };
    for id in &ids {
        sqlx::query(HIDE).bind(id).execute(&mut *connection).await?;
        sqlx::query(HIDDEN).bind(id).execute(&mut *connection).await?;
        sqlx::query(VOID).bind(id).execute(&mut *connection).await?;
        sqlx::query(ERASE_ANSWERS).bind(id).execute(&mut *connection).await?;
        sqlx::query(ERASE).bind(id).execute(&mut *connection).await?;
        sqlx::query(ERASE_APART).bind(id).execute(&mut *connection).await?;
        sqlx::query(ERASE_TOLD).bind(id).execute(&mut *connection).await?;
        sqlx::query(REMEMBER).bind(id).bind(at.0).execute(&mut *connection).await?;
    }
    forget_topics(connection).await?;
    Ok(ids.len() as u64)
}
