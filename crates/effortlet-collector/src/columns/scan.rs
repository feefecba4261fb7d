//! The one pass: adds up in a number for each response which group, part and conditions it is of, then
//! counts each column by that number.
//!
//! Nothing is allocated for a response, and nothing decided for one but by a table of its codes.

use super::column::{Codes, Column};
use super::filter::Dimension;
use super::question::{Question, SAID};
use super::segment::{DAY, STATE, Segment, VERSION};
use super::tally::{Cell, Tally};
use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread::{self, available_parallelism};

/// What is to be told apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// The group that each version is counted in; of others nothing is counted.
    pub(crate) groups: BTreeMap<String, usize>,
    /// For each group the column of the question of which it matters who said yes.
    pub(crate) found: Vec<Option<String>>,
    pub(crate) conditions: Vec<(Dimension, String)>,
    /// The column whose values are parts: days, or a dimension.
    pub(crate) split: Option<&'static str>,
    /// For each group the days that are counted, where not all are.
    pub(crate) within: Vec<Option<(i32, i32)>>,
    /// What is counted: all columns that anybody can count where none is named.
    pub(crate) only: Vec<String>,
    /// Whether it matters only who gave any value, and not which.
    pub(crate) whoever: bool,
}

/// More than this many numbers are sorted rather than each given a counter: 4 MiB of counters.
const MOST_COUNTERS: usize = 1 << 20;

/// A thread is not worth fewer: some milliseconds.
const FEWEST_SEGMENTS: usize = 8;

/// What is in no figure: any number from here on.
const NOWHERE: u32 = 1 << 30;

/// Counts states, questions and who wrote something, by as many threads as there are processors.
pub(crate) fn scan(segments: &[&Segment], plan: &Plan) -> Tally {
    let threads = available_parallelism().map_or(1, NonZero::get).min(segments.len() / FEWEST_SEGMENTS).max(1);
    let mut shares = segments.chunks(segments.len().div_ceil(threads).max(1));
    let Some(first) = shares.next() else { return Tally::default() };
    thread::scope(|scope| {
        let others: Vec<_> = shares.map(|share| scope.spawn(|| scan_all(share, plan))).collect();
        let mut tally = scan_all(first, plan);
        for other in others {
            match other.join() {
                Ok(other) => tally.add(&other),
                Err(panic) => resume_unwind(panic),
            }
        }
        tally
    })
}

fn scan_all(segments: &[&Segment], plan: &Plan) -> Tally {
    let mut tally = Tally::default();
    let (mut places, mut counters) = (Vec::new(), Vec::new());
    for segment in segments {
        let Some(shape) = place(segment, plan, &mut tally, &mut places) else { continue };
        let countable = |name: &str| name == STATE || name == SAID || Question::read(name).is_some();
        let counted = |name: &String| if plan.only.is_empty() { countable(name) } else { plan.only.contains(name) };
        for (name, column) in segment.columns.iter().filter(|(name, _)| counted(name)) {
            count(column, name, &places, &shape, &mut counters, &mut tally);
        }
    }
    tally
}

/// The last rows of one group of which a column has something and all conditions hold, the last first.
pub(crate) fn latest(segment: &Segment, plan: &Plan, group: usize, name: &str, is_meant: &dyn Fn(&str) -> bool) -> Vec<usize> {
    let mut tally = Tally::default();
    let mut places = Vec::new();
    let (Some(shape), Some(column)) = (place(segment, plan, &mut tally, &mut places), segment.columns.get(name)) else {
        return Vec::new();
    };
    let wanted = |place: usize| {
        let cell = shape.cell(place);
        let part = tally.parts.all.get(cell.part).map_or("", String::as_str);
        cell.group == group && cell.holds + 1 == shape.masks && is_meant(part)
    };
    let wanted: Vec<bool> = (0..shape.places()).map(|it| it > 0 && wanted(it)).collect();
    let rows = places.iter().enumerate().rev();
    let rows = rows.filter(|(_, place)| wanted.get(**place as usize).copied().unwrap_or(false));
    rows.map(|(row, _)| row).filter(|row| column.codes.get(*row) > 0).collect()
}

/// What the number of a response is made of: 1, then twice the conditions that hold and a yes, then the
/// group, then the part. 0 is in no figure.
struct Shape {
    masks: usize,
    groups: usize,
    /// The number of each part in the tally, by its code.
    parts: Vec<usize>,
    whoever: bool,
}

impl Shape {
    fn places(&self) -> usize {
        1 + self.each() * self.parts.len()
    }

