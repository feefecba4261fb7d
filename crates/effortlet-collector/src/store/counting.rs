//! Where figures are counted: beside everything else, and never on so many cores at once that none is
//! left for posts.
//!
//! Never asks the database.

use super::cache::Cache;
use super::remembered::Memory;
use super::facts::Survey;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

#[derive(Clone, Debug)]
pub(super) struct Counting {
    pub(super) cache: Arc<Cache>,
    pub(super) memory: Arc<Memory>,
    pub(super) warmed: Warmed,
    /// As many as there are cores, less one.
    places: Arc<Semaphore>,
}

impl Default for Counting {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self { cache: Arc::default(), memory: Arc::default(), warmed: Warmed::default(), places: Arc::new(Semaphore::new(cores.saturating_sub(1).max(1))) }
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

/// The newest segment of which there are sums, by survey.
#[derive(Clone, Debug, Default)]
pub(super) struct Warmed(Arc<Mutex<BTreeMap<Survey, i64>>>);

impl Warmed {
    /// Whether this is the first to come up to a segment.
    pub(super) fn comes_to(&self, survey: &Survey, segment: i64) -> bool {
        let mut warmed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        warmed.insert(survey.clone(), segment) != Some(segment)
    }
}
