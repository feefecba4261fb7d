//! Sums of a segment: made by a pass over its responses, and counted by instead of another.
//!
//! Gives what a pass over the responses would count, and never anything else.

use super::filter::Dimension;
use super::plan::{Plan, Split, is_within};
use super::pass::{Room, add_rows};
use super::segment::{DAY, Segment};
use super::sums::{OfColumn, Sum, Sums};
use super::tally::{Cell, Counted, Names, Tally};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Kept where they are at most so many times as large as the columns that they stand for.
const MOST_TIMES: usize = 2;

/// The sums of a segment that a plan can be counted by, made where there are none yet; `None` where it asks for
/// more.
pub(super) fn sums(segment: &Segment, plan: &Plan, room: &mut Room) -> Option<Arc<Sums>> {
    let (kept, by) = (segment.kept.as_ref()?, plan.by()?);
    let known = kept.known().iter().find(|it| it.by == by && it.is_for(segment, plan)).cloned();
    let sums = known.unwrap_or_else(|| {
        let made = Arc::new(Sums::of(segment, plan, by, room));
        kept.keep(&made);
        made
    });
    sums.columns.is_some().then_some(sums)
}

impl Sums {
    fn of(segment: &Segment, plan: &Plan, by: Option<Dimension>, room: &mut Room) -> Self {
        let split = by.map_or(Split::Days, Split::DaysAndValues);
        let whole = Plan { groups: plan.groups.clone(), found: plan.found.clone(), split, ..Plan::default() };
        let mut tally = Tally::default();
        add_rows(segment, &whole, &mut tally, room);
        let (mut days, mut values) = (Names::default(), Names::default());
        // Nothing is number 0, wherever it is met.
        days.number("");
        values.number("");
        let part = |name: &String| {
            let (day, value) = if by.is_some() { name.split_once(' ').unwrap_or_default() } else { (name.as_str(), "") };
            (days.number(day), values.number(value))
        };
        let parts: Vec<(usize, usize)> = tally.parts.all.iter().map(part).collect();
        let columns = tally.columns.iter().map(|(name, it)| Some((name.clone(), OfColumn::of(it, &parts, by.is_some())?)));
        let most = segment.columns.values().map(|it| it.size()).sum::<usize>() * MOST_TIMES;
        let is_worth_it = |columns: &BTreeMap<String, OfColumn>| columns.values().map(OfColumn::size).sum::<usize>() <= most;
        Self {
            by,
            groups: whole.groups,
            found: whole.found,
            made_of: segment.columns.keys().cloned().collect(),
            days,
            values,
            columns: columns.collect::<Option<_>>().filter(is_worth_it),
        }
    }

    /// Whether they were made for the same groups, and of all that matters here.
    fn is_for(&self, segment: &Segment, plan: &Plan) -> bool {
        let matters = |name: &&String| Dimension::read(name).is_none_or(|it| Some(it) == self.by);
        let is_known = |name: &String| self.made_of.binary_search(name).is_ok();
        self.groups == plan.groups && self.found == plan.found && segment.columns.keys().filter(matters).all(is_known)
    }

    /// Adds what a pass over the segment would have counted.
    pub(super) fn add_to(&self, tally: &mut Tally, segment: &Segment, plan: &Plan) {
        tally.parts.number("");
        let place = self.places(tally, plan);
        let is_within = self.within(plan);
        let condition = plan.conditions.first().map(|(_, wanted)| self.values.known(wanted).and_then(|it| u16::try_from(it).ok()));
        let columns = self.columns.iter().flatten();
        for (name, column) in columns.filter(|(name, _)| plan.counts(name) && segment.columns.contains_key(*name)) {
            let it = tally.columns.entry(name.clone()).or_default();
            it.shape(plan.found.len().max(1), 1 << plan.conditions.len());
            it.place = it.place.into_iter().chain(column.place).min();
            let answers: Vec<usize> = column.answers.iter().map(|answer| it.values.number(answer)).collect();
            let mut add = |sum: &Sum, holds: bool, is_moved: bool| {
                if !is_within(sum) {
                    return;
                }
                let cell = Cell {
                    group: usize::from(sum.group / 2),
                    part: place(sum),
                    holds: usize::from(holds),
                    yes: sum.group % 2 == 1,
                };
                let count = u64::from(sum.count);
                if is_moved {
                    it.take_people(Cell { holds: 0, ..cell }, count);
                }
                it.add_people(cell, count);
                if (holds || condition.is_none()) && !plan.whoever {
                    it.add_value(cell, answers.get(usize::from(sum.answer)).copied().unwrap_or(0), count);
                }
            };
            if plan.split.dimension().is_some() {
                column.by_value.iter().for_each(|sum| add(sum, condition == Some(Some(sum.value)), false));
            } else {
                column.everybody.iter().for_each(|sum| add(sum, false, false));
                column.of_value(condition.flatten()).iter().for_each(|sum| add(sum, true, true));
            }
        }
    }

