//! Of which weeks webhooks were told, as it is looked up and noted. Never sends anything.

use super::Store;
use super::change::{Change, Changed};
use super::digest::NewDigest;
use super::received::Refused;
use super::unreadable::Unreadable;
use std::collections::BTreeSet;

impl Store {
    /// Webhooks and surveys of which nothing is left to be told of this week.
    pub(crate) async fn digests_told(&self, week: &str) -> Result<BTreeSet<(String, String)>, Unreadable> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("select webhook, survey from digest where week >= $1").bind(week).fetch_all(&self.readers).await?;
        Ok(rows.into_iter().collect())
    }

    /// Says how many deliveries are new.
    pub(crate) async fn tell_digest(&self, it: NewDigest) -> Result<u64, Refused> {
        match self.change(Change::Digest(it)).await? {
            Changed::Rows(rows) => {
                self.telling.news.notify_one();
                Ok(rows)
            }
            _ => Err(Refused::Unavailable),
        }
    }
}
