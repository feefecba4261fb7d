//! Whole spans of days that may be told apart: at least five people are in each, or nobody.
//!
//! Never splits a day.

use effortlet_core::score::SUPPRESSED_BELOW;
use std::collections::BTreeMap;

/// How many people there are on a day, of each kind that is told apart.
pub(super) type Days = BTreeMap<i32, Vec<u64>>;

/// The first and the last day of a span.
pub(super) type Span = (i32, i32);

/// Spans one after the other, each as short as it may be; what is left at the end belongs to the last.
pub(super) fn spans(days: &Days) -> Vec<Span> {
    let mut spans: Vec<(Span, bool)> = Vec::new();
    let mut open: Option<(i32, Vec<u64>)> = None;
    let mut last_day = i32::MIN;
    for (day, counts) in days {
        let (first, sums) = open.get_or_insert_with(|| (*day, vec![0; counts.len()]));
        sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        last_day = *day;
        if may_stand_alone(sums) {
            spans.push(((*first, *day), sums.iter().any(|sum| *sum > 0)));
            open = None;
        }
    }
    if let Some((first, sums)) = open {
        close_with_earlier(&mut spans, days, (first, last_day), sums);
    }
    spans.into_iter().map(|(span, _)| span).collect()
}

/// Takes earlier spans along until nobody stands alone, or all are one.
fn close_with_earlier(spans: &mut Vec<(Span, bool)>, days: &Days, (mut first, last): Span, mut sums: Vec<u64>) {
    while !may_stand_alone(&sums) {
        let Some(((earlier, end), _)) = spans.pop() else { break };
        for counts in days.range(earlier..=end).map(|(_, counts)| counts) {
            sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
        first = earlier;
    }
    spans.push(((first, last), true));
}

fn may_stand_alone(counts: &[u64]) -> bool {
    counts.iter().all(|count| *count == 0 || *count >= SUPPRESSED_BELOW)
}

/// The spans that a period touches, as one; `None` where it touches none.
pub(super) fn cover(spans: &[Span], (from, to): Span) -> Option<Span> {
    let touched = spans.iter().filter(|(first, last)| *first <= to && *last >= from);
    touched.copied().reduce(|(first, _), (_, last)| (first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(days: &[(i32, &[u64])]) -> Vec<Span> {
        spans(&days.iter().map(|(day, counts)| (*day, counts.to_vec())).collect())
    }

    #[test]
    fn a_span_ends_when_nobody_stands_alone() {
        assert_eq!(of(&[(1, &[5]), (2, &[4]), (3, &[1]), (4, &[0]), (5, &[9])]), [(1, 1), (2, 3), (4, 4), (5, 5)]);
        assert_eq!(of(&[(1, &[5, 1]), (2, &[0, 4]), (3, &[0, 0])]), [(1, 2), (3, 3)]);
        assert_eq!(of(&[(1, &[5]), (2, &[0]), (3, &[4])]), [(1, 3)], "what is left goes with those before");
        assert_eq!(of(&[(1, &[1]), (2, &[1])]), [(1, 2)], "too few for any span");
        assert_eq!(of(&[]), []);
    }

    #[test]
    fn a_period_is_widened_to_the_spans_that_it_touches() {
        let spans = [(1, 3), (5, 5), (6, 9)];
        assert_eq!(cover(&spans, (2, 5)), Some((1, 5)));
        assert_eq!(cover(&spans, (4, 4)), None);
        assert_eq!(cover(&spans, (i32::MIN, i32::MAX)), Some((1, 9)));
    }
}
