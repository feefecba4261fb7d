//! Reads what was published from the builder. Never says which one is served: a file may have taken its place.

use super::Store;
use super::unreadable::Unreadable;
use effortlet_core::time::Timestamp;

/// The latest of a site.
#[derive(Debug)]
pub(crate) struct Publication {
    pub(crate) number: i64,
    pub(crate) site: String,
    pub(crate) definition: String,
    pub(crate) over: String,
}

const LATEST: &str = "
    select number, site, definition, over from publication
    where number in (select max(number) from publication group by site)";

impl Store {
    /// Number and moment of each of a site, the latest first.
    pub(crate) async fn publications(&self, site: &str) -> Result<Vec<(i64, Timestamp)>, Unreadable> {
        let query = sqlx::query_as("select number, published_at from publication where site = $1 order by number desc");
        let rows: Vec<(i64, i64)> = query.bind(site).fetch_all(&self.readers).await?;
        Ok(rows.into_iter().map(|(number, at)| (number, Timestamp(at))).collect())
    }

    pub(crate) async fn publication(&self, number: i64) -> Result<Option<String>, Unreadable> {
        let query = sqlx::query_scalar("select definition from publication where number = $1");
        Ok(query.bind(number).fetch_optional(&self.readers).await?)
    }

    pub(crate) async fn latest_publications(&self) -> Result<Vec<Publication>, Unreadable> {
        let rows: Vec<(i64, String, String, String)> = sqlx::query_as(LATEST).fetch_all(&self.readers).await?;
        let publication = |(number, site, definition, over)| Publication { number, site, definition, over };
        Ok(rows.into_iter().map(publication).collect())
    }
}
