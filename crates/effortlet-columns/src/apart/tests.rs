//! Whoever subtracts all that is told from all else that is told finds five people or nobody.

use super::*;
use crate::segment::{Filled, Row};
use crate::{Dimension, Filter, Plan, Question, Split, scan};
use effortlet_core::response::Random;
use effortlet_core::survey::{EasyIs, Points};
use std::collections::BTreeMap;

/// The same for the same seed.
struct Chance(Random);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0.draw() % most
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
            revision: None,
            facts: Vec::new(),
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
        let rows = people(&mut Chance(Random::new(seed)));
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
