//! Makes the answers of each version of what one pass has counted, and says which of it may be told.
//!
//! Never asks the database.

use super::complement::{Complement, complements};
use super::counts::{Chosen, Totals, VersionAnswers};
use crate::catalog::Versions;
use effortlet_columns::{Filter, Part, Plan, Question, SAID, STATE, Segment, Split, Tally, scan, told, whole};
use effortlet_core::score::{Asked, Ratings, YesNo};
use effortlet_core::survey::EasyIs;
use effortlet_core::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// A survey whose versions are counted, those together that are read together.
#[derive(Clone, Debug)]
pub(super) struct Grouped {
    survey: String,
    /// What each group is read as.
    pub(super) groups: Vec<String>,
    of: BTreeMap<String, usize>,
    /// The first yes-or-no question of each group, where its definition is known.
    first: Vec<Option<String>>,
}

impl Grouped {
    pub(super) fn of(survey: &str, versions: &Versions) -> Self {
        let names: BTreeSet<&String> = versions.known.values().map(|it| &it.reads_as).collect();
        let groups: Vec<String> = names.into_iter().cloned().collect();
        let number = |name: &String| groups.binary_search(name).ok();
        let of = versions.known.iter().filter_map(|(version, it)| Some((version.clone(), number(&it.reads_as)?)));
        let first = groups.iter().map(|it| versions.known.get(it)?.first_yes_or_no().map(str::to_owned));
        Self { survey: survey.to_owned(), of: of.collect(), first: first.collect(), groups }
    }

    /// The place of what is read as this.
    pub(super) fn group(&self, name: &str) -> Option<usize> {
        self.groups.iter().position(|it| it == name)
    }

    /// Where no definition tells the question of who found it, it is the one that stood first.
    pub(super) fn plan(&self, segments: &[&Segment], filter: &Filter) -> Plan {
        let columns = segments.iter().flat_map(|it| &it.columns).filter_map(|(name, column)| match Question::read(name)? {
            Question::YesNo(_) => Some((column.place, name.clone())),
            _ => None,
        });
        let stood_first = columns.min().map(|(_, name)| name);
        let found = |first: &Option<String>| match first {
            Some(id) => Some(Question::YesNo(id.clone()).name()),
            None => stood_first.clone(),
        };
        Plan {
            groups: self.of.clone(),
            found: self.first.iter().map(found).collect(),
            conditions: filter.conditions.clone().into_iter().collect(),
            split: if filter.has_period() { Split::Days } else { Split::Nothing },
            ..Plan::default()
        }
    }
}

/// The answers of every version that has any response; its moments are put in by whoever knows them.
pub(super) fn answers(grouped: &Grouped, segments: &[&Segment], filter: &Filter) -> Vec<VersionAnswers> {
    let plan = grouped.plan(segments, filter);
    let tally = scan(segments, &plan);
    let versions = (0..).zip(&grouped.groups).map(|(group, name)| version(grouped, &plan, &tally, filter, group, name));
    let mut versions: Vec<Option<VersionAnswers>> = versions.collect();
    for condition in &plan.conditions {
        Complement::of(&plan, segments, condition).withhold(&plan, &mut versions);
    }
    versions.into_iter().flatten().collect()
}

/// For each stretch the answers of the versions whose people it has. Where stretches of a version had to be
/// widened into each other they are one.
pub(super) fn in_stretches(grouped: &Grouped, segments: &[&Segment], filter: &Filter, stretches: &[(i32, i32)]) -> Vec<Vec<VersionAnswers>> {
    let over = |(from, to): (i32, i32)| Filter { from: Some(from), to: Some(to), ..filter.clone() };
    let plan = grouped.plan(segments, &over((0, 0)));
    let tally = scan(segments, &plan);
    let of_group = |(group, name): (usize, &String)| {
        disjoint(stretches, |days| version(grouped, &plan, &tally, &over(days), group, name).filter(|it| it.period.is_some()))
    };
    let mut by_group: Vec<_> = (0..).zip(&grouped.groups).map(of_group).map(Vec::into_iter).collect();
    let most = by_group.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
    let complements = complements(&plan, segments);
    let mut all = Vec::with_capacity(most);
    for _ in 0..most {
        let mut versions: Vec<Option<VersionAnswers>> = by_group.iter_mut().map(Iterator::next).collect();
        complements.iter().for_each(|it| it.withhold(&plan, &mut versions));
        all.push(versions.into_iter().flatten().collect());
    }
    all
}

