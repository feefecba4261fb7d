//! What may be said of many edits at once.
//!
//! Of all edits of which something is said, one of 20 is expected to be wrong at most, however many there are
//! and whatever they have in common: the procedure of Benjamini and Hochberg for e-values (Wang and Ramdas,
//! "False discovery rate control with e-values", Journal of the Royal Statistical Society B 84, 2022).

use super::evidence::{Counted, evidence};
use effortlet_core::score::{Figure, chosen_share};
use serde::Serialize;
use utoipa::ToSchema;

/// One of 20.
const WRONG: f64 = 0.05;

/// An article before an edit and after.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Compared {
    pub(crate) before: Counted,
    pub(crate) after: Counted,
}

impl Compared {
    /// The shares of readers who were lost, before and after.
    pub(crate) fn shares(&self) -> [Figure; 2] {
        [self.before, self.after].map(|it| chosen_share(it.lost, it.answered))
    }
}

/// What an edit did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Verdict {
    /// Fewer of its readers are lost.
    Helped,
    /// More of them are.
    Worse,
    /// Neither can be said of so few answers, or there is no difference.
    Unclear,
}

/// In the order of what is compared. All edits that anybody may look at together belong in one call.
pub(crate) fn verdicts(all: &[Compared]) -> Vec<Verdict> {
    let evidence: Vec<f64> = all.iter().map(|it| evidence(it.before, it.after)).collect();
    let mut ordered = evidence.clone();
    ordered.sort_by(|one, other| other.total_cmp(one));
    // The least that is enough where so many are said to have changed anything.
    let enough = |said: usize| (all.len() as f64 / (WRONG * said as f64)).ln();
    let holds = |(at, it): (usize, &f64)| (*it >= enough(at + 1)).then_some(*it);
    let least = ordered.iter().enumerate().filter_map(holds).next_back();
    let verdict = |(it, evidence): (&Compared, f64)| match least {
        Some(least) if evidence >= least => direction(it),
        _ => Verdict::Unclear,
    };
    all.iter().zip(evidence).map(verdict).collect()
}

fn direction(it: &Compared) -> Verdict {
    let before = u128::from(it.before.lost) * u128::from(it.after.answered);
    let after = u128::from(it.after.lost) * u128::from(it.before.answered);
    if after < before { Verdict::Helped } else { Verdict::Worse }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(all: &[[u64; 4]]) -> Vec<Verdict> {
        let compared = |it: &[u64; 4]| Compared {
            before: Counted { lost: it[0], answered: it[1] },
            after: Counted { lost: it[2], answered: it[3] },
        };
        verdicts(&all.iter().map(compared).collect::<Vec<_>>())
    }

    #[test]
    fn an_edit_is_said_to_have_helped_only_where_that_is_plain() {
        use Verdict::{Helped, Unclear, Worse};
        assert_eq!(of(&[]), []);
        assert_eq!(of(&[[40, 100, 10, 100]]), [Helped]);
        assert_eq!(of(&[[10, 100, 40, 100]]), [Worse]);
        assert_eq!(of(&[[40, 100, 39, 100]]), [Unclear]);
        assert_eq!(of(&[[2, 5, 0, 5]]), [Unclear]);
    }

    #[test]
    fn the_same_figures_say_less_beside_many_others() {
        let alike = [20, 100, 20, 100];
        let it = [40, 100, 19, 100];
        assert_eq!(of(&[it])[0], Verdict::Helped);
        let mut many = vec![alike; 199];
        many.push(it);
        assert_eq!(of(&many)[199], Verdict::Unclear);
    }
}
