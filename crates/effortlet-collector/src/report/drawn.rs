//! What a trend is drawn of: for the page, for programs and for a terminal alike.

use super::stretches::{Unit, stretches};
use crate::columns::{Filter, day_of};
use crate::error::{Error, unreadable};
use crate::store::{Store, Trend, VersionAnswers};

pub(super) struct Drawn {
    pub(super) unit: Unit,
    /// All days that are drawn.
    pub(super) days: (i32, i32),
    /// Whether there are earlier days.
    pub(super) is_cut: bool,
    /// The newest version first.
    pub(super) trends: Vec<Trend>,
}

/// `versions` are as they are shown beside the trend, under the same filter. Stretches are of a fitting length where
/// none is named.
pub(super) async fn drawn(
    store: &Store,
    of: [&str; 2],
    filter: &Filter,
    unit: Option<Unit>,
    versions: &[VersionAnswers],
    today: i32,
) -> Result<Drawn, Error> {
    let first = versions.iter().map(|it| day_of(it.first)).min().unwrap_or(today);
    let days = (filter.from.map_or(first, |from| from.max(first)), filter.to.map_or(today, |to| to.min(today)));
    let unit = unit.unwrap_or_else(|| Unit::fitting(days));
    let (stretches, is_cut) = stretches(unit, days);
    let trends = store.trend(of, filter, &stretches, versions).await.map_err(unreadable)?;
    let days = (stretches.first().map_or(days.0, |it| it.0), days.1);
    Ok(Drawn { unit, days, is_cut, trends })
}
