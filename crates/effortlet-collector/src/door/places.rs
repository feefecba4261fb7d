//! How many requests may be under way at once, over all connections. Never lets one wait for long.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// How long a request may wait for a place. A crowd of 1,000 is through in that time, and whoever comes
/// back at once after a refusal asks four times a second, which costs next to nothing.
const LONGEST_WAIT: Duration = Duration::from_millis(250);

/// Free places; clones share them. A layer that counts for itself would count each connection alone.
#[derive(Clone, Debug)]
pub(super) struct Places(Arc<Semaphore>);

impl Places {
    pub(super) fn new(most: NonZeroU32) -> Self {
        Self(Arc::new(Semaphore::new(usize::try_from(most.get()).unwrap_or(Semaphore::MAX_PERMITS))))
    }

    /// A place until it is dropped, where there is one in time.
    pub(super) async fn take(&self) -> Option<OwnedSemaphorePermit> {
        let places = Arc::clone(&self.0);
        match Arc::clone(&places).try_acquire_owned() {
            Ok(place) => Some(place),
            Err(_) => timeout(LONGEST_WAIT, places.acquire_owned()).await.ok()?.ok(),
        }
    }
}
