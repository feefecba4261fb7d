//! What one pass over columns has counted: for each column, how many gave each value, told apart by group,
//! by part, by which conditions hold, and by who said yes.
//!
//! Never says which of it may be told.

use super::people::People;
use std::collections::{BTreeMap, HashMap};

/// Everything that is counted, by the name of its column.
#[derive(Debug, Default)]
pub struct Tally {
    pub columns: BTreeMap<String, Counted>,
    /// What responses were split by, in the order in which it was met: days, say.
    pub parts: Names,
}

impl Tally {
    /// What was counted elsewhere under the same conditions.
    pub(super) fn add(&mut self, other: &Self) {
        let parts: Vec<usize> = other.parts.all.iter().map(|part| self.parts.number(part)).collect();
        let here = |cell: Cell| Cell { part: parts.get(cell.part).copied().unwrap_or(0), ..cell };
        for (name, counted) in &other.columns {
            let it = self.columns.entry(name.clone()).or_insert_with(|| Counted { place: counted.place, ..Counted::default() });
            it.shape(counted.groups, counted.masks);
            it.place = it.place.into_iter().chain(counted.place).min();
            let values: Vec<usize> = counted.values.all.iter().map(|value| it.values.number(value)).collect();
            counted.cells().for_each(|(cell, count)| it.add_people(here(cell), count));
            for (cell, value, count) in counted.said() {
                it.add_value(here(cell), values.get(value).copied().unwrap_or(0), count);
            }
        }
    }
}

/// Names and their numbers, from 0.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub all: Vec<String>,
    known: HashMap<String, usize>,
}

impl Names {
    /// The number of what has one.
    pub(super) fn known(&self, name: &str) -> Option<usize> {
        self.known.get(name).copied()
    }

    pub(super) fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.known.get(name) {
            return *number;
        }
        self.known.insert(name.to_owned(), self.all.len());
        self.all.push(name.to_owned());
        self.all.len() - 1
    }
}

/// Where something was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) group: usize,
    pub(super) part: usize,
    /// A bit for each condition that holds.
    pub(super) holds: usize,
    /// Of those who said yes to the question of their group.
    pub(super) yes: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// Of a question: the first place at which it was answered.
    pub place: Option<u16>,
    pub(super) values: Names,
    groups: usize,
    masks: usize,
    /// Whoever gave any value, by part, group, conditions and yes.
    people: Vec<u64>,
    /// For each value those of whom all conditions hold, by part, group and yes.
    sums: Vec<Vec<u64>>,
}

impl Counted {
    pub(super) fn shape(&mut self, groups: usize, masks: usize) {
        (self.groups, self.masks) = (groups, masks);
    }

    pub(super) fn add(&mut self, cell: Cell, value: usize, count: u64) {
        self.add_people(cell, count);
        if cell.holds + 1 == self.masks {
            self.add_value(cell, value, count);
        }
    }

    /// Without what they said.
    pub(super) fn add_people(&mut self, cell: Cell, count: u64) {
        let at = self.at(cell);
        count_at(&mut self.people, at, count);
    }

    pub(super) fn take_people(&mut self, cell: Cell, count: u64) {
        let at = self.at(cell);
        self.people.get_mut(at).into_iter().for_each(|it| *it = it.saturating_sub(count));
    }

    /// What people said of whom all conditions hold.
    pub(super) fn add_value(&mut self, cell: Cell, value: usize, count: u64) {
        if self.sums.len() <= value {
            self.sums.resize(value + 1, Vec::new());
        }
        let at = (cell.part * self.groups + cell.group) * 2 + usize::from(cell.yes);
        self.sums.get_mut(value).into_iter().for_each(|sums| count_at(sums, at, count));
    }

    fn at(&self, cell: Cell) -> usize {
        ((cell.part * self.groups + cell.group) * self.masks + cell.holds) * 2 + usize::from(cell.yes)
    }

    /// The same question, of which nothing is counted yet under one condition more.
    pub(super) fn under_one_more(&self) -> Self {
        Self { place: self.place, values: self.values.clone(), groups: self.groups, masks: self.masks * 2, ..Self::default() }
    }

    /// The bits of all conditions.
    pub(super) fn all_hold(&self) -> usize {
        self.masks.saturating_sub(1)
    }

    /// Whoever gave any value.
    pub(super) fn cells(&self) -> impl Iterator<Item = (Cell, u64)> {
        self.people.iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, count)| {
            let (yes, at) = (at % 2 == 1, at / 2);
            let (holds, at) = (at % self.masks, at / self.masks);
            (Cell { group: at % self.groups, part: at / self.groups, holds, yes }, *count)
        })
    }

    /// What people said of whom all conditions hold.
    pub(super) fn said(&self) -> impl Iterator<Item = (Cell, usize, u64)> {
        let of = move |(value, sums): (usize, &Vec<u64>)| {
            let cell = move |at: usize| {
                let (yes, at) = (at % 2 == 1, at / 2);
                Cell { group: at % self.groups, part: at / self.groups, holds: self.all_hold(), yes }
            };
            let counted = sums.iter().enumerate().filter(|(_, count)| **count > 0);
            counted.map(move |(at, count)| (cell(at), value, *count)).collect::<Vec<_>>()
        };
        self.sums.iter().enumerate().flat_map(of)
    }

    /// Whoever gave any value, in one group; of those who said yes, of the others, or of both.
    pub fn people(&self, group: usize, yes: Option<bool>) -> People {
        let mut people = People::of(self.masks);
        let each = self.masks * 2;
        for (at, cells) in self.people.chunks(each.max(1)).enumerate().filter(|(at, _)| at % self.groups == group) {
            for (holds, both) in cells.chunks(2).enumerate() {
                let counts = both.iter().zip([false, true]).filter(|(_, is_yes)| yes.is_none_or(|yes| yes == *is_yes));
                people.add(at / self.groups, holds, counts.map(|(count, _)| count).sum());
            }
        }
        people
    }

    /// How many of one group gave each value, of whom all conditions hold, in the parts that are meant:
    /// those who said yes, and all.
    pub fn values(&self, group: usize, is_meant: &dyn Fn(usize) -> bool) -> BTreeMap<&str, (u64, u64)> {
        let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for (value, sums) in self.values.all.iter().zip(&self.sums) {
            for (part, both) in sums.chunks(2).enumerate().filter(|(at, _)| at % self.groups == group) {
                if !is_meant(part / self.groups) {
                    continue;
                }
                let yes = both.get(1).copied().unwrap_or(0);
                let all = both.iter().sum::<u64>();
                if all > 0 {
                    let sums = counts.entry(value).or_default();
                    *sums = (sums.0 + yes, sums.1 + all);
                }
            }
        }
        counts
    }
}

fn count_at(counters: &mut Vec<u64>, at: usize, count: u64) {
    if counters.len() <= at {
        counters.resize(at + 1, 0);
    }
    counters.get_mut(at).into_iter().for_each(|it| *it += count);
}
