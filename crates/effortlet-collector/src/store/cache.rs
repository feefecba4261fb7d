//! Columns that reports have read, kept in memory so that the next report need not read them again.
//!
//! Never holds more than 256 MiB of codes: some 20,000,000 responses to a survey of five questions. Those
//! that were asked for longest ago go.

use super::segments::Head;
use crate::columns::{Codes, Column};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

const MOST_BYTES: usize = 256 * 1_024 * 1_024;

/// What was asked for: the name of a column, or all of a segment's questions.
pub(super) type Asked = &'static str;

type Columns = Vec<(String, Arc<Column>)>;

#[derive(Debug, Default)]
pub(super) struct Cache(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    columns: HashMap<(Head, Asked), (u64, Columns)>,
    /// Which of them was asked for when.
    order: BTreeMap<u64, (Head, Asked)>,
    now: u64,
    bytes: usize,
}

impl Cache {
    pub(super) fn get(&self, head: &Head, asked: Asked) -> Option<Columns> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.now += 1;
        let now = kept.now;
        let key = (head.clone(), asked);
        let (at, columns) = kept.columns.get_mut(&key)?;
        let before = std::mem::replace(at, now);
        let columns = columns.clone();
        kept.order.remove(&before);
        kept.order.insert(now, key);
        Some(columns)
    }

    pub(super) fn put(&self, head: &Head, asked: Asked, columns: &Columns) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.now += 1;
        let (now, key) = (kept.now, (head.clone(), asked));
        kept.bytes += bytes(columns);
        if let Some((at, before)) = kept.columns.insert(key.clone(), (now, columns.clone())) {
            kept.bytes -= bytes(&before);
            kept.order.remove(&at);
        }
        kept.order.insert(now, key);
        while kept.bytes > MOST_BYTES
            && let Some((_, oldest)) = kept.order.pop_first()
        {
            let gone = kept.columns.remove(&oldest).map_or(0, |(_, columns)| bytes(&columns));
            kept.bytes -= gone;
        }
    }
}

fn bytes(columns: &Columns) -> usize {
    let size = |column: &Column| match &column.codes {
        Codes::Narrow(codes) => codes.len(),
        Codes::Wide(codes) => codes.len() * 2,
    };
    columns.iter().map(|(_, column)| size(column)).sum()
}
