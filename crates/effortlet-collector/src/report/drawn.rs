//! What a trend is drawn of: for the page, for programs and for a terminal alike.

use super::edit_marks::{EditMark, edit_marks};
use super::effort::Groups;
use super::stretches::{Unit, stretches};
use effortlet_columns::{Filter, day_of};
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
    /// The earliest first.
    pub(super) edits: Vec<EditMark>,
}

/// The version that is shown, under a filter, with the articles where it loses effort as far as they are known already.
#[derive(Clone, Copy)]
pub(super) struct ShownVersion<'a> {
    pub(super) filter: &'a Filter,
    pub(super) version: &'a str,
    pub(super) ranked: Option<&'a Groups>,
}

/// `versions` are as they are shown beside the trend, under the same filter. Stretches are of a fitting length where
/// none is named.
pub(super) async fn drawn(
    store: &Store,
    of: [&str; 2],
    shown: ShownVersion<'_>,
    unit: Option<Unit>,
    versions: &[VersionAnswers],
    today: i32,
) -> Result<Drawn, Error> {
    let filter = shown.filter;
    let first = versions.iter().map(|it| day_of(it.first)).min().unwrap_or(today);
    let days = (filter.from.map_or(first, |from| from.max(first)), filter.to.map_or(today, |to| to.min(today)));
    let unit = unit.unwrap_or_else(|| Unit::fitting(days));
    let (stretches, is_cut) = stretches(unit, days);
    let trends = store.trend(of, filter, &stretches, versions).await.map_err(unreadable)?;
    let days = (stretches.first().map_or(days.0, |it| it.0), days.1);
    let edits = edit_marks(store, of, shown.version, filter, days, shown.ranked).await?;
    Ok(Drawn { unit, days, is_cut, trends, edits })
}
