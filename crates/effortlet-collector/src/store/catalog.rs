//! Reads all that was registered. Never writes.

use crate::catalog::{Catalog, Version};
use effortlet_core::time::Timestamp;
use super::connection::Connection;
use super::dialect::Dialect;

const ANY: &str = "select count(*) from definition";

const VERSIONS: &str = "
    select site, survey, version, first_seen, reads_as, organization, default_locale, asked from version";

const POSTED: &str = "select site, survey, posted, version from posted_version";

pub(super) async fn load(connection: &mut Connection, dialect: &dyn Dialect) -> Result<Catalog, sqlx::Error> {
    let change = change(connection, dialect).await?;
    let definitions: i64 = sqlx::query_scalar(ANY).fetch_one(&mut *connection).await?;
    let mut catalog = Catalog { has_definitions: definitions > 0, change, ..Catalog::default() };
    type Row = (String, String, String, i64, String, String, String, Option<String>);
    let versions: Vec<Row> = sqlx::query_as(VERSIONS).fetch_all(&mut *connection).await?;
    for (site, survey, version, first_seen, reads_as, organization, default_locale, asked) in versions {
        let asked = asked.map(|text| serde_json::from_str(&text)).transpose();
        let asked = asked.map_err(|error| sqlx::Error::Decode(error.into()))?;
        let first_seen = Timestamp(first_seen);
        let it = Version { first_seen, reads_as, organization, default_locale, asked };
        catalog.sites.entry(site).or_default().entry(survey).or_default().known.insert(version, it);
    }
    let posted: Vec<(String, String, String, String)> = sqlx::query_as(POSTED).fetch_all(connection).await?;
    for (site, survey, posted, version) in posted {
        catalog.sites.entry(site).or_default().entry(survey).or_default().posted.insert(posted, version);
    }
    Ok(catalog)
}

/// All that was registered, where that is more than is known.
pub(super) async fn newer(connection: &mut Connection, dialect: &dyn Dialect, known: &Catalog) -> Result<Option<Catalog>, sqlx::Error> {
    if change(connection, dialect).await? == known.change {
        return Ok(None);
    }
    load(connection, dialect).await.map(Some)
}

async fn change(connection: &mut Connection, dialect: &dyn Dialect) -> Result<i64, sqlx::Error> {
    match dialect.catalog_change() {
        Some(change) => sqlx::query_scalar(change).fetch_one(connection).await,
        None => Ok(0),
    }
}