/// What is counted in each stretch, no day twice.
fn disjoint(stretches: &[(i32, i32)], count: impl Fn((i32, i32)) -> Option<VersionAnswers>) -> Vec<VersionAnswers> {
    let mut all: Vec<((i32, i32), VersionAnswers)> = Vec::new();
    for days in stretches {
        let mut next = count(*days).map(|it| (*days, it));
        while let Some((days, it)) = &next
            && let Some((earlier, _)) = all.pop_if(|(_, before)| before.period.unzip().1 >= it.period.unzip().0)
        {
            let days = (earlier.0, days.1);
            next = count(days).map(|it| (days, it));
        }
        all.extend(next);
    }
    all.into_iter().map(|(_, it)| it).collect()
}

/// A column of the tally and what it has the answers to.
struct Figure {
    name: String,
    question: Question,
}

pub(super) fn version(grouped: &Grouped, plan: &Plan, tally: &Tally, filter: &Filter, group: usize, name: &str) -> Option<VersionAnswers> {
    if tally.columns.get(STATE).is_none_or(|it| it.people(group, None).is_empty()) {
        return None;
    }
    let figures = figures(plan, tally, group);
    let (parts, days) = (parts(&figures, tally, group), days(plan, tally, group));
    let conditions = plan.conditions.len();
    let asked = (filter.from.unwrap_or(i32::MIN), filter.to.unwrap_or(i32::MAX));
    let told = told(&parts, &days, conditions, asked);
    let within = |part: usize| match (told.period, days.get(part)) {
        (Some((first, last)), Some(Some(day))) => (first..=last).contains(day),
        _ => false,
    };
    let values = |column: &str| tally.columns.get(column).map(|it| it.values(group, &within)).unwrap_or_default();
    let about = |it: &Figure| Asked {
        survey: grouped.survey.clone(),
        version: name.to_owned(),
        question: it.question.id().to_owned(),
    };
    let is_told = |at: usize| told.figures.get(at).copied().unwrap_or(false);
    let mut answers = VersionAnswers {
        version: name.to_owned(),
        first: Timestamp(0),
        latest: Timestamp(0),
        period: told.period.filter(|_| filter.has_period()),
        totals: totals(&values(STATE)),
        found: None,
        efforts: Vec::new(),
        choices: Vec::new(),
        may_say: is_told(figures.len() * 2),
    };
    for (at, figure) in figures.iter().enumerate() {
        let counts = if is_told(at) { values(&figure.name) } else { BTreeMap::new() };
        match &figure.question {
            Question::YesNo(_) => {
                let of = |word: &str| counts.get(word).map_or(0, |it| it.1);
                answers.found = Some(YesNo::new(about(figure), of("yes"), of("no")));
            }
            Question::Effort(_, points, easy_is) => {
                let none = Ratings::new(about(figure), *points, *easy_is);
                let (mut all, mut finders) = (none.clone(), none);
                for (rating, (yes, count)) in counts {
                    let rating = rating.parse().unwrap_or(0);
                    all.add(rating, count);
                    finders.add(rating, yes);
                }
                answers.efforts.push((all, is_told(figures.len() + at).then_some(finders)));
            }
            Question::Choice(id) => answers.choices.push(chosen(id, &counts)),
        }
    }
    Some(answers)
}

/// The shortest period that holds the one that is asked for, on which it is not withheld for want of whole spans
/// who said yes and rated. `None` where nobody answered.
pub(super) fn whole_days(plan: &Plan, tally: &Tally, asked: (i32, i32), group: usize) -> Option<(i32, i32)> {
    let figures = figures(plan, tally, group);
    let parts = parts(&figures, tally, group);
    let efforts = figures.iter().enumerate().filter(|(_, it)| matches!(it.question, Question::Effort(..)));
    let wanted: Vec<usize> = efforts.map(|(at, _)| figures.len() + at).collect();
    whole(&parts, &days(plan, tally, group), plan.conditions.len(), asked, &wanted)
}

