//! Making, pausing and removing webhooks, and what somebody sends by hand. Never sends anything.

use super::connection::Connection;
use super::delivery::write_deliveries;
use super::webhook::{Webhook, WebhookState};
use super::dialect::Dialect;
use crate::event::NewDelivery;
use effortlet_core::time::Timestamp;

#[derive(Debug)]
pub(crate) enum WebhookChange {
    Add(Webhook),
    Set { id: String, state: WebhookState },
    /// What it was still to be told goes with it, a little later.
    Remove { id: String },
    /// One delivery that no response is the cause of.
    Test(NewDelivery),
    /// A delivery is due at once, whatever became of it, with all its tries before it.
    SendAgain { id: String, at: Timestamp },
}

const ADD: &str = "
    insert into webhook (id, site, survey, form, url, wants, secret, token, state, reason, made_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, $10)";

const SET: &str = "update webhook set state = $2, reason = null where id = $1 and state <> 'removed'";

const REMOVE: &str = "
    update webhook set state = 'removed', url = '', secret = '', token = null, reason = null where id = $1";

const REMOVE_ISSUES: &str = "delete from issue where webhook = $1";

const SEND_AGAIN: &str = "
    update delivery set state = 'waiting', attempts = 0, next_at = $2, ended_at = null
    where id = $1 and webhook in (select id from webhook where state <> 'removed')";

/// How many rows it was about.
pub(super) async fn write_webhook(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    change: &WebhookChange,
) -> Result<u64, sqlx::Error> {
    let query = match change {
        WebhookChange::Add(it) => {
            let wants = serde_json::to_string(&it.wants).map_err(|error| sqlx::Error::Encode(error.into()))?;
            sqlx::query(ADD)
                .bind(&it.id)
                .bind(&it.site)
                .bind(&it.survey)
                .bind(it.form.word())
                .bind(&it.url.0)
                .bind(wants)
                .bind(&it.secret.0)
                .bind(it.token.as_ref().map(|token| &token.0))
                .bind(it.state.word())
                .bind(it.made.0)
        }
        WebhookChange::Set { id, state } => sqlx::query(SET).bind(id).bind(state.word()),
        WebhookChange::Remove { id } => {
            sqlx::query(REMOVE_ISSUES).bind(id).execute(&mut *connection).await?;
            sqlx::query(REMOVE).bind(id)
        }
        WebhookChange::Test(delivery) => return write_deliveries(connection, dialect, std::slice::from_ref(delivery)).await,
        WebhookChange::SendAgain { id, at } => sqlx::query(SEND_AGAIN).bind(id).bind(at.0),
    };
    Ok(query.execute(connection).await?.rows_affected())
}
