//! Everything that a page shows of one version of a survey, as it is asked for.
//!
//! Never loads what somebody wrote.

use super::asked::Queried;
use super::effort::{Groups, SEED, groups};
use super::figures::Report;
use super::meant::meant;
use super::outcome;
use super::statistics::report;
use super::stretches::{Unit, stretches};
use super::words::add_words;
use super::{changed, trend::Drawn};
use crate::app::App;
use crate::columns::{Dimension, Filter, day_of};
use crate::error::{Error, unreadable};
use crate::store::{Totals, Trend, VersionAnswers};
use maud::Markup;

pub(super) struct Gathered {
    /// Of one version, without comments.
    pub(super) report: Report,
    pub(super) change: Option<Markup>,
    pub(super) lost: Option<Groups>,
    unit: Unit,
    days: (i32, i32),
    is_cut: bool,
    trends: Vec<Trend>,
}

impl Gathered {
    pub(super) fn drawn(&self) -> Drawn<'_> {
        Drawn { unit: self.unit, days: self.days, is_cut: self.is_cut, trends: &self.trends }
    }
}

/// The name of the version that a page shows: the one that is named, or the newest that anybody is counted of.
pub(super) async fn version_shown(app: &App, of: [&str; 2], queried: &Queried, filter: &Filter) -> Result<Option<String>, Error> {
    let versions = app.store.versions(of[0], of[1], filter).await.map_err(unreadable)?;
    let wanted = wanted(app, of, queried).await;
    Ok(shown(&versions, wanted.as_deref()).map(|it| it.version.clone()))
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
    let wanted = wanted(app, [site, survey], queried).await;
    let Some(shown) = shown(&versions, wanted.as_deref()) else { return Ok(None) };
    let lost = match outcome::is_asked(shown) {
        true => app.store.by_value(site, survey, Some(&shown.version), filter, *by).await.map_err(unreadable)?,
        false => None,
    };
    let mut report = report([site.to_owned(), survey.to_owned()], filter, std::slice::from_ref(shown), Vec::new(), at);
    add_words(&mut report, &*app.store.catalog().await);
    let change = changed(app, [site, survey], filter, &report).await?;
    let first = versions.iter().map(|it| day_of(it.first)).min().unwrap_or(today);
    let days = (filter.from.map_or(first, |from| from.max(first)), filter.to.map_or(today, |to| to.min(today)));
    let unit = unit.unwrap_or_else(|| Unit::fitting(days));
    let (stretches, is_cut) = stretches(unit, days);
    let trends = app.store.trend([site, survey], filter, &stretches, &versions).await.map_err(unreadable)?;
    let days = (stretches.first().map_or(days.0, |it| it.0), days.1);
    Ok(Some(Gathered { report, change, lost: lost.map(|it| groups(it, SEED)), unit, days, is_cut, trends }))
}

async fn wanted(app: &App, [site, survey]: [&str; 2], queried: &Queried) -> Option<String> {
    let catalog = app.store.catalog().await;
    queried.query.version.as_deref().map(|it| meant(&catalog, site, survey, it))
}

fn shown<'a>(versions: &'a [VersionAnswers], wanted: Option<&str>) -> Option<&'a VersionAnswers> {
    let is_wanted = |it: &&VersionAnswers| wanted.is_none_or(|wanted| *wanted == it.version);
    let has_any = |it: &&VersionAnswers| is_wanted(it) && it.totals != Totals::default();
    versions.iter().find(has_any).or_else(|| versions.iter().find(is_wanted))
}
