//! Counting what was kept apart, when a definition comes that could have produced it.
//!
//! Never deletes what was counted.

use super::connection::Connection;
use super::decide::Decided;
use super::dialect::Dialect;
use super::received::{Became, Received};
use super::tell::tell;
use super::telling::Telling;
use super::write::{next_seqs, stored, write_decided};
use crate::catalog::Catalog;
use effortlet_core::response::read;
use effortlet_core::source::parse_json;
use effortlet_core::time::Timestamp;

const FORGET: &str = "delete from apart where id = $1";

const OF_SITE: &str = "
    select shown_at, answered_at, received_at, body from apart where site = $1 order by received_at, id";

/// Counts what was kept apart and fits now; says how many that were. Whoever wants to hear of them is told.
pub(super) async fn let_in(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    site: &str,
    catalog: &Catalog,
    telling: &Telling,
) -> Result<u64, sqlx::Error> {
    let rows: Vec<(i64, Option<i64>, i64, String)> =
        sqlx::query_as(OF_SITE).bind(site).fetch_all(&mut *connection).await?;
    let read_again = |(shown_at, answered_at, arrived, body): (i64, Option<i64>, i64, String)| {
        let response = parse_json(&body).ok().and_then(|it| read(&it).ok())?;
        catalog.version_of(&response).ok()?;
        let answered_at = answered_at.map(Timestamp);
        Some(Received { response, shown_at: Timestamp(shown_at), answered_at, arrived: Timestamp(arrived) })
    };
    let fitting: Vec<Received> = rows.into_iter().filter_map(read_again).collect();
    if fitting.is_empty() {
        return Ok(0);
    }
    let seq = next_seqs(connection, fitting.len()).await?;
    let before = stored(connection, dialect, fitting.iter()).await?;
    let (mut after, mut decided, mut counted) = (before.clone(), Decided::default(), 0);
    for received in &fitting {
        let became = after.decide(std::slice::from_ref(received), catalog, &mut decided);
        let became = became.map_err(|error| sqlx::Error::Encode(error.into()))?;
        counted += u64::from(became.is_ok_and(|it| it.contains(&Became::Stored)));
    }
    let told: Vec<&Received> = decided.counted.iter().map(|(received, _)| *received).collect();
    write_decided(connection, dialect, decided, &before, seq).await?;
    tell(connection, dialect, &told, catalog, telling).await?;
    for received in &fitting {
        sqlx::query(FORGET).bind(&received.response.id).execute(&mut *connection).await?;
    }
    Ok(counted)
}
