//! The ratings of a survey in stretches of days that follow each other, by version.
//!
//! Each stretch is a period like any other: widened to whole spans of days, and released as a report of it
//! would be. Beyond that nothing is told that the stretches of a version, taken from its figure over all
//! days, would leave of fewer than five people. No two stretches of a version have a day in common.

use super::answers::Grouped;
use super::families::in_stretches;
use super::counts::VersionAnswers;
use super::held::{Wanted, held};
use super::{Store, Unreadable};
use effortlet_columns::Filter;
use effortlet_core::score::{Ratings, SUPPRESSED_BELOW};

/// What one version was rated, the earliest stretch first.
#[derive(Clone, Debug)]
pub(crate) struct Trend {
    pub(crate) version: String,
    pub(crate) stretches: Vec<Stretch>,
}

#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// The days that are counted, both ends within.
    pub(crate) period: (i32, i32),
    /// As those of `VersionAnswers`; without any rating where they are withheld.
    pub(crate) efforts: Vec<Ratings>,
}

impl Store {
    /// `wholes` are the versions as they are shown beside the trend, under the same filter over all its days.
    pub(crate) async fn trend(
        &self,
        [site, survey]: [&str; 2],
        filter: &Filter,
        stretches: &[(i32, i32)],
        wholes: &[VersionAnswers],
    ) -> Result<Vec<Trend>, Unreadable> {
        let catalog = self.catalog().await;
        let Some(known) = catalog.versions(site, survey).filter(|_| !stretches.is_empty()) else { return Ok(Vec::new()) };
        let (of, grouped) = ((site.to_owned(), survey.to_owned()), Grouped::of(survey, known));
        let wanted = Wanted { questions: true, days: true, ..Wanted::under(filter) };
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let held = held(&mut snapshot, &self.counting.cache, &of, &wanted).await?;
        drop(snapshot);
        let (meant, asked) = (filter.clone(), stretches.to_vec());
        let counted = self.counting.count(move || in_stretches(&grouped, &held.segments, &meant, &asked)).await?;
        let mut answers: Vec<VersionAnswers> = counted.into_iter().flatten().collect();
        // Of each stretch only ratings are shown.
        answers.iter_mut().for_each(|it| (it.found, it.choices) = (None, Vec::new()));
        let together = |it: &VersionAnswers| {
            let mut together: Vec<String> = known.together(&it.version).into_iter().map(str::to_owned).collect();
            together.sort();
            together
        };
        let names: Vec<Vec<String>> = answers.iter().map(together).collect();
        self.show_all_that_may_be(site, survey, filter, names.into_iter().zip(&mut answers).collect()).await?;
        let of_version = |whole: &VersionAnswers| {
            let own = answers.iter().filter(|it| it.version == whole.version);
            let stretch = |it: &VersionAnswers| {
                let efforts = it.efforts.iter().map(|(all, _)| all.clone()).collect();
                it.period.map(|period| Stretch { period, efforts })
            };
            let mut stretches: Vec<Stretch> = own.filter_map(stretch).collect();
            whole.efforts.iter().for_each(|(all, _)| withhold_what_tells_others(all, &mut stretches));
            Trend { version: whole.version.clone(), stretches }
        };
        Ok(wholes.iter().map(of_version).collect())
    }
}

/// Withholds stretches until those that are left, taken from the whole, leave five people or nobody; all where
/// the whole is withheld.
fn withhold_what_tells_others(whole: &Ratings, stretches: &mut [Stretch]) {
    let same = |it: &Ratings| (it.asked(), it.points(), it.easy_is()) == (whole.asked(), whole.points(), whole.easy_is());
    let mut own: Vec<&mut Ratings> = stretches.iter_mut().filter_map(|it| it.efforts.iter_mut().find(|it| same(it))).collect();
    let withhold = |it: &mut Ratings| *it = Ratings::new(it.asked().clone(), it.points(), it.easy_is());
    let is_withheld = whole.n() < SUPPRESSED_BELOW;
    own.iter_mut().filter(|it| is_withheld || it.n() < SUPPRESSED_BELOW).for_each(|it| withhold(it));
    // A single stretch that is withheld is what all others leave.
    let is_single = own.iter().filter(|it| it.n() == 0).count() == 1;
    if is_single && let Some(fewest) = own.iter_mut().filter(|it| it.n() > 0).min_by_key(|it| it.n()) {
        withhold(fewest);
    }
    while !tell_nobody(whole, &own) {
        let Some(latest) = own.iter_mut().rev().find(|it| it.n() > 0) else { break };
        withhold(latest);
    }
}

