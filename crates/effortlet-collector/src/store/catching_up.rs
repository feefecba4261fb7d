//! Definitions that another collector before the same database has registered.
//!
//! Never changes the database.

use super::Store;
use super::catalog::newer;
use crate::catalog::Catalog;
use std::sync::Arc;

impl Store {
    /// Whether another collector may have changed what is registered.
    pub(crate) fn is_shared(&self) -> bool {
        self.dialect.catalog_change().is_some()
    }

    /// All that was registered, here and elsewhere.
    pub(crate) async fn catalog(&self) -> Arc<Catalog> {
        // Where the database is away, what is known of it is as good as anything.
        if self.is_shared()
            && let Err(error) = self.catch_up().await
        {
            tracing::warn!(%error, "what other collectors have registered cannot be read now");
        }
        Arc::clone(&*self.catalog.read().await)
    }

    async fn catch_up(&self) -> Result<(), sqlx::Error> {
        let known = Arc::clone(&*self.catalog.read().await);
        let mut snapshot = self.readers.begin().await?;
        let newer = newer(&mut snapshot, self.dialect, &known).await?;
        drop(snapshot);
        if let Some(newer) = newer {
            let mut catalog = self.catalog.write().await;
            if newer.change > catalog.change {
                *catalog = Arc::new(newer);
            }
        }
        Ok(())
    }
}
