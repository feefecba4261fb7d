//! Where responses are kept: SQLite in a file, one writer, any number of readers.
//!
//! All SQL is in here. Knows nothing of HTTP, and never answers a write before its commit.

mod open;
mod received;
mod write;
mod writer;
mod counts;
mod version;
mod read;

pub(crate) use counts::{Chosen, Comment, SurveyTotals, Totals, VersionAnswers};
pub use open::OpenError;
pub(crate) use read::Unreadable;
pub(crate) use received::{Kept, Received, Refused};

use effortlet_core::time::Timestamp;
use sqlx::SqlitePool;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use writer::Job;

/// How many posts may wait for the writer before more are told to come back later.
const LONGEST_QUEUE: usize = 1_024;

/// A handle on the database; clones share it.
#[derive(Clone, Debug)]
pub struct Store {
    readers: SqlitePool,
    jobs: mpsc::Sender<Job>,
}

/// The writer at work. It ends when the last `Store` is gone and everything is committed.
#[must_use = "what was taken is only sure to be written once this was awaited"]
#[derive(Debug)]
pub struct Writing(JoinHandle<()>);

impl Store {
    /// Opens the database of a `sqlite:` url; the file and its folder are made where missing.
    pub async fn open(url: &str) -> Result<(Self, Writing), OpenError> {
        let options = open::options(url)?;
        let readers = open::readers(&options).await?;
        let (jobs, queue) = mpsc::channel(LONGEST_QUEUE);
        let writing = tokio::spawn(writer::write_groups(options, queue));
        Ok((Self { readers, jobs }, Writing(writing)))
    }

    /// Stores all of a post or nothing; returns after the commit.
    pub(crate) async fn keep(&self, received: Vec<Received>) -> Result<Kept, Refused> {
        let (reply, kept) = oneshot::channel();
        self.jobs.try_send(Job::Keep(received, reply)).map_err(|_| Refused::Unavailable)?;
        kept.await.unwrap_or(Err(Refused::Unavailable))
    }

    /// Writes and commits one moment.
    pub(crate) async fn probe(&self, at: Timestamp) -> Result<(), Refused> {
        let (reply, written) = oneshot::channel();
        self.jobs.try_send(Job::Probe(at, reply)).map_err(|_| Refused::Unavailable)?;
        written.await.unwrap_or(Err(Refused::Unavailable))
    }
}

impl Writing {
    /// Waits until everything that was taken is written.
    pub async fn drained(self) {
        if let Err(broken) = self.0.await {
            tracing::error!(%broken, "the writer did not end well");
        }
    }
}
