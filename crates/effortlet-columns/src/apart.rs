//! Whether a figure under a filter may be told, so that nobody is told apart by subtracting it from another.
//!
//! Two figures can be subtracted where all people of one are in the other: where the other has fewer
//! conditions, a longer period, or both. Under each set of conditions days are cut into spans of at
//! least five people or none, and a figure is of whole spans. So two periods under the same conditions
//! differ by five people or none. For fewer conditions it is enough to look at the shortest period of
//! whole spans that holds this one: a longer one has five people more than that, or none. A figure is
//! withheld where that shortest one has one to four people more. Never looks at what people answered.

use super::people::People;
use super::spans::{Days, Span, cover, spans};
use effortlet_core::score::SUPPRESSED_BELOW;

/// One figure: the groups of people whose answers it tells.
#[derive(Clone, Debug)]
pub struct Part {
    pub groups: Vec<People>,
    /// Whether periods are widened for its sake; other figures are withheld where they would need more.
    pub widens: bool,
}

/// What may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The days that are counted; `None` where nobody answered on any that was asked for.
    pub period: Option<Span>,
    /// For each figure, whether it is told.
    pub figures: Vec<bool>,
}

/// `parts` are days by their numbers in the tally, `None` for what is of no day; `conditions` how many there are.
pub fn told(figures: &[Part], parts: &[Option<i32>], conditions: usize, asked: Span) -> Told {
    let it = Spans::of(figures, parts, conditions);
    let period = it.base.last().and_then(|spans| cover(spans, asked));
    let figures = it.under.iter().map(|under| period.is_none_or(|period| may_be_told(under, &it.days, &it.base, period)));
    Told { period, figures: figures.collect() }
}

/// The shortest period that holds the one that is asked for and on which all these figures are of whole spans;
/// `wanted` are their places.
pub fn whole(figures: &[Part], parts: &[Option<i32>], conditions: usize, asked: Span, wanted: &[usize]) -> Option<Span> {
    let it = Spans::of(figures, parts, conditions);
    let base = it.base.last()?;
    let own: Vec<Vec<Span>> = wanted.iter().filter_map(|at| Some(own_spans(it.under.get(*at)?, &it.days, base, it.base.len() - 1))).collect();
    let mut period = cover(base, asked)?;
    loop {
        let wider = own.iter().filter_map(|spans| cover(spans, period)).fold(period, |one, other| (one.0.min(other.0), one.1.max(other.1)));
        if wider == period {
            return Some(period);
        }
        period = wider;
    }
}

/// Days cut into spans, for each set of conditions.
struct Spans {
    under: Vec<Vec<Under>>,
    days: Vec<i32>,
    /// By the conditions that hold, all of them last.
    base: Vec<Vec<Span>>,
}

impl Spans {
    fn of(figures: &[Part], parts: &[Option<i32>], conditions: usize) -> Self {
        let mut in_order: Vec<(i32, usize)> = (0..).zip(parts).filter_map(|(part, day)| Some(((*day)?, part))).collect();
        in_order.sort_unstable();
        let under: Vec<Vec<Under>> =
            figures.iter().map(|it| it.groups.iter().map(|people| Under::of(people, &in_order, conditions)).collect()).collect();
        let days: Vec<i32> = in_order.iter().map(|(day, _)| *day).collect();
        let any = figures.iter().any(|it| it.widens && it.groups.iter().any(|people| !people.is_empty()));
        let widening: Vec<&Under> = figures.iter().zip(&under).filter(|(it, _)| it.widens || !any).flat_map(|(_, under)| under).collect();
        let base = (0..1_usize << conditions).map(|holds| spans(&on_days(&days, widening.iter().copied(), holds))).collect();
        Self { under, days, base }
    }
}

/// By sets of conditions how many people there are on each day for whom at least these hold, whatever else.
struct Under(Vec<Vec<u64>>);