    /// How many numbers there are for each part.
    fn each(&self) -> usize {
        2 * self.masks * self.groups
    }

    fn cell(&self, place: usize) -> Cell {
        let it = place.saturating_sub(1);
        let (yes, it) = (it % 2 == 1, it / 2);
        let (holds, it) = (it % self.masks, it / self.masks);
        let (group, code) = (it % self.groups, it / self.groups);
        Cell { group, part: self.parts.get(code).copied().unwrap_or(0), holds, yes }
    }
}

/// `None` where nothing in the segment is in a group.
fn place(segment: &Segment, plan: &Plan, tally: &mut Tally, places: &mut Vec<u32>) -> Option<Shape> {
    let versions = segment.columns.get(VERSION)?;
    let state = segment.columns.get(STATE)?;
    if !versions.values.iter().any(|version| plan.groups.contains_key(version)) {
        return None;
    }
    let split = plan.split.and_then(|name| segment.columns.get(name));
    let parts = [""].into_iter().chain(split.into_iter().flat_map(|it| it.values.iter().map(String::as_str)));
    let parts = parts.map(|name| tally.parts.number(name)).collect();
    let shape = Shape { masks: 1 << plan.conditions.len(), groups: plan.found.len().max(1), parts, whoever: plan.whoever };
    places.clear();
    places.resize(segment.responses, 1);
    let of_group = |group: usize| number(group * 2 * shape.masks);
    add(places, versions, NOWHERE, |version| plan.groups.get(version).map_or(NOWHERE, |it| of_group(*it)));
    if !state.is_full() {
        add(places, state, NOWHERE, |_| 0);
    }
    if let Some(split) = split {
        let mut code = 0;
        add(places, split, 0, |_| {
            code += 1;
            number(code * shape.each())
        });
    }
    if let Some(days) = segment.columns.get(DAY).filter(|_| plan.within.iter().any(Option::is_some)) {
        leave_out(places, versions, days, plan);
    }
    for (bit, (dimension, wanted)) in plan.conditions.iter().enumerate() {
        if let Some(column) = segment.columns.get(dimension.name()) {
            add(places, column, 0, |value| if value == wanted { 2 << bit } else { 0 });
        }
    }
    let mut asked: Vec<&String> = plan.found.iter().flatten().collect();
    asked.sort();
    asked.dedup();
    for name in asked {
        let Some(column) = segment.columns.get(name) else { continue };
        let is_asked = |version: &str| plan.groups.get(version).is_some_and(|it| plan.found.get(*it) == Some(&Some(name.clone())));
        add_yes(places, versions, column, is_asked);
    }
    for it in places.iter_mut() {
        *it = if *it >= NOWHERE { 0 } else { *it };
    }
    Some(shape)
}

/// Adds what each value is worth.
fn add(places: &mut [u32], column: &Column, nothing: u32, mut worth: impl FnMut(&str) -> u32) {
    if column.is_full() && column.values.len() == 1 {
        let all = column.values.first().map_or(nothing, |value| worth(value));
        places.iter_mut().for_each(|place| *place += all);
        return;
    }
    let table: Vec<u32> = [nothing].into_iter().chain(column.values.iter().map(String::as_str).map(worth)).collect();
    match &column.codes {
        Codes::Narrow(codes) => {
            // One for each code that there can be, so that none is looked for.
            let mut worth = [0; 256];
            worth.iter_mut().zip(&table).for_each(|(worth, it)| *worth = *it);
            places.iter_mut().zip(codes).for_each(|(place, code)| *place += worth.get(usize::from(*code)).copied().unwrap_or(0));
        }
        Codes::Wide(codes) => add_codes(places, codes, &table),
    }
}

fn add_codes(places: &mut [u32], codes: &[u16], table: &[u32]) {
    for (place, code) in places.iter_mut().zip(codes) {
        *place += table.get(usize::from(*code)).copied().unwrap_or(0);
    }
}

/// A yes counts where the question is that of the response's group.
fn add_yes(places: &mut [u32], versions: &Column, column: &Column, is_asked: impl Fn(&str) -> bool) {
    let yes = column.values.iter().position(|value| value == "yes").map_or(0, |at| at + 1);
    if yes == 0 {
        return;
    }
    if versions.values.iter().all(|it| is_asked(it)) {
        return add(places, column, 0, |value| u32::from(value == "yes"));
    }
    let asked: Vec<bool> = [false].into_iter().chain(versions.values.iter().map(|it| is_asked(it))).collect();
    for (row, place) in places.iter_mut().enumerate() {
        let is_yes = usize::from(column.codes.get(row)) == yes;
        let is_asked = asked.get(usize::from(versions.codes.get(row))).copied().unwrap_or(false);
        *place += u32::from(is_yes && is_asked);
    }
}

