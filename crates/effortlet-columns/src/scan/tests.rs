//! One pass by several threads beside one by one.

use super::*;
use crate::people::People;
use crate::tally::Counted;
use crate::{DAY, Dimension, Filled, Kept, Row, Split};
use std::collections::BTreeMap;

/// So many responses, with a day that ends within every third segment.
fn segment(number: usize, responses: usize) -> Segment {
    let rows: Vec<Row> = (0..responses).map(|row: usize| {
        let at = number * responses + row;
        let answer = |it: usize| ["yes", "no", "never"].get(it % 3).copied().unwrap_or_default().to_owned();
        Row {
            seq: at as i64,
            day: (at / (responses * 7 / 3)) as i32,
            version: (at % 2).to_string(),
            state: "complete".to_owned(),
            dimensions: vec![(Dimension::Locale, format!("of {}", at % 7))],
            revision: None,
            facts: Vec::new(),
            answers: (0..at % 3).map(|it| (format!("yesNo {it}"), it as u16, answer(at / 3 + it))).collect(),
        }
    }).collect();
    Filled::of(&[], &rows).segment
}

#[test]
fn threads_count_what_one_counts() {
    let segments: Vec<Segment> = (0..5 * FEWEST_SEGMENTS).map(|it| segment(it, 30)).collect();
    let segments: Vec<&Segment> = segments.iter().collect();
    let plan = Plan {
        groups: BTreeMap::from([("0".to_owned(), 0), ("1".to_owned(), 1)]),
        found: vec![Some("yesNo 0".to_owned()), None],
        conditions: vec![(Dimension::Locale, "of 3".to_owned())],
        split: Split::Days,
        ..Plan::default()
    };
    let (one, many) = (scan_all(&segments, &plan), scan(&segments, &plan));
    assert!(one.columns.len() > 2 && one.parts.all.len() > 10);
    assert_eq!((&one.parts.all, one.columns.len()), (&many.parts.all, many.columns.len()));
    assert_same(&one, &many);
}

fn assert_same(one: &Tally, other: &Tally) {
    let part = |tally: &Tally, people: People| -> BTreeMap<(String, usize), u64> {
        people.each().map(|((part, holds), count)| ((tally.parts.all[part].clone(), holds), count)).collect()
    };
    let names = |tally: &Tally| tally.columns.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(one), names(other));
    for ((name, here), (_, there)) in one.columns.iter().zip(&other.columns) {
        for group in 0..2 {
            for yes in [None, Some(true), Some(false)] {
                let (here, there) = (part(one, here.people(group, yes)), part(other, there.people(group, yes)));
                assert_eq!(here, there, "{name} {group} {yes:?}");
            }
            let of_part = |tally: &Tally, counted: &Counted, name: &String| {
                let number = tally.parts.all.iter().position(|it| it == name);
                counted.values(group, &|part| Some(part) == number).into_iter().map(|(value, it)| (value.to_owned(), it)).collect::<Vec<_>>()
            };
            for part in &one.parts.all {
                let mut both = [of_part(one, here, part), of_part(other, there, part)];
                both.iter_mut().for_each(|it| it.sort());
                assert_eq!(both[0], both[1], "{name} {group} {part}");
            }
        }
        assert_eq!(here.place, there.place, "{name}");
    }
}

/// Every plan that sums are enough for, twice: once they are made, once they are there.
#[test]
fn sums_count_what_a_pass_counts() {
    let segments: Vec<Segment> = (0..4).map(|it| segment(it, 3_000)).collect();
    let kept: Vec<Segment> = segments.iter().map(|it| Segment { kept: Some(Kept::default()), ..it.clone() }).collect();
    let all = |segments: &[Segment], plan: &Plan| scan_all(&segments.iter().collect::<Vec<_>>(), plan);
    let groups = |other: usize| BTreeMap::from([("0".to_owned(), 0), ("1".to_owned(), other)]);
    let of = |value: &str| vec![(Dimension::Locale, value.to_owned())];
    let splits = [Split::Nothing, Split::Days, Split::Values(Dimension::Locale)];
    let mut plans = Vec::new();
    for (split, conditions) in splits.into_iter().flat_map(|split| [vec![], of("of 3"), of("of none")].map(|it| (split, it))) {
        for (groups, found) in [(groups(1), vec![Some("yesNo 0".to_owned()), None]), (groups(0), vec![None])] {
            for within in [vec![], vec![Some((0, 0)), None], vec![None, Some((1, 9))]] {
                let plan = Plan { groups: groups.clone(), found: found.clone(), conditions: conditions.clone(), split, within, ..Plan::default() };
                plans.push(Plan { only: vec!["yesNo 1".to_owned()], ..plan.clone() });
                plans.push(plan);
            }
        }
    }
    for plan in &plans {
        assert!(sums(&kept[0], plan, &mut Room::default()).is_some(), "expected to be worth it: {plan:?}");
        for _ in 0..2 {
            assert_same(&all(&segments, plan), &all(&kept, plan));
        }
        let whoever = Plan { whoever: true, ..plan.clone() };
        let (rows, sums) = (all(&segments, &whoever), all(&kept, &whoever));
        for (name, counted) in &rows.columns {
            let of = |tally: &Tally, counted: &Counted| {
                counted.people(0, None).each().map(|((part, holds), count)| ((tally.parts.all[part].clone(), holds), count)).collect::<BTreeMap<_, _>>()
            };
            assert_eq!(of(&sums, &sums.columns[name]), of(&rows, counted), "{name} {whoever:?}");
        }
    }
    assert_eq!(plans.len(), 3 * 3 * 2 * 3 * 2);
}

