//! What would be counted under one condition more, for each value of a dimension.
//!
//! Never says which of it may be told.

use super::column::Column;
use super::filter::Dimension;
use super::plan::{Plan, Split};
use super::scan::{in_shares, scan, scan_all};
use super::segment::{STATE, Segment};
use super::people::People;
use super::tally::{Cell, Counted, Names, Tally};
use std::collections::BTreeMap;

/// A thread is not worth fewer values.
const FEWEST_VALUES: usize = 32;

#[derive(Debug)]
pub struct ByValue {
    days: Names,
    /// The empty one is of people who have none.
    values: Names,
    columns: BTreeMap<String, OfColumn>,
}

#[derive(Debug)]
struct OfColumn {
    /// Whoever has any value or none, as if the condition more held for nobody.
    everybody: Counted,
    /// What is counted of each value, by days.
    own: Vec<Own>,
}

#[derive(Clone, Debug, Default)]
struct Own {
    people: Vec<(Cell, u64)>,
    said: Vec<(Cell, usize, u64)>,
}

impl ByValue {
    /// `plan` has the conditions that hold for all, and splits by days or not at all.
    pub fn of(segments: &[&Segment], plan: &Plan, by: Dimension) -> Self {
        let mut it = Self { days: Names::default(), values: Names::default(), columns: BTreeMap::new() };
        if plan.split == Split::Days {
            // Of most values there is nobody on most days: each by itself is less than a table of all.
            for (value, tally) in of_each(segments, plan, by) {
                it.add(&tally, &|day| (day, value));
            }
        } else {
            it.add(&scan(segments, &Plan { split: Split::Values(by), ..plan.clone() }), &|value| ("", value));
        }
        it
    }

    /// `place` says of which day and which value a part is.
    fn add<'a>(&mut self, tally: &'a Tally, place: &dyn Fn(&'a str) -> (&'a str, &'a str)) {
        let number = |name: &'a String| {
            let (day, value) = place(name);
            (self.days.number(day), self.values.number(value))
        };
        let parts: Vec<(usize, usize)> = tally.parts.all.iter().map(number).collect();
        for (name, counted) in &tally.columns {
            self.columns.entry(name.clone()).or_insert_with(|| OfColumn::of(counted)).add(counted, &parts);
        }
    }

    /// What a pass under one condition more, the last one, would have counted.
    pub fn under(&self, value: &str) -> Tally {
        let columns = self.columns.iter().map(|(name, it)| (name.clone(), it.under(self.number(value))));
        Tally { columns: columns.collect(), parts: self.days.clone() }
    }

    /// People of one group of whom all other conditions hold, by the number of their value, on these days.
    pub fn people(&self, name: &str, group: usize, yes: Option<bool>, is_meant: &dyn Fn(&str) -> bool) -> People {
        let mut people = People::of(1);
        let Some(column) = self.columns.get(name) else { return people };
        let is_within: Vec<bool> = self.days.all.iter().map(|day| is_meant(day)).collect();
        for (value, own) in column.own.iter().enumerate() {
            let meant = own.people.iter().filter(|(cell, _)| {
                cell.group == group
                    && cell.holds == column.everybody.all_hold() / 2
                    && yes.is_none_or(|yes| yes == cell.yes)
                    && is_within.get(cell.part).copied().unwrap_or(false)
            });
            let count: u64 = meant.map(|(_, count)| count).sum();
            people.add(value, 0, count);
        }
        people
    }

    /// By their numbers.
    pub fn values(&self) -> &[String] {
        &self.values.all
    }

    fn number(&self, value: &str) -> usize {
        self.values.all.iter().position(|it| it == value).unwrap_or(usize::MAX)
    }
}

/// What is counted of each value of a dimension, by its own responses.
fn of_each<'a>(segments: &[&'a Segment], plan: &Plan, by: Dimension) -> Vec<(&'a str, Tally)> {
    let mut parts: BTreeMap<&str, Vec<Segment>> = BTreeMap::new();
    for (value, part) in segments.iter().flat_map(|it| it.parted(by)) {
        parts.entry(value).or_default().push(part);
    }
    let parts: Vec<(&str, Vec<Segment>)> = parts.into_iter().collect();
    let counted = in_shares(&parts, FEWEST_VALUES, |share| {
        let tally = |segments: &Vec<Segment>| scan_all(&segments.iter().collect::<Vec<_>>(), plan);
        share.iter().map(|(value, segments)| (*value, tally(segments))).collect::<Vec<_>>()
    });
    counted.into_iter().flatten().collect()
}

