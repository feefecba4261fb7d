//! One pass by several threads beside one by one.

use super::*;
use crate::columns::{Filled, Row};

fn segment(number: usize) -> Segment {
    let rows: Vec<Row> = (0..30).map(|row: usize| {
        let at = number * 30 + row;
        let answer = |it: usize| ["yes", "no", "never"].get(it % 3).copied().unwrap_or_default().to_owned();
        Row {
            seq: at as i64,
            day: (at / 70) as i32,
            version: (at % 2).to_string(),
            state: "complete".to_owned(),
            dimensions: vec![(Dimension::Locale, format!("of {}", at % 7))],
            answers: (0..at % 3).map(|it| (format!("yesNo {it}"), it as u16, answer(at / 3 + it))).collect(),
        }
    }).collect();
    Filled::of(&[], &rows).segment
}

#[test]
fn threads_count_what_one_counts() {
    let segments: Vec<Segment> = (0..5 * FEWEST_SEGMENTS).map(segment).collect();
    let segments: Vec<&Segment> = segments.iter().collect();
    let plan = Plan {
        groups: BTreeMap::from([("0".to_owned(), 0), ("1".to_owned(), 1)]),
        found: vec![Some("yesNo 0".to_owned()), None],
        conditions: vec![(Dimension::Locale, "of 3".to_owned())],
        split: Some(DAY),
        ..Plan::default()
    };
    let (one, many) = (scan_all(&segments, &plan), scan(&segments, &plan));
    assert!(one.columns.len() > 2 && one.parts.all.len() > 10);
    assert_eq!((&one.parts.all, one.columns.len()), (&many.parts.all, many.columns.len()));
    for ((name, one), (_, many)) in one.columns.iter().zip(&many.columns) {
        for group in 0..2 {
            assert_eq!(one.people(group, Some(true)), many.people(group, Some(true)), "{name}");
            assert_eq!(one.people(group, None), many.people(group, None), "{name}");
            assert_eq!(one.values(group, &|_| true), many.values(group, &|_| true), "{name}");
        }
        assert_eq!(one.place, many.place, "{name}");
    }
}