/// What may be told or not: each figure, each of who said yes and of the others, and who wrote something.
fn parts(figures: &[Figure], tally: &Tally, group: usize) -> Vec<Part> {
    let people = |column: &str, yes| tally.columns.get(column).map(|it| it.people(group, yes)).unwrap_or_default();
    let mut parts: Vec<Part> = figures.iter().map(|it| {
        let widens = !matches!(it.question, Question::Choice(_));
        Part { groups: vec![people(&it.name, None)], widens }
    }).collect();
    let apart = |it: &Figure| Part { groups: [true, false].map(|yes| people(&it.name, Some(yes))).into(), widens: false };
    parts.extend(figures.iter().map(apart));
    parts.push(Part { groups: vec![people(SAID, None)], widens: false });
    parts
}

/// Those of the tally's parts. Without a period there is one part, as if everything had arrived on one day. Days
/// on which there is nobody any more are none.
fn days(plan: &Plan, tally: &Tally, group: usize) -> Vec<Option<i32>> {
    let everybody = tally.columns.get(STATE).map(|it| it.people(group, None)).unwrap_or_default();
    let met: BTreeSet<usize> = everybody.by_part().map(|(part, _)| part).collect();
    let day = |name: &String| if plan.split == Split::Days { name.parse().ok() } else { Some(0) };
    (0..).zip(&tally.parts.all).map(|(part, name)| day(name).filter(|_| met.contains(&part))).collect()
}

/// The questions that anybody of a group has answered, whatever the filter, in the order in which they stood.
fn figures(plan: &Plan, tally: &Tally, group: usize) -> Vec<Figure> {
    let found = plan.found.get(group).and_then(Option::as_ref);
    let mut figures: Vec<(Option<u16>, Figure)> = Vec::new();
    for (name, counted) in &tally.columns {
        let Some(question) = Question::read(name) else { continue };
        let is_one = !matches!(question, Question::YesNo(_)) || Some(name) == found;
        if is_one && !counted.people(group, None).is_empty() {
            figures.push((counted.place, Figure { name: name.clone(), question }));
        }
    }
    let places = figures.iter().map(|(place, it)| (it.question.id().to_owned(), *place));
    let mut stood: BTreeMap<String, Option<u16>> = BTreeMap::new();
    for (id, place) in places {
        let first = stood.entry(id).or_insert(place);
        *first = place.min(*first);
    }
    figures.sort_by_key(|(_, it)| {
        let scale = match &it.question {
            Question::Effort(_, points, easy_is) => (points.count(), *easy_is == EasyIs::Low),
            _ => (0, false),
        };
        let id = it.question.id();
        (stood.get(id).copied().flatten(), id.to_owned(), scale)
    });
    figures.into_iter().map(|(_, it)| it).collect()
}

pub(super) fn totals(states: &BTreeMap<&str, (u64, u64)>) -> Totals {
    let of = |state: &str| states.get(state).map_or(0, |it| it.1);
    Totals { shown: of("shown"), complete: of("complete"), partial: of("partial"), dismissed: of("dismissed") }
}

/// Each value is a list of options.
fn chosen(question: &str, counts: &BTreeMap<&str, (u64, u64)>) -> Chosen {
    let mut options: BTreeMap<String, u64> = BTreeMap::new();
    for (list, (_, count)) in counts {
        for option in serde_json::from_str::<Vec<String>>(list).unwrap_or_default() {
            *options.entry(option).or_default() += count;
        }
    }
    let mut options: Vec<(String, u64)> = options.into_iter().collect();
    options.sort_by_key(|(option, count)| (std::cmp::Reverse(*count), option == "other", option.clone()));
    Chosen { question: question.to_owned(), answered: counts.values().map(|it| it.1).sum(), options }
}

/// Whoever is in any state, in all groups together.
pub(super) fn all_totals(segments: &[&Segment], versions: &Versions) -> Totals {
    let groups = versions.known.keys().map(|it| (it.clone(), 0)).collect();
    let tally = scan(segments, &Plan { groups, found: vec![None], ..Plan::default() });
    tally.columns.get(STATE).map(|it| totals(&it.values(0, &|_| true))).unwrap_or_default()
}
