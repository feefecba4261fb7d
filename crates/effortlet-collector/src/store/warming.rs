//! Makes sums by every dimension once somebody looks at a survey, since filters are what is asked for next.
//!
//! Some segments at a time, so that nobody's report waits for it.

use super::Store;
use super::answers::Grouped;
use super::facts::Survey;
use super::held::{Wanted, held};
use crate::columns::{Dimension, Filter, Plan, Split, scan};

/// Some ten milliseconds' work.
const AT_ONCE: usize = 4;

impl Store {
    /// Beside everything else, and only where there is anything new to make sums of.
    pub(super) fn warm(&self, survey: &Survey, grouped: &Grouped, newest_segment: Option<i64>) {
        if !newest_segment.is_some_and(|it| self.counting.warmed.comes_to(survey, it)) {
            return;
        }
        let (store, survey, grouped) = (self.clone(), survey.clone(), grouped.clone());
        tokio::spawn(async move {
            for dimension in Dimension::ALL {
                if let Err(error) = store.warm_by(&survey, &grouped, dimension).await {
                    tracing::warn!(%error, "reports cannot be prepared now; the next one takes longer");
                    return;
                }
            }
        });
    }

    async fn warm_by(&self, survey: &Survey, grouped: &Grouped, dimension: Dimension) -> Result<(), sqlx::Error> {
        let wanted = Wanted { questions: true, days: true, dimensions: vec![dimension] };
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
