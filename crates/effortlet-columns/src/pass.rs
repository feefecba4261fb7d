//! The one pass: adds up in a number for each response which group, part and conditions it is of, then
//! counts each column by that number.
//!
//! Nothing is allocated for a response, and nothing decided for one but by a table of its codes.

use super::column::{Codes, Column};
use super::plan::{Plan, Split, is_within};
use super::segment::{DAY, STATE, Segment, VERSION};
use super::tally::{Cell, Tally};
use std::borrow::Cow;

/// More than this many numbers are sorted rather than each given a counter: 4 MiB of counters.
const MOST_COUNTERS: usize = 1 << 20;

/// What is in no figure: any number from here on.
const NOWHERE: u32 = 1 << 30;

/// Memory for one segment, used again for the next: what is asked of the system is cleared first, which takes longer
/// than counting.
#[derive(Debug, Default)]
pub(super) struct Room {
    places: Vec<u32>,
    counters: Vec<u32>,
}

/// Counts the responses of one segment.
pub(super) fn add_rows(segment: &Segment, plan: &Plan, tally: &mut Tally, room: &mut Room) {
    let Room { places, counters } = room;
    let Some(shape) = place(segment, plan, tally, places) else { return };
    for (name, column) in segment.columns.iter().filter(|(name, _)| plan.counts(name)) {
        count(column, name, places, &shape, counters, tally);
    }
}

/// The column whose values are parts.
fn split(segment: &Segment, split: Split) -> Option<Cow<'_, Column>> {
    let column = |name: &str| segment.columns.get(name).map(AsRef::as_ref);
    match split {
        Split::Nothing => None,
        Split::Days => column(DAY).map(Cow::Borrowed),
        Split::Values(dimension) => column(dimension.name()).map(Cow::Borrowed),
        Split::DaysAndValues(dimension) => {
            Some(Cow::Owned(Column::paired(column(DAY), column(dimension.name()), segment.responses)))
        }
    }
}

/// What the number of a response is made of: 1, then twice the conditions that hold and a yes, then the
/// group, then the part. 0 is in no figure.
pub(super) struct Shape {
    pub(super) masks: usize,
    groups: usize,
    /// The number of each part in the tally, by its code.
    parts: Vec<usize>,
    whoever: bool,
}

impl Shape {
    pub(super) fn places(&self) -> usize {
        1 + self.each() * self.parts.len()
    }

    /// How many numbers there are for each part.
    fn each(&self) -> usize {
        2 * self.masks * self.groups
    }

    pub(super) fn cell(&self, place: usize) -> Cell {
        let it = place.saturating_sub(1);
        let (yes, it) = (it % 2 == 1, it / 2);
        let (holds, it) = (it % self.masks, it / self.masks);
        let (group, code) = (it % self.groups, it / self.groups);
        Cell { group, part: self.parts.get(code).copied().unwrap_or(0), holds, yes }
    }
}

/// `None` where nothing in the segment is in a group.
pub(super) fn place(segment: &Segment, plan: &Plan, tally: &mut Tally, places: &mut Vec<u32>) -> Option<Shape> {
    let versions = segment.columns.get(VERSION)?;
    let state = segment.columns.get(STATE)?;
    if !versions.values.iter().any(|version| plan.groups.contains_key(version)) {
        return None;
    }
    let split = split(segment, plan.split);
    let parts = [""].into_iter().chain(split.iter().flat_map(|it| it.values.iter().map(String::as_str)));
    let parts = parts.map(|name| tally.parts.number(name)).collect();
    let shape = Shape { masks: 1 << plan.conditions.len(), groups: plan.found.len().max(1), parts, whoever: plan.whoever };
    places.clear();
    places.resize(segment.responses, 1);
    let of_group = |group: usize| number(group * 2 * shape.masks);
    add(places, versions, NOWHERE, |version| plan.groups.get(version).map_or(NOWHERE, |it| of_group(*it)));
    if !state.is_full() {
        add(places, state, NOWHERE, |_| 0);
    }
    if let Some(split) = &split {
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
        [false].into_iter().chain(days.values.iter().map(|day| is_within(*period, day))).collect()
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
