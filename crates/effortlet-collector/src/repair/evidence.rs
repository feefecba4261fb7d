//! How much speaks for it that readers were lost more often, or less, after an edit than before.
//!
//! A Bayes factor: how much more likely both periods are with a share of its own each than with one that both
//! have, where each share may be any (Jeffreys' prior, for which each answer is foretold by those before it:
//! Krichevsky and Trofimov, "The performance of universal encoding", IEEE Transactions on Information Theory 27,
//! 1981). As an e-value it is 20 or more in at most one of 20 articles of which nothing changed, however often
//! somebody looks while answers come in and whenever they stop (Grünwald, de Heide and Koolen, "Safe testing",
//! Journal of the Royal Statistical Society B 86, 2024). So a page may be looked at each day, which a p-value
//! does not allow. That holds over the prior; the tests hold it for single shares.

use crate::gamma::ln_beta;

/// Of so many people who answered, so many were lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) lost: u64,
    pub(crate) answered: u64,
}

/// The logarithm of the e-value.
pub(super) fn evidence(before: Counted, after: Counted) -> f64 {
    let both = Counted { lost: before.lost + after.lost, answered: before.answered + after.answered };
    likelihood(before) + likelihood(after) - likelihood(both)
}

/// Its logarithm, over all shares that may be.
fn likelihood(it: Counted) -> f64 {
    let (lost, others) = (it.lost as f64, it.answered.saturating_sub(it.lost) as f64);
    ln_beta(lost + 0.5, others + 0.5) - ln_beta(0.5, 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use effortlet_core::response::Random;

    fn of(before: (u64, u64), after: (u64, u64)) -> f64 {
        let counted = |(lost, answered)| Counted { lost, answered };
        evidence(counted(before), counted(after)).exp()
    }

    #[test]
    fn what_is_plain_to_see_speaks_loudly_and_what_is_alike_does_not() {
        assert!(of((400, 1_000), (110, 1_000)) > 1e30);
        assert!(of((110, 1_000), (400, 1_000)) > 1e30, "also where it got worse");
        assert!(of((400, 1_000), (40, 100)) < 0.2);
        assert!(of((5, 9), (1, 9)) < 5.0, "few answers tell little");
        assert!((of((0, 0), (0, 0)) - 1.0).abs() < 1e-9 && (of((3, 9), (0, 0)) - 1.0).abs() < 1e-9, "nothing speaks for nothing");
    }

    /// So many of a group of people, in any order.
    fn ways(some: u64, all: u64) -> f64 {
        (0..some).map(|it| (all - it) as f64 / (it + 1) as f64).product()
    }

    #[test]
    fn where_nothing_changed_it_is_one_on_average() {
        for (before, after) in [(1, 1), (9, 4), (12, 12), (30, 7)] {
            let each = (0..=before).flat_map(|one| (0..=after).map(move |other| (one, other)));
            let mean: f64 = each.map(|(one, other)| {
                let both = Counted { lost: one + other, answered: before + after };
                of((one, before), (other, after)) * ways(one, before) * ways(other, after) * likelihood(both).exp()
            }).sum();
            assert!((mean - 1.0).abs() < 1e-9, "{before} {after}: {mean}");
        }
    }

    /// Of so many articles of which nothing changed, how many seemed to have on any of 100 looks.
    fn misled(seed: u64, share: u64, before: u64, articles: u64) -> u64 {
        let mut random = Random::new(seed);
        let mut lost = |of: u64| (0..of).map(|_| u64::from(random.draw() % 1_000 < share)).sum::<u64>();
        let mut seems = |_: &u64| {
            let earlier = (lost(before), before);
            let mut after = (0, 0);
            (0..100).any(|_| {
                after = (after.0 + lost(1), after.1 + 1);
                of(earlier, after) >= 20.0
            })
        };
        (0..articles).filter(|it| seems(it)).count() as u64
    }

    #[test]
    fn whoever_looks_after_each_answer_is_misled_in_one_of_twenty_at_most_whatever_the_share() {
        for (seed, share, before) in [(1, 20, 50), (2, 100, 200), (3, 350, 30), (4, 500, 10)] {
            let misled = misled(seed, share, before, 600);
            assert!(misled <= 600 / 20, "{share} of 1,000, {before} before: {misled} of 600");
        }
    }
}
