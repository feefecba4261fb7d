//! Answers under one condition more, for any value of a dimension, over all days or some: what a report of
//! each would tell, withheld by the same rules, of one count of all.
//!
//! Never asks the database.

use super::answers::{Grouped, version, whole_days};
use super::complement::{leave_out, withhold};
use super::counts::VersionAnswers;
use effortlet_columns::{ByValue, Dimension, Filter, People, Plan, Question, SAID, Segment, Split, Tally, under_all_others, withheld};
use std::collections::BTreeMap;

/// Without the columns that nobody could be lost by, which then need no counting.
pub(super) fn telling_who_was_lost(segments: &[Segment]) -> Vec<Segment> {
    let mut segments = segments.to_vec();
    let tells = |name: &str| !matches!(Question::read(name), Some(Question::Choice(_))) && name != SAID;
    segments.iter_mut().for_each(|it| it.columns.retain(|name, _| tells(name)));
    segments
}

pub(super) struct EachValue<'a> {
    grouped: &'a Grouped,
    group: usize,
    plan: Plan,
    by: Dimension,
    all: ByValue,
    apart: Vec<Apart>,
    left_out: LeftOut,
}

impl<'a> EachValue<'a> {
    /// Of one group; by days where the filter has a period, as that of `answers` then has to have one too.
    pub(super) fn of(grouped: &'a Grouped, segments: &[&Segment], filter: &Filter, by: Dimension, group: usize) -> Self {
        // The condition that is one more stands last, and is never twice there.
        let mut others = filter.clone();
        others.conditions.remove(&by);
        let plan = grouped.plan(segments, &others);
        let all = ByValue::of(segments, &plan, by);
        let apart = plan.conditions.iter().map(|it| Apart::of(segments, &plan, it, by)).collect();
        let left_out = LeftOut { group, by_days: plan.split == Split::Days, known: BTreeMap::new() };
        Self { grouped, group, plan, by, all, apart, left_out }
    }

    pub(super) fn counts(&self) -> &ByValue {
        &self.all
    }

    fn plan(&self, value: &str) -> Plan {
        let mut conditions = self.plan.conditions.clone();
        conditions.push((self.by, value.to_owned()));
        Plan { conditions, ..self.plan.clone() }
    }

    /// See `answers::whole_days`.
    pub(super) fn whole_days(&self, value: &str, under: &Tally, asked: (i32, i32)) -> Option<(i32, i32)> {
        whole_days(&self.plan(value), under, asked, self.group)
    }

    /// `under` is what was counted of this value.
    pub(super) fn answers(&mut self, value: &str, under: &Tally, filter: &Filter) -> Option<VersionAnswers> {
        let own = self.plan(value);
        let name = self.grouped.groups.get(self.group)?;
        let mut answers = version(self.grouped, &own, under, filter, self.group, name)?;
        self.left_out.take_out(&self.all, &mut answers, value);
        let mut versions: Vec<Option<VersionAnswers>> = vec![None; self.grouped.groups.len()];
        versions.get_mut(self.group).into_iter().for_each(|it| *it = Some(answers.clone()));
        self.apart.iter().for_each(|it| it.withhold(&own, &mut versions, value));
        versions.into_iter().nth(self.group).flatten()
    }
}

/// The responses of which all conditions but one hold, by the values of a dimension.
struct Apart {
    condition: (Dimension, String),
    by_value: BTreeMap<String, Vec<Segment>>,
}

impl Apart {
    fn of(segments: &[&Segment], plan: &Plan, condition: &(Dimension, String), by: Dimension) -> Self {
        let mut by_value: BTreeMap<String, Vec<Segment>> = BTreeMap::new();
        let plan = Plan { split: Split::Values(by), ..plan.clone() };
        for segment in under_all_others(&plan, condition, segments) {
            for (value, part) in segment.of_columns(&|name| plan.needs(name)).parted(by) {
                by_value.entry(value.to_owned()).or_default().push(part);
            }
        }
        Self { condition: condition.clone(), by_value }
    }

    /// As for a report under one condition more.
    fn withhold(&self, own: &Plan, versions: &mut [Option<VersionAnswers>], value: &str) {
        let parts: Vec<&Segment> = self.by_value.get(value).into_iter().flatten().collect();
        withhold(&parts, own, versions, &self.condition);
    }
}

/// A question, whether those who said yes are told apart, and the days that are counted.
type Told = (String, bool, Option<(i32, i32)>);

/// The values whose figures are withheld so that all others do not tell the rest, found once for each.
struct LeftOut {
    group: usize,
    by_days: bool,
    known: BTreeMap<Told, Vec<String>>,
}

impl LeftOut {
    fn take_out(&mut self, all: &ByValue, answers: &mut VersionAnswers, value: &str) {
        let (group, by_days, period) = (self.group, self.by_days, answers.period);
        let is_within = |day: &str| match period {
            Some((first, last)) if by_days => day.parse().is_ok_and(|day: i32| (first..=last).contains(&day)),
            _ => true,
        };
        leave_out(answers, &mut |question, yes| {
            let values = self.known.entry((question.to_owned(), yes.len() > 1, period)).or_insert_with(|| {
                let people: Vec<People> = yes.iter().map(|yes| all.people(question, group, *yes, &is_within)).collect();
                withheld(&people, all.values())
            });
            values.iter().any(|it| it == value)
        });
    }
}
