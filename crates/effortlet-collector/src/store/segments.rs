//! Segments as they are stored: their columns, one blob each.
//!
//! Never says what is in them.

use super::connection::Connection;
use super::facts::Survey;
use effortlet_columns::{Codes, Column, Filled, STATE, Segment};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The numbers of a segment's responses: four bytes each, the distance to the first.
pub(super) const SEQ: &str = "seq";

/// A segment without its columns.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Head {
    pub(super) id: i64,
    pub(super) first_seq: i64,
    pub(super) last_seq: i64,
    pub(super) responses: usize,
    /// How often responses were taken out.
    pub(super) voided: i64,
}

/// What the codes of a column stand for.
#[derive(Serialize, Deserialize)]
struct Dictionary {
    values: Vec<String>,
    place: u16,
}

const HEADS: &str = "
    select id, first_seq, last_seq, responses, voided from segment
    where site = $1 and survey = $2 order by first_seq";

const COLUMNS: &str = "select name, dictionary, codes from segment_column where segment = $1 and name <> 'seq'";

/// Names of questions have a space in them.
const QUESTIONS: &str = "
    select name, dictionary, codes from segment_column where segment = $1 and name like '% %'";

const COLUMN: &str = "select name, dictionary, codes from segment_column where segment = $1 and name = $2";

const NEXT: &str = "update folded set segments = segments + 1 where id = 1 returning segments";

const WRITE: &str = "
    insert into segment (id, site, survey, first_seq, last_seq, first_day, last_day, responses, voided)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 0)";

const WRITE_COLUMN: &str = "insert into segment_column (segment, name, dictionary, codes) values ($1, $2, $3, $4)";

const TAKE_COLUMNS: &str = "delete from segment_column where segment = $1";
const TAKE: &str = "delete from segment where id = $1";

const CLEAR: &str = "update segment_column set codes = $1 where segment = $2 and name = 'state'";
const CLEARED: &str = "update segment set voided = voided + 1 where id = $1";

/// Those of a survey, the earliest first.
pub(super) async fn heads(connection: &mut Connection, (site, survey): &Survey) -> Result<Vec<Head>, sqlx::Error> {
    let rows: Vec<(i64, i64, i64, i64, i64)> =
        sqlx::query_as(HEADS).bind(site).bind(survey).fetch_all(connection).await?;
    let head = |(id, first_seq, last_seq, responses, voided)| Head {
        id,
        first_seq,
        last_seq,
        responses: usize::try_from(responses).unwrap_or(0),
        voided,
    };
    Ok(rows.into_iter().map(head).collect())
}

type Stored = (String, String, Vec<u8>);
pub(super) type Columns = Vec<(String, Arc<Column>)>;

/// Columns of a segment: all, those of questions, or one.
#[derive(Clone, Copy)]
pub(super) enum Which<'a> {
    All,
    Questions,
    Named(&'a str),
}

pub(super) async fn columns(connection: &mut Connection, head: &Head, which: Which<'_>) -> Result<Columns, sqlx::Error> {
    let rows: Vec<Stored> = match which {
        Which::All => sqlx::query_as(COLUMNS).bind(head.id).fetch_all(connection).await?,
        Which::Questions => sqlx::query_as(QUESTIONS).bind(head.id).fetch_all(connection).await?,
        Which::Named(name) => sqlx::query_as(COLUMN).bind(head.id).bind(name).fetch_all(connection).await?,
    };
    rows.into_iter().map(|(name, dictionary, codes)| Ok((name, Arc::new(column(&dictionary, codes, head)?)))).collect()
}

fn column(dictionary: &str, codes: Vec<u8>, head: &Head) -> Result<Column, sqlx::Error> {
    let Dictionary { values, place } = serde_json::from_str(dictionary).map_err(|error| sqlx::Error::Decode(error.into()))?;
    let codes = Codes::read(codes, head.responses);
    let codes = codes.ok_or_else(|| sqlx::Error::Decode(format!("segment {}: a column of another length", head.id).into()))?;
    Ok(Column::new(values, codes, place))
}

/// The numbers of a segment's responses, which rise.
pub(super) async fn seqs(connection: &mut Connection, head: &Head) -> Result<Vec<i64>, sqlx::Error> {
    let rows: Vec<Stored> = sqlx::query_as(COLUMN).bind(head.id).bind(SEQ).fetch_all(connection).await?;
    let bytes = rows.into_iter().next().map(|(_, _, bytes)| bytes).unwrap_or_default();
    let apart = bytes.chunks_exact(4).map(|four| four.try_into().map_or(0, u32::from_le_bytes));
    Ok(apart.map(|it| head.first_seq + i64::from(it)).collect())
}

/// A whole segment.
pub(super) async fn filled(connection: &mut Connection, head: &Head) -> Result<Filled, sqlx::Error> {
    let seqs = seqs(connection, head).await?;
    let columns: BTreeMap<String, Arc<Column>> = columns(connection, head, Which::All).await?.into_iter().collect();
    Ok(Filled { seqs, segment: Segment { responses: head.responses, columns, kept: None } })
}

pub(super) async fn insert(connection: &mut Connection, (site, survey): &Survey, it: &Filled) -> Result<(), sqlx::Error> {
    let (Some(first), Some(last)) = (it.seqs.first(), it.seqs.last()) else { return Ok(()) };
    let id: i64 = sqlx::query_scalar(NEXT).fetch_one(&mut *connection).await?;
    let (first_day, last_day) = it.days();
    let query = sqlx::query(WRITE).bind(id).bind(site).bind(survey).bind(*first).bind(*last);
    let query = query.bind(i64::from(first_day)).bind(i64::from(last_day));
    query.bind(i64::try_from(it.seqs.len()).unwrap_or(0)).execute(&mut *connection).await?;
    let apart = it.seqs.iter().flat_map(|seq| u32::try_from(seq - first).unwrap_or(u32::MAX).to_le_bytes());
    insert_column(connection, id, SEQ, &Dictionary { values: Vec::new(), place: 0 }, apart.collect()).await?;
    for (name, column) in &it.segment.columns {
        let dictionary = Dictionary { values: column.values.to_vec(), place: column.place };
        insert_column(connection, id, name, &dictionary, column.codes.bytes()).await?;
    }
    Ok(())
}

async fn insert_column(
    connection: &mut Connection,
    segment: i64,
    name: &str,
    dictionary: &Dictionary,
    codes: Vec<u8>,
) -> Result<(), sqlx::Error> {
    let dictionary = serde_json::to_string(dictionary).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let query = sqlx::query(WRITE_COLUMN).bind(segment).bind(name).bind(dictionary).bind(codes);
    query.execute(connection).await?;
    Ok(())
}

pub(super) async fn delete(connection: &mut Connection, id: i64) -> Result<(), sqlx::Error> {
    sqlx::query(TAKE_COLUMNS).bind(id).execute(&mut *connection).await?;
    sqlx::query(TAKE).bind(id).execute(connection).await?;
    Ok(())
}

/// Stores the states of a segment from which responses were taken out.
pub(super) async fn clear(connection: &mut Connection, id: i64, it: &Filled) -> Result<(), sqlx::Error> {
    let Some(state) = it.segment.columns.get(STATE) else { return Ok(()) };
    sqlx::query(CLEAR).bind(state.codes.bytes()).bind(id).execute(&mut *connection).await?;
    sqlx::query(CLEARED).bind(id).execute(connection).await?;
    Ok(())
}