impl Under {
    fn of(people: &People, days: &[(i32, usize)], conditions: usize) -> Self {
        let of = |holds: usize| days.iter().map(|(_, part)| people.of_part(*part).get(holds).copied().unwrap_or(0)).collect();
        let mut under: Vec<Vec<u64>> = (0..1_usize << conditions).map(of).collect();
        // One condition after the other: those for whom it holds as well are taken to those of whom it is not asked.
        for bit in (0..conditions).map(|it| 1_usize << it) {
            for holds in (0..under.len()).filter(|holds| holds & bit == 0) {
                let (fewer, more) = under.split_at_mut(holds | bit);
                if let (Some(fewer), Some(more)) = (fewer.get_mut(holds), more.first()) {
                    fewer.iter_mut().zip(more).for_each(|(count, more)| *count += more);
                }
            }
        }
        Self(under)
    }
}

fn on_days<'a>(days: &'a [i32], kinds: impl Iterator<Item = &'a Under>, holds: usize) -> Days<'a> {
    Days { days, kinds: kinds.map(|it| it.0.get(holds).map_or(&[][..], Vec::as_slice)).collect() }
}

/// The values of a condition whose figures are withheld so that all others together do not tell the rest:
/// where one to four people have values that are withheld for being few, or none, the next smallest is too.
///
/// `values` are those of the tally's parts; people without one cannot be asked for, and are withheld.
pub fn withheld(groups: &[People], values: &[String]) -> Vec<String> {
    let mut withheld = Vec::new();
    for people in groups {
        let mut counts: Vec<(u64, &str)> = values.iter().map(|value| (0, value.as_str())).collect();
        for (part, more) in people.by_part() {
            counts.get_mut(part).into_iter().for_each(|(count, _)| *count += more);
        }
        counts.sort_unstable();
        let is_few = |(count, value): &(u64, &str)| *count < SUPPRESSED_BELOW || value.is_empty();
        let few: u64 = counts.iter().filter(|it| is_few(it)).map(|(count, _)| count).sum();
        if (1..SUPPRESSED_BELOW).contains(&few) {
            withheld.extend(counts.iter().find(|it| !is_few(it)).map(|(_, value)| (*value).to_owned()));
        }
    }
    withheld
}

/// `base` has the spans under each set of conditions.
fn may_be_told(figure: &[Under], days: &[i32], base: &[Vec<Span>], period: Span) -> bool {
    let own = |holds: usize, base: &[Span]| (own_spans(figure, days, base, holds), on_days(days, figure.iter(), holds));
    let Some((of_all, fewer)) = base.split_last() else { return false };
    let (spans, days_of_all) = own(fewer.len(), of_all);
    if cover(&spans, period) != Some(period) {
        return false;
    }
    let counts = days_of_all.sum(period);
    fewer.iter().enumerate().all(|(holds, base)| {
        let (spans, days) = own(holds, base);
        let more = cover(&spans, period).map_or_else(Vec::new, |wider| days.sum(wider));
        more.iter().zip(&counts).all(|(more, count)| !(1..SUPPRESSED_BELOW).contains(&more.saturating_sub(*count)))
    })
}

/// Whole spans of `base` that may be told apart by this figure.
fn own_spans(figure: &[Under], days: &[i32], base: &[Span], holds: usize) -> Vec<Span> {
    let days = on_days(days, figure.iter(), holds);
    let sums: Vec<Vec<u64>> = base.iter().map(|span| days.sum(*span)).collect();
    let kinds: Vec<Vec<u64>> = (0..figure.len()).map(|kind| sums.iter().filter_map(|it| it.get(kind).copied()).collect()).collect();
    let firsts: Vec<i32> = base.iter().map(|(first, _)| *first).collect();
    let ends = |(first, last): Span| {
        let within = base.get(..base.partition_point(|it| it.0 <= last));
        (first, within.and_then(<[Span]>::last).map_or(last, |it| it.1))
    };
    let spans = spans(&Days { days: &firsts, kinds: kinds.iter().map(Vec::as_slice).collect() });
    spans.into_iter().map(ends).collect()
}

#[cfg(test)]
mod tests;
