//! Everything that a page shows of one version of a survey, as it is asked for.
//!
//! Never loads what somebody wrote.

use super::asked::Queried;
use super::effort::{Groups, SEED, groups};
use super::figures::Report;
use super::outcome;
use super::shown::{Newer, Shown, named, newer, shown};
use super::statistics::report;
use super::stretches::Unit;
use super::words::add_words;
use super::{change, comparison};
use super::drawn::{Drawn, ShownVersion, drawn};
use crate::app::App;
use effortlet_columns::{Dimension, Filter, day_of};
use crate::error::{Error, unreadable};
use crate::store::{OnDays, VersionAnswers};
use maud::Markup;

pub(super) struct Gathered {
    pub(super) shown: Shown,
    /// Of the version that is shown.
    pub(super) answers: VersionAnswers,
    /// Where no version was named.
    pub(super) newer: Option<Newer>,
    /// Of that version, without comments.
    pub(super) report: Report,
    pub(super) change: Option<Markup>,
    pub(super) lost: Option<Groups>,
    pub(super) drawn: Drawn,
}

/// `None` where there is no such version.
pub(super) async fn gathered(
    app: &App,
    [site, survey]: [&str; 2],
    queried: &Queried,
    (filter, unit, by): &(Filter, Option<Unit>, Dimension),
) -> Result<Option<Gathered>, Error> {
    let at = (app.clock)();
    let today = day_of(at);
    let versions = app.store.versions(site, survey, filter).await.map_err(unreadable)?;
    let named = named(&app.store, [site, survey], queried.query.version.as_deref()).await;
    let Some(shown) = shown(&versions, named.as_deref()) else { return Ok(None) };
    let lost = match outcome::is_asked(shown) {
        true => app.store.by_value_on([site, survey], &shown.version, filter, *by, OnDays::Whole).await.map_err(unreadable)?,
        false => None,
    };
    let mut report = report([site.to_owned(), survey.to_owned()], filter, std::slice::from_ref(shown), Vec::new(), at);
    add_words(&mut report, &*app.store.catalog().await);
    let other = queried.with.read(filter).ok().flatten();
    let change = match &report.versions[..] {
        [version] => comparison::comparison(&app.store, [site, survey], filter, (shown, version), other.as_ref(), today).await?,
        _ => None,
    };
    let change = change.map(|it| change::change(&it, other.as_ref()));
    let lost = lost.map(|it| groups(it, SEED));
    let of_version = ShownVersion { filter, version: &shown.version, ranked: lost.as_ref().filter(|_| *by == Dimension::Article) };
    let drawn = drawn(&app.store, [site, survey], of_version, *unit, &versions, today).await?;
    let newer = newer(&versions, shown).filter(|_| named.is_none());
    Ok(Some(Gathered { shown: Shown::of(&versions, shown), answers: shown.clone(), newer, report, change, lost, drawn }))
}
