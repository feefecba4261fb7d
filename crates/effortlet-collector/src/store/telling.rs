//! Webhooks in memory, so that a response costs nothing where nobody wants to be told.
//!
//! Never forgets one that is in the database, and never sends anything.

use super::connection::Pool;
use super::webhook::{Hidden, Webhook, WebhookState};
use crate::event::{Form, Wanting};
use effortlet_core::time::Timestamp;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::Notify;

const ALL: &str = "
    select id, site, survey, form, url, wants, secret, token, state, reason, made_at from webhook order by made_at, id";

type Row = (
    String, String, Option<String>, String, String, String, String, Option<String>, String, Option<String>, i64,
);

/// Everything that is known of them, shared by the writer and whoever sends.
#[derive(Debug, Default)]
pub(super) struct Telling {
    known: RwLock<Known>,
    /// There is something new to send.
    pub(super) news: Notify,
}

#[derive(Clone, Debug, Default)]
struct Known {
    all: Arc<Vec<Webhook>>,
    wanting: Arc<Vec<Wanting>>,
}

impl Telling {
    /// Those that have not ended, as the writer asks for them.
    pub(super) fn wanting(&self) -> Arc<Vec<Wanting>> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner).wanting)
    }

    /// Reads them anew.
    pub(super) async fn learn(&self, readers: &Pool) -> Result<(), sqlx::Error> {
        let rows: Vec<Row> = sqlx::query_as(ALL).fetch_all(readers).await?;
        self.know(rows.into_iter().filter_map(webhook).collect());
        Ok(())
    }

    /// As they were read last, the oldest first.
    pub(super) fn all(&self) -> Arc<Vec<Webhook>> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner).all)
    }

    fn know(&self, all: Vec<Webhook>) {
        let wants = all.iter().filter(|it| it.state != WebhookState::Ended).map(|it| Wanting {
            id: it.id.clone(),
            site: it.site.clone(),
            survey: it.survey.clone(),
            kinds: it.wants.clone(),
        });
        let wanting = Arc::new(wants.collect());
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Known { all: Arc::new(all), wanting };
    }
}

/// None where it was removed, or a later version has stored what this one does not know.
fn webhook(row: Row) -> Option<Webhook> {
    let (id, site, survey, form, url, wants, secret, token, state, reason, made) = row;
    Some(Webhook {
        id,
        site,
        survey,
        form: Form::ALL.into_iter().find(|it| it.word() == form)?,
        url: Hidden(url),
        wants: serde_json::from_str(&wants).ok()?,
        secret: Hidden(secret),
        token: token.map(Hidden),
        state: [WebhookState::Active, WebhookState::Paused, WebhookState::Ended].into_iter().find(|it| it.word() == state)?,
        reason,
        made: Timestamp(made),
    })
}
