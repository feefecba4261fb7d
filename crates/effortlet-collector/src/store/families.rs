//! Figures where triggers have families (`columns::family`). One way and its family are two figures that can be
//! subtracted as any two can: so what is told of a way has to be told among all, and among its family alone.
//!
//! Never tells more than each of them would.

use super::answers::{self, Grouped};
use super::counts::VersionAnswers;
use effortlet_columns::{Dimension, Filter, Segment, as_filtered, family_of_filter, has_ways, of_family, with_families};
use effortlet_core::score::{Ratings, YesNo};

/// The segments in which figures under a filter are counted, also by the values of a dimension: a figure is told
/// where it is told in each of these.
pub(super) fn looks(segments: &[Segment], filter: &Filter, by: Option<Dimension>) -> Vec<Vec<Segment>> {
    let trigger = filter.conditions.get(&Dimension::Trigger);
    match (by, trigger) {
        (Some(Dimension::Trigger), None) => vec![with_families(segments.to_vec(), &|_| true)],
        (Some(Dimension::Trigger), Some(trigger)) => {
            let family = family_of_filter(filter).unwrap_or(trigger);
            let family = has_ways(segments, family).then(|| of_family(segments, family));
            [segments.to_vec()].into_iter().chain(family).collect()
        }
        _ => {
            let whole = as_filtered(segments.to_vec(), filter);
            let family = family_of_filter(filter).map(|family| of_family(segments, family));
            [whole].into_iter().chain(family).collect()
        }
    }
}

/// See `answers::answers`.
pub(super) fn answers(grouped: &Grouped, segments: &[Segment], filter: &Filter) -> Vec<VersionAnswers> {
    let of_look = |it: &Vec<Segment>| answers::answers(grouped, &it.iter().collect::<Vec<_>>(), filter);
    let mut all = looks(segments, filter, None).iter().map(of_look).collect::<Vec<_>>().into_iter();
    let mut told = all.next().unwrap_or_default();
    all.for_each(|other| agree(&mut told, &other));
    told
}

/// See `answers::in_stretches`.
pub(super) fn in_stretches(grouped: &Grouped, segments: &[Segment], filter: &Filter, stretches: &[(i32, i32)]) -> Vec<Vec<VersionAnswers>> {
    let of_look = |it: &Vec<Segment>| answers::in_stretches(grouped, &it.iter().collect::<Vec<_>>(), filter, stretches);
    let mut all = looks(segments, filter, None).iter().map(of_look).collect::<Vec<_>>().into_iter();
    let mut told = all.next().unwrap_or_default();
    for other in all {
        let other: Vec<VersionAnswers> = other.into_iter().flatten().collect();
        told.iter_mut().for_each(|it| agree(it, &other));
    }
    told
}

/// Of the same version on the same days; nothing is told where the other has other days.
fn agree(told: &mut [VersionAnswers], other: &[VersionAnswers]) {
    for it in told {
        match other.iter().find(|other| (&other.version, other.period) == (&it.version, it.period)) {
            Some(other) => leave_out_what_is_withheld(it, other),
            None => leave_out_what_is_withheld(it, &VersionAnswers { found: None, efforts: Vec::new(), choices: Vec::new(), may_say: false, ..it.clone() }),
        }
    }
}

/// What all of them tell.
pub(super) fn told_by_all(answers: impl Iterator<Item = Option<VersionAnswers>>) -> Option<VersionAnswers> {
    let mut all = answers.collect::<Option<Vec<_>>>()?.into_iter();
    let mut told = all.next()?;
    all.for_each(|other| agree(std::slice::from_mut(&mut told), &[other]));
    Some(told)
}

fn leave_out_what_is_withheld(told: &mut VersionAnswers, other: &VersionAnswers) {
    if let Some(found) = &mut told.found
        && other.found.as_ref().is_none_or(|it| it.n() == 0)
    {
        *found = YesNo::new(found.asked().clone(), 0, 0);
    }
    for (ratings, finders) in &mut told.efforts {
        let same = |it: &&(Ratings, Option<Ratings>)| {
            (it.0.asked(), it.0.points(), it.0.easy_is()) == (ratings.asked(), ratings.points(), ratings.easy_is())
        };
        match other.efforts.iter().find(same) {
            Some((all, others)) if all.n() > 0 => *finders = finders.take().filter(|_| others.is_some()),
            _ => (*ratings, *finders) = (Ratings::new(ratings.asked().clone(), ratings.points(), ratings.easy_is()), None),
        }
    }
    for chosen in &mut told.choices {
        if other.choices.iter().find(|it| it.question == chosen.question).is_none_or(|it| it.answered == 0) {
            (chosen.answered, chosen.options) = (0, Vec::new());
        }
    }
    told.may_say &= other.may_say;
}
