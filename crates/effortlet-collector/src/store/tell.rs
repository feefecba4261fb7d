//! What others want to be told stands beside what it is about, or nothing does.
//!
//! Never looks into a response where nobody wants to be told.

use super::connection::Connection;
use super::delivery::write_deliveries;
use super::dialect::Dialect;
use super::received::Received;
use super::telling::Telling;
use crate::catalog::Catalog;
use crate::event::deliveries;

/// Of responses that are stored by the same transaction, each under the version that `catalog` says.
pub(super) async fn tell(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    stored: &[&Received],
    catalog: &Catalog,
    telling: &Telling,
) -> Result<(), sqlx::Error> {
    let wanting = telling.wanting();
    if wanting.is_empty() {
        return Ok(());
    }
    let told = stored.iter().flat_map(|it| match catalog.version_of(&it.response) {
        Ok(version) => deliveries(&wanting, catalog, &it.response, version, it.arrived),
        Err(_) => Vec::new(),
    });
    if write_deliveries(connection, dialect, &told.collect::<Vec<_>>()).await? > 0 {
        // Whoever sends asks the writer, and so after the commit.
        telling.news.notify_one();
    }
    Ok(())
}
