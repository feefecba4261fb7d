//! Webhooks and deliveries as they are looked at. Never gives away what a delivery tells.

use super::Store;
use super::unreadable::Unreadable;
use super::webhook::Webhook;
use effortlet_core::time::Timestamp;
use std::sync::Arc;

/// What became of a delivery so far.
#[derive(Debug)]
pub(crate) struct Delivery {
    pub(crate) id: String,
    pub(crate) event: String,
    /// None of a test.
    pub(crate) response: Option<String>,
    pub(crate) state: String,
    pub(crate) attempts: i64,
    pub(crate) next: Timestamp,
    pub(crate) made: Timestamp,
    pub(crate) ended: Option<Timestamp>,
    pub(crate) status: Option<i64>,
    pub(crate) reason: Option<String>,
}

/// Which of them: those of a state, or all; those before one of another page, or the newest.
#[derive(Debug)]
pub(crate) struct DeliveriesAsked<'a> {
    pub(crate) webhook: &'a str,
    pub(crate) state: Option<&'a str>,
    pub(crate) before: Option<(i64, &'a str)>,
    pub(crate) most: i64,
}

const LATEST: &str = "
    select id, event, response, state, attempts, next_at, made_at, ended_at, status, reason from delivery
    where webhook = $1 and ($2 = '' or state = $2) and (made_at < $3 or made_at = $3 and id < $4)
    order by made_at desc, id desc limit $5";

type Row = (String, String, Option<String>, String, i64, i64, i64, Option<i64>, Option<i64>, Option<String>);

impl Store {
    /// As they were read last, the oldest first.
    pub(crate) fn webhooks(&self) -> Arc<Vec<Webhook>> {
        self.telling.all()
    }

    /// Reads them anew: another collector, or a command, may have changed them.
    pub(crate) async fn learn_webhooks(&self) -> Result<(), Unreadable> {
        Ok(self.telling.learn(&self.readers).await?)
    }

    /// Waits until there may be something to send.
    pub(crate) async fn news(&self) {
        self.telling.news.notified().await;
    }

    /// The newest first.
    pub(crate) async fn deliveries(&self, asked: &DeliveriesAsked<'_>) -> Result<Vec<Delivery>, Unreadable> {
        let (made, id) = asked.before.unwrap_or((i64::MAX, ""));
        let query = sqlx::query_as(LATEST).bind(asked.webhook).bind(asked.state.unwrap_or_default());
        let rows: Vec<Row> = query.bind(made).bind(id).bind(asked.most).fetch_all(&self.readers).await?;
        Ok(rows.into_iter().map(delivery).collect())
    }
}

fn delivery(row: Row) -> Delivery {
    let (id, event, response, state, attempts, next, made, ended, status, reason) = row;
    let (next, made, ended) = (Timestamp(next), Timestamp(made), ended.map(Timestamp));
    Delivery { id, event, response, state, attempts, next, made, ended, status, reason }
}
