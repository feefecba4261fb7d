//! Since when there is anything of each value of a dimension. Never says which of it may be told.

use super::filter::Dimension;
use super::segment::{DAY, STATE, Segment};
use std::collections::BTreeMap;

/// The first day (UTC) on which a response came of each, whatever its version.
pub fn first_seen(segments: &[&Segment], by: Dimension) -> BTreeMap<String, i32> {
    let mut first: BTreeMap<String, i32> = BTreeMap::new();
    for segment in segments {
        let columns = [by.name(), DAY, STATE].map(|it| segment.columns.get(it));
        let [Some(values), Some(days), Some(states)] = columns else { continue };
        let day_of: Vec<i32> = [i32::MAX].into_iter().chain(days.values.iter().map(|it| it.parse().unwrap_or(i32::MAX))).collect();
        let mut first_of = vec![i32::MAX; values.values.len() + 1];
        for row in (0..segment.responses).filter(|row| states.codes.get(*row) > 0) {
            let day = day_of.get(usize::from(days.codes.get(row))).copied().unwrap_or(i32::MAX);
            first_of.get_mut(usize::from(values.codes.get(row))).into_iter().for_each(|it| *it = day.min(*it));
        }
        for (value, day) in values.values.iter().zip(first_of.into_iter().skip(1)).filter(|(_, day)| *day < i32::MAX) {
            first.entry(value.clone()).and_modify(|it| *it = day.min(*it)).or_insert(day);
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::super::segment::{Filled, Row};
    use super::*;

    #[test]
    fn an_article_is_known_since_its_first_response_of_any_version() {
        let row = |(seq, day, version, article): (i64, i32, &str, &str)| Row {
            seq,
            day,
            version: version.to_owned(),
            state: "shown".to_owned(),
            dimensions: vec![(Dimension::Article, article.to_owned())],
            ..Row::default()
        };
        let of = |rows: &[(i64, i32, &str, &str)]| Filled::of(&[], &rows.iter().copied().map(row).collect::<Vec<_>>());
        let mut one = of(&[(0, 7, "a", "cards"), (1, 3, "a", "refunds"), (2, 5, "b", "cards")]);
        one.clear(&[1]);
        let other = of(&[(3, 9, "b", "refunds"), (4, 4, "b", "cards")]);
        let expected = [("cards".to_owned(), 4), ("refunds".to_owned(), 9)].into();
        assert_eq!(first_seen(&[&one.segment, &other.segment], Dimension::Article), expected, "what was erased is not known");
    }
}
