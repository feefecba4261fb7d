//! Addresses that show one report without a login: made, opened, ended.
//!
//! Never keeps a token, only what it hashes to.

use super::access::Hash;
use super::connection::Connection;
use effortlet_core::time::Timestamp;

/// So many of a survey there may be at once: more, nobody could look through.
pub(crate) const MOST_SHARES: i64 = 100;

/// What the report is asked for, by name.
pub(crate) type Pairs = Vec<(String, String)>;

#[derive(Debug)]
pub(crate) struct NewShare {
    pub(crate) hash: Hash,
    pub(crate) site: String,
    pub(crate) survey: String,
    pub(crate) asked: Pairs,
    pub(crate) by: String,
    pub(crate) at: Timestamp,
    pub(crate) ends: Timestamp,
}

#[derive(Debug)]
pub(crate) enum ShareChange {
    /// All that have ended by then are deleted.
    New(NewShare),
    End { id: i64, site: String, survey: String },
    Opened { id: i64, day: i32 },
}

/// One that shows something.
#[derive(Debug)]
pub(crate) struct Share {
    pub(crate) id: i64,
    pub(crate) site: String,
    pub(crate) survey: String,
    pub(crate) asked: Pairs,
    pub(crate) by: String,
    pub(crate) ends: Timestamp,
    pub(crate) opened: Option<i32>,
}

const EXPIRED: &str = "delete from share where ends_at <= $1";

const NEW: &str = "
    insert into share (hash, site, survey, asked, made_by, made_at, ends_at)
    select $1, $2, $3, $4, $5, $6, $7 where (select count(*) from share where site = $2 and survey = $3) < $8";

const END: &str = "delete from share where id = $1 and site = $2 and survey = $3";

const OPENED: &str = "update share set opened_day = $2 where id = $1 and (opened_day is null or opened_day < $2)";

/// How many rows it was about.
pub(super) async fn write_share(connection: &mut Connection, change: &ShareChange) -> Result<u64, sqlx::Error> {
    let query = match change {
        ShareChange::New(it) => {
            sqlx::query(EXPIRED).bind(it.at.0).execute(&mut *connection).await?;
            let asked = serde_json::to_string(&it.asked).map_err(|error| sqlx::Error::Encode(error.into()))?;
            let query = sqlx::query(NEW).bind(it.hash.as_slice()).bind(&it.site).bind(&it.survey).bind(asked);
            query.bind(&it.by).bind(it.at.0).bind(it.ends.0).bind(MOST_SHARES)
        }
        ShareChange::End { id, site, survey } => sqlx::query(END).bind(id).bind(site).bind(survey),
        ShareChange::Opened { id, day } => sqlx::query(OPENED).bind(id).bind(i64::from(*day)),
    };
    Ok(query.execute(connection).await?.rows_affected())
}
