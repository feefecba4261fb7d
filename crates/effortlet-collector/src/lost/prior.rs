//! What all groups together say of each: by how many answers' worth it is pulled towards those it is like.
//!
//! An empirical Bayes estimate. The share of a group is taken for one of a beta distribution around the mean
//! of its section, with `strength` = α + β: how alike groups of a section are. Of each strength on a grid the
//! marginal likelihood of all counts, which are beta-binomial, says how likely it is (Griffin and
//! Krutchkoff, "An empirical Bayes estimator for P(success) in the binomial distribution", Sankhya B 33,
//! 1971; Efron, Large-Scale Inference, chapter 1, 2010), together with a prior under which the pull on a
//! middling group is as likely to be weak as strong (Christiansen and Morris, "Hierarchical Poisson
//! regression modeling", JASA 92, 1997; Daniels, "A prior for the variance in hierarchical models", Canadian
//! Journal of Statistics 27, 1999). So few groups do not pretend to know how alike they are.
//!
//! Never looks at names but to see what is in the same section.

use crate::gamma::ln_beta;
use super::group::Group;
use std::collections::BTreeMap;

/// Strengths from 2 to 4,096, two to a doubling.
const STEPS: i32 = 22;

/// One strength that may be true.
#[derive(Clone, Debug)]
pub(super) struct Strength {
    /// How many answers' worth a group is pulled by.
    pub(super) answers: f64,
    /// How likely it is; those of all strengths add up to 1.
    pub(super) weight: f64,
    /// For each group the share that it is pulled towards.
    pub(super) towards: Vec<f64>,
}

impl Strength {
    /// Both parameters of the beta distribution that the share of a group then has.
    pub(super) fn beta(&self, index: usize, group: &Group) -> (f64, f64) {
        let towards = self.towards.get(index).copied().unwrap_or(0.5);
        let (lost, others) = (group.lost() as f64, (group.answered() - group.lost()) as f64);
        (self.answers * towards + lost, self.answers * (1.0 - towards) + others)
    }
}

/// All strengths, with how likely each is.
pub(super) fn prior(groups: &[Group]) -> Vec<Strength> {
    let middling = middle(groups);
    let strengths = (0..=STEPS).map(|step| 2.0_f64.powf(1.0 + f64::from(step) / 2.0));
    let mut strengths: Vec<Strength> =
        strengths.map(|answers| Strength { answers, weight: 0.0, towards: towards(groups, answers) }).collect();
    let likelihoods: Vec<f64> = strengths.iter().map(|it| likelihood(groups, it) + pull(it.answers, middling).ln()).collect();
    let most = likelihoods.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let all: f64 = likelihoods.iter().map(|it| (it - most).exp()).sum();
    for (strength, likelihood) in strengths.iter_mut().zip(likelihoods) {
        strength.weight = (likelihood - most).exp() / all;
    }
    strengths
}

/// How many answered of the group in the middle.
fn middle(groups: &[Group]) -> f64 {
    let mut counts: Vec<u64> = groups.iter().map(Group::answered).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(1) as f64
}

/// A uniform distribution of `answers / (answers + middling)`, as a density over the logarithm of `answers`.
fn pull(answers: f64, middling: f64) -> f64 {
    answers * middling / ((answers + middling) * (answers + middling))
}

/// Means of sections, in which a group counts by what it tells (Kleinman, "Proportions with extraneous
/// variance", JASA 68, 1973), as if each section had one group more that is like all: one that stands
/// alone in its section is not its own measure.
fn towards(groups: &[Group], answers: f64) -> Vec<f64> {
    let worth = |it: &Group| it.answered() as f64 * answers / (it.answered() as f64 + answers);
    let mut sections: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    // Half of an answer is lost and half is not, so that no mean is 0 or 1.
    let mut all = (0.5, 1.0);
    for it in groups {
        let (worth, share) = (worth(it), it.lost() as f64 / it.answered() as f64);
        let section = sections.entry(it.within.as_deref().unwrap_or_default()).or_default();
        *section = (section.0 + worth * share, section.1 + worth);
        all = (all.0 + worth * share, all.1 + worth);
    }
    let overall = all.0 / all.1;
    let mean = |it: &Group| {
        let (lost, worth) = sections.get(it.within.as_deref().unwrap_or_default()).copied().unwrap_or_default();
        (lost + answers * overall) / (worth + answers)
    };
    groups.iter().map(mean).collect()
}

/// Its logarithm, less what is the same for all strengths.
fn likelihood(groups: &[Group], strength: &Strength) -> f64 {
    let of = |(index, group): (usize, &Group)| {
        let towards = strength.towards.get(index).copied().unwrap_or(0.5);
        let (a, b) = strength.beta(index, group);
        ln_beta(a, b) - ln_beta(strength.answers * towards, strength.answers * (1.0 - towards))
    };
    groups.iter().enumerate().map(of).sum()
}
