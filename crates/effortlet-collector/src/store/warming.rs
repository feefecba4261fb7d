//! Makes sums by every dimension once somebody looks at a survey, since filters are what is asked for next.
//!
//! Some segments at a time, so that nobody's report waits for it.

use super::Store;
use super::answers::Grouped;
use super::facts::Survey;
use super::held::{Wanted, held};
use effortlet_columns::{Dimension, Filter, Plan, Split, scan};

/// Some ten milliseconds' work.
const AT_ONCE: usize = 4;

const NEWEST: &str = "select max(id) from segment where site = $1 and survey = $2";

impl Store {
    /// Beside everything else. A command that only looks into the database has no next report.
    pub(crate) fn warm(&self, site: &str, survey: &str) {
        if !self.is_writing() {
            return;
        }
        let (store, survey) = (self.clone(), (site.to_owned(), survey.to_owned()));
        tokio::spawn(async move {
            if let Err(error) = store.warm_survey(&survey).await {
                tracing::warn!(%error, "reports cannot be prepared now; the next one takes longer");
            }
        });
    }

    /// Nothing where there is no segment that it was not done for.
    async fn warm_survey(&self, survey: &Survey) -> Result<(), sqlx::Error> {
        let newest = sqlx::query_scalar(NEWEST).bind(&survey.0).bind(&survey.1).fetch_one(&self.readers);
        let newest: Option<i64> = newest.await?;
        let catalog = self.catalog().await;
        let Some(known) = catalog.versions(&survey.0, &survey.1) else { return Ok(()) };
        if newest.is_some_and(|it| self.counting.warmed.comes_to(survey, it)) {
            let grouped = Grouped::of(&survey.1, known);
            for dimension in Dimension::RANKED {
                self.warm_by(survey, &grouped, dimension).await?;
            }
        }
        Ok(())
    }

    async fn warm_by(&self, survey: &Survey, grouped: &Grouped, dimension: Dimension) -> Result<(), sqlx::Error> {
        let wanted = Wanted { questions: true, days: true, dimensions: vec![dimension], ..Wanted::default() };
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let held = held(&mut snapshot, &self.counting.cache, survey, &wanted).await?;
        drop(snapshot);
        let plan = Plan { split: Split::Values(dimension), whoever: true, ..grouped.plan(&held.all(), &Filter::default()) };
        for segments in held.segments.chunks(AT_ONCE) {
            let (segments, plan) = (segments.to_vec(), plan.clone());
            self.counting.count(move || drop(scan(&segments.iter().collect::<Vec<_>>(), &plan))).await?;
        }
        Ok(())
    }
}
