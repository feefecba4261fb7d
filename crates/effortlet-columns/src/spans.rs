//! Whole spans of days that may be told apart: at least five people are in each, or nobody.
//!
//! Never splits a day.

use effortlet_core::score::SUPPRESSED_BELOW;

/// The first and the last day of a span.
pub(super) type Span = (i32, i32);

/// Days in their order, and of each kind of people how many there are on each.
pub(super) struct Days<'a> {
    pub(super) days: &'a [i32],
    pub(super) kinds: Vec<&'a [u64]>,
}

impl Days<'_> {
    fn on(&self, at: usize) -> impl Iterator<Item = u64> {
        self.kinds.iter().map(move |counts| counts.get(at).copied().unwrap_or(0))
    }

    /// The places of the days of a span.
    fn places(&self, (first, last): Span) -> std::ops::Range<usize> {
        self.days.partition_point(|day| *day < first)..self.days.partition_point(|day| *day <= last)
    }

    /// How many people of each kind there are within a span.
    pub(super) fn sum(&self, span: Span) -> Vec<u64> {
        let places = self.places(span);
        self.kinds.iter().map(|counts| counts.get(places.clone()).unwrap_or_default().iter().sum()).collect()
    }
}

/// Spans one after the other, each as short as it may be; what is left at the end belongs to the last.
pub(super) fn spans(days: &Days) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut open: Option<(i32, Vec<u64>)> = None;
    let mut last_day = i32::MIN;
    for (at, day) in days.days.iter().enumerate() {
        let (first, sums) = open.get_or_insert_with(|| (*day, vec![0; days.kinds.len()]));
        sums.iter_mut().zip(days.on(at)).for_each(|(sum, count)| *sum += count);
        last_day = *day;
        if may_stand_alone(sums) {
            spans.push((*first, *day));
            open = None;
        }
    }
    if let Some((first, sums)) = open {
        close_with_earlier(&mut spans, days, (first, last_day), sums);
    }
    spans
}

/// Takes earlier spans along until nobody stands alone, or all are one.
fn close_with_earlier(spans: &mut Vec<Span>, days: &Days, (mut first, last): Span, mut sums: Vec<u64>) {
    while !may_stand_alone(&sums) {
        let Some(earlier) = spans.pop() else { break };
        sums.iter_mut().zip(days.sum(earlier)).for_each(|(sum, count)| *sum += count);
        first = earlier.0;
    }
    spans.push((first, last));
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
        let kinds = days.first().map_or(0, |it| it.1.len());
        let kinds: Vec<Vec<u64>> = (0..kinds).map(|kind| days.iter().map(|it| it.1[kind]).collect()).collect();
        let numbers: Vec<i32> = days.iter().map(|it| it.0).collect();
        spans(&Days { days: &numbers, kinds: kinds.iter().map(Vec::as_slice).collect() })
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
