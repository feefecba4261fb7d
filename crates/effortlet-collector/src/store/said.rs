//! What people wrote, with what else they answered and what a team made of it: the latest first, some at a
//! time, as far back as there is anything.
//!
//! For people alone, to whom single responses may be shown. Never counts.

use super::connection::Connection;
use super::dialect::Dialect;
use super::remark::{CommentAt, CommentState};
use super::held::{Wanted, held};
use super::unreadable::Unreadable;
use super::write::of_rows;
use super::Store;
use effortlet_columns::{Filter, Plan, SAID as SAID_COLUMN, Split, as_filtered, latest};
use effortlet_core::scale::{Band, EasyIs, Points};
use effortlet_core::time::Timestamp;
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};
use std::collections::HashMap;

/// So many people are read at once.
const AT_ONCE: usize = 500;

/// So many people are looked at for a page at most, some tenths of a second; whoever asks may go on from there.
pub(crate) const MOST_LOOKED_AT: usize = 20_000;

const SAID: &str = "
    select response.seq, response.id, response.site, response.locale, page_url, page_title, page_article, revised_at,
        answer.position, question, text, comment.state, note
    from response join answer on answer.response = response.id and answer.site = response.site
    left join comment on comment.response = answer.response and comment.position = answer.position
        and comment.site = answer.site
    where response.seq in (select cast(value ->> 'seq' as bigint) from {rows}) and kind = 'text'
    order by response.seq desc, answer.position";

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
#[derive(Debug, Default)]
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

/// Whose comments are meant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WhoseWords<'a> {
    pub(crate) site: &'a str,
    pub(crate) survey: &'a str,
    /// With what it is read together with; all where none is named.
    pub(crate) version: Option<&'a str>,
    pub(crate) filter: &'a Filter,
    /// Only what is older than this number.
    pub(crate) before: Option<i64>,
}

impl Store {
    /// Some of the comments that are meant, the latest first. Columns know who wrote something, and under
    /// which conditions; what it is about is asked of the database.
    pub(crate) async fn said(&self, whose: &WhoseWords<'_>, most: usize, is_meant: &(dyn Fn(&Said) -> bool + Sync)) -> Result<SaidPage, Unreadable> {
        let catalog = self.catalog().await;
        let Some(known) = catalog.versions(whose.site, whose.survey) else { return Ok(SaidPage::default()) };
        let filter = whose.filter;
        let wanted = Wanted { questions: true, ..Wanted::under(filter) };
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let of = (whose.site.to_owned(), whose.survey.to_owned());
        let mut held = held(&mut snapshot, &self.counting.cache, &of, &wanted).await?;
        held.segments = as_filtered(held.segments, filter);
        let versions = known.known.iter().filter(|(_, it)| whose.version.is_none_or(|wanted| it.reads_as == wanted));
        let plan = Plan {
            groups: versions.map(|(version, _)| (version.clone(), 0)).collect(),
            found: vec![None],
            conditions: filter.conditions.clone().into_iter().collect(),
            split: if filter.has_period() { Split::Days } else { Split::Nothing },
            ..Plan::default()
        };
        let is_within = |day: &str| !filter.has_period() || day.parse().is_ok_and(|day| filter.has_day(day));
        let (mut page, mut looked_at) = (SaidPage::default(), 0);
        for (at, segment) in held.segments.iter().enumerate().rev() {
            let rows = latest(segment, &plan, 0, SAID_COLUMN, &is_within);
            let mut numbers = held.numbers(&mut snapshot, at, &rows).await?;
            numbers.retain(|number| whose.before.is_none_or(|before| *number < before));
            for some in numbers.chunks(AT_ONCE) {
                for it in words(&mut snapshot, self.dialect, some).await? {
                    // All of one person stand on one page.
                    if page.comments.len() >= most && page.older.is_some_and(|last| it.seq < last) {
                        return Ok(page);
                    }
                    page.older = Some(it.seq);
                    page.comments.extend(is_meant(&it).then_some(it));
                }
                looked_at += some.len();
                if looked_at >= MOST_LOOKED_AT {
                    return Ok(SaidPage { older: some.last().copied(), ..page });
                }
            }
        }
        Ok(SaidPage { older: None, ..page })
    }
}

/// What these people wrote, with what else they answered.
async fn words(connection: &mut Connection, dialect: &dyn Dialect, numbers: &[i64]) -> Result<Vec<Said>, sqlx::Error> {
    let seqs = listed(numbers.iter().map(|seq| Number { seq: *seq }))?;
    let mut read: Vec<Said> = sqlx::query_as(of_rows(SAID, dialect)).bind(seqs).fetch_all(&mut *connection).await?;
    let ids = listed(read.iter().map(|it| Id { id: &it.at.response }))?;
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
    Ok(read)
}

/// As JSON.
fn listed(rows: impl Iterator<Item = impl Serialize>) -> Result<String, sqlx::Error> {
    serde_json::to_string(&rows.collect::<Vec<_>>()).map_err(|error| sqlx::Error::Encode(error.into()))
}

fn rated(rating: Option<i64>, points: Option<i64>, easy_is: Option<&str>) -> Option<Rated> {
    let rating = u8::try_from(rating?).ok()?;
    let points = Points::ALL.into_iter().find(|it| Some(i64::from(it.count())) == points)?;
    let easy_is = if easy_is == Some("low") { EasyIs::Low } else { EasyIs::High };
    Some(Rated { rating, points, band: points.band(easy_is, rating) })
}

#[derive(Serialize)]
struct Number {
    seq: i64,
}

#[derive(Serialize)]
struct Id<'a> {
    id: &'a str,
}
