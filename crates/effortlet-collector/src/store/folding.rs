//! When to fold: once enough has come or gone, beside the writer.
//!
//! Ends when the last `Store` is gone.

use super::dialect::Dialect;
use super::change::{Change, Changed};
use super::foldable::ready;
use super::writer::Job;
use super::connection::Pool;
use effortlet_columns::MOST_RESPONSES;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::mpsc::{self, Sender, WeakSender};
use tokio::sync::oneshot;

/// So many rows make a fold worth its while; until then reports keep them as they are (`tail`), which takes
/// some milliseconds.
pub(super) const WORTH_FOLDING: u64 = 2_048;

/// Wakes who folds.
#[derive(Clone, Debug)]
pub(super) struct Folding {
    came: Arc<AtomicU64>,
    wake: mpsc::Sender<()>,
}

impl Folding {
    /// What an earlier collector has left is folded at once.
    pub(super) fn start(readers: Pool, dialect: &'static dyn Dialect, jobs: WeakSender<Job>) -> Self {
        let (wake, mut woken) = mpsc::channel(1);
        let _ = wake.try_send(());
        tokio::spawn(async move {
            let mut analyze = dialect.analyze();
            while woken.recv().await.is_some() {
                let Some(jobs) = jobs.upgrade() else { return };
                match fold_with(&readers, dialect, &jobs, WORTH_FOLDING, MOST_RESPONSES).await {
                    Ok(0) => {}
                    Ok(_) => look(&readers, analyze.take()).await,
                    Err(error) => tracing::warn!(%error, "responses cannot be folded now; reports read them one by one"),
                }
            }
        });
        Self { came: Arc::default(), wake }
    }
}

/// Once is enough: what the database then knows, that no two responses have one id, stays true as they grow.
async fn look(readers: &Pool, analyze: Option<&'static str>) {
    if let Some(analyze) = analyze
        && let Err(error) = sqlx::raw_sql(analyze).execute(readers).await
    {
        tracing::warn!(%error, "the database does not yet know how much it holds, and may be slow for a minute");
    }
}

impl Folding {
    /// So many rows have come or gone.
    pub(super) fn came(&self, rows: u64) {
        if self.came.fetch_add(rows, Ordering::Relaxed) + rows >= WORTH_FOLDING {
            self.came.store(0, Ordering::Relaxed);
            let _ = self.wake.try_send(());
        }
    }
}

/// Folds as long as there is enough to fold; says how many rows that were. At most `most` responses are
/// in a segment.
pub(super) async fn fold_with(
    readers: &Pool,
    dialect: &dyn Dialect,
    jobs: &Sender<Job>,
    worth: u64,
    most: usize,
) -> Result<u64, sqlx::Error> {
    let mut folded = 0;
    loop {
        let mut snapshot = readers.begin_with(dialect.snapshot()).await?;
        let ready = ready(&mut snapshot, worth, most).await?;
        drop(snapshot);
        let Some((fold, rows)) = ready else { return Ok(folded) };
        let (reply, changed) = oneshot::channel();
        let job = Job::Change(Change::Fold(Box::new(fold)), reply);
        if jobs.send(job).await.is_err() {
            return Ok(folded);
        }
        match changed.await {
            Ok(Ok(Changed::Rows(1))) => folded += rows,
            // Another one folded meanwhile.
            Ok(Ok(_)) => return Ok(folded),
            _ => return Err(sqlx::Error::WorkerCrashed),
        }
        if rows < worth.max(1) {
            return Ok(folded);
        }
    }
}
