//! What is held of a survey as columns, as of one moment: segments without what was taken back, and the
//! rows that are in none yet.
//!
//! Never counts.

use super::cache::{Asked, Cache};
use super::fold::FOLDED;
use super::facts::Survey;
use super::segments::{Head, Which, columns, heads, seqs};
use super::connection::Connection;
use effortlet_columns::{Column, DAY, Dimension, Filled, Filter, REVISION, SAID, STATE, Segment, VERSION, column_of};
use std::borrow::Cow;
use std::sync::Arc;

/// Stands for all questions of a segment.
const QUESTIONS: Asked = Cow::Borrowed(" ");

const VOIDS: &str = "select seq from void where site = $1 and survey = $2 and seq <= $3";

/// Segments, the earliest first, then what is in none.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) segments: Vec<Segment>,
    heads: Vec<Head>,
    tail: Vec<i64>,
}

impl Held {
    pub(super) fn all(&self) -> Vec<&Segment> {
        self.segments.iter().collect()
    }

    /// The numbers of these rows of a segment.
    pub(super) async fn numbers(&self, connection: &mut Connection, segment: usize, rows: &[usize]) -> Result<Vec<i64>, sqlx::Error> {
        let all = match self.heads.get(segment) {
            Some(head) => seqs(connection, head).await?,
            None => self.tail.clone(),
        };
        Ok(rows.iter().filter_map(|row| all.get(*row).copied()).collect())
    }
}

/// Which columns are wanted besides states and versions.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    pub(super) questions: bool,
    pub(super) days: bool,
    pub(super) dimensions: Vec<Dimension>,
    /// Those of pages.
    pub(super) revisions: bool,
    /// Which fact is a condition, where one is.
    pub(super) fact: Option<String>,
}

impl Wanted {
    /// What conditions need, and days where there is a period.
    pub(super) fn under(filter: &Filter) -> Self {
        Self {
            days: filter.has_period(),
            dimensions: filter.conditions.keys().copied().collect(),
            fact: filter.fact().map(str::to_owned),
            ..Self::default()
        }
    }
}

/// From then on the column of the fact that is a condition is that of a dimension like any other.
fn call_context(segment: &mut Segment, fact: Option<&str>) {
    if let Some(column) = fact.and_then(|it| segment.columns.remove(it)) {
        segment.columns.insert(Dimension::Context.name().to_owned(), column);
    }
}

/// To be asked in one snapshot.
pub(super) async fn held(
    connection: &mut Connection,
    cache: &Cache,
    survey: &Survey,
    wanted: &Wanted,
) -> Result<Held, sqlx::Error> {
    let up_to: i64 = sqlx::query_scalar(FOLDED).fetch_one(&mut *connection).await?;
    let heads = heads(connection, survey).await?;
    let voids = sqlx::query_scalar(VOIDS).bind(&survey.0).bind(&survey.1).bind(up_to);
    let voids: Vec<i64> = voids.fetch_all(&mut *connection).await?;
    let mut asked: Vec<Asked> = vec![STATE.into(), VERSION.into()];
    asked.extend(wanted.questions.then_some([QUESTIONS, SAID.into()]).into_iter().flatten());
    asked.extend(wanted.days.then_some(DAY.into()));
    asked.extend(wanted.revisions.then_some(REVISION.into()));
    asked.extend(wanted.dimensions.iter().filter(|it| **it != Dimension::Context).map(|it| it.name().into()));
    let fact = wanted.fact.as_deref().map(column_of);
    asked.extend(fact.clone().map(Cow::Owned));
    let mut segments = Vec::with_capacity(heads.len() + 1);
    for head in &heads {
        let mut segment = Segment { responses: head.responses, ..Segment::default() };
        for it in &asked {
            segment.columns.extend(cached(connection, cache, head, it).await?);
        }
        let gone: Vec<i64> = voids.iter().copied().filter(|seq| (head.first_seq..=head.last_seq).contains(seq)).collect();
        if gone.is_empty() {
            segment.kept = Some(cache.sums(head));
        } else {
            let mut it = Filled { seqs: seqs(connection, head).await?, segment };
            it.clear(&gone);
            segment = it.segment;
        }
        call_context(&mut segment, fact.as_deref());
        segments.push(segment);
    }
    let mut tail = Filled::of(&[], &cache.tail.rows(connection, up_to, survey).await?);
    call_context(&mut tail.segment, fact.as_deref());
    segments.push(tail.segment);
    Ok(Held { segments, heads, tail: tail.seqs })
}

async fn cached(connection: &mut Connection, cache: &Cache, head: &Head, asked: &Asked) -> Result<Vec<(String, Arc<Column>)>, sqlx::Error> {
    if let Some(columns) = cache.get(head, asked) {
        return Ok(columns);
    }
    let which = if *asked == QUESTIONS { Which::Questions } else { Which::Named(asked.as_ref()) };
    let read = columns(connection, head, which).await?;
    cache.put(head, asked, &read);
    Ok(read)
}
