//! Where figures are counted: beside everything else, and never on so many cores at once that none is
//! left for posts.
//!
//! Never asks the database.

use super::cache::Cache;
use std::sync::Arc;
use tokio::sync::Semaphore;

#[derive(Clone, Debug)]
pub(super) struct Counting {
    pub(super) cache: Arc<Cache>,
    /// As many as there are cores, less one.
    places: Arc<Semaphore>,
}

impl Default for Counting {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self { cache: Arc::default(), places: Arc::new(Semaphore::new(cores.saturating_sub(1).max(1))) }
    }
}

impl Counting {
    /// Counts once there is a place.
    pub(super) async fn count<T: Send + 'static>(&self, count: impl FnOnce() -> T + Send + 'static) -> Result<T, sqlx::Error> {
        let place = Arc::clone(&self.places).acquire_owned().await;
        let counted = tokio::task::spawn_blocking(move || {
            let counted = count();
            drop(place);
            counted
        });
        counted.await.map_err(|broken| sqlx::Error::Io(std::io::Error::other(broken)))
    }
}
