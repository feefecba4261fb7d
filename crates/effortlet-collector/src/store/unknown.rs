//! What is kept apart, as it is listed. Never counts it among answers.

use super::Store;
use super::apart::TOTAL;
use super::counts::count;
use super::unreadable::Unreadable;
use effortlet_core::time::Timestamp;
use serde::Serialize;

/// A made-up version may be as long as a post.
const GROUPS: &str = "
    select site, survey, substr(survey_version, 1, 100), reason, name, count(*), min(received_at), max(received_at)
    from apart group by site, survey, survey_version, reason, name
    order by count(*) desc, max(received_at) desc, site, survey, survey_version limit $1";

/// Responses that are kept apart for the same reason.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApartGroup {
    pub(crate) site: String,
    pub(crate) survey: String,
    /// What the widget calls it, at most 100 characters of it.
    pub(crate) version: String,
    pub(crate) reason: String,
    /// The id that is not known, or where the answer that does not fit stands.
    pub(crate) name: String,
    pub(crate) responses: u64,
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String, format = DateTime)]
    pub(crate) first_at: Timestamp,
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String, format = DateTime)]
    pub(crate) latest_at: Timestamp,
}

fn as_text<S: serde::Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&at.rfc3339())
}

#[derive(Debug)]
pub(crate) struct Apart {
    pub(crate) responses: u64,
    pub(crate) bytes: u64,
    /// The largest first, as many as were asked for.
    pub(crate) groups: Vec<ApartGroup>,
}

impl Store {
    /// How much is kept apart, and its largest groups.
    pub(crate) async fn apart(&self, groups: u32) -> Result<Apart, Unreadable> {
        let mut snapshot = self.readers.begin().await?;
        let (responses, bytes): (i64, i64) = sqlx::query_as(TOTAL).fetch_one(&mut *snapshot).await?;
        type Row = (String, String, String, String, String, i64, i64, i64);
        let rows: Vec<Row> = sqlx::query_as(GROUPS).bind(i64::from(groups)).fetch_all(&mut *snapshot).await?;
        let group = |(site, survey, version, reason, name, responses, first, latest): Row| ApartGroup {
            site,
            survey,
            version,
            reason,
            name,
            responses: count(responses),
            first_at: Timestamp(first),
            latest_at: Timestamp(latest),
        };
        Ok(Apart {
            responses: count(responses),
            bytes: count(bytes),
            groups: rows.into_iter().map(group).collect(),
        })
    }
}
