//! Some ten thousand responses as columns. Never holds a text that somebody wrote.

use super::column::{Column, Growing};
use super::filter::Dimension;
use super::sums::Kept;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One less than a code of two bytes can tell apart, so that a column may hold another value for each.
pub const MOST_RESPONSES: usize = 65_535;

pub const DAY: &str = "day";
pub const VERSION: &str = "version";
pub const STATE: &str = "state";
/// Of the page: whatever its team tells by it.
pub const REVISION: &str = "revision";

/// What figures need of one response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub seq: i64,
    pub day: i32,
    pub version: String,
    pub state: String,
    pub dimensions: Vec<(Dimension, String)>,
    /// The column of each fact that reports are filtered by, and the fact with its value.
    pub facts: Vec<(String, String)>,
    /// That of the page, where it has one.
    pub revision: Option<String>,
    /// Name of a question's column, the place at which it was answered, and the value.
    pub answers: Vec<(String, u16, String)>,
}

/// Columns by name. What has no column has nothing in any row.
#[derive(Clone, Debug, Default)]
pub struct Segment {
    pub responses: usize,
    pub columns: BTreeMap<String, Arc<Column>>,
    /// Where sums are worth keeping.
    pub kept: Option<Kept>,
}

impl Segment {
    /// The same without the columns that nobody wants, so that no rows are taken from them.
    pub fn of_columns(&self, is_wanted: &dyn Fn(&str) -> bool) -> Self {
        let columns = self.columns.iter().filter(|(name, _)| is_wanted(name));
        let columns = columns.map(|(name, column)| (name.clone(), Arc::clone(column))).collect();
        Self { responses: self.responses, columns, kept: None }
    }

    /// Only those of whom all of this holds, without what is said here of them.
    pub fn narrowed(&self, conditions: &[(Dimension, String)]) -> Self {
        let mut is_meant = vec![true; self.responses];
        for (dimension, value) in conditions {
            match self.columns.get(dimension.name()) {
                Some(column) => column.leave_out_others(value, &mut is_meant),
                None => is_meant.fill(false),
            }
        }
        let rows = rows_of(&is_meant);
        self.of_rows(&rows, &|name| conditions.iter().all(|(it, _)| it.name() != name))
    }

    /// Cut by the values of a dimension, without what is said here of them; nothing for who has none.
    pub fn parted(&self, by: Dimension) -> impl Iterator<Item = (&str, Self)> {
        let column = self.columns.get(by.name());
        let rows = column.map_or_else(|| vec![rows_of(&vec![true; self.responses])], |it| it.rows_by_code());
        let values = [""].into_iter().chain(column.into_iter().flat_map(|it| it.values.iter().map(String::as_str)));
        let parts = values.zip(rows).filter(|(_, rows)| !rows.is_empty());
        parts.map(move |(value, rows)| (value, self.of_rows(&rows, &|name| name != by.name())))
    }

    fn of_rows(&self, rows: &[u32], is_wanted: &dyn Fn(&str) -> bool) -> Self {
        let columns = self.columns.iter().filter(|(name, _)| is_wanted(name));
        let columns = columns.map(|(name, column)| (name.clone(), Arc::new(column.of_rows(rows))));
        Self { responses: rows.len(), columns: columns.collect(), kept: None }
    }
}

/// The numbers of what is meant. Each is written down, and the next over it where it is not: a branch that the processor
/// guesses wrong costs more.
fn rows_of(is_meant: &[bool]) -> Vec<u32> {
    let mut rows = vec![0; is_meant.len() + 1];
    let mut count = 0;
    for (row, is_meant) in (0_u32..).zip(is_meant) {
        if let Some(next) = rows.get_mut(count) {
            *next = row;
        }
        count += usize::from(*is_meant);
    }
    rows.truncate(count);
    rows
}

/// A segment together with which responses are in it, by their `seq`, which rises.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    pub seqs: Vec<i64>,
    pub segment: Segment,
}

impl Filled {
    /// What earlier segments hold, then more; what is void is left out.
    pub fn of(earlier: &[Self], rows: &[Row]) -> Self {
        let mut seqs = Vec::new();
        let mut growing: BTreeMap<String, Growing> = BTreeMap::new();
        for it in earlier {
            let state = it.segment.columns.get(STATE);
            for (at, seq) in it.seqs.iter().enumerate() {
                if state.and_then(|it| it.at(at)).is_none() {
                    continue;
                }
                for (name, column) in &it.segment.columns {
                    if let Some(value) = column.at(at) {
                        growing_of(&mut growing, name).push(seqs.len(), value, column.place);
                    }
                }
                seqs.push(*seq);
            }
        }
        for row in rows {
            let at = seqs.len();
            let facts = [(DAY, row.day.to_string()), (VERSION, row.version.clone()), (STATE, row.state.clone())];
            let dimensions = row.dimensions.iter().map(|(dimension, value)| (dimension.name(), value.clone()));
            let revision = row.revision.iter().map(|it| (REVISION, it.clone()));
            for (name, value) in facts.into_iter().chain(dimensions).chain(revision) {
                growing_of(&mut growing, name).push(at, &value, 0);
            }
            for (name, value) in &row.facts {
                growing_of(&mut growing, name).push(at, value, 0);
            }
            for (name, place, value) in &row.answers {
                growing_of(&mut growing, name).push(at, value, *place);
            }
            seqs.push(row.seq);
        }
        let responses = seqs.len();
        let columns = growing.into_iter().map(|(name, it)| (name, Arc::new(it.finished(responses)))).collect();
        Self { seqs, segment: Segment { responses, columns, kept: None } }
    }

    /// Takes responses out; what is not in here is passed over.
    pub fn clear(&mut self, seqs: &[i64]) {
        let Some(state) = self.segment.columns.get_mut(STATE) else { return };
        for seq in seqs {
            if let Ok(at) = self.seqs.binary_search(seq) {
                Arc::make_mut(state).clear(at);
            }
        }
    }

    /// The first and the last day of what is in here.
    pub fn days(&self) -> (i32, i32) {
        let days = self.segment.columns.get(DAY);
        let days = days.into_iter().flat_map(|it| it.values.iter()).filter_map(|it| it.parse().ok());
        days.fold((i32::MAX, i32::MIN), |(first, last), day| (first.min(day), last.max(day)))
    }
}

fn growing_of<'a>(all: &'a mut BTreeMap<String, Growing>, name: &str) -> &'a mut Growing {
    all.entry(name.to_owned()).or_default()
}
