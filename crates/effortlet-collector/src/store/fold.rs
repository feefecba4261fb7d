//! Folding: what came last is appended to segments, and what was taken back is taken out of them.
//!
//! Writes what `foldable` has made ready. What is revised meanwhile stays in `void` for the next time.
//! Never changes a response.

use super::connection::Connection;
use super::facts::Survey;
use super::segments::{clear, delete, insert};
use effortlet_columns::Filled;

/// What a fold writes.
#[derive(Clone, Debug)]
pub(super) struct Fold {
    pub(super) after: i64,
    pub(super) up_to: i64,
    /// The voids that are applied, the lowest first.
    pub(super) voids: Vec<i64>,
    /// Segments that others take the place of.
    pub(super) gone: Vec<i64>,
    /// Segments from which responses were taken out.
    pub(super) cleared: Vec<(i64, Filled)>,
    pub(super) new: Vec<(Survey, Filled)>,
}

pub(super) const FOLDED: &str = "select up_to from folded where id = 1";
const ADVANCE: &str = "update folded set up_to = $1 where id = 1 and up_to = $2";
const FORGET_VOIDS: &str = "delete from void where seq <= $1 returning seq, site, survey";
const VOID: &str = "insert into void (seq, site, survey) values ($1, $2, $3)";

const UNFOLD: [&str; 4] = [
    "delete from segment_column",
    "delete from segment",
    "delete from void",
    "update folded set up_to = 0 where id = 1",
];

/// Writes what is ready; 0 where another fold came first, else 1.
pub(super) async fn fold(connection: &mut Connection, fold: &Fold) -> Result<u64, sqlx::Error> {
    let advanced = sqlx::query(ADVANCE).bind(fold.up_to).bind(fold.after).execute(&mut *connection).await?;
    if advanced.rows_affected() == 0 {
        return Ok(0);
    }
    for (id, it) in &fold.cleared {
        clear(connection, *id, it).await?;
    }
    for (survey, it) in &fold.new {
        insert(connection, survey, it).await?;
    }
    for id in &fold.gone {
        delete(connection, *id).await?;
    }
    let now: Vec<(i64, String, String)> = sqlx::query_as(FORGET_VOIDS).bind(fold.up_to).fetch_all(&mut *connection).await?;
    for (seq, site, survey) in now.into_iter().filter(|it| fold.voids.binary_search(&it.0).is_err()) {
        sqlx::query(VOID).bind(seq).bind(site).bind(survey).execute(&mut *connection).await?;
    }
    Ok(1)
}

/// As if nothing had been folded yet.
pub(super) async fn unfold(connection: &mut Connection) -> Result<(), sqlx::Error> {
    for statement in UNFOLD {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}