impl OfColumn {
    fn of(counted: &Counted) -> Self {
        Self { everybody: counted.under_one_more(), own: Vec::new() }
    }

    fn add(&mut self, counted: &Counted, parts: &[(usize, usize)]) {
        let place = |cell: Cell| {
            let (day, value) = parts.get(cell.part).copied()?;
            Some((Cell { part: day, ..cell }, value))
        };
        self.everybody.place = self.everybody.place.into_iter().chain(counted.place).min();
        let values: Vec<usize> = counted.values.all.iter().map(|value| self.everybody.values.number(value)).collect();
        self.own.resize(self.own.len().max(parts.iter().map(|it| it.1 + 1).max().unwrap_or(0)), Own::default());
        for (cell, count) in counted.cells() {
            let Some((cell, value)) = place(cell) else { continue };
            self.everybody.add_people(cell, count);
            self.own.get_mut(value).into_iter().for_each(|own| own.people.push((cell, count)));
        }
        for (cell, said, count) in counted.said() {
            let (Some((cell, value)), Some(said)) = (place(cell), values.get(said)) else { continue };
            self.own.get_mut(value).into_iter().for_each(|own| own.said.push((cell, *said, count)));
        }
    }

    /// Of this value the condition more holds.
    fn under(&self, value: usize) -> Counted {
        let mut counted = self.everybody.clone();
        let bit = counted.all_hold().div_ceil(2);
        let Some(own) = self.own.get(value) else { return counted };
        for (cell, count) in &own.people {
            counted.take_people(*cell, *count);
            counted.add_people(Cell { holds: cell.holds | bit, ..*cell }, *count);
        }
        for (cell, said, count) in &own.said {
            counted.add_value(*cell, *said, *count);
        }
        counted
    }
}

/// The section that most responses of each article are of.
pub fn sections(segments: &[&Segment]) -> BTreeMap<String, String> {
    let mut counts: BTreeMap<(String, String), u64> = BTreeMap::new();
    for segment in segments {
        let columns = [Dimension::Article, Dimension::Section].map(|it| segment.columns.get(it.name()));
        let [Some(articles), Some(sections)] = columns else { continue };
        let each = sections.values.len() + 1;
        let mut met = vec![0_u64; (articles.values.len() + 1) * each];
        for row in 0..segment.responses {
            let at = usize::from(articles.codes.get(row)) * each + usize::from(sections.codes.get(row));
            met.get_mut(at).into_iter().for_each(|it| *it += 1);
        }
        for (at, count) in met.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            let of = |column: &Column, code: usize| code.checked_sub(1).and_then(|it| column.values.get(it).cloned());
            if let (Some(article), Some(section)) = (of(articles, at / each), of(sections, at % each)) {
                *counts.entry((article, section)).or_default() += count;
            }
        }
    }
    let mut most: BTreeMap<String, (u64, String)> = BTreeMap::new();
    for ((article, section), count) in counts {
        let it = most.entry(article).or_default();
        if count > it.0 {
            *it = (count, section);
        }
    }
    most.into_iter().map(|(article, (_, section))| (article, section)).collect()
}

/// The rows of a segment that have these values, the last first, at most so many of each that are still wanted.
pub fn latest_of_each(segment: &Segment, by: Dimension, wanted: &mut BTreeMap<String, usize>) -> Vec<(String, usize)> {
    let (Some(column), Some(state)) = (segment.columns.get(by.name()), segment.columns.get(STATE)) else { return Vec::new() };
    let left = column.values.iter().map(|value| wanted.get(value).copied().unwrap_or(0));
    let mut left: Vec<usize> = [0].into_iter().chain(left).collect();
    let mut rows = Vec::new();
    for row in (0..segment.responses).rev() {
        let Some(left) = left.get_mut(usize::from(column.codes.get(row))).filter(|it| **it > 0) else { continue };
        if let (Some(_), Some(value)) = (state.at(row), column.at(row)) {
            *left -= 1;
            rows.push((value.to_owned(), row));
        }
    }
    for (value, _) in &rows {
        wanted.get_mut(value).into_iter().for_each(|it| *it = it.saturating_sub(1));
    }
    rows
}
