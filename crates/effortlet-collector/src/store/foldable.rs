//! What there is to fold, made ready from one snapshot beside the writer, so that posts wait only for
//! blobs to be written. Never writes.

use super::connection::Connection;
use super::facts::{Survey, rows};
use super::fold::{FOLDED, Fold};
use super::segments::{Head, filled, heads};
use effortlet_columns::{Filled, MOST_RESPONSES, Row};
use std::collections::BTreeMap;

/// So many rows are folded at once at most, each some 200 bytes of memory.
const MOST_ROWS: i64 = 65_536;

const VOIDS: &str = "select seq, site, survey from void where seq <= $1 order by seq";

/// What there is to fold, and how many rows and voids that is; nothing where that is fewer than are worth
/// it.
pub(super) async fn ready(connection: &mut Connection, worth: u64, most: usize) -> Result<Option<(Fold, u64)>, sqlx::Error> {
    let after: i64 = sqlx::query_scalar(FOLDED).fetch_one(&mut *connection).await?;
    let rows = rows(connection, (after, i64::MAX), MOST_ROWS, None).await?;
    let up_to = rows.last().map_or(after, |(_, row)| row.seq);
    let voids: Vec<(i64, String, String)> = sqlx::query_as(VOIDS).bind(up_to).fetch_all(&mut *connection).await?;
    let count = (rows.len() + voids.len()) as u64;
    if count == 0 || count < worth {
        return Ok(None);
    }
    let mut surveys: BTreeMap<Survey, (Vec<Row>, Vec<i64>)> = BTreeMap::new();
    for (survey, row) in rows {
        surveys.entry(survey).or_default().0.push(row);
    }
    let numbers = voids.iter().map(|it| it.0).collect();
    for (seq, site, survey) in voids {
        surveys.entry((site, survey)).or_default().1.push(seq);
    }
    let mut fold = Fold { after, up_to, voids: numbers, gone: Vec::new(), cleared: Vec::new(), new: Vec::new() };
    for (survey, (rows, voids)) in surveys {
        add(connection, &mut fold, survey, &rows, &voids, most).await?;
    }
    Ok(Some((fold, count)))
}

/// The last segments are made one with what is new as long as they are small beside it, so that each
/// response is written a few times over at most.
async fn add(
    connection: &mut Connection,
    fold: &mut Fold,
    survey: Survey,
    rows: &[Row],
    voids: &[i64],
    most: usize,
) -> Result<(), sqlx::Error> {
    let most = most.clamp(1, MOST_RESPONSES);
    let mut heads = heads(connection, &survey).await?;
    let (mut earlier, mut together) = (Vec::new(), rows.len());
    while let Some(last) = heads.last()
        && let Some(newest) = rows.last()
        && newest.seq - last.first_seq <= i64::from(u32::MAX)
        && last.responses <= together * 2
        && last.responses + together <= most
    {
        together += last.responses;
        earlier.push(taken_out(connection, last, voids).await?);
        fold.gone.push(last.id);
        heads.pop();
    }
    earlier.reverse();
    for head in heads.iter().filter(|head| voids.iter().any(|seq| (head.first_seq..=head.last_seq).contains(seq))) {
        fold.cleared.push((head.id, taken_out(connection, head, voids).await?));
    }
    let parts = match rows.len() <= most {
        true => vec![Filled::of(&earlier, rows)],
        false => rows.chunks(most).map(|rows| Filled::of(&[], rows)).collect(),
    };
    fold.new.extend(parts.into_iter().filter(|it| !it.seqs.is_empty()).map(|it| (survey.clone(), it)));
    Ok(())
}

async fn taken_out(connection: &mut Connection, head: &Head, voids: &[i64]) -> Result<Filled, sqlx::Error> {
    let mut it = filled(connection, head).await?;
    it.clear(voids);
    Ok(it)
}
