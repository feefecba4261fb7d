//! Responses with their answers, some at a time, so that millions fit into memory: all by their ids, each
//! once, or as they were stored, so that whoever comes back finds what is new.
//!
//! Never holds a lock over the whole of it: a collector goes on writing meanwhile.

use super::Store;
use super::unreadable::Unreadable;
use super::wanted::{Wanted, wanted};
use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};
use std::collections::HashMap;

/// A response as it is kept. Moments are milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Debug)]
pub(crate) struct KeptResponse {
    seq: i64,
    pub(crate) id: String,
    pub(crate) rev: i64,
    pub(crate) state: String,
    pub(crate) site: String,
    pub(crate) survey: String,
    pub(crate) survey_version: String,
    pub(crate) trigger: String,
    pub(crate) locale: String,
    pub(crate) page_url: String,
    pub(crate) page_title: String,
    pub(crate) page_section: Option<String>,
    pub(crate) page_article: Option<String>,
    pub(crate) page_revision: Option<String>,
    pub(crate) shown_at: i64,
    pub(crate) answered_at: Option<i64>,
    pub(crate) received_at: i64,
    /// An object as JSON.
    pub(crate) context: String,
}

/// One answer; a choice has one for each option that was chosen.
#[derive(Clone, Debug)]
pub(crate) struct KeptAnswer {
    response: String,
    pub(crate) question: String,
    pub(crate) kind: String,
    pub(crate) choice: Option<String>,
    pub(crate) rating: Option<i64>,
    pub(crate) points: Option<i64>,
    pub(crate) easy_is: Option<String>,
    pub(crate) scale_order: Option<String>,
    pub(crate) text: Option<String>,
}

impl FromRow<'_, AnyRow> for KeptResponse {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            seq: row.try_get("seq")?,
            id: row.try_get("id")?,
            rev: row.try_get("rev")?,
            state: row.try_get("state")?,
            site: row.try_get("site")?,
            survey: row.try_get("survey")?,
            survey_version: row.try_get("survey_version")?,
            trigger: row.try_get("trigger")?,
            locale: row.try_get("locale")?,
            page_url: row.try_get("page_url")?,
            page_title: row.try_get("page_title")?,
            page_section: row.try_get("page_section")?,
            page_article: row.try_get("page_article")?,
            page_revision: row.try_get("page_revision")?,
            shown_at: row.try_get("shown_at")?,
            answered_at: row.try_get("answered_at")?,
            received_at: row.try_get("received_at")?,
            context: row.try_get("context")?,
        })
    }
}

impl FromRow<'_, AnyRow> for KeptAnswer {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            response: row.try_get("response")?,
            question: row.try_get("question")?,
            kind: row.try_get("kind")?,
            choice: row.try_get("choice")?,
            rating: row.try_get("rating")?,
            points: row.try_get("points")?,
            easy_is: row.try_get("easy_is")?,
            scale_order: row.try_get("scale_order")?,
            text: row.try_get("text")?,
        })
    }
}

/// A response and its answers in the order in which they were given.
pub(crate) type WithAnswers = (KeptResponse, Vec<KeptAnswer>);

/// Some of what was stored after a number.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) responses: Vec<WithAnswers>,
    /// The number up to which all was looked at.
    pub(crate) up_to: i64,
    /// Whether anything was stored after it.
    pub(crate) more: bool,
}

/// So many numbers are looked at for a page, a tenth of a second, however few of them are wanted.
const LONGEST_LOOK: i64 = 100_000;

