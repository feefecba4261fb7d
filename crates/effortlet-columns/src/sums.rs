//! What one segment counts by day and by the values of one dimension, kept so that figures under one
//! condition need not look at its responses again.
//!
//! Knows no segment; `summing` makes it, and counts by it.

use super::filter::Dimension;
use super::tally::Names;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Kept for so many plans by the same dimension: pages ask for totals of all versions, and for each by itself.
const MOST_PLANS: usize = 2;

/// The sums of a segment, those that were made last at the end.
#[derive(Clone, Debug, Default)]
pub struct Kept(Arc<Mutex<Vec<Arc<Sums>>>>);

#[derive(Debug)]
pub(super) struct Sums {
    pub(super) by: Option<Dimension>,
    pub(super) groups: BTreeMap<String, usize>,
    pub(super) found: Vec<Option<String>>,
    /// The segment's columns that they were made of.
    pub(super) made_of: Vec<String>,
    pub(super) days: Names,
    pub(super) values: Names,
    /// `None` where they would be larger than they are worth.
    pub(super) columns: Option<BTreeMap<String, OfColumn>>,
}

#[derive(Debug)]
pub(super) struct OfColumn {
    pub(super) place: Option<u16>,
    pub(super) answers: Vec<String>,
    pub(super) everybody: Vec<Sum>,
    /// The same told apart by the dimension, by the numbers of its values.
    pub(super) by_value: Vec<Sum>,
}

/// So many people of one value, day and group gave one answer, each by its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    pub(super) value: u16,
    pub(super) day: u16,
    /// Twice the number of the group, and one more for those who said yes.
    pub(super) group: u16,
    pub(super) answer: u16,
    pub(super) count: u32,
}

impl Kept {
    pub(super) fn known(&self) -> MutexGuard<'_, Vec<Arc<Sums>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// In the place of those that were made for the same.
    pub(super) fn keep(&self, made: &Arc<Sums>) {
        let mut known = self.known();
        known.retain(|it| !it.is_made_as(made));
        known.push(Arc::clone(made));
        let of_same = known.iter().filter(|it| it.by == made.by).count();
        if of_same > MOST_PLANS && let Some(first) = known.iter().position(|it| it.by == made.by) {
            known.remove(first);
        }
    }

    /// Bytes of memory.
    pub fn size(&self) -> usize {
        self.known().iter().map(|it| it.size()).sum()
    }
}

impl Sums {
    fn is_made_as(&self, other: &Self) -> bool {
        (self.by, &self.groups, &self.found) == (other.by, &other.groups, &other.found)
    }

    fn size(&self) -> usize {
        self.columns.iter().flat_map(BTreeMap::values).map(OfColumn::size).sum()
    }
}

impl OfColumn {
    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        (self.everybody.len() + self.by_value.len()) * size_of::<Sum>()
    }
}
