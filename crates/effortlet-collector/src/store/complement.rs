//! Complementary suppression: what all other values of a condition would tell together is withheld where it would
//! tell of few.
//!
//! Never asks the database.

use super::counts::VersionAnswers;
use effortlet_columns::{Dimension, Plan, Question, SAID, Segment, Split, scan, under_all_others, withheld};
use effortlet_core::score::{Ratings, YesNo};
use std::collections::BTreeSet;

/// One of several conditions, and the responses of which all others hold.
pub(super) struct Complement {
    condition: (Dimension, String),
    segments: Vec<Segment>,
}

/// Of each condition of a plan, for many periods: where sums are worth it they are kept, so that the responses are looked
/// at once.
pub(super) fn complements(plan: &Plan, segments: &[&Segment]) -> Vec<Complement> {
    let mut all: Vec<Complement> = plan.conditions.iter().map(|it| Complement::of(plan, segments, it)).collect();
    for segment in all.iter_mut().flat_map(|it| &mut it.segments) {
        segment.kept.get_or_insert_default();
    }
    all
}

impl Complement {
    pub(super) fn of(plan: &Plan, segments: &[&Segment], condition: &(Dimension, String)) -> Self {
        Self { condition: condition.clone(), segments: under_all_others(plan, condition, segments) }
    }

    pub(super) fn withhold(&self, plan: &Plan, versions: &mut [Option<VersionAnswers>]) {
        let segments: Vec<&Segment> = self.segments.iter().collect();
        withhold(&segments, plan, versions, &self.condition);
    }
}

/// Withholds what all other values of a condition would tell together. `segments` have the responses of which all other
/// conditions hold.
pub(super) fn withhold(segments: &[&Segment], plan: &Plan, versions: &mut [Option<VersionAnswers>], (dimension, value): &(Dimension, String)) {
    let questions = segments.iter().flat_map(|it| it.columns.keys()).filter(|name| *name == SAID || Question::read(name).is_some());
    let only: BTreeSet<&String> = questions.collect();
    let by_value = Plan {
        conditions: Vec::new(),
        split: Split::Values(*dimension),
        within: versions.iter().map(|it| it.as_ref().and_then(|it| it.period)).collect(),
        only: only.into_iter().cloned().collect(),
        whoever: true,
        ..plan.clone()
    };
    let tally = scan(segments, &by_value);
    for (group, answers) in versions.iter_mut().enumerate().filter_map(|(group, it)| Some((group, it.as_mut()?))) {
        leave_out(answers, &mut |name, yes| {
            let Some(counted) = tally.columns.get(name) else { return false };
            let people = yes.iter().map(|yes| counted.people(group, *yes)).collect::<Vec<_>>();
            withheld(&people, &tally.parts.all).iter().any(|it| it == value)
        });
    }
}

/// Takes out what is withheld of a question, or of those who said yes to it and of all others.
pub(super) fn leave_out(answers: &mut VersionAnswers, is_withheld: &mut dyn FnMut(&str, &[Option<bool>]) -> bool) {
    if let Some(found) = &mut answers.found
        && is_withheld(&Question::YesNo(found.asked().question.clone()).name(), &[None])
    {
        *found = YesNo::new(found.asked().clone(), 0, 0);
    }
    for (ratings, finders) in &mut answers.efforts {
        let question = Question::Effort(ratings.asked().question.clone(), ratings.points(), ratings.easy_is()).name();
        if is_withheld(&question, &[None]) {
            *ratings = Ratings::new(ratings.asked().clone(), ratings.points(), ratings.easy_is());
            *finders = None;
        } else if is_withheld(&question, &[Some(true), Some(false)]) {
            *finders = None;
        }
    }
    for chosen in &mut answers.choices {
        if is_withheld(&Question::Choice(chosen.question.clone()).name(), &[None]) {
            (chosen.answered, chosen.options) = (0, Vec::new());
        }
    }
    answers.may_say &= !is_withheld(SAID, &[None]);
}
