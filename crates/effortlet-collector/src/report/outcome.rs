//! Who was lost: did not find what they were looking for, or did not find it easy.
//!
//! Reckoned of what reports tell anyhow, so that it tells nothing besides.

use crate::store::VersionAnswers;
use effortlet_core::score::{Asked, Ratings};
use effortlet_core::survey::Band;

/// How many were lost, and of how many that is known: who said no, and who said yes and rated. Where only one
/// of both is asked, it is that one. `None` where it cannot be told, or nobody was asked.
pub(super) fn lost(answers: &VersionAnswers) -> Option<(u64, u64)> {
    let effort = answers.efforts.first().filter(|(all, _)| is_on_one_scale(answers, all.asked()));
    match (&answers.found, effort) {
        (Some(found), Some((all, finders))) => {
            let finders = finders.as_ref().filter(|_| found.n() > 0 && all.n() > 0)?;
            Some((found.no + not_easy(finders), found.no + finders.n()))
        }
        (Some(found), None) => Some((found.no, found.n())),
        (None, Some((all, _))) => Some((not_easy(all), all.n())),
        (None, None) => None,
    }
}

/// Whether anybody was asked what tells it.
pub(super) fn is_asked(answers: &VersionAnswers) -> bool {
    answers.found.is_some() || !answers.efforts.is_empty()
}

fn not_easy(ratings: &Ratings) -> u64 {
    ratings.n() - ratings.in_band(Band::Easy)
}

/// Where a question was rated on two scales it is left out, since they are never mixed.
fn is_on_one_scale(answers: &VersionAnswers, asked: &Asked) -> bool {
    answers.efforts.iter().filter(|(all, _)| all.asked() == asked).count() == 1
}
