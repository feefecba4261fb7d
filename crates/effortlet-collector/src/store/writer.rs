//! The one task that writes: what arrives together is committed together, so that one flush to
//! the disk serves many posts.

use super::catalog::newer;
use super::change::{Change, Changed, change};
use super::dialect::Dialect;
use super::connection::Connection;
use super::open::Database;
use super::access::{AccessChange, write_access};
use super::pace::Pace;
use super::received::{Kept, Received, Refused};
use super::decide::Decided;
use super::tell::tell;
use super::telling::Telling;
use super::unreadable::has_nul;
use super::write::{next_seqs, stored, write_decided, write_probe};
use crate::catalog::Catalog;
use effortlet_core::time::Timestamp;
use sqlx::error::ErrorKind;
use sqlx::Connection as _;
use std::io;
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::{Mutex, RwLock, mpsc, oneshot};

/// So many responses are committed at once at most: with a crowd waiting, the larger a group is the less
/// each of it costs, and it is written in a tenth of a second.
const LARGEST_GROUP: usize = 1_024;

/// So often a group is written again that waited for another collector which waited for it.
const MOST_REPEATS: u32 = 3;

/// Something to write, and whom to tell once it is committed.
#[derive(Debug)]
pub(super) enum Job {
    Keep(Vec<Received>, oneshot::Sender<Result<Kept, Refused>>),
    Access(AccessChange, oneshot::Sender<Result<Kept, Refused>>),
    Probe(Timestamp, oneshot::Sender<Result<(), Refused>>),
    Change(Change, oneshot::Sender<Result<Changed, Refused>>),
}

/// What a job has come to.
#[derive(Debug)]
enum Done {
    Kept(Kept),
    Probed,
    Changed(Changed),
}

impl Job {
    fn size(&self) -> usize {
        match self {
            Self::Keep(received, _) => received.len(),
            Self::Access(..) | Self::Probe(..) | Self::Change(..) => 1,
        }
    }

    /// The responses of a post.
    fn posted(&self) -> Option<&[Received]> {
        match self {
            Self::Keep(received, _) => Some(received),
            _ => None,
        }
    }

    /// Whoever posted may be gone by now; what is written stays written.
    fn reply(self, outcome: Result<Done, Refused>) {
        match (self, outcome) {
            (Self::Keep(_, reply) | Self::Access(_, reply), Ok(Done::Kept(kept))) => drop(reply.send(Ok(kept))),
            (Self::Keep(_, reply) | Self::Access(_, reply), outcome) => drop(reply.send(Err(refused(outcome)))),
            (Self::Probe(_, reply), outcome) => drop(reply.send(outcome.map(|_| ()))),
            (Self::Change(_, reply), Ok(Done::Changed(changed))) => drop(reply.send(Ok(changed))),
            (Self::Change(_, reply), outcome) => drop(reply.send(Err(refused(outcome)))),
        }
    }
}

fn refused(outcome: Result<Done, Refused>) -> Refused {
    outcome.err().unwrap_or(Refused::Unavailable)
}

/// Writes until the last sender is gone and the queue is empty.
pub(super) async fn write_groups(
    mut database: Database,
    catalog: &RwLock<Arc<Catalog>>,
    telling: &Telling,
    queue: &Mutex<mpsc::Receiver<Job>>,
    pace: &Pace,
) {
    let mut queue = queue.lock().await;
    let mut open = None;
    while let Some(first) = queue.recv().await {
        let group = gather(first, &mut queue);
        let began = Instant::now();
        let committed = if database.place.is_still_there() {
            commit_there(&mut database, &mut open, &group, catalog, telling).await
        } else {
            Err(moved())
        };
        pace.wrote(group.len(), began.elapsed());
        answer(group, committed);
    }
    if let Some(connection) = open
        && let Err(error) = connection.close().await
    {
        tracing::warn!(%error, "the database did not close well");
    }
}

/// After a failure the connection is thrown away, since nobody knows what state it is in.
async fn commit_there(
    database: &mut Database,
    open: &mut Option<Connection>,
    group: &[Job],
    catalog: &RwLock<Arc<Catalog>>,
    telling: &Telling,
) -> Result<Outcomes, sqlx::Error> {
    let mut connection = match open.take() {
        Some(connection) => connection,
        None => {
            database.place.log_may_be_new();
            database.connect().await?
        }
    };
    let outcomes = commit(&mut connection, database.dialect, group, catalog, telling).await?;
    if group.iter().any(|job| matches!(job, Job::Change(Change::Erase(..), _)))
        && let Some(empty_log) = database.dialect.after_erasing()
        && let Err(error) = sqlx::query(empty_log).execute(&mut connection).await
    {
        tracing::warn!(%error, "what was erased still stands in the database's log, until that is written over");
    }
    *open = Some(connection);
    database.place.log_is_written();
    if database.place.is_still_there() { Ok(outcomes) } else { Err(moved()) }
}

/// What was committed went where no later start would find it, so nobody is told that it is kept.
fn moved() -> sqlx::Error {
    let told = "its file was removed or replaced while in use; put it back, or start the collector anew";
    sqlx::Error::Io(io::Error::new(io::ErrorKind::NotFound, told))
}

