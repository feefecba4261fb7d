//! What has been kept long enough goes, a little at a time.
//!
//! Never reads a clock.

use effortlet_core::time::{Duration, Timestamp};
use super::connection::Connection;
use super::dialect::Dialect;
use super::topic::forget_topics;

/// So many rows go in one step, which holds up posts for some milliseconds.
const STEP: i64 = 200;

/// A browser gives up after 7 days, and a tab may have been open for a day before.
const ERASED_FOR: Duration = Duration::days(7 + 1);

/// Deliveries are listed for a month, whatever became of them: no browser posts a revision that late,
/// and nobody looks for the reason of a failure any more.
const TOLD_FOR: Duration = Duration::days(30);

/// What is old: everything of it that came before a moment.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Older {
    /// Free texts, and what is kept apart, which may hold some and is in no figure.
    Words(Timestamp),
    /// Whole responses.
    Counts(Timestamp),
    /// Ids of what was erased, by the moment that it is now.
    Erased(Timestamp),
    /// Deliveries, by the moment that it is now.
    Told(Timestamp),
}

const APART: &str = "delete from apart where id in (select id from apart where revised_at < $1 limit $2)";
/// What is in segments is taken out of them.
const VOID: &str = "
    insert into void (seq, site, survey) select seq, site, survey from response where id in (
        select id from response where revised_at < $1 order by revised_at, id limit $2
    )";
const ANSWERS: &str = "
    delete from answer where response in (
        select id from response where revised_at < $1 order by revised_at, id limit $2
    )";
const COUNTS: &str = "delete from response where id in (select id from response where revised_at < $1 order by revised_at, id limit $2)";
const ERASED: &str = "delete from erased where id in (select id from erased where erased_at < $1 limit $2)";
const TOLD: &str = "delete from delivery where id in (select id from delivery where made_at < $1 limit $2)";
/// Those of a webhook that was removed, whatever their age, and then what is left of it.
const NOBODYS: &str = "
    delete from delivery where id in (
        select id from delivery where webhook in (select id from webhook where state = 'removed') and made_at >= $1 limit $2
    )";
const REMOVED: &str = "
    delete from webhook where id in (
        select id from webhook where state = 'removed' and made_at < $1
            and not exists (select 1 from delivery where delivery.webhook = webhook.id)
        limit $2
    )";

/// How many rows went.
pub(super) async fn forget(connection: &mut Connection, dialect: &dyn Dialect, older: Older) -> Result<u64, sqlx::Error> {
    let (statements, before): (&[&'static str], Timestamp) = match older {
        Older::Words(before) => (&[dialect.forget_words(), APART, TOLD], before),
        Older::Counts(before) => {
            for statement in [VOID, ANSWERS] {
                sqlx::query(statement).bind(before.0).bind(STEP).execute(&mut *connection).await?;
            }
            (&[COUNTS, APART, TOLD], before)
        }
        Older::Erased(now) => (&[ERASED], Timestamp(now.0 - ERASED_FOR.0)),
        Older::Told(now) => (&[TOLD, NOBODYS, REMOVED], Timestamp(now.0 - TOLD_FOR.0)),
    };
    let mut rows = 0;
    for statement in statements {
        rows += sqlx::query(*statement).bind(before.0).bind(STEP).execute(&mut *connection).await?.rows_affected();
    }
    // Once there is nothing else to take away, since each step would look through all that are left.
    if rows == 0 && matches!(older, Older::Words(_) | Older::Counts(_)) {
        rows = forget_topics(connection).await?;
    }
    Ok(rows)
}
