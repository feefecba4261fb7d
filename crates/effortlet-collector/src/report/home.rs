//! What the list of surveys says of each: the score of the version that its page shows, how that moved, and how many answer.
//!
//! Tells nothing that the survey's own page would not, under the same filters.

use super::comparison::before;
use super::shown::{Newer, newer, shown};
use super::stretches::{Unit, stretches};
use super::words::asked;
use effortlet_columns::Filter;
use crate::store::{Store, SurveyTotals, Unreadable, VersionAnswers};
use effortlet_core::score::{Estimate, Figure, Ratings, difference, found_rate, mean};
use effortlet_core::survey::EasyIs;

/// So many surveys are looked at; of others only how many answered is told.
const MOST_SURVEYS: usize = 24;

/// Four weeks, so that weekdays and weekends weigh alike.
pub(super) const DAYS: i32 = 28;

const WEEKS: i32 = 12;

/// One survey on the list.
pub(super) struct Home {
    pub(super) totals: SurveyTotals,
    pub(super) headline: Option<Headline>,
    pub(super) newer: Option<Newer>,
}

/// The figure that a survey is known by, of the version that its page shows.
pub(super) struct Headline {
    pub(super) asked: Option<String>,
    pub(super) figure: Figure,
    pub(super) scale: Scale,
    /// The latest four weeks less the four before; `None` where too few answered in either.
    pub(super) change: Option<Estimate>,
    /// By week, the earliest first, those that may be told.
    pub(super) weeks: Vec<((i32, i32), Estimate)>,
    /// All days that `weeks` are of.
    pub(super) days: (i32, i32),
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// From 1 to so many points.
    Points(u8, EasyIs),
    /// Who found it, from 0 to 1.
    Share,
}

pub(super) async fn home(store: &Store, surveys: Vec<SurveyTotals>, today: i32) -> Result<Vec<Home>, Unreadable> {
    let mut homes = Vec::with_capacity(surveys.len());
    for totals in surveys {
        let is_looked_at = homes.len() < MOST_SURVEYS;
        let (headline, newer) = if is_looked_at { headline(store, &totals, today).await? } else { (None, None) };
        homes.push(Home { totals, headline, newer });
    }
    Ok(homes)
}

/// With a newer version than the headline's, where there is one.
async fn headline(store: &Store, it: &SurveyTotals, today: i32) -> Result<(Option<Headline>, Option<Newer>), Unreadable> {
    let of = [it.site.as_str(), it.survey.as_str()];
    let versions = store.versions(of[0], of[1], &Filter::default()).await?;
    let Some(shown) = shown(&versions, None).filter(|it| it.totals.answered() > 0) else { return Ok((None, None)) };
    Ok((of_version(store, of, shown, today).await?, newer(&versions, shown)))
}

async fn of_version(store: &Store, of: [&str; 2], shown: &VersionAnswers, today: i32) -> Result<Option<Headline>, Unreadable> {
    let Some((question, scale, figure)) = known_by(shown) else { return Ok(None) };
    let asked = asked(&*store.catalog().await, of, &shown.version, &question);
    let change = change(store, of, shown, today).await?;
    let (stretches, _) = stretches(Unit::Week, (today - WEEKS * 7 + 1, today));
    let first = stretches.first().map_or(today, |(first, _)| *first);
    let trends = store.trend(of, &Filter::default(), &stretches, std::slice::from_ref(shown)).await?;
    let is_same = |it: &&Ratings| it.asked().question == question && scale == scale_of(it);
    let stretches = trends.iter().flat_map(|it| &it.stretches);
    let weeks = stretches.filter_map(|it| Some((it.period, mean(it.efforts.iter().find(is_same)?).estimate?)));
    Ok(Some(Headline { asked, figure, scale, change, weeks: weeks.collect(), days: (first, today) }))
}

/// The first rating, or where none is asked for, who found it.
pub(super) fn known_by(version: &VersionAnswers) -> Option<(String, Scale, Figure)> {
    match (version.efforts.first(), &version.found) {
        (Some((all, _)), _) => Some((all.asked().question.clone(), scale_of(all), mean(all))),
        (None, Some(found)) => Some((found.asked().question.clone(), Scale::Share, found_rate(found))),
        (None, None) => None,
    }
}

fn scale_of(ratings: &Ratings) -> Scale {
    Scale::Points(ratings.points().count(), ratings.easy_is())
}

async fn change(store: &Store, of: [&str; 2], shown: &VersionAnswers, today: i32) -> Result<Option<Estimate>, Unreadable> {
    let latest = Filter { from: Some(today - DAYS + 1), to: Some(today), ..Filter::default() };
    let Some(now) = in_period(store, of, &latest, &shown.version).await? else { return Ok(None) };
    let Some(earlier) = before(&latest, today, now.period.map(|(from, _)| from)) else { return Ok(None) };
    let Some(earlier) = in_period(store, of, &earlier, &shown.version).await? else { return Ok(None) };
    // Where both had to be widened into each other there is nothing to compare.
    if now.period.unzip().0 <= earlier.period.unzip().1 {
        return Ok(None);
    }
    let [now, earlier] = [known_by(&now), known_by(&earlier)];
    Ok(now.zip(earlier).filter(|(now, earlier)| (&now.0, now.1) == (&earlier.0, earlier.1)).and_then(|(now, earlier)| difference(&now.2, &earlier.2)))
}

pub(super) async fn in_period(store: &Store, [site, survey]: [&str; 2], filter: &Filter, version: &str) -> Result<Option<VersionAnswers>, Unreadable> {
    let versions = store.versions(site, survey, filter).await?;
    Ok(versions.into_iter().find(|it| it.version == version && it.period.is_some()))
}
