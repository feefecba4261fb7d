//! The latest responses that are meant, of one segment.

use super::pass::place;
use super::plan::{Plan, Split};
use super::segment::{DAY, Segment};
use super::tally::Tally;

/// The last rows of one group of which a column has something and all conditions hold, the last first.
pub fn latest(segment: &Segment, plan: &Plan, group: usize, name: &str, is_meant: &dyn Fn(&str) -> bool) -> Vec<usize> {
    if !may_hold(segment, plan, is_meant) {
        return Vec::new();
    }
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

/// Whether any response can be meant, by the values that there are.
fn may_hold(segment: &Segment, plan: &Plan, is_meant: &dyn Fn(&str) -> bool) -> bool {
    let has = |name: &str, is_wanted: &dyn Fn(&str) -> bool| {
        segment.columns.get(name).is_some_and(|it| it.values.iter().any(|value| is_wanted(value)))
    };
    let is_split = plan.split == Split::Days;
    (!is_split || has(DAY, is_meant)) && plan.conditions.iter().all(|(it, wanted)| has(it.name(), &|value| value == wanted))
}
