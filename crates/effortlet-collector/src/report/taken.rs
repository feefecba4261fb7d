//! A report to take along: its figures, how they moved against the days before, and over time.
//!
//! The same that the page shows and the API gives, of the same functions.

use super::asked::Queried;
use super::comparison::{Comparison, comparison};
use super::drawn::{ShownVersion, drawn};
use super::figures::Report;
use super::home::DAYS;
use super::shown::found;
use super::trend_report::{Trended, in_words, trended};
use effortlet_columns::{Filter, day_of};
use crate::error::{Error, unreadable};
use crate::store::Store;
use effortlet_core::time::Timestamp;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(crate) struct Taken {
    #[serde(flatten)]
    pub(super) report: Report,
    /// Of the version that the page shows (`shown`); against the four weeks before the latest four where no period is
    /// named.
    pub(super) comparison: Option<Comparison>,
    /// Of the same version.
    pub(super) trend: Trended,
    #[serde(skip)]
    pub(super) filter: Filter,
}

/// `pairs` are what an address would name.
pub(crate) async fn taken(store: &Store, of: [&str; 2], pairs: Vec<(String, String)>, at: Timestamp) -> Result<Taken, Error> {
    let queried = Queried::of(pairs);
    let (filter, unit, other) = queried.for_taking()?;
    let (today, wanted) = (day_of(at), queried.query.version.as_deref());
    let report = super::of(store, of, wanted, &filter, at).await?;
    let versions = store.versions(of[0], of[1], &filter).await.map_err(unreadable)?;
    let answers = found(store, of, wanted, &versions).await?;
    if let Some(other) = &other {
        other.check(&*store.catalog().await, of, &answers.version).map_err(|mistake| super::asked::malformed(&[mistake]))?;
    }
    let version = in_words(store, of, answers).await;
    let drawn = drawn(store, of, ShownVersion { filter: &filter, version: &answers.version, ranked: None }, unit, &versions, today).await?;
    let comparison = if other.is_none() && filter.from.is_none() {
        of_latest(store, of, &answers.version, &latest(&filter, today), today).await?
    } else {
        comparison(store, of, &filter, (answers, &version), other.as_ref(), today).await?
    };
    Ok(Taken { trend: trended(&drawn, &version), comparison, report, filter })
}

/// The last days until the one that is asked for.
fn latest(filter: &Filter, today: i32) -> Filter {
    let to = filter.to.unwrap_or(today).min(today);
    Filter { from: Some(to - DAYS + 1), to: Some(to), ..filter.clone() }
}

async fn of_latest(store: &Store, of: [&str; 2], version: &str, latest: &Filter, today: i32) -> Result<Option<Comparison>, Error> {
    let versions = store.versions(of[0], of[1], latest).await.map_err(unreadable)?;
    let Some(answers) = versions.iter().find(|it| it.version == version) else { return Ok(None) };
    let report = in_words(store, of, answers).await;
    comparison(store, of, latest, (answers, &report), None, today).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compared_with_the_time_before_ends_with_the_day_that_is_asked_for() {
        for (asked, to) in [(None, 1_000), (Some(400), 400), (Some(2_000), 1_000)] {
            let latest = latest(&Filter { to: asked, ..Filter::default() }, 1_000);
            assert_eq!((latest.from, latest.to), (Some(to - DAYS + 1), Some(to)), "{asked:?}");
        }
    }
}