/// Leaves out what arrived on days that are not counted in its group.
fn leave_out(places: &mut [u32], versions: &Column, days: &Column, plan: &Plan) {
    let within: Vec<Vec<bool>> = plan.within.iter().map(|period| {
        let is_within = |day: &String| period.is_none_or(|(first, last)| day.parse().is_ok_and(|day: i32| (first..=last).contains(&day)));
        [false].into_iter().chain(days.values.iter().map(is_within)).collect()
    }).collect();
    let of_version = |version: &String| plan.groups.get(version).and_then(|group| within.get(*group)).map_or(&[][..], Vec::as_slice);
    let of_code: Vec<&[bool]> = [&[][..]].into_iter().chain(versions.values.iter().map(of_version)).collect();
    for (row, place) in places.iter_mut().enumerate() {
        let days_of = of_code.get(usize::from(versions.codes.get(row))).copied().unwrap_or_default();
        let is_within = days_of.get(usize::from(days.codes.get(row))).copied().unwrap_or(false);
        *place = if is_within { *place } else { NOWHERE };
    }
}

fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(NOWHERE)
}

fn count(column: &Column, name: &str, places: &[u32], shape: &Shape, counters: &mut Vec<u32>, tally: &mut Tally) {
    let each = if shape.whoever { 2 } else { column.values.len() + 1 };
    let all = shape.places() * each;
    counters.clear();
    if all > MOST_COUNTERS {
        return count_few(column, name, places, shape, tally);
    }
    counters.resize(all, 0);
    match &column.codes {
        Codes::Narrow(codes) if shape.whoever => count_any(counters, places, codes),
        Codes::Wide(codes) if shape.whoever => count_any(counters, places, codes),
        Codes::Narrow(codes) => count_codes(counters, places, codes, each),
        Codes::Wide(codes) => count_codes(counters, places, codes, each),
    }
    let counted = counters.iter().enumerate().skip(each).filter(|(at, count)| **count > 0 && at % each > 0);
    put(column, name, shape, tally, counted.map(|(at, count)| (at / each, at % each, u64::from(*count))));
}

fn count_codes<Code: Copy + Into<usize>>(counters: &mut [u32], places: &[u32], codes: &[Code], each: usize) {
    for (place, code) in places.iter().zip(codes) {
        if let Some(counter) = counters.get_mut(*place as usize * each + (*code).into()) {
            *counter += 1;
        }
    }
}

/// Two counters for each number: of nothing, and of anything.
fn count_any<Code: Copy + Into<usize>>(counters: &mut [u32], places: &[u32], codes: &[Code]) {
    for (place, code) in places.iter().zip(codes) {
        if let Some(counter) = counters.get_mut(*place as usize * 2 + usize::from((*code).into() > 0)) {
            *counter += 1;
        }
    }
}

/// Where most counters would stay 0.
fn count_few(column: &Column, name: &str, places: &[u32], shape: &Shape, tally: &mut Tally) {
    let met = places.iter().enumerate().map(|(row, place)| (*place, column.codes.get(row)));
    let mut met: Vec<(u32, u16)> = met.filter(|(place, code)| *place > 0 && *code > 0).collect();
    met.sort_unstable();
    let same = met.chunk_by(|one, other| one == other).filter_map(|it| Some((it.first()?, it.len())));
    let counted: Vec<(usize, usize, u64)> =
        same.map(|((place, code), count)| (*place as usize, usize::from(*code), count as u64)).collect();
    put(column, name, shape, tally, counted.into_iter());
}

fn put(column: &Column, name: &str, shape: &Shape, tally: &mut Tally, counted: impl Iterator<Item = (usize, usize, u64)>) {
    let it = tally.columns.entry(name.to_owned()).or_default();
    it.shape(shape.groups, shape.masks);
    it.place = Some(it.place.map_or(column.place, |place| place.min(column.place)));
    let values: Vec<usize> = column.values.iter().map(|value| it.values.number(value)).collect();
    for (place, code, count) in counted {
        let value = code.checked_sub(1).and_then(|at| values.get(at)).copied().unwrap_or(0);
        it.add(shape.cell(place), value, count);
    }
}

#[cfg(test)]
mod tests;