const BY_ID: &str = concat!(
    "select seq, id, rev, state, site, survey, survey_version, trigger, locale, page_url, page_title,
        page_section, page_article, page_revision, shown_at, answered_at, received_at, context
    from response where ", wanted!(), " and id > $16 order by id limit $17");

const ANSWERS_BY_ID: &str = concat!(
    "select answer.response, question, kind, choice, rating, points, easy_is, scale_order, text
    from response join answer on answer.response = response.id
    where ", wanted!(), " and id > $16 and id <= $17 order by id, position");

const LAST: &str = "select seq from last_seq";

const LAST_COUNTED: &str = "select coalesce(max(seq), 0) from response";

const BY_NUMBER: &str = concat!(
    "select seq, id, rev, state, site, survey, survey_version, trigger, locale, page_url, page_title,
        page_section, page_article, page_revision, shown_at, answered_at, received_at, context
    from response where ", wanted!(), " and seq > $16 and seq <= $17 order by seq limit $18");

const ANSWERS_BY_NUMBER: &str = concat!(
    "select answer.response, question, kind, choice, rating, points, easy_is, scale_order, text
    from response join answer on answer.response = response.id
    where ", wanted!(), " and seq > $16 and seq <= $17 order by seq, position");

const QUESTIONS: &str = concat!(
    "select question from answer join response on response.id = answer.response
    where ", wanted!(), " group by question order by min(position), question");

impl Store {
    /// The responses after an id, in the order of their ids; empty at the end.
    pub(crate) async fn piece(&self, wanted: &Wanted, after: &str, most: i64) -> Result<Vec<WithAnswers>, Unreadable> {
        let mut snapshot = self.readers.begin().await?;
        let query = wanted.bound(sqlx::query_as(BY_ID)).bind(after).bind(most);
        let responses: Vec<KeptResponse> = query.fetch_all(&mut *snapshot).await?;
        let Some(last) = responses.last() else { return Ok(Vec::new()) };
        let query = wanted.bound(sqlx::query_as(ANSWERS_BY_ID)).bind(after).bind(last.id.clone());
        let answers = query.fetch_all(&mut *snapshot).await?;
        Ok(with_answers(responses, answers))
    }

    /// The latest revisions of what was stored after a number, in the order in which they were; `None` where
    /// that number was never given.
    pub(crate) async fn page(&self, wanted: &Wanted, after: i64, most: i64) -> Result<Option<Page>, Unreadable> {
        let mut snapshot = self.readers.begin().await?;
        let last: i64 = sqlx::query_scalar(LAST).fetch_one(&mut *snapshot).await?;
        if after < 0 || after > last {
            return Ok(None);
        }
        let end = last.min(after.saturating_add(LONGEST_LOOK));
        let query = wanted.bound(sqlx::query_as(BY_NUMBER)).bind(after).bind(end).bind(most);
        let responses: Vec<KeptResponse> = query.fetch_all(&mut *snapshot).await?;
        let is_full = i64::try_from(responses.len()).is_ok_and(|found| found >= most);
        let up_to = responses.last().filter(|_| is_full).map_or(end, |it| it.seq);
        let query = wanted.bound(sqlx::query_as(ANSWERS_BY_NUMBER)).bind(after).bind(up_to);
        let answers = query.fetch_all(&mut *snapshot).await?;
        Ok(Some(Page { responses: with_answers(responses, answers), up_to, more: up_to < last }))
    }

    /// That of the last revision that counts; what is kept apart moves no page.
    pub(crate) async fn last_number(&self) -> Result<i64, Unreadable> {
        Ok(sqlx::query_scalar(LAST_COUNTED).fetch_one(&self.readers).await?)
    }

    /// The questions that somebody answered, in the order in which they are asked.
    pub(crate) async fn questions(&self, wanted: &Wanted) -> Result<Vec<String>, Unreadable> {
        let rows: Vec<(String,)> = wanted.bound(sqlx::query_as(QUESTIONS)).fetch_all(&self.readers).await?;
        Ok(rows.into_iter().map(|(question,)| question).collect())
    }
}

fn with_answers(responses: Vec<KeptResponse>, answers: Vec<KeptAnswer>) -> Vec<WithAnswers> {
    let mut by_response = HashMap::<String, Vec<KeptAnswer>>::with_capacity(responses.len());
    for answer in answers {
        by_response.entry(answer.response.clone()).or_default().push(answer);
    }
    let with = |response: KeptResponse| {
        let answers = by_response.remove(&response.id).unwrap_or_default();
        (response, answers)
    };
    responses.into_iter().map(with).collect()
}
