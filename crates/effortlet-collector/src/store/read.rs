//! What reports ask for: every survey, the versions of one, and the latest comments.

use super::Store;
use super::counts::{Comment, SurveyTotals, Totals, VersionAnswers, count};
use super::version::{choices, efforts, found};
use effortlet_core::time::Timestamp;
use std::fmt;

/// Why the database cannot be read now.
#[derive(Debug)]
pub(crate) struct Unreadable(sqlx::Error);

impl From<sqlx::Error> for Unreadable {
    fn from(error: sqlx::Error) -> Self {
        Self(error)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl std::error::Error for Unreadable {}

const SURVEYS: &str = "
    select survey, sum(state = 'complete'), sum(state = 'partial'), sum(state = 'dismissed'),
        max(revised_at)
    from response group by survey order by max(revised_at) desc, survey";

const VERSIONS: &str = "
    select survey_version, sum(state = 'complete'), sum(state = 'partial'),
        sum(state = 'dismissed'), min(received_at), max(revised_at)
    from response where survey = ?
    group by survey_version order by min(received_at) desc, survey_version";

/// By arrival first, since visitors' clocks may be off.
const COMMENTS: &str = "
    select question, text, locale, page_url, page_title, page_section, page_article,
        coalesce(answered_at, revised_at)
    from response join answer on answer.response = response.id
    where survey = ? and (? is null or survey_version = ?) and kind = 'text'
    order by revised_at desc, answered_at desc, response.id desc, position limit 20";

impl Store {
    /// Every survey that has responses, the one that was answered last first.
    pub(crate) async fn surveys(&self) -> Result<Vec<SurveyTotals>, Unreadable> {
        let rows: Vec<(String, i64, i64, i64, i64)> =
            sqlx::query_as(SURVEYS).fetch_all(&self.readers).await?;
        let survey = |(survey, complete, partial, dismissed, latest)| SurveyTotals {
            survey,
            totals: totals(complete, partial, dismissed),
            latest: Timestamp(latest),
        };
        Ok(rows.into_iter().map(survey).collect())
    }

    /// The answers of a survey by version, the newest version first, all as of one moment.
    pub(crate) async fn versions(&self, survey: &str) -> Result<Vec<VersionAnswers>, Unreadable> {
        let mut snapshot = self.readers.begin().await?;
        let rows: Vec<(String, i64, i64, i64, i64, i64)> =
            sqlx::query_as(VERSIONS).bind(survey).fetch_all(&mut *snapshot).await?;
        let mut versions = Vec::with_capacity(rows.len());
        for (version, complete, partial, dismissed, first, latest) in rows {
            let found = found(&mut snapshot, survey, &version).await?;
            let efforts = efforts(&mut snapshot, survey, &version, found.as_ref()).await?;
            let choices = choices(&mut snapshot, survey, &version).await?;
            let (first, latest) = (Timestamp(first), Timestamp(latest));
            let totals = totals(complete, partial, dismissed);
            versions.push(VersionAnswers { version, first, latest, totals, found, efforts, choices });
        }
        Ok(versions)
    }

    /// The 20 latest answers to text questions, of one version or of all.
    pub(crate) async fn comments(
        &self,
        survey: &str,
        only: Option<&str>,
    ) -> Result<Vec<Comment>, Unreadable> {
        type Row = (String, String, String, String, String, Option<String>, Option<String>, i64);
        let query = sqlx::query_as(COMMENTS).bind(survey).bind(only).bind(only);
        let rows: Vec<Row> = query.fetch_all(&self.readers).await?;
        let comment = |row: Row| {
            let (question, text, locale, page_url, page_title, page_section, page_article, at) = row;
            let at = Timestamp(at);
            Comment { question, text, locale, page_url, page_title, page_section, page_article, at }
        };
        Ok(rows.into_iter().map(comment).collect())
    }
}

fn totals(complete: i64, partial: i64, dismissed: i64) -> Totals {
    Totals {
        complete: count(complete),
        partial: count(partial),
        dismissed: count(dismissed),
    }
}
