//! Reads what a team has made of topics. Never knows which of them anybody writes any more.

use super::Store;
use super::topic::{Sorted, TopicClass};
use super::unreadable::Unreadable;
use effortlet_core::time::Timestamp;

const SORTED: &str = "select language, stems, class, done_at, note from topic where site = $1 and survey = $2";

impl Store {
    /// Languages and stems of a survey's topics with what was made of them.
    pub(crate) async fn sorted_topics(&self, site: &str, survey: &str) -> Result<Vec<((String, String), Sorted)>, Unreadable> {
        type Row = (String, String, Option<String>, Option<i64>, String);
        let rows: Vec<Row> = sqlx::query_as(SORTED).bind(site).bind(survey).fetch_all(&self.readers).await?;
        let sorted = |(language, stems, class, done, note): Row| {
            let class = class.as_deref().and_then(TopicClass::read);
            ((language, stems), Sorted { class, done: done.map(Timestamp), note })
        };
        Ok(rows.into_iter().map(sorted).collect())
    }
}
