//! The days on which articles were edited, as far as their pages tell.
//!
//! Never counts an answer: see `edited`.

use super::held::{Wanted, held};
use super::{Store, Unreadable};
use effortlet_columns::{Dimension, Filter, Segment, as_filtered, revisions};
use crate::repair::{Edit, edits};
use std::collections::BTreeMap;

impl Store {
    /// Of each article that was edited, under the conditions of a filter, whatever its period.
    pub(crate) async fn edit_days(&self, site: &str, survey: &str, filter: &Filter) -> Result<BTreeMap<String, Vec<Edit>>, Unreadable> {
        let of = (site.to_owned(), survey.to_owned());
        let mut dimensions = vec![Dimension::Article, Dimension::Locale];
        dimensions.extend(filter.conditions.keys().copied().filter(|it| !dimensions.contains(it)).collect::<Vec<_>>());
        let wanted = Wanted { questions: false, days: true, dimensions, revisions: true, ..Wanted::under(filter) };
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let held = held(&mut snapshot, &self.counting.cache, &of, &wanted).await?;
        drop(snapshot);
        let meant = filter.clone();
        Ok(self.counting.count(move || {
            let segments = as_filtered(held.segments, &meant);
            let conditions: Vec<_> = meant.conditions.into_iter().collect();
            edit_days(&segments.iter().collect::<Vec<_>>(), &conditions)
        }).await?)
    }
}

fn edit_days(segments: &[&Segment], conditions: &[(Dimension, String)]) -> BTreeMap<String, Vec<Edit>> {
    let all = revisions(segments, conditions).into_iter();
    all.map(|(article, revisions)| (article, edits(&revisions))).filter(|(_, edits)| !edits.is_empty()).collect()
}
