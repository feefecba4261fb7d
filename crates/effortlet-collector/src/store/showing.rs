//! The counts of a report in the form in which they are released, and back.
//!
//! Never decides what may be shown.

use super::released::{Counted, EVERYBODY};
use super::remembered::Counts;
use super::counts::{Chosen, VersionAnswers};
use super::{Store, Unreadable};
use effortlet_columns::Filter;
use effortlet_core::score::{Ratings, YesNo};

impl Store {
    /// Puts what may be shown in the place of what was counted, of each together with the versions that it is
    /// read as.
    pub(super) async fn show_all_that_may_be(
        &self,
        site: &str,
        survey: &str,
        filter: &Filter,
        all: Vec<(Vec<String>, &mut VersionAnswers)>,
    ) -> Result<(), Unreadable> {
        let counted = all.iter().flat_map(|(versions, answers)| counted(site, survey, versions, filter, answers));
        let mut shown = self.shown(counted.collect()).await?.into_iter().map(|it| it.groups);
        all.into_iter().for_each(|(_, answers)| put_back(answers, &mut shown));
        Ok(())
    }
}

/// What was counted, under the days that are counted.
pub(super) fn counted(site: &str, survey: &str, versions: &[String], filter: &Filter, answers: &VersionAnswers) -> Vec<Counted> {
    let (from, to) = answers.period.unzip();
    let filter = Filter { from, to, ..filter.clone() };
    let counted = |(name, groups): (String, Vec<Counts>)| Counted {
        site: site.to_owned(),
        survey: survey.to_owned(),
        versions: versions.to_vec(),
        name,
        filter: filter.clone(),
        groups,
    };
    named_groups(answers).into_iter().map(counted).collect()
}

/// What may be shown of it, in the same order.
pub(super) fn put_back(answers: &mut VersionAnswers, shown: &mut impl Iterator<Item = Vec<Counts>>) {
    if let Some(found) = answers.found.as_mut().filter(|it| it.n() > 0) {
        *found = shown_found(found, &shown.next().unwrap_or_default());
    }
    for (all, finders) in answers.efforts.iter_mut().filter(|(all, _)| all.n() > 0) {
        let groups = shown.next().unwrap_or_default();
        (*all, *finders) = shown_ratings(all, &groups);
    }
    for chosen in answers.choices.iter_mut().filter(|it| it.answered > 0) {
        *chosen = shown_chosen(chosen, &shown.next().unwrap_or_default());
    }
}

/// In the order in which they are put back. What nobody answered, or is withheld, is not remembered: what was
/// shown before counts on.
fn named_groups(answers: &VersionAnswers) -> Vec<(String, Vec<Counts>)> {
    let found = answers.found.iter().filter(|it| it.n() > 0).map(|it| (format!("yesNo {}", it.asked().question), vec![yes_no(it)]));
    let efforts = answers.efforts.iter().filter(|(all, _)| all.n() > 0).map(|(all, finders)| {
        let name = format!("effort {} {} {:?}", all.asked().question, all.points().count(), all.easy_is());
        (name, finders.as_ref().map_or_else(|| vec![ratings(all)], |finders| by_finders(all, finders)))
    });
    let choices = answers.choices.iter().filter(|it| it.answered > 0).map(|it| (format!("choice {}", it.question), vec![options(it)]));
    found.chain(efforts).chain(choices).collect()
}

fn yes_no(it: &YesNo) -> Counts {
    [("yes".to_owned(), it.yes), ("no".to_owned(), it.no)].into()
}

fn ratings(all: &Ratings) -> Counts {
    all.counts().map(|(rating, count)| (rating.to_string(), count)).collect()
}

/// People who said yes, and all others.
fn by_finders(all: &Ratings, finders: &Ratings) -> Vec<Counts> {
    let pairs = all.counts().zip(finders.counts().map(|(_, count)| count));
    let (mut yes, mut others) = (Counts::new(), Counts::new());
    for ((rating, count), found) in pairs {
        yes.insert(rating.to_string(), found);
        others.insert(rating.to_string(), count.saturating_sub(found));
    }
    vec![yes, others]
}

fn options(it: &Chosen) -> Counts {
    let mut counts: Counts = it.options.iter().cloned().collect();
    counts.insert(EVERYBODY.to_owned(), it.answered);
    counts
}

fn shown_found(it: &YesNo, groups: &[Counts]) -> YesNo {
    let of = |word: &str| groups.iter().filter_map(|it| it.get(word)).sum();
    YesNo::new(it.asked().clone(), of("yes"), of("no"))
}

fn shown_ratings(counted: &Ratings, groups: &[Counts]) -> (Ratings, Option<Ratings>) {
    let none = Ratings::new(counted.asked().clone(), counted.points(), counted.easy_is());
    let ratings = |groups: &[Counts]| {
        let mut ratings = none.clone();
        for (rating, count) in groups.iter().flatten() {
            let _ = rating.parse().ok().and_then(|rating| ratings.add(rating, *count));
        }
        ratings
    };
    let finders = match groups {
        [finders, _] => Some(ratings(std::slice::from_ref(finders))),
        _ => None,
    };
    (ratings(groups), finders)
}

/// The one that most chose first, and the visitor's own last of equals.
fn shown_chosen(it: &Chosen, groups: &[Counts]) -> Chosen {
    let all = groups.iter().flatten();
    let mut options: Vec<(String, u64)> =
        all.clone().filter(|(option, count)| *option != EVERYBODY && **count > 0).map(|(option, count)| (option.clone(), *count)).collect();
    options.sort_by_key(|(option, count)| (std::cmp::Reverse(*count), option == "other", option.clone()));
    let answered = all.filter(|(option, _)| *option == EVERYBODY).map(|(_, count)| count).sum();
    Chosen { question: it.question.clone(), answered, options }
}
