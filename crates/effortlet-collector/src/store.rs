//! Where responses are kept: one writer, any number of readers.
//!
//! All SQL is in here. Knows nothing of HTTP, and never answers a write before its commit.

mod connection;
mod dialect;
mod open_error;
mod open;
mod place;
mod received;
mod pace;
mod next;
mod rows;
mod decide;
mod access;
mod write;
mod apart;
mod let_in;
mod webhook;
mod telling;
mod claimed;
mod issue;
mod delivery;
mod tell;
mod webhook_change;
mod told;
mod writer;
mod change;
mod erase;
mod forget;
mod released;
mod remembered;
mod changing;
mod showing;
mod backup;
mod catalog;
mod register;
mod catching_up;
mod supervise;
mod tail;
mod counts;
mod facts;
mod named_facts;
mod segments;
mod fold;
mod foldable;
mod folding;
mod cache;
mod held;
mod answers;
mod complement;
mod counting;
mod unreadable;
mod read;
mod each_value;
mod families;
mod pages;
mod by_value;
mod edit_days;
mod edited;
mod comments;
mod said;
mod remark;
mod topic;
mod topics;
mod publication;
mod publications;
mod share;
mod shares;
mod digest;
mod digests;
mod values;
mod warming;
mod trend;
mod recount;
mod members;
mod unknown;
mod wanted;
mod export;

pub(crate) use access::{AccessChange, Hash};
pub(crate) use members::{Person, ReadToken};
pub(crate) use apart::{MOST_APART, MOST_APART_BYTES};
pub(crate) use by_value::{OfValue, OnDays, VersionByValue};
pub(crate) use edited::{EditedArticle, VersionEdited};
pub(crate) use claimed::{Claimed, Why};
pub(crate) use counts::{Chosen, Comment, SurveyTotals, Totals, VersionAnswers};
pub(crate) use delivery::{Room, Settled, Turn};
pub(crate) use erase::Whose;
pub(crate) use forget::Older;
pub(crate) use export::{KeptAnswer, KeptResponse, WithAnswers};
pub(crate) use issue::{Issue, IssueAsked, IssueOutcome, IssueSettled, IssueTurn, Waiting};
pub use open_error::OpenError;
pub(crate) use open::file_of;
pub(crate) use unreadable::Unreadable;
pub(crate) use values::Values;
pub(crate) use trend::Trend;
pub(crate) use pace::Pace;
pub(crate) use recount::Recounted;
pub(crate) use received::{Became, Kept, Received, Refused};
pub(crate) use publication::NewPublication;
pub(crate) use publications::Publication;
pub(crate) use digest::NewDigest;
pub(crate) use share::{MOST_SHARES, NewShare, Share, ShareChange};
pub(crate) use remark::{CommentAt, CommentState, Remark};
pub(crate) use topic::{SortTopic, Sorted, TopicAt, TopicClass, TopicState};
pub(crate) use said::{MOST_LOOKED_AT, Rated, Said, SaidPage, WhoseWords};
pub(crate) use register::NotTaken;
pub use register::{Registered, RegisteredSurvey};
pub(crate) use told::{DeliveriesAsked, Delivery};
pub(crate) use unknown::{Apart, ApartGroup};
pub(crate) use wanted::Wanted;
pub(crate) use webhook::{Hidden, Webhook, WebhookState};
pub(crate) use webhook_change::WebhookChange;

