//! Has webhooks told of each week of a survey, once it is over: on Monday from 06:00 (UTC), or later in the week
//! where nobody was there then.
//!
//! Never sends anything, and never tells of two weeks at once.

use crate::catalog::Catalog;
use crate::clock::Clock;
use crate::event::{Kind, NewDelivery};
use crate::report::{Week, digest};
use crate::store::{NewDigest, Store, Webhook, WebhookState};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::time::Duration;
use tokio::time::sleep;

/// How soon a week that is due is told.
const BETWEEN_LOOKS: Duration = Duration::from_secs(60);

pub struct Weekly {
    store: Store,
    clock: Clock,
}

/// Of a site, and its own id.
type Survey = (String, String);

impl Weekly {
    pub fn new(store: Store, clock: Clock) -> Self {
        Self { store, clock }
    }

    pub async fn keep_up(self) -> Infallible {
        loop {
            if let Err(reason) = self.look().await {
                tracing::warn!(reason, "a week cannot be told now, it is tried again in a minute");
            }
            sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Writes down all that is due by the clock; says how much that is.
    ///
    /// # Errors
    /// Says so where the database cannot be read or written.
    pub async fn look(&self) -> Result<u64, String> {
        let at = (self.clock)();
        let Some(week) = Week::due(at) else { return Ok(0) };
        self.store.learn_webhooks().await.map_err(|error| error.to_string())?;
        let webhooks = self.store.webhooks();
        // One that was made since is told from the next week on.
        let wants = |it: &&Webhook| it.state == WebhookState::Active && it.wants.contains(&Kind::Digest) && it.made < week.end();
        let wanting: Vec<&Webhook> = webhooks.iter().filter(wants).collect();
        if wanting.is_empty() {
            return Ok(0);
        }
        let told = self.store.digests_told(&week.name()).await.map_err(|error| error.to_string())?;
        let mut due = surveys(&wanting, &*self.store.catalog().await);
        for ((_, survey), webhooks) in &mut due {
            webhooks.retain(|webhook| !told.contains(&(webhook.clone(), survey.clone())));
        }
        due.retain(|_, webhooks| !webhooks.is_empty());
        let mut rows = 0;
        for ((site, survey), webhooks) in due {
            let told = digest(&self.store, [&site, &survey], week, at).await.map_err(|error| error.to_string())?;
            let event = told.filter(|it| it.has_any()).map(|it| it.event(at));
            let each = |id: String| (id.clone(), event.as_ref().and_then(|event| NewDelivery::weekly(&id, event, at)));
            let new = NewDigest { webhooks: webhooks.into_iter().map(each).collect(), survey, week: week.name(), at };
            rows += self.store.tell_digest(new).await.map_err(|_| "the database cannot be written".to_owned())?;
        }
        Ok(rows)
    }
}

/// Who wants to be told of which surveys.
fn surveys(wanting: &[&Webhook], catalog: &Catalog) -> BTreeMap<Survey, Vec<String>> {
    let mut all: BTreeMap<Survey, Vec<String>> = BTreeMap::new();
    for webhook in wanting {
        let known = catalog.sites.get(&webhook.site).into_iter().flatten().map(|(survey, _)| survey);
        for survey in known.filter(|survey| webhook.survey.as_ref().is_none_or(|wanted| wanted == *survey)) {
            all.entry((webhook.site.clone(), survey.clone())).or_default().push(webhook.id.clone());
        }
    }
    all
}
