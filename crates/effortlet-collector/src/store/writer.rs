//! The one task that writes: what arrives together is committed together, so that one flush to
//! the disk serves many posts.

use super::received::{Kept, Received, Refused};
use super::write::{write_probe, write_response};
use effortlet_core::time::Timestamp;
use sqlx::error::ErrorKind;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, timeout_at};

/// So many responses are committed at once at most.
const LARGEST_GROUP: usize = 256;

/// How long the first of a group waits for others.
const GATHER_FOR: Duration = Duration::from_millis(5);

/// Something to write, and whom to tell once it is committed.
#[derive(Debug)]
pub(super) enum Job {
    Keep(Vec<Received>, oneshot::Sender<Result<Kept, Refused>>),
    Probe(Timestamp, oneshot::Sender<Result<(), Refused>>),
}

impl Job {
    fn size(&self) -> usize {
        match self {
            Self::Keep(received, _) => received.len(),
            Self::Probe(..) => 1,
        }
    }

    /// Whoever posted may be gone by now; what is written stays written.
    fn reply(self, outcome: Result<Kept, Refused>) {
        match self {
            Self::Keep(_, reply) => drop(reply.send(outcome)),
            Self::Probe(_, reply) => drop(reply.send(outcome.map(|_| ()))),
        }
    }
}

/// Writes until the last sender is gone and the queue is empty.
///
/// After a failure the connection is thrown away, since nobody knows what state it is in.
pub(super) async fn write_groups(options: SqliteConnectOptions, mut queue: mpsc::Receiver<Job>) {
    let mut open = None;
    while let Some(first) = queue.recv().await {
        let group = gather(first, &mut queue).await;
        let written = match open.take() {
            Some(connection) => Ok(connection),
            None => options.connect().await,
        };
        let committed = match written {
            Ok(mut connection) => match commit(&mut connection, &group).await {
                Ok(outcomes) => {
                    open = Some(connection);
                    Ok(outcomes)
                }
                Err(error) => Err(error),
            },
            Err(error) => Err(error),
        };
        answer(group, committed);
    }
    if let Some(connection) = open
        && let Err(error) = connection.close().await
    {
        tracing::warn!(%error, "the database did not close well");
    }
}

async fn gather(first: Job, queue: &mut mpsc::Receiver<Job>) -> Vec<Job> {
    let deadline = Instant::now() + GATHER_FOR;
    let mut size = first.size();
    let mut group = vec![first];
    while size < LARGEST_GROUP {
        let Ok(Some(next)) = timeout_at(deadline, queue.recv()).await else { break };
        size += next.size();
        group.push(next);
    }
    group
}

type Outcomes = Vec<Result<Kept, Refused>>;

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

/// One transaction for the group, and in it one savepoint a job: a refused one leaves no trace.
async fn commit(connection: &mut SqliteConnection, group: &[Job]) -> Result<Outcomes, sqlx::Error> {
    let mut transaction = connection.begin_with("begin immediate").await?;
    let mut outcomes = Vec::with_capacity(group.len());
    for job in group {
        let mut savepoint = transaction.begin().await?;
        let outcome = match write(&mut savepoint, job).await {
            Err(error) if breaks_a_rule(&error) => {
                tracing::error!(%error, "a response breaks a rule of the database");
                Err(Refused::Unavailable)
            }
            written => written?,
        };
        match outcome {
            Ok(_) => savepoint.commit().await?,
            Err(_) => savepoint.rollback().await?,
        }
        outcomes.push(outcome);
    }
    transaction.commit().await?;
    Ok(outcomes)
}

async fn write(
    connection: &mut SqliteConnection,
    job: &Job,
) -> Result<Result<Kept, Refused>, sqlx::Error> {
    let mut kept = Kept::default();
    match job {
        Job::Probe(at, _) => write_probe(connection, *at).await?,
        Job::Keep(received, _) => {
            for it in received {
                match write_response(connection, it).await? {
                    Ok(true) => kept.stored += 1,
                    Ok(false) => kept.unchanged += 1,
                    Err(refused) => return Ok(Err(refused)),
                }
            }
        }
    }
    Ok(Ok(kept))
}

/// Whether only this job is at fault, so that the others of its group can still be written.
fn breaks_a_rule(error: &sqlx::Error) -> bool {
    let kind = error.as_database_error().map(|error| error.kind());
    !matches!(kind, None | Some(ErrorKind::Other))
}
