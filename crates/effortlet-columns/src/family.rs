//! Triggers that have several ways: `helpCenter.searches` is one of the family `helpCenter`. Who asks for a
//! family asks for all of its ways, and for those of whom an older widget told no way.
//!
//! Never knows which ways there are.

use super::column::{Codes, Column};
use super::filter::{Dimension, Filter};
use super::segment::Segment;
use std::collections::BTreeMap;
use std::sync::Arc;

/// `helpCenter` of `helpCenter.searches`.
pub fn family_of(trigger: &str) -> Option<&str> {
    trigger.split_once('.').map(|(family, _)| family)
}

fn is_way_of(family: &str, trigger: &str) -> bool {
    family_of(trigger) == Some(family)
}

/// The family whose ways are told apart, where a filter asks for one of them.
pub fn family_of_filter(filter: &Filter) -> Option<&str> {
    family_of(filter.conditions.get(&Dimension::Trigger)?)
}

/// Whether anybody came in a way of it.
pub fn has_ways(segments: &[Segment], family: &str) -> bool {
    let triggers = segments.iter().filter_map(|it| it.columns.get(Dimension::Trigger.name()));
    triggers.flat_map(|it| it.values.iter()).any(|it| is_way_of(family, it))
}

/// As a filter means them: where it asks for a family all of its ways are one.
pub fn as_filtered(segments: Vec<Segment>, filter: &Filter) -> Vec<Segment> {
    match filter.conditions.get(&Dimension::Trigger) {
        Some(family) if family_of(family).is_none() => with_families(segments, &|it| it == family),
        _ => segments,
    }
}

/// Ways of families are one, as far as that is wanted.
pub fn with_families(segments: Vec<Segment>, is_wanted: &dyn Fn(&str) -> bool) -> Vec<Segment> {
    let whole = |trigger: &str| family_of(trigger).filter(|it| is_wanted(it)).unwrap_or(trigger).to_owned();
    segments.into_iter().map(|it| renamed(it, &whole)).collect()
}

/// Only a family; whoever came in no way that is told has no trigger here.
pub fn of_family(segments: &[Segment], family: &str) -> Vec<Segment> {
    let whole = with_families(segments.to_vec(), &|it| it == family);
    let rows = segments.iter().zip(whole).map(|(own, whole)| {
        let of_it = whole.narrowed(&[(Dimension::Trigger, family.to_owned())]);
        let trigger = own.columns.get(Dimension::Trigger.name()).map(|it| it.only(&|value| value == family || is_way_of(family, value)));
        let columns = trigger.map(|it| (Dimension::Trigger.name().to_owned(), Arc::new(it)));
        Segment { columns: of_it.columns.into_iter().chain(columns).collect(), ..of_it }
    });
    rows.map(|it| renamed(it, &|trigger| if trigger == family { String::new() } else { trigger.to_owned() })).collect()
}

/// What is left without a name is nothing.
fn renamed(mut segment: Segment, name: &dyn Fn(&str) -> String) -> Segment {
    let Some(column) = segment.columns.get_mut(Dimension::Trigger.name()) else { return segment };
    if column.values.iter().any(|value| name(value) != *value) {
        *column = Arc::new(column.renamed(name));
        // What is kept of it is told apart by other values.
        segment.kept = None;
    }
    segment
}

impl Column {
    /// The same with other values, of which several may be one.
    fn renamed(&self, name: &dyn Fn(&str) -> String) -> Self {
        let mut known: BTreeMap<String, u16> = BTreeMap::new();
        let mut values = Vec::new();
        let mut code = |value: &String| {
            let name = name(value);
            if name.is_empty() {
                return 0;
            }
            *known.entry(name.clone()).or_insert_with(|| {
                values.push(name);
                u16::try_from(values.len()).unwrap_or(u16::MAX)
            })
        };
        let table: Vec<u16> = [0].into_iter().chain(self.values.iter().map(&mut code)).collect();
        let of = |code: usize| table.get(code).copied().unwrap_or(0);
        let codes = match &self.codes {
            Codes::Narrow(codes) => Codes::Narrow(codes.iter().map(|it| u8::try_from(of(usize::from(*it))).unwrap_or(0)).collect()),
            Codes::Wide(codes) => Codes::Wide(codes.iter().map(|it| of(usize::from(*it))).collect()),
        };
        Self::new(values, codes, self.place)
    }

    /// Only the rows of these values.
    fn only(&self, is_meant: &dyn Fn(&str) -> bool) -> Self {
        let is_meant: Vec<bool> = [false].into_iter().chain(self.values.iter().map(|it| is_meant(it))).collect();
        let responses = match &self.codes {
            Codes::Narrow(codes) => codes.len(),
            Codes::Wide(codes) => codes.len(),
        };
        let is_row = |row: &u32| is_meant.get(usize::from(self.codes.get(*row as usize))).copied().unwrap_or(false);
        self.of_rows(&(0..).take(responses).filter(is_row).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::super::segment::{Filled, Row};
    use super::*;

    fn segments(triggers: &[&str]) -> Vec<Segment> {
        let row = |(seq, trigger): (i64, &&str)| Row {
            seq,
            version: "a".to_owned(),
            state: "complete".to_owned(),
            dimensions: vec![(Dimension::Trigger, (*trigger).to_owned())],
            answers: vec![("yesNo found".to_owned(), 0, seq.to_string())],
            ..Row::default()
        };
        vec![Filled::of(&[], &(0..).zip(triggers).map(row).collect::<Vec<_>>()).segment]
    }

    /// The triggers of each row, and whose rows they are.
    fn told(segments: &[Segment]) -> Vec<(String, String)> {
        let value = |it: &Segment, name: &str, row| it.columns.get(name).and_then(|it| it.at(row)).unwrap_or("nothing").to_owned();
        let rows = segments.iter().flat_map(|it| (0..it.responses).map(move |row| (value(it, "yesNo found", row), value(it, "trigger", row))));
        rows.collect()
    }

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
    }

    const ALL: [&str; 5] = ["scroll", "helpCenter", "helpCenter.searches", "helpCenterX", "helpCenter.dwell"];

    #[test]
    fn who_asks_for_a_family_means_all_of_its_ways() {
        let of = |trigger: &str| Filter { conditions: [(Dimension::Trigger, trigger.to_owned())].into(), ..Filter::default() };
        let whole = pairs(&[("0", "scroll"), ("1", "helpCenter"), ("2", "helpCenter"), ("3", "helpCenterX"), ("4", "helpCenter")]);
        assert_eq!(told(&as_filtered(segments(&ALL), &of("helpCenter"))), whole);
        for other in ["helpCenter.searches", "scroll", "help"] {
            assert_eq!(told(&as_filtered(segments(&ALL), &of(other))), told(&segments(&ALL)), "{other}");
        }
        assert_eq!(told(&as_filtered(segments(&ALL), &Filter::default())), told(&segments(&ALL)));
    }

    #[test]
    fn within_a_family_who_told_no_way_has_none() {
        let own = pairs(&[("1", "nothing"), ("2", "helpCenter.searches"), ("4", "helpCenter.dwell")]);
        assert_eq!(told(&of_family(&segments(&ALL), "helpCenter")), own);
        assert_eq!(told(&of_family(&segments(&ALL), "unheard")), []);
    }
}
