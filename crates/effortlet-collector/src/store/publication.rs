//! A definition that a team publishes from the builder, kept as it is. Never changes one that is kept.

use super::connection::Connection;
use effortlet_core::time::Timestamp;

/// So many of a site are kept, the latest of them.
const MOST: i64 = 100;

#[derive(Debug)]
pub(crate) struct NewPublication {
    pub(crate) site: String,
    pub(crate) at: Timestamp,
    pub(crate) definition: String,
    /// The hash of the file that it takes the place of; empty where there is none.
    pub(crate) over: String,
}

const PUBLISH: &str = "insert into publication (site, published_at, definition, over) values ($1, $2, $3, $4) returning number";

const PRUNE: &str = "
    delete from publication where site = $1 and number not in
        (select number from publication where site = $1 order by number desc limit $2)";

/// Says its number.
pub(super) async fn publish(connection: &mut Connection, it: &NewPublication) -> Result<i64, sqlx::Error> {
    let query = sqlx::query_scalar(PUBLISH).bind(&it.site).bind(it.at.0).bind(&it.definition).bind(&it.over);
    let number = query.fetch_one(&mut *connection).await?;
    sqlx::query(PRUNE).bind(&it.site).bind(MOST).execute(connection).await?;
    Ok(number)
}
