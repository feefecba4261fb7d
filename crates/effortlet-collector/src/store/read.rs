//! What reports ask for: every survey, and the versions of one.
//!
//! Never counts what is stored: that is held in columns.

use super::answers::{Grouped, all_totals};
use super::counts::{SurveyTotals, Totals, VersionAnswers};
use super::held::{Wanted, held};
use super::facts::Survey;
use super::families::answers;
use super::unreadable::Unreadable;
use super::connection::Connection;
use super::Store;
use effortlet_columns::Filter;
use effortlet_core::time::Timestamp;
use std::collections::BTreeMap;

const LATEST: &str = "select max(revised_at) from response where site = $1 and survey = $2 and survey_version = $3";
const FIRST: &str = "select min(received_at) from response where site = $1 and survey = $2 and survey_version = $3";

impl Store {
    /// Every survey that has responses, the one that was answered last first.
    pub(crate) async fn surveys(&self) -> Result<Vec<SurveyTotals>, Unreadable> {
        let catalog = self.catalog().await;
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let mut surveys = Vec::new();
        for (site, of_site) in &catalog.sites {
            for (survey, versions) in of_site {
                let of = (site.clone(), survey.clone());
                let held = held(&mut snapshot, &self.counting.cache, &of, &Wanted::default()).await?;
                let totals = all_totals(&held.all(), versions);
                let moments = moments(&mut snapshot, &of, versions.known.keys()).await?;
                if let Some((_, latest)) = moments.filter(|_| totals != Totals::default()) {
                    surveys.push(SurveyTotals { site: site.clone(), survey: survey.clone(), totals, latest });
                }
            }
        }
        surveys.sort_by(|one, other| (other.latest, &one.site, &one.survey).cmp(&(one.latest, &other.site, &other.survey)));
        Ok(surveys)
    }

    /// The answers of a survey by version, the newest version first, all as of one moment.
    ///
    /// Counts are those that may be shown: see `columns::apart`, and `released`.
    pub(crate) async fn versions(&self, site: &str, survey: &str, filter: &Filter) -> Result<Vec<VersionAnswers>, Unreadable> {
        let catalog = self.catalog().await;
        let Some(known) = catalog.versions(site, survey) else { return Ok(Vec::new()) };
        let (of, grouped) = ((site.to_owned(), survey.to_owned()), Grouped::of(survey, known));
        let wanted = Wanted { questions: true, ..Wanted::under(filter) };
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let held = held(&mut snapshot, &self.counting.cache, &of, &wanted).await?;
        let mut times = BTreeMap::new();
        for group in &grouped.groups {
            let together = known.together(group).into_iter().map(str::to_owned).collect::<Vec<_>>();
            times.insert(group.clone(), moments(&mut snapshot, &of, together.iter()).await?);
        }
        // Held no longer, since counting takes its time, and what may be shown is asked for with another.
        drop(snapshot);
        let meant = filter.clone();
        let mut versions = self.counting.count(move || answers(&grouped, &held.segments, &meant)).await?;
        for version in &mut versions {
            if let Some((first, latest)) = times.get(&version.version).copied().flatten() {
                (version.first, version.latest) = (first, latest);
            }
            let mut together: Vec<String> = known.together(&version.version).into_iter().map(str::to_owned).collect();
            together.sort();
            self.show_all_that_may_be(site, survey, filter, vec![(together, version)]).await?;
        }
        versions.sort_by(|one, other| (other.first, &one.version).cmp(&(one.first, &other.version)));
        Ok(versions)
    }
}

/// When the first response to some versions arrived, and the newest; `None` where there is none.
pub(super) async fn moments(
    connection: &mut Connection,
    (site, survey): &Survey,
    versions: impl Iterator<Item = &String>,
) -> Result<Option<(Timestamp, Timestamp)>, sqlx::Error> {
    let mut moments: Option<(i64, i64)> = None;
    for version in versions {
        let first = sqlx::query_scalar(FIRST).bind(site).bind(survey).bind(version);
        let first: Option<i64> = first.fetch_one(&mut *connection).await?;
        let latest = sqlx::query_scalar(LATEST).bind(site).bind(survey).bind(version);
        let latest: Option<i64> = latest.fetch_one(&mut *connection).await?;
        if let (Some(first), Some(latest)) = (first, latest) {
            let (earlier, later) = moments.unwrap_or((first, latest));
            moments = Some((earlier.min(first), later.max(latest)));
        }
    }
    Ok(moments.map(|(first, latest)| (Timestamp(first), Timestamp(latest))))
}
