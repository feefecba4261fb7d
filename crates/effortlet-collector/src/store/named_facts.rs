//! Which facts of `identify` reports are filtered by, as the collector that serves was told.
//!
//! Kept in the database, so that whoever makes columns of it makes the same ones.

use super::connection::Connection;
use effortlet_columns::Fact;

const NAMED: &str = "select facts from folded where id = 1";
const NAME: &str = "update folded set facts = $1 where id = 1";

pub(super) async fn named_facts(connection: &mut Connection) -> Result<Vec<Fact>, sqlx::Error> {
    let named: String = sqlx::query_scalar(NAMED).fetch_one(connection).await?;
    serde_json::from_str(&named).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// False where the same were named before; else everything is to be folded anew.
pub(super) async fn name_facts(connection: &mut Connection, facts: &[Fact]) -> Result<bool, sqlx::Error> {
    if named_facts(&mut *connection).await? == facts {
        return Ok(false);
    }
    let text = serde_json::to_string(facts).map_err(|error| sqlx::Error::Encode(error.into()))?;
    sqlx::query(NAME).bind(text).execute(connection).await?;
    Ok(true)
}
