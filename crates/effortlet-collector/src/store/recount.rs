//! Holds columns against the responses that they were made of.
//!
//! Looks at each response, since counts may agree by chance. Never changes a response.

use super::change::{Change, Changed};
use super::fold::FOLDED;
use super::folding::{WORTH_FOLDING, fold_with};
use super::facts::{Survey, rows};
use super::segments::{Head, filled, heads};
use super::connection::Connection;
use super::{Store, Unreadable};
use effortlet_columns::{Filled, MOST_RESPONSES, SAID};
use std::collections::BTreeSet;

/// What came of it for one survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recounted {
    pub(crate) site: String,
    pub(crate) survey: String,
    pub(crate) responses: u64,
    /// Where columns and responses do not agree; none where they do.
    pub(crate) differences: Vec<String>,
}

const SURVEYS: &str = "
    select site, survey from version union select site, survey from segment order by site, survey";

const VOIDS: &str = "select seq from void where site = $1 and survey = $2 order by seq";

impl Store {
    /// Every survey, as of one moment.
    pub(crate) async fn recount(&self) -> Result<Vec<Recounted>, Unreadable> {
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let surveys: Vec<Survey> = sqlx::query_as(SURVEYS).fetch_all(&mut *snapshot).await?;
        let mut recounted = Vec::with_capacity(surveys.len());
        for survey in surveys {
            recounted.push(recounted_of(&mut snapshot, survey).await?);
        }
        Ok(recounted)
    }

    /// Makes all columns anew; says how many rows were folded.
    pub(crate) async fn refold(&self) -> Result<u64, Unreadable> {
        match self.change(Change::Unfold).await {
            Ok(Changed::Rows(_)) => Ok(self.fold(1, MOST_RESPONSES).await?),
            _ => Err(Unreadable::from(sqlx::Error::WorkerCrashed)),
        }
    }

    /// Folds as long as there is enough to fold; says how many rows that were.
    pub(crate) async fn fold(&self, worth: u64, most: usize) -> Result<u64, sqlx::Error> {
        fold_with(&self.readers, self.dialect, &self.jobs, worth, most).await
    }

    /// Folds what is worth it, where something was stored that no collector has heard of.
    pub(crate) async fn fold_enough(&self) -> Result<u64, sqlx::Error> {
        self.fold(WORTH_FOLDING, MOST_RESPONSES).await
    }
}

async fn recounted_of(connection: &mut Connection, survey: Survey) -> Result<Recounted, sqlx::Error> {
    let up_to: i64 = sqlx::query_scalar(FOLDED).fetch_one(&mut *connection).await?;
    let voids: Vec<i64> = sqlx::query_scalar(VOIDS).bind(&survey.0).bind(&survey.1).fetch_all(&mut *connection).await?;
    let (mut responses, mut differences, mut after) = (0, Vec::new(), 0);
    for head in heads(connection, &survey).await? {
        let mut held = filled(connection, &head).await?;
        held.clear(&voids);
        let stored = stored(connection, (after, head.last_seq), &survey).await?;
        responses += stored.seqs.len() as u64;
        differences.extend(difference(&head, &Filled::of(&[held], &[]), &stored));
        after = head.last_seq;
    }
    let forgotten = stored(connection, (after, up_to.max(after)), &survey).await?.seqs.len();
    if forgotten > 0 {
        differences.push(format!("{forgotten} responses up to {up_to} are in no segment"));
    }
    let tail = stored(connection, (up_to.max(after), i64::MAX), &survey).await?;
    if let Some(seq) = tail.seqs.iter().find(|seq| voids.binary_search(seq).is_ok()) {
        differences.push(format!("{seq} counts, and was taken back"));
    }
    responses += (tail.seqs.len() + forgotten) as u64;
    let (site, survey) = survey;
    Ok(Recounted { site, survey, responses, differences })
}

async fn stored(connection: &mut Connection, between: (i64, i64), survey: &Survey) -> Result<Filled, sqlx::Error> {
    let rows = rows(connection, between, i64::MAX, Some(survey)).await?;
    Ok(Filled::of(&[], &rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>()))
}

/// Words may have been forgotten of whom columns still know that they wrote.
fn difference(head: &Head, held: &Filled, stored: &Filled) -> Option<String> {
    let place = format!("segment {} of {} to {}", head.id, head.first_seq, head.last_seq);
    if held.seqs != stored.seqs {
        let (held, stored) = (BTreeSet::from_iter(&held.seqs), BTreeSet::from_iter(&stored.seqs));
        let (more, fewer) = (held.difference(&stored).count(), stored.difference(&held).count());
        return Some(format!("{place}: {more} responses too many, {fewer} too few"));
    }
    let names = BTreeSet::from_iter(held.segment.columns.keys().chain(stored.segment.columns.keys()));
    let wrong = |name: &&String| {
        let (held, stored) = (held.segment.columns.get(*name), stored.segment.columns.get(*name));
        let at = |row: usize| (held.and_then(|it| it.at(row)), stored.and_then(|it| it.at(row)));
        name.as_str() != SAID && (0..head.responses).map(at).any(|(held, stored)| held != stored)
    };
    names.into_iter().find(wrong).map(|name| format!("{place}: {name} is another one"))
}