/// What has come while the last group was written.
fn gather(first: Job, queue: &mut mpsc::Receiver<Job>) -> Vec<Job> {
    let mut size = first.size();
    let mut group = vec![first];
    while size < LARGEST_GROUP {
        let Ok(next) = queue.try_recv() else { break };
        size += next.size();
        group.push(next);
    }
    // Whoever writes responses locks their numbers first, so that two collectors never wait for each other.
    group.sort_by_key(|job| matches!(job, Job::Change(Change::Turn(_) | Change::Issue(_), _)));
    group
}

/// What is asked, and who wants to be told of answers.
type Known<'a> = (&'a Catalog, &'a Telling);

type Outcomes = Vec<Result<Done, Refused>>;

fn answer(group: Vec<Job>, committed: Result<Outcomes, sqlx::Error>) {
    match committed {
        Ok(outcomes) => {
            for (job, outcome) in group.into_iter().zip(outcomes) {
                job.reply(outcome);
            }
        }
        Err(error) => {
            tracing::error!(%error, posts = group.len(), "the database cannot be written");
            for job in group {
                job.reply(Err(Refused::Unavailable));
            }
        }
    }
}

/// One transaction for the group.
///
/// No definition is registered meanwhile, so that nothing is kept apart that it would have let in.
async fn commit(
    connection: &mut Connection,
    dialect: &dyn Dialect,
    group: &[Job],
    catalog: &RwLock<Arc<Catalog>>,
    telling: &Telling,
) -> Result<Outcomes, sqlx::Error> {
    let catalog = catalog.read().await;
    let mut committed = commit_all(connection, dialect, group, (&catalog, telling)).await;
    for _ in 0..MOST_REPEATS {
        if committed.as_ref().err().is_none_or(|error| !lost_a_race(error)) {
            break;
        }
        committed = commit_all(connection, dialect, group, (&catalog, telling)).await;
    }
    match committed {
        Err(error) if breaks_a_rule(&error) => commit_each(connection, dialect, group, (&catalog, telling)).await,
        outcomes => outcomes,
    }
}

/// A job that is refused writes nothing.
async fn commit_all(connection: &mut Connection, dialect: &dyn Dialect, group: &[Job], known: Known<'_>) -> Result<Outcomes, sqlx::Error> {
    let mut transaction = connection.begin_with(dialect.begin()).await?;
    let mut outcomes = Vec::with_capacity(group.len());
    for run in group.chunk_by(|job, next| job.posted().is_some() && next.posted().is_some()) {
        match run {
            [job] if job.posted().is_none() => outcomes.push(write(&mut transaction, dialect, job).await.map(Ok)?),
            posts => outcomes.extend(keep(&mut transaction, dialect, posts, known).await?),
        }
    }
    transaction.commit().await?;
    Ok(outcomes)
}

/// A transaction for each, so that only the one that breaks a rule is not written.
async fn commit_each(connection: &mut Connection, dialect: &dyn Dialect, group: &[Job], known: Known<'_>) -> Result<Outcomes, sqlx::Error> {
    let mut outcomes = Vec::with_capacity(group.len());
    for job in group {
        match commit_all(connection, dialect, std::slice::from_ref(job), known).await {
            Err(error) if breaks_a_rule(&error) => {
                tracing::error!(%error, "a response breaks a rule of the database");
                outcomes.push(Err(Refused::Unavailable));
            }
            written => outcomes.extend(written?),
        }
    }
    Ok(outcomes)
}

/// All that was posted, by a handful of statements.
async fn keep(connection: &mut Connection, dialect: &dyn Dialect, posts: &[Job], (catalog, telling): Known<'_>) -> Result<Outcomes, sqlx::Error> {
    let received = || posts.iter().filter_map(Job::posted).flatten();
    let newer = newer(connection, dialect, catalog).await?;
    let catalog = newer.as_ref().unwrap_or(catalog);
    let seq = next_seqs(connection, received().count()).await?;
    let before = stored(connection, dialect, received()).await?;
    let (mut after, mut decided) = (before.clone(), Decided::default());
    let mut outcomes = Vec::with_capacity(posts.len());
    for post in posts.iter().filter_map(Job::posted) {
        let kept = after.decide(post, catalog, &mut decided).map_err(|error| sqlx::Error::Encode(error.into()))?;
        outcomes.push(kept.map(Done::Kept));
    }
    let stored: Vec<&Received> = decided.counted.iter().map(|(received, _)| *received).collect();
    write_decided(connection, dialect, decided, &before, seq).await?;
    tell(connection, dialect, &stored, catalog, telling).await?;
    Ok(outcomes)
}

async fn write(connection: &mut Connection, dialect: &dyn Dialect, job: &Job) -> Result<Done, sqlx::Error> {
    Ok(match job {
        Job::Probe(at, _) => {
            write_probe(connection, *at).await?;
            Done::Probed
        }
        Job::Change(asked, _) => Done::Changed(change(connection, dialect, asked).await?),
        Job::Access(change, _) => Done::Kept(write_access(connection, change).await?),
        Job::Keep(..) => Done::Kept(Kept::default()),
    })
}

/// A deadlock, or what could not be put in an order: nothing was written, and a repeat may well be
/// (PostgreSQL, appendix A, class 40).
fn lost_a_race(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    matches!(code.as_deref(), Some("40P01" | "40001"))
}

/// Whether only this job is at fault, so that the others of its group can still be written.
fn breaks_a_rule(error: &sqlx::Error) -> bool {
    let kind = error.as_database_error().map(|error| error.kind());
    has_nul(error) || !matches!(kind, None | Some(ErrorKind::Other))
}
