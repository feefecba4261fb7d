//! Shared addresses as they are looked up. Never finds one that has ended.

use super::Store;
use super::access::Hash;
use super::change::{Change, Changed};
use super::received::Refused;
use super::share::{Share, ShareChange};
use super::unreadable::Unreadable;
use effortlet_core::time::Timestamp;

const ONE: &str = "
    select id, site, survey, asked, made_by, ends_at, opened_day from share where hash = $1 and ends_at > $2";

const OF_SURVEY: &str = "
    select id, site, survey, asked, made_by, ends_at, opened_day from share
    where site = $1 and survey = $2 and ends_at > $3 order by id desc";

type Row = (i64, String, String, String, String, i64, Option<i64>);

impl Store {
    /// Whether anything was changed.
    pub(crate) async fn change_share(&self, change: ShareChange) -> Result<bool, Refused> {
        match self.change(Change::Share(change)).await? {
            Changed::Rows(rows) => Ok(rows > 0),
            _ => Err(Refused::Unavailable),
        }
    }

    /// `None` where it has ended by this moment, or never was.
    pub(crate) async fn share(&self, hash: Hash, at: Timestamp) -> Result<Option<Share>, Unreadable> {
        let row: Option<Row> = sqlx::query_as(ONE).bind(hash.as_slice()).bind(at.0).fetch_optional(&self.readers).await?;
        Ok(row.and_then(share))
    }

    /// Those that show something at this moment, the newest first.
    pub(crate) async fn shares(&self, [site, survey]: [&str; 2], at: Timestamp) -> Result<Vec<Share>, Unreadable> {
        let rows: Vec<Row> = sqlx::query_as(OF_SURVEY).bind(site).bind(survey).bind(at.0).fetch_all(&self.readers).await?;
        Ok(rows.into_iter().filter_map(share).collect())
    }
}

/// None where a later version has stored what this one does not know.
fn share((id, site, survey, asked, by, ends, opened): Row) -> Option<Share> {
    let asked = serde_json::from_str(&asked).ok()?;
    Some(Share { id, site, survey, asked, by, ends: Timestamp(ends), opened: opened.and_then(|it| i32::try_from(it).ok()) })
}
