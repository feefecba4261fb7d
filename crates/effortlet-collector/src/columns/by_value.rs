//! What would be counted under one condition more, for each value of a dimension, by one pass for all of them.
//!
//! Never says which of it may be told.

use super::column::Column;
use super::filter::Dimension;
use super::plan::{Plan, Split};
use super::scan::scan;
use super::segment::{STATE, Segment};
use super::people::People;
use super::tally::{Cell, Counted, Names, Tally};
use std::collections::BTreeMap;

#[derive(Debug)]
pub(crate) struct ByValue {
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
    pub(crate) fn of(segments: &[&Segment], plan: &Plan, by: Dimension) -> Self {
        let has_days = plan.split == Split::Days;
        let split = if has_days { Split::DaysAndValues(by) } else { Split::Values(by) };
        let tally = scan(segments, &Plan { split, ..plan.clone() });
        let (mut days, mut values) = (Names::default(), Names::default());
        let part = |name: &String| {
            let (day, value) = if has_days { name.split_once(' ').unwrap_or_default() } else { ("", name.as_str()) };
            (days.number(day), values.number(value))
        };
        let parts: Vec<(usize, usize)> = tally.parts.all.iter().map(part).collect();
        let columns = tally.columns.iter().map(|(name, it)| (name.clone(), OfColumn::of(it, &parts, values.all.len())));
        Self { columns: columns.collect(), days, values }
    }

    /// What a pass under one condition more, the last one, would have counted.
    pub(crate) fn under(&self, value: &str) -> Tally {
        let columns = self.columns.iter().map(|(name, it)| (name.clone(), it.under(self.number(value))));
        Tally { columns: columns.collect(), parts: self.days.clone() }
    }

    /// People of one group of whom all other conditions hold, by the number of their value, on these days.
    pub(crate) fn people(&self, name: &str, group: usize, yes: Option<bool>, is_meant: &dyn Fn(&str) -> bool) -> People {
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
    pub(crate) fn values(&self) -> &[String] {
        &self.values.all
    }

    fn number(&self, value: &str) -> usize {
        self.values.all.iter().position(|it| it == value).unwrap_or(usize::MAX)
    }
}

impl OfColumn {
    fn of(counted: &Counted, parts: &[(usize, usize)], values: usize) -> Self {
        let mut it = Self { everybody: counted.under_one_more(), own: vec![Own::default(); values] };
        let place = |cell: Cell| {
            let (day, value) = parts.get(cell.part).copied()?;
            Some((Cell { part: day, ..cell }, value))
        };
        for (cell, count) in counted.cells() {
            let Some((cell, value)) = place(cell) else { continue };
            it.everybody.add_people(cell, count);
            it.own.get_mut(value).into_iter().for_each(|own| own.people.push((cell, count)));
        }
        for (cell, said, count) in counted.said() {
            let Some((cell, value)) = place(cell) else { continue };
            it.own.get_mut(value).into_iter().for_each(|own| own.said.push((cell, said, count)));
        }
        it
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
pub(crate) fn sections(segments: &[&Segment]) -> BTreeMap<String, String> {
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
pub(crate) fn latest_of_each(segment: &Segment, by: Dimension, wanted: &mut BTreeMap<String, usize>) -> Vec<(String, usize)> {
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