    /// The number that the part of a sum has in a tally.
    fn places(&self, tally: &mut Tally, plan: &Plan) -> impl Fn(&Sum) -> usize + use<> {
        let mut number = |name: &str| tally.parts.number(name);
        let (mut of_days, mut of_values): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        match plan.split {
            Split::Days => of_days = self.days.all.iter().map(|day| number(day)).collect(),
            Split::Values(_) => of_values = self.values.all.iter().map(|value| number(value)).collect(),
            Split::Nothing | Split::DaysAndValues(_) => {}
        }
        move |sum| {
            let day = of_days.get(usize::from(sum.day));
            day.or_else(|| of_values.get(usize::from(sum.value))).copied().unwrap_or(0)
        }
    }

    /// Whether a sum is of a day that is counted in its group.
    fn within(&self, plan: &Plan) -> impl Fn(&Sum) -> bool + use<> {
        let is_limited = plan.within.iter().any(Option::is_some) && self.made_of.iter().any(|name| name == DAY);
        let of_group = |period: &Option<(i32, i32)>| {
            let is_within = |day: &String| !day.is_empty() && is_within(*period, day);
            self.days.all.iter().map(is_within).collect::<Vec<bool>>()
        };
        let within: Vec<Vec<bool>> = plan.within.iter().map(of_group).collect();
        move |sum| {
            let of_group = within.get(usize::from(sum.group / 2));
            !is_limited || of_group.and_then(|days| days.get(usize::from(sum.day))).copied().unwrap_or(false)
        }
    }
}

impl OfColumn {
    /// `None` where there are more groups than have numbers.
    fn of(counted: &Counted, parts: &[(usize, usize)], is_split: bool) -> Option<Self> {
        let mut by_value = Vec::new();
        for (cell, answer, count) in counted.said() {
            let (day, value) = parts.get(cell.part).copied()?;
            by_value.push(Sum {
                value: u16::try_from(value).ok()?,
                day: u16::try_from(day).ok()?,
                group: u16::try_from(cell.group * 2 + usize::from(cell.yes)).ok()?,
                answer: u16::try_from(answer).ok()?,
                count: u32::try_from(count).ok()?,
            });
        }
        by_value.sort_unstable_by_key(|it| it.value);
        let mut everybody: BTreeMap<(u16, u16, u16), u32> = BTreeMap::new();
        for it in &by_value {
            *everybody.entry((it.day, it.group, it.answer)).or_default() += it.count;
        }
        let sum = |((day, group, answer), count)| Sum { value: 0, day, group, answer, count };
        let everybody = everybody.into_iter().map(sum).collect();
        let by_value = if is_split { by_value } else { Vec::new() };
        Some(Self { place: counted.place, answers: counted.values.all.clone(), everybody, by_value })
    }

    /// Those of one value.
    fn of_value(&self, value: Option<u16>) -> &[Sum] {
        let Some(value) = value else { return &[] };
        let (from, to) = (self.by_value.partition_point(|it| it.value < value), self.by_value.partition_point(|it| it.value <= value));
        self.by_value.get(from..to).unwrap_or_default()
    }
}
