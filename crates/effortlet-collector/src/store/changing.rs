//! Asking the writer for changes that no visitor asks for.
//!
//! Never writes by itself.

use super::change::{Change, Changed};
use super::claimed::Claimed;
use super::delivery::Turn;
use super::erase::Whose;
use super::folding::WORTH_FOLDING;
use super::forget::Older;
use super::issue::{IssueAsked, IssueTurn};
use super::unreadable::Unreadable;
use super::received::Refused;
use super::released::{Counted, decide};
use super::publication::NewPublication;
use super::remark::Remark;
use super::topic::SortTopic;
use super::webhook_change::WebhookChange;
use super::writer::Job;
use super::Store;
use effortlet_columns::Fact;
use effortlet_core::time::Timestamp;
use tokio::sync::oneshot;

impl Store {
    /// Erases every response of one person, their answers and what is kept apart of them; says how many
    /// responses that were.
    pub(crate) async fn erase(&self, person: Whose, at: Timestamp) -> Result<u64, Refused> {
        self.rows(Change::Erase(person, at)).await
    }

    /// One small step; says how many rows it took away, and 0 when nothing is left to do.
    pub(crate) async fn forget(&self, older: Older) -> Result<u64, Refused> {
        self.rows(Change::Forget(older)).await
    }

    /// Says how many rows it was about; what is known in memory is as it is then.
    pub(crate) async fn change_webhook(&self, change: WebhookChange) -> Result<u64, Refused> {
        let rows = self.rows(Change::Webhook(change)).await?;
        self.learn_webhooks().await.map_err(|_| Refused::Unavailable)?;
        self.telling.news.notify_one();
        Ok(rows)
    }

    /// Whether there is such a comment.
    pub(crate) async fn remark(&self, remark: Remark) -> Result<bool, Refused> {
        Ok(self.rows(Change::Remark(remark)).await? > 0)
    }

    /// Makes all columns anew where others were named before.
    pub(crate) async fn name_facts(&self, facts: Vec<Fact>) -> Result<(), Refused> {
        if self.rows(Change::NameFacts(facts)).await? > 0 {
            self.folding.iter().for_each(|it| it.came(WORTH_FOLDING));
        }
        Ok(())
    }

    pub(crate) async fn sort_topic(&self, it: SortTopic) -> Result<(), Refused> {
        self.rows(Change::SortTopic(it)).await.map(drop)
    }

    /// Says the number that it has from now on.
    pub(crate) async fn publish(&self, it: NewPublication) -> Result<i64, Refused> {
        match self.change(Change::Publish(it)).await? {
            Changed::Published(number) => Ok(number),
            _ => Err(Refused::Unavailable),
        }
    }

    /// Notes what was sent, and takes up what is due; says when there is more.
    pub(crate) async fn turn(&self, turn: Turn) -> Result<(Vec<Claimed>, Option<Timestamp>), Refused> {
        match self.change(Change::Turn(turn)).await? {
            Changed::Claimed(claimed, next) => Ok((claimed, next)),
            _ => Err(Refused::Unavailable),
        }
    }

    /// Whether the issue of a delivery may be written now.
    pub(crate) async fn begin_issue(&self, asked: IssueAsked) -> Result<IssueTurn, Refused> {
        match self.change(Change::Issue(asked)).await? {
            Changed::Issue(turn) => Ok(turn),
            _ => Err(Refused::Unavailable),
        }
    }

    async fn rows(&self, change: Change) -> Result<u64, Refused> {
        match self.change(change).await? {
            Changed::Rows(rows) => {
                self.folding.iter().for_each(|it| it.came(rows));
                Ok(rows)
            }
            _ => Ok(0),
        }
    }

    pub(super) async fn change(&self, change: Change) -> Result<Changed, Refused> {
        let (reply, changed) = oneshot::channel();
        self.committed(Job::Change(change, reply), changed).await
    }

    /// What may be shown in the place of these, all of one survey.
    pub(super) async fn shown(&self, counted: Vec<Counted>) -> Result<Vec<Counted>, Unreadable> {
        let Some(first) = counted.first() else { return Ok(Vec::new()) };
        let survey = (first.site.clone(), first.survey.clone());
        let remembered = self.counting.memory.now(&self.readers, &survey).await?;
        let shown = decide(&counted, &remembered);
        // Who only looks into the database, as a command does, holds all of it anyway.
        if shown.iter().all(|(_, moves)| !moves) || !self.is_writing() {
            return Ok(shown.into_iter().map(|(it, _)| it).collect());
        }
        match self.change(Change::Release(counted, Box::new(remembered))).await {
            Ok(Changed::Shown(shown)) => Ok(shown),
            _ => Err(Unreadable::from(sqlx::Error::WorkerCrashed)),
        }
    }
}
