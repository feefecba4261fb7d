//! The rows that are in no segment yet, kept in memory so that the next report reads only what has come
//! since.
//!
//! A row is what its number says as long as it is stored: who thinks better of it gets another number.

use super::connection::Connection;
use super::facts::{Survey, rows};
use effortlet_columns::Row;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// More are kept only while nothing can be folded; those of some megabytes are.
const MOST: usize = 65_536;

/// As text, which is one row instead of thousands.
const NUMBERS: &str = "select string_agg(cast(seq as text), ',') from response where seq > $1";

/// Of all surveys, by number.
#[derive(Debug, Default)]
pub(super) struct Tail(Mutex<BTreeMap<i64, (Survey, Row)>>);

impl Tail {
    /// Those of one survey whose number is above one, by their number.
    pub(super) async fn rows(&self, connection: &mut Connection, up_to: i64, survey: &Survey) -> Result<Vec<Row>, sqlx::Error> {
        let numbers: Option<String> = sqlx::query_scalar(NUMBERS).bind(up_to).fetch_one(&mut *connection).await?;
        let mut numbers: Vec<i64> = numbers.iter().flat_map(|it| it.split(',')).filter_map(|it| it.parse().ok()).collect();
        numbers.sort_unstable();
        let unknown = {
            let known = self.known();
            let mut unknown = numbers.iter().filter(|it| !known.contains_key(it));
            unknown.next().map(|first| (*first, *unknown.next_back().unwrap_or(first)))
        };
        let read = match unknown {
            Some((first, last)) => rows(connection, (first - 1, last), i64::MAX, None).await?,
            None => Vec::new(),
        };
        let mut known = self.known();
        known.retain(|number, _| *number > up_to);
        known.extend(read.into_iter().map(|it| (it.1.seq, it)));
        let own = numbers.iter().filter_map(|it| known.get(it)).filter(|(of, _)| of == survey);
        let own = own.map(|(_, row)| row.clone()).collect();
        while known.len() > MOST {
            known.pop_first();
        }
        Ok(own)
    }

    fn known(&self) -> std::sync::MutexGuard<'_, BTreeMap<i64, (Survey, Row)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