/// A report of one page counts fewer columns than one of another, and none is forgotten for it.
#[test]
fn sums_of_fewer_columns_are_made_anew() {
    let whole = Segment { kept: Some(Kept::default()), ..segment(0, 3_000) };
    let mut part = whole.clone();
    part.columns.retain(|name, _| !name.starts_with("yesNo") && name != DAY);
    let plan = Plan { groups: BTreeMap::from([("0".to_owned(), 0), ("1".to_owned(), 1)]), found: vec![None, None], ..Plan::default() };
    for it in [&part, &whole, &part] {
        let by_rows = Segment { kept: None, ..it.clone() };
        assert_same(&scan_all(&[&by_rows], &plan), &scan_all(&[it], &plan));
    }
}

/// Where each response has a value and an answer of its own, nothing is gained.
#[test]
fn sums_that_are_larger_than_what_they_are_of_are_not_kept() {
    let rows: Vec<Row> = (0..500).map(|row| Row {
        seq: row,
        day: 1,
        version: "1".to_owned(),
        state: "complete".to_owned(),
        dimensions: vec![(Dimension::Article, row.to_string())],
        revision: None,
        facts: Vec::new(),
        answers: (0..9).map(|it| (format!("choice {it}"), it, row.to_string())).collect(),
    }).collect();
    let segment = Segment { kept: Some(Kept::default()), ..Filled::of(&[], &rows).segment };
    let kept = segment.kept.clone().unwrap();
    let plan = Plan { groups: BTreeMap::from([("1".to_owned(), 0)]), found: vec![None], ..Plan::default() };
    assert!(sums(&segment, &Plan { split: Split::Values(Dimension::Article), ..plan.clone() }, &mut Room::default()).is_none());
    assert_eq!(kept.size(), 0);
    assert_eq!(scan(&[&segment], &plan).columns.len(), 10);
}

/// What all conditions leave is what is counted under none.
#[test]
fn only_those_of_whom_all_conditions_hold_are_counted() {
    let segments: Vec<Segment> = (0..4).map(|it| segment(it, 30)).collect();
    let all = |segments: &[Segment], plan: &Plan| scan_all(&segments.iter().collect::<Vec<_>>(), plan);
    for (value, split) in [("of 3", Split::Nothing), ("of 3", Split::Days), ("of none", Split::Days)] {
        let plan = Plan {
            groups: BTreeMap::from([("0".to_owned(), 0), ("1".to_owned(), 1)]),
            found: vec![Some("yesNo 0".to_owned()), None],
            conditions: vec![(Dimension::Locale, value.to_owned())],
            split,
            ..Plan::default()
        };
        let of_those = Plan { conditions: Vec::new(), ..plan.clone() };
        let meant: Vec<Segment> = segments.iter().map(|it| it.narrowed(&plan.conditions)).collect();
        let (whole, narrowed) = (all(&segments, &plan), all(&meant, &of_those));
        for (name, counted) in &whole.columns {
            let of = |holds: usize, tally: &Tally, counted: &Counted| {
                let people = counted.people(0, Some(true));
                people.each().filter(|((_, it), _)| *it == holds).map(|((part, _), count)| (tally.parts.all[part].clone(), count)).collect::<BTreeMap<_, _>>()
            };
            let narrowed = of(0, &narrowed, narrowed.columns.get(name).unwrap_or(&Counted::default()));
            assert_eq!(of(1, &whole, counted), narrowed, "{name} {value}");
        }
    }
}
