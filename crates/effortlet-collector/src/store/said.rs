//! What people wrote, with what else they answered and what a team made of it: the latest first, some at a
//! time, as far back as there is anything.
//!
//! For people alone, to whom single responses may be shown. Never counts.

use super::connection::Connection;
use super::dialect::Dialect;
use super::remark::{CommentAt, CommentState};
use super::unreadable::Unreadable;
use super::wanted::{Wanted, wanted};
use super::write::of_rows;
use super::Store;
use effortlet_core::scale::{Band, EasyIs, Points};
use effortlet_core::time::Timestamp;
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};
use std::collections::HashMap;

/// So many are read at once.
const AT_ONCE: i64 = 500;

/// So many are looked at for a page at most, some tenths of a second; whoever asks may go on from there.
const MOST_LOOKED_AT: usize = 20_000;

const SAID: &str = concat!(
    "select response.seq, response.id, response.site, response.locale, page_url, page_title, page_article,
        revised_at, answer.position, question, text, comment.state, note
    from response join answer on answer.response = response.id and answer.site = response.site
    left join comment on comment.response = answer.response and comment.position = answer.position
        and comment.site = answer.site
    where ", wanted!(), " and kind = 'text' and seq < $12 order by seq desc, answer.position limit $13");

const BESIDE: &str = "
    select response, kind, choice, rating, points, easy_is from answer
    where kind in ('yesNo', 'effort') and response in (select value ->> 'id' from {rows}) order by response, position";

/// One comment.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    seq: i64,
    pub(crate) at: CommentAt,
    pub(crate) question: String,
    pub(crate) text: String,
    pub(crate) locale: String,
    pub(crate) page_url: String,
    pub(crate) page_title: String,
    pub(crate) page_article: Option<String>,
    pub(crate) revised: Timestamp,
    pub(crate) state: CommentState,
    pub(crate) note: String,
    /// What the same person answered to the first yes-or-no question.
    pub(crate) found: Option<bool>,
    /// Their ratings, in the order in which they were given.
    pub(crate) ratings: Vec<Rated>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rated {
    pub(crate) rating: u8,
    pub(crate) points: Points,
    pub(crate) band: Band,
}

/// Some comments.
#[derive(Debug)]
pub(crate) struct SaidPage {
    pub(crate) comments: Vec<Said>,
    /// From where to go on; `None` where there is nothing older.
    pub(crate) older: Option<i64>,
}

impl FromRow<'_, AnyRow> for Said {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let state: Option<String> = row.try_get("state")?;
        Ok(Self {
            seq: row.try_get("seq")?,
            at: CommentAt { site: row.try_get("site")?, response: row.try_get("id")?, position: row.try_get("position")? },
            question: row.try_get("question")?,
            text: row.try_get("text")?,
            locale: row.try_get("locale")?,
            page_url: row.try_get("page_url")?,
            page_title: row.try_get("page_title")?,
            page_article: row.try_get("page_article")?,
            revised: Timestamp(row.try_get("revised_at")?),
            state: state.as_deref().and_then(CommentState::read).unwrap_or_default(),
            note: row.try_get::<Option<String>, _>("note")?.unwrap_or_default(),
            found: None,
            ratings: Vec::new(),
        })
    }
}

impl Store {
    /// Some of the comments that are wanted, the latest first, older than a number where one is given.
    pub(crate) async fn said(
        &self,
        wanted: &Wanted,
        before: Option<i64>,
        most: usize,
        is_meant: &(dyn Fn(&Said) -> bool + Sync),
    ) -> Result<SaidPage, Unreadable> {
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let (mut comments, mut before, mut looked_at) = (Vec::new(), before.unwrap_or(i64::MAX), 0);
        while comments.len() < most && looked_at < MOST_LOOKED_AT {
            let (read, is_last) = some(&mut snapshot, self.dialect, wanted, before).await?;
            looked_at += read.len();
            for it in read {
                // All of one person stand on one page.
                if comments.len() >= most && it.seq < before {
                    return Ok(SaidPage { comments, older: Some(before) });
                }
                before = it.seq;
                comments.extend(is_meant(&it).then_some(it));
            }
            if is_last {
                return Ok(SaidPage { comments, older: None });
            }
        }
        Ok(SaidPage { comments, older: Some(before) })
    }
}

/// The next ones, whole persons, and whether they are the last.
async fn some(connection: &mut Connection, dialect: &dyn Dialect, wanted: &Wanted, before: i64) -> Result<(Vec<Said>, bool), sqlx::Error> {
    let query = wanted.bound(sqlx::query_as(SAID)).bind(before).bind(AT_ONCE);
    let mut read: Vec<Said> = query.fetch_all(&mut *connection).await?;
    let is_last = i64::try_from(read.len()).is_ok_and(|read| read < AT_ONCE);
    if !is_last && let Some(cut) = read.last().map(|it| it.seq) {
        read.retain(|it| it.seq != cut);
    }
    let ids: Vec<Id> = read.iter().map(|it| Id { id: &it.at.response }).collect();
    let ids = serde_json::to_string(&ids).map_err(|error| sqlx::Error::Encode(error.into()))?;
    type Row = (String, String, Option<String>, Option<i64>, Option<i64>, Option<String>);
    let beside: Vec<Row> = sqlx::query_as(of_rows(BESIDE, dialect)).bind(ids).fetch_all(&mut *connection).await?;
    let mut by_response: HashMap<String, (Option<bool>, Vec<Rated>)> = HashMap::new();
    for (response, kind, choice, rating, points, easy_is) in beside {
        let of = by_response.entry(response).or_default();
        match kind.as_str() {
            "yesNo" => of.0 = of.0.or(choice.map(|it| it == "yes")),
            _ => of.1.extend(rated(rating, points, easy_is.as_deref())),
        }
    }
    for it in &mut read {
        if let Some((found, ratings)) = by_response.get(&it.at.response) {
            (it.found, it.ratings) = (*found, ratings.clone());
        }
    }
    Ok((read, is_last))
}

fn rated(rating: Option<i64>, points: Option<i64>, easy_is: Option<&str>) -> Option<Rated> {
    let rating = u8::try_from(rating?).ok()?;
    let points = Points::ALL.into_iter().find(|it| Some(i64::from(it.count())) == points)?;
    let easy_is = if easy_is == Some("low") { EasyIs::Low } else { EasyIs::High };
    Some(Rated { rating, points, band: points.band(easy_is, rating) })
}

#[derive(Serialize)]
struct Id<'a> {
    id: &'a str,
}