use crate::catalog::Catalog;
use connection::Pool;
use counting::Counting;
use dialect::{Dialect, Missing};
use effortlet_core::time::Timestamp;
use folding::Folding;
use open::Database;
use std::sync::Arc;
use std::time::Duration;
use supervise::supervise;
use telling::Telling;
use tokio::sync::{Mutex, RwLock, mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use writer::Job;

/// How many jobs may wait for the writer, two groups; others wait for room.
const LONGEST_QUEUE: usize = 2 * 1_024;

/// How long a post waits for its commit: a lock of 5 s, and what waits before it. It may be written
/// all the same, and its repeat changes nothing then.
const LONGEST_WAIT: Duration = Duration::from_secs(15);


/// A handle on the database; clones share it.
#[derive(Clone, Debug)]
pub struct Store {
    readers: Pool,
    dialect: &'static dyn Dialect,
    jobs: mpsc::Sender<Job>,
    pace: Pace,
    /// As it is in the database; whoever registers holds it until that is so again.
    catalog: Arc<RwLock<Arc<Catalog>>>,
    counting: Counting,
    /// None where somebody only looks.
    folding: Option<Folding>,
    telling: Arc<Telling>,
}

/// The writer at work. It ends when the last `Store` is gone and everything is committed.
#[must_use = "what was taken is only sure to be written once this was awaited"]
#[derive(Debug)]
pub struct Writing {
    task: JoinHandle<()>,
    broken: oneshot::Receiver<String>,
}

impl Store {
    /// Opens the database of a url; a file and its folder are made where missing.
    pub async fn open(url: &str) -> Result<(Self, Writing), OpenError> {
        let (database, readers) = Database::open(url, Missing::IsMade).await?;
        let dialect = database.dialect;
        let (jobs, queue) = mpsc::channel(LONGEST_QUEUE);
        let (catalog, telling) = (database.catalog(&readers).await?, database.telling(&readers).await?);
        let (tell, broken) = oneshot::channel();
        let (known, told) = (Arc::clone(&catalog), Arc::clone(&telling));
        let pace = Pace::default();
        let writers_pace = pace.clone();
        let task = tokio::spawn(async move {
            let queue = Arc::new(Mutex::new(queue));
            let start = || {
                let (database, pace) = (database.clone(), writers_pace.clone());
                let (known, told, queue) = (Arc::clone(&known), Arc::clone(&told), Arc::clone(&queue));
                async move { writer::write_groups(database, &known, &told, &queue, &pace).await }
            };
            if let Err(reason) = supervise("writer", start).await {
                let _ = tell.send(reason);
            }
        });
        let counting = Counting::default();
        let folding = Folding::start(readers.clone(), dialect, jobs.downgrade());
        Ok((Self { readers, dialect, jobs, pace, catalog, counting, folding: Some(folding), telling }, Writing { task, broken }))
    }

    /// Whether there is still somebody who writes.
    pub(crate) fn is_writing(&self) -> bool {
        !self.jobs.is_closed()
    }

    /// Which kind of database it is.
    pub(crate) fn kind(&self) -> &'static str {
        self.dialect.kind()
    }

    pub(crate) fn pace(&self) -> &Pace {
        &self.pace
    }

    /// How many jobs wait for the writer.
    pub(crate) fn waiting(&self) -> usize {
        self.jobs.max_capacity() - self.jobs.capacity()
    }

    /// Bytes of the database, without its log.
    pub(crate) async fn size(&self) -> Result<i64, Unreadable> {
        Ok(sqlx::query_scalar(self.dialect.size()).fetch_one(&self.readers).await?)
    }

    /// Opens a database that is there, to read from it alone; a collector may be writing to it.
    pub(crate) async fn look(url: &str) -> Result<Self, OpenError> {
        let (database, readers) = Database::open(url, Missing::IsRefused).await?;
        let catalog = database.catalog(&readers).await?;
        let (jobs, _) = mpsc::channel(1);
        Ok(Self { readers, dialect: database.dialect, jobs, pace: Pace::default(), catalog, counting: Counting::default(), folding: None, telling: Arc::default() })
    }

    /// Stores all of a post or nothing; returns after the commit.
    pub(crate) async fn keep(&self, received: Vec<Received>) -> Result<Kept, Refused> {
        let (reply, kept) = oneshot::channel();
        let kept: Kept = self.committed(Job::Keep(received, reply), kept).await?;
        if let Some(folding) = &self.folding {
            folding.came(kept.iter().filter(|it| **it == Became::Stored).count() as u64);
        }
        Ok(kept)
    }

    /// True when something was changed; returns after the commit.
    pub(crate) async fn change_access(&self, change: AccessChange) -> Result<bool, Refused> {
        let (reply, changed) = oneshot::channel();
        self.jobs.send(Job::Access(change, reply)).await.map_err(|_| Refused::Unavailable)?;
        Ok(changed.await.unwrap_or(Err(Refused::Unavailable))?.contains(&received::Became::Stored))
    }

    /// Writes and commits one moment.
    pub(crate) async fn probe(&self, at: Timestamp) -> Result<(), Refused> {
        let (reply, written) = oneshot::channel();
        self.committed(Job::Probe(at, reply), written).await
    }

    /// What the writer says of a job, once there was room for it in the queue. Whoever bounds how many ask
    /// at once bounds how many wait.
    async fn committed<Outcome>(&self, job: Job, reply: oneshot::Receiver<Result<Outcome, Refused>>) -> Result<Outcome, Refused> {
        let written = async {
            self.jobs.send(job).await.map_err(|_| Refused::Unavailable)?;
            reply.await.unwrap_or(Err(Refused::Unavailable))
        };
        timeout(LONGEST_WAIT, written).await.unwrap_or(Err(Refused::Unavailable))
    }
}

impl Writing {
    /// Why nothing can be written any more. Does not end as long as something can.
    pub async fn broken(&mut self) -> String {
        match (&mut self.broken).await {
            Ok(reason) => reason,
            Err(_) => std::future::pending().await,
        }
    }

    /// Waits until everything that was taken is written.
    pub async fn drained(self) {
        if let Err(broken) = self.task.await {
            tracing::error!(%broken, "the writer did not end well");
        }
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
impl Store {
    /// A store on an open database whose writer is gone.
    pub(crate) async fn without_writer(url: &str) -> Self {
        let (mut store, writing) = Self::open(url).await.unwrap();
        store.jobs = mpsc::channel(1).0;
        writing.drained().await;
        store
    }
}
