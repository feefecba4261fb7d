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
pub(crate) struct Part {
    pub(crate) groups: Vec<People>,
    /// Whether periods are widened for its sake; other figures are withheld where they would need more.
    pub(crate) widens: bool,
}

/// What may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// The days that are counted; `None` where nobody answered on any that was asked for.
    pub(crate) period: Option<Span>,
    /// For each figure, whether it is told.
    pub(crate) figures: Vec<bool>,
}

/// `parts` are days by their numbers in the tally, `None` for what is of no day; `conditions` how many there are.
pub(crate) fn told(figures: &[Part], parts: &[Option<i32>], conditions: usize, asked: Span) -> Told {
    let all = (1_usize << conditions) - 1;
    let mut in_order: Vec<(i32, usize)> = (0..).zip(parts).filter_map(|(part, day)| Some(((*day)?, part))).collect();
    in_order.sort_unstable();
    let under: Vec<Vec<Under>> =
        figures.iter().map(|it| it.groups.iter().map(|people| Under::of(people, &in_order, conditions)).collect()).collect();
    let days: Vec<i32> = in_order.iter().map(|(day, _)| *day).collect();
    let any = figures.iter().any(|it| it.widens && it.groups.iter().any(|people| !people.is_empty()));
    let widening: Vec<&Under> = figures.iter().zip(&under).filter(|(it, _)| it.widens || !any).flat_map(|(_, under)| under).collect();
    let base: Vec<Vec<Span>> = (0..=all).map(|holds| spans(&on_days(&days, widening.iter().copied(), holds))).collect();
    let period = base.get(all).and_then(|spans| cover(spans, asked));
    let figures = under.iter().map(|it| period.is_none_or(|period| may_be_told(it, &days, &base, period)));
    Told { period, figures: figures.collect() }
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
pub(crate) fn withheld(groups: &[People], values: &[String]) -> Vec<String> {
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
    let own = |holds: usize, base: &[Span]| {
        let days = on_days(days, figure.iter(), holds);
        let sums: Vec<Vec<u64>> = base.iter().map(|span| days.sum(*span)).collect();
        let kinds: Vec<Vec<u64>> = (0..figure.len()).map(|kind| sums.iter().filter_map(|it| it.get(kind).copied()).collect()).collect();
        let firsts: Vec<i32> = base.iter().map(|(first, _)| *first).collect();
        let ends = |(first, last): Span| {
            let within = base.get(..base.partition_point(|it| it.0 <= last));
            (first, within.and_then(<[Span]>::last).map_or(last, |it| it.1))
        };
        let spans = spans(&Days { days: &firsts, kinds: kinds.iter().map(Vec::as_slice).collect() });
        (spans.into_iter().map(ends).collect::<Vec<Span>>(), days)
    };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::segment::{Filled, Row};
    use crate::columns::{Dimension, Filter, Plan, Question, Split, scan};
    use effortlet_core::survey::{EasyIs, Points};
    use std::collections::BTreeMap;

    /// A sequence that is the same for the same seed (xorshift64*).
    struct Chance(u64);

    impl Chance {
        fn below(&mut self, most: u64) -> u64 {
            self.0 ^= self.0 >> 12;
            self.0 ^= self.0 << 25;
            self.0 ^= self.0 >> 27;
            (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % most
        }
    }

    const DIMENSIONS: [Dimension; 2] = [Dimension::Locale, Dimension::Device];
    const VALUES: [&str; 2] = ["a", "b"];
    const FOUND: &str = "yesNo found";
    const WHY: &str = "choice why";

    fn effort() -> String {
        Question::Effort("effort".to_owned(), Points::new(7).unwrap(), EasyIs::High).name()
    }

    fn people(chance: &mut Chance) -> Vec<Row> {
        let count = chance.below(60);
        let days = 1 + chance.below(6);
        let skewed = 2 + chance.below(8);
        let row = |seq: u64| {
            let value = |chance: &mut Chance| VALUES[usize::from(chance.below(skewed) == 0)].to_owned();
            let mut answers = Vec::new();
            if chance.below(8) > 0 {
                answers.push((FOUND.to_owned(), 0, if chance.below(3) == 0 { "no" } else { "yes" }.to_owned()));
            }
            if chance.below(6) > 0 {
                answers.push((effort(), 1, (1 + chance.below(7)).to_string()));
            }
            if chance.below(4) == 0 {
                answers.push((WHY.to_owned(), 2, "[\"price\"]".to_owned()));
            }
            Row {
                seq: seq as i64,
                day: chance.below(days) as i32,
                version: "1".to_owned(),
                state: "complete".to_owned(),
                dimensions: DIMENSIONS.into_iter().map(|it| (it, value(chance))).collect(),
                answers,
            }
        };
        (1..=count).map(row).collect()
    }

    /// Everything that was told: under which filter, of which figure, of which groups of people.
    type Seen = Vec<(Filter, usize, Vec<Vec<i64>>)>;

    fn ask(rows: &[Row], filter: &Filter, seen: &mut Seen) {
        let conditions: Vec<_> = filter.conditions.clone().into_iter().collect();
        let plan = Plan {
            groups: BTreeMap::from([("1".to_owned(), 0)]),
            found: vec![Some(FOUND.to_owned())],
            conditions,
            split: Split::Days,
            ..Plan::default()
        };
        let tally = scan(&[&Filled::of(&[], rows).segment], &plan);
        let parts: Vec<Option<i32>> = tally.parts.all.iter().map(|it| it.parse().ok()).collect();
        let of = |name: &str, yes| tally.columns.get(name).map(|it| it.people(0, yes)).unwrap_or_default();
        let figures = [
            Part { groups: vec![of(FOUND, None)], widens: true },
            Part { groups: vec![of(&effort(), None)], widens: true },
            Part { groups: vec![of(&effort(), Some(true)), of(&effort(), Some(false))], widens: false },
            Part { groups: vec![of(WHY, None)], widens: false },
        ];
        let asked = (filter.from.unwrap_or(i32::MIN), filter.to.unwrap_or(i32::MAX));
        let told = told(&figures, &parts, filter.conditions.len(), asked);
        let Some((from, to)) = told.period else { return };
        let said = |row: &Row, name: &str| row.answers.iter().find(|it| it.0 == name).map(|it| it.2.clone());
        let within = |row: &&Row| {
            (from..=to).contains(&row.day)
                && filter.conditions.iter().all(|(it, value)| row.dimensions.contains(&(*it, value.clone())))
        };
        for (figure, _) in told.figures.iter().enumerate().filter(|(_, told)| **told) {
            let of = |wanted: &dyn Fn(&Row) -> bool| {
                rows.iter().filter(within).filter(|row| wanted(row)).map(|row| row.seq).collect::<Vec<i64>>()
            };
            let found_it = |row: &Row| said(row, FOUND).as_deref() == Some("yes");
            let groups = match figure {
                0 => vec![of(&|row| said(row, FOUND).is_some())],
                1 => vec![of(&|row| said(row, &effort()).is_some())],
                2 => vec![
                    of(&|row| said(row, &effort()).is_some() && found_it(row)),
                    of(&|row| said(row, &effort()).is_some() && !found_it(row)),
                ],
                _ => vec![of(&|row| said(row, WHY).is_some())],
            };
            // What few gave is withheld anyhow.
            if groups.iter().all(|it| it.len() >= 5) {
                let period = Filter { from: Some(from), to: Some(to), ..filter.clone() };
                seen.push((if filter.has_period() { period } else { filter.clone() }, figure, groups));
            }
        }
    }

    fn every_filter() -> Vec<Filter> {
        let mut all = vec![Filter::default()];
        for dimension in DIMENSIONS {
            let with = |value: &&str, it: &Filter| {
                let mut more = it.clone();
                more.conditions.insert(dimension, (*value).to_owned());
                more
            };
            let more: Vec<Filter> = all.iter().flat_map(|it| VALUES.iter().map(move |value| with(value, it))).collect();
            all.extend(more);
        }
        let periods = (0..6).flat_map(|from| (from..6).map(move |to| (Some(from), Some(to))));
        let periods: Vec<_> = periods.chain([(None, None), (Some(3), None), (None, Some(2))]).collect();
        let with = |it: &Filter, (from, to): &(Option<i32>, Option<i32>)| Filter { from: *from, to: *to, ..it.clone() };
        all.iter().flat_map(|it| periods.iter().map(move |period| with(it, period))).collect()
    }

    /// `EFFORTLET_SETS` says how many data sets are tried.
    #[test]
    fn no_two_filters_and_no_two_periods_tell_fewer_than_five_apart() {
        let sets = std::env::var("EFFORTLET_SETS").ok().and_then(|it| it.parse().ok()).unwrap_or(20);
        let (filters, mut pairs, mut withheld) = (every_filter(), 0_u64, 0_u64);
        for seed in 1..=sets {
            let rows = people(&mut Chance(seed * 7_919));
            let mut seen = Seen::new();
            filters.iter().for_each(|filter| ask(&rows, filter, &mut seen));
            seen.sort();
            seen.dedup();
            withheld += filters.len() as u64 * 4 - seen.len() as u64;
            for (wider, figure, more) in &seen {
                for (narrower, _, fewer) in seen.iter().filter(|it| it.1 == *figure && wider.holds_all_of(&it.0)) {
                    for (more, fewer) in more.iter().zip(fewer) {
                        assert!(fewer.iter().all(|it| more.contains(it)), "seed {seed}: {wider:?} {narrower:?}");
                        let apart = more.len() - fewer.len();
                        assert!(apart == 0 || apart >= 5, "seed {seed}: figure {figure} of {wider:?} and of {narrower:?}: {apart}");
                        pairs += 1;
                    }
                }
            }
        }
        assert!(pairs > sets * 100 && withheld > 0, "{pairs} pairs, {withheld} withheld");
    }
}
