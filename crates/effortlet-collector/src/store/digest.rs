//! Weeks of which webhooks are told: each once, whoever writes it and however often.
//!
//! What is noted stands beside the delivery in one transaction, since deliveries are deleted one day. Never has two
//! weeks of a survey wait for one webhook.

use super::connection::Connection;
use super::delivery::write_deliveries;
use super::dialect::Dialect;
use crate::event::NewDelivery;
use effortlet_core::time::Timestamp;

/// One week of a survey for some webhooks.
#[derive(Debug)]
pub(crate) struct NewDigest {
    pub(crate) survey: String,
    /// Such as `2026-W48`, so that later weeks are greater texts.
    pub(crate) week: String,
    pub(crate) at: Timestamp,
    /// Each with its delivery, which is none where there is nothing to tell.
    pub(crate) webhooks: Vec<(String, Option<NewDelivery>)>,
}

/// Where the clocks of two collectors differ, a week before one that was told is told no more.
const NOTE: &str = "
    insert into digest (webhook, survey, week)
    select $1, $2, $3 where not exists (select 1 from digest where webhook = $1 and survey = $2 and week >= $3)";

const EARLIER: &str = "delete from digest where webhook = $1 and survey = $2 and week < $3";

/// What could not be delivered for a week is of no use beside the next one.
const OUTDATED: &str = "
    update delivery set state = 'failed', ended_at = $3, reason = 'a later week is told'
    where webhook = $1 and event = 'digest' and subject = $2 and state = 'waiting'";

/// How many deliveries are new.
pub(super) async fn write_digest(connection: &mut Connection, dialect: &dyn Dialect, it: &NewDigest) -> Result<u64, sqlx::Error> {
    let mut rows = 0;
    for (webhook, delivery) in &it.webhooks {
        let note = sqlx::query(NOTE).bind(webhook).bind(&it.survey).bind(&it.week);
        if note.execute(&mut *connection).await?.rows_affected() == 0 {
            continue;
        }
        sqlx::query(EARLIER).bind(webhook).bind(&it.survey).bind(&it.week).execute(&mut *connection).await?;
        sqlx::query(OUTDATED).bind(webhook).bind(&it.survey).bind(it.at.0).execute(&mut *connection).await?;
        rows += write_deliveries(connection, dialect, delivery.as_slice()).await?;
    }
    Ok(rows)
}
