//! Sessions in our own database: by the hash of their id, so that a copy of it opens nothing.
//!
//! Expired ones count as gone, and are deleted as soon as the next one begins.

use super::secret::hash;
use crate::clock::Clock;
use crate::store::{AccessChange, Hash, Store};
use async_trait::async_trait;
use axum_login::tower_sessions::SessionStore;
use axum_login::tower_sessions::cookie::time::OffsetDateTime;
use axum_login::tower_sessions::session::{Id, Record};
use axum_login::tower_sessions::session_store::{Error, Result};
use effortlet_core::time::{Duration, Timestamp};
use std::fmt;

/// A week without a visit ends a session: whoever reads the report each week stays logged in.
const IDLE: Duration = Duration::seconds(7 * 24 * 60 * 60);

/// So does a month since the login, come what may.
pub(crate) const LONGEST: Duration = Duration::seconds(30 * 24 * 60 * 60);

/// A visit is written down once an hour, not with each page.
const NOTED_EVERY: Duration = Duration::seconds(60 * 60);

#[derive(Clone, Debug)]
pub(crate) struct Sessions {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let at = (self.clock)();
        let since = |span: Duration| Timestamp(at.0 - span.0);
        let (made_since, used_since) = (since(LONGEST), since(IDLE));
        let (hash, data) = (key(&record.id), data(record)?);
        self.change(AccessChange::NewSession { hash, data, at, made_since, used_since }).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.change(AccessChange::SessionData { hash: key(&record.id), data: data(record)? }).await
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let at = (self.clock)();
        let Some(session) = self.store.session(key(id)).await.map_err(backend)? else { return Ok(None) };
        if at - session.made >= LONGEST || at - session.used >= IDLE {
            return Ok(None);
        }
        if at - session.used >= NOTED_EVERY {
            self.change(AccessChange::SessionUsed { hash: key(id), at }).await?;
        }
        let data = serde_json::from_str(&session.data).map_err(|error| Error::Decode(error.to_string()))?;
        let ends = i128::from((session.made + LONGEST).0) * 1_000_000;
        let expiry_date = OffsetDateTime::from_unix_timestamp_nanos(ends).map_err(backend)?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.change(AccessChange::EndSession { hash: key(id) }).await
    }
}

impl Sessions {
    async fn change(&self, change: AccessChange) -> Result<()> {
        let changed = self.store.change_access(change).await;
        changed.map(|_| ()).map_err(|_| Error::Backend("the database cannot be written".to_owned()))
    }
}

fn key(id: &Id) -> Hash {
    hash(&id.0.to_le_bytes())
}

fn data(record: &Record) -> Result<String> {
    serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))
}

fn backend(error: impl fmt::Display) -> Error {
    Error::Backend(error.to_string())
}
