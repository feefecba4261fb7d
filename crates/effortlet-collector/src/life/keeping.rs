//! Lets go of what has been kept long enough, in small steps between which posts are written.
//!
//! Never decides what time it is.

use super::options::Options;
use crate::store::{Older, Refused, Store};
use effortlet_core::time::{Duration, Timestamp};
use std::convert::Infallible;
use tokio::time::sleep;

/// A day is what the settings count, so an hour is soon enough.
const BETWEEN_LOOKS: std::time::Duration = std::time::Duration::from_secs(60 * 60);

/// Half of the writer's time at most goes into letting go, since a step takes milliseconds.
const BETWEEN_STEPS: std::time::Duration = std::time::Duration::from_millis(20);

/// How long words and counts are kept.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Keeping {
    words: Option<Duration>,
    counts: Option<Duration>,
}

impl Keeping {
    pub(crate) fn new(options: &Options) -> Self {
        let days = |it: std::num::NonZeroU32| Duration::days(i64::from(it.get()));
        Self { words: options.keep_words.map(days), counts: options.keep_counts.map(days) }
    }

    /// What is too old now.
    fn too_old(self, at: Timestamp) -> impl Iterator<Item = Older> {
        let before = move |kept: Duration| Timestamp(at.0.saturating_sub(kept.0));
        let counts = self.counts.map(|kept| Older::Counts(before(kept)));
        let words = self.words.map(|kept| Older::Words(before(kept)));
        counts.into_iter().chain(words).chain([Older::Erased(at), Older::Told(at)])
    }

    /// Lets go again and again, as long as the collector runs.
    pub(crate) async fn keep_up(self, store: Store, clock: fn() -> Timestamp) -> Infallible {
        loop {
            match go(&store, self, clock()).await {
                Ok(0) => {}
                Ok(rows) => tracing::info!(rows, "what was kept long enough is gone"),
                Err(_) => tracing::warn!("what was kept long enough cannot be deleted now, it is tried again in an hour"),
            }
            sleep(BETWEEN_LOOKS).await;
        }
    }
}

/// Lets go of all that is too old at this moment; says how many rows went.
///
/// # Errors
///
/// Says why not where the database cannot be written; what went before stays gone.
pub async fn let_go(store: &Store, options: &Options, at: Timestamp) -> Result<u64, String> {
    let gone = go(store, Keeping::new(options), at).await;
    gone.map_err(|_| "the database cannot be written now".to_owned())
}

async fn go(store: &Store, keeping: Keeping, at: Timestamp) -> Result<u64, Refused> {
    let mut gone = 0;
    for older in keeping.too_old(at) {
        loop {
            let rows = store.forget(older).await?;
            gone += rows;
            if rows == 0 {
                break;
            }
            sleep(BETWEEN_STEPS).await;
        }
    }
    Ok(gone)
}
