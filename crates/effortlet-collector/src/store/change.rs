//! Changes to what is stored that no visitor asks for, each a job of the writer.
//!
//! Never waits: a large change is asked for again until nothing is left to do.

use super::claimed::Claimed;
use super::delivery::{Turn, turn};
use super::erase::{Whose, erase};
use super::fold::{Fold, fold, unfold};
use super::named_facts::name_facts;
use effortlet_columns::Fact;
use super::forget::{Older, forget};
use super::issue::{IssueAsked, IssueTurn, begin_issue};
use super::publication::{NewPublication, publish};
use super::remark::{Remark, remark};
use super::released::{Counted, release};
use super::remembered::Remembered;
use super::topic::{SortTopic, sort_topic};
use super::digest::{NewDigest, write_digest};
use super::share::{ShareChange, write_share};
use super::webhook_change::{WebhookChange, write_webhook};
use effortlet_core::time::Timestamp;
use super::connection::Connection;
use super::dialect::Dialect;

#[derive(Debug)]
pub(super) enum Change {
    Erase(Whose, Timestamp),
    Forget(Older),
    /// Together with what was remembered a moment ago.
    Release(Vec<Counted>, Box<Remembered>),
    Fold(Box<Fold>),
    /// Takes all columns away, to make them anew.
    Unfold,
    NameFacts(Vec<Fact>),
    Webhook(WebhookChange),
    Remark(Remark),
    SortTopic(SortTopic),
    Publish(NewPublication),
    Share(ShareChange),
    Digest(NewDigest),
    Turn(Turn),
    Issue(IssueAsked),
}

/// What a change has done.
#[derive(Debug)]
pub(super) enum Changed {
    /// So many responses, or answers.
    Rows(u64),
    Shown(Vec<Counted>),
    /// What is to be sent, and when there is more.
    Claimed(Vec<Claimed>, Option<Timestamp>),
    Issue(IssueTurn),
    /// By this number.
    Published(i64),
}

pub(super) async fn change(connection: &mut Connection, dialect: &dyn Dialect, change: &Change) -> Result<Changed, sqlx::Error> {
    Ok(match change {
        Change::Erase(person, at) => Changed::Rows(erase(connection, dialect, person, *at).await?),
        Change::Forget(older) => Changed::Rows(forget(connection, dialect, *older).await?),
        Change::NameFacts(facts) => {
            let are_others = name_facts(connection, facts).await?;
            if are_others {
                unfold(connection).await?;
            }
            Changed::Rows(u64::from(are_others))
        }
        Change::Unfold => {
            unfold(connection).await?;
            Changed::Rows(0)
        }
        Change::Fold(ready) => Changed::Rows(fold(connection, ready).await?),
        Change::Release(counted, remembered) => Changed::Shown(release(connection, counted, remembered).await?),
        Change::Webhook(change) => Changed::Rows(write_webhook(connection, dialect, change).await?),
        Change::Publish(it) => Changed::Published(publish(connection, it).await?),
        Change::Share(it) => Changed::Rows(write_share(connection, it).await?),
        Change::Digest(it) => Changed::Rows(write_digest(connection, dialect, it).await?),
        Change::Remark(it) => Changed::Rows(remark(connection, it).await?),
        Change::SortTopic(it) => Changed::Rows(sort_topic(connection, it).await?),
        Change::Turn(asked) => {
            let (claimed, next) = turn(connection, dialect, asked).await?;
            Changed::Claimed(claimed, next)
        }
        Change::Issue(asked) => Changed::Issue(begin_issue(connection, asked).await?),
    })
}