/// Whether the whole less all stretches, or less all but one, leaves five people or nobody, by what they
/// answered and by how many they are. Where the stretches have more people than the whole it does not.
fn tell_nobody(whole: &Ratings, stretches: &[&mut Ratings]) -> bool {
    let count = |it: &Ratings| it.counts().map(|(_, count)| count).collect::<Vec<u64>>();
    let mut sums = vec![0; usize::from(whole.points().count())];
    for it in stretches {
        sums.iter_mut().zip(count(it)).for_each(|(sum, count)| *sum += count);
    }
    let whole = count(whole);
    let is_apart = |sums: &[u64]| {
        let more = |one: &[u64], other: &[u64]| one.iter().zip(other).map(|(one, other)| one.saturating_sub(*other)).sum::<u64>();
        let (more, less) = (more(&whole, sums), more(sums, &whole));
        let left = more.checked_sub(less);
        let is_told_by_number = left.is_none_or(|left| (1..SUPPRESSED_BELOW).contains(&left));
        sums == whole || !is_told_by_number && more >= SUPPRESSED_BELOW
    };
    let without = |it: &Ratings| sums.iter().zip(count(it)).map(|(sum, count)| sum - count).collect::<Vec<u64>>();
    is_apart(&sums) && stretches.iter().filter(|it| it.n() > 0).all(|it| is_apart(&without(it)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use effortlet_core::score::Asked;
    use effortlet_core::survey::{EasyIs, Points};

    fn ratings(counts: &[u64]) -> Ratings {
        let asked = Asked { survey: "help".to_owned(), version: "1".to_owned(), question: "effort".to_owned() };
        let mut ratings = Ratings::new(asked, Points::Seven, EasyIs::High);
        (1..).zip(counts).for_each(|(rating, count)| ratings.add(rating, *count).unwrap());
        ratings
    }

    fn left(whole: &[u64], stretches: &[&[u64]]) -> Vec<u64> {
        let of = |counts: &&[u64]| Stretch { period: (0, 0), efforts: vec![ratings(counts)] };
        let mut stretches: Vec<Stretch> = stretches.iter().map(of).collect();
        withhold_what_tells_others(&ratings(whole), &mut stretches);
        stretches.iter().map(|it| it.efforts[0].n()).collect()
    }

    #[test]
    fn stretches_leave_five_people_of_the_whole_or_nobody() {
        assert_eq!(left(&[9, 9], &[&[4, 2], &[5, 7]]), [6, 12], "all of them");
        assert_eq!(left(&[9, 9], &[&[4, 2], &[5, 4]]), [6, 0], "three would be left");
        assert_eq!(left(&[9, 9], &[&[4, 2], &[0, 7]]), [6, 7], "five are left");
        assert_eq!(left(&[9, 9], &[&[4, 2], &[0, 0], &[5, 7]]), [0, 0, 12], "a single one is withheld with another");
        assert_eq!(left(&[9, 12], &[&[1, 2], &[5, 5], &[3, 5]]), [0, 10, 0], "three are not shown, nor told by all others");
        assert_eq!(left(&[0, 0], &[&[5, 5], &[6, 6]]), [0, 0], "the whole is withheld");
        assert_eq!(left(&[5, 4], &[&[5, 5]]), [0], "somebody has gone");
        assert_eq!(left(&[9, 9, 0], &[&[4, 2, 0], &[0, 7, 2]]), [6, 0], "five are left and two gone, which is three");
    }
}
