//! Groups in the order of what they cost, each with how sure that is.

use super::chance::{beta, uniform};
use super::group::Group;
use super::places::{Place, Places};
use super::prior::{Strength, prior};
use effortlet_core::response::Random;
use effortlet_core::score::{Estimate, Figure, chosen_share};

/// So many worlds are drawn: the ends of an interval are then off by half a percent of them.
pub(crate) const WORLDS: usize = 1_000;

#[derive(Clone, Debug)]
pub(crate) struct Ranked {
    pub(crate) group: Group,
    /// Of those who answered, how many were lost, as it was counted.
    pub(crate) share: Figure,
    /// The same, pulled towards what it is like.
    pub(crate) shrunk: Estimate,
    /// How many visitors that is, of those who answered.
    pub(crate) cost: Estimate,
    pub(crate) place: Place,
}

impl Ranked {
    /// Whether the pull can be seen in whole percents.
    pub(crate) fn is_shrunk(&self) -> bool {
        let whole = |share: f64| (share * 100.0).round();
        self.share.estimate.is_some_and(|it| whole(it.value) != whole(self.shrunk.value))
    }
}

/// The costliest first. The same groups and the same seed give the same order and the same ranges.
pub(crate) fn ranked(mut groups: Vec<Group>, seed: u64) -> Vec<Ranked> {
    groups.sort_by(|one, other| one.name.cmp(&other.name));
    let strengths = prior(&groups);
    let mut random = Random::new(seed);
    let mut places = Places::new(groups.len());
    let mut drawn: Vec<Vec<f64>> = vec![Vec::with_capacity(WORLDS); groups.len()];
    for _ in 0..WORLDS {
        let Some(strength) = one_of(&strengths, &mut random) else { break };
        let share = |(index, group): (usize, &Group)| {
            let (a, b) = strength.beta(index, group);
            beta(&mut random, a, b)
        };
        let shares: Vec<f64> = groups.iter().enumerate().map(share).collect();
        let costs: Vec<f64> = shares.iter().zip(&groups).map(|(share, group)| share * group.answered() as f64).collect();
        places.add(&costs);
        drawn.iter_mut().zip(shares).for_each(|(drawn, share)| drawn.push(share));
    }
    let mut all: Vec<(usize, Group, Estimate)> = Vec::with_capacity(groups.len());
    for ((index, group), drawn) in groups.into_iter().enumerate().zip(drawn) {
        let value = shrunk(&strengths, index, &group);
        all.push((index, group, estimate(value, drawn)));
    }
    let cost = |group: &Group, share: f64| share * group.answered() as f64;
    all.sort_by(|one, other| cost(&other.1, other.2.value).total_cmp(&cost(&one.1, one.2.value)).then_with(|| one.0.cmp(&other.0)));
    let ranked = |(at, (index, group, shrunk)): (usize, (usize, Group, Estimate))| Ranked {
        share: chosen_share(group.lost(), group.answered()),
        cost: Estimate { value: cost(&group, shrunk.value), low: cost(&group, shrunk.low), high: cost(&group, shrunk.high) },
        place: places.place(index, at),
        shrunk,
        group,
    };
    (1..).zip(all).map(ranked).collect()
}

fn one_of<'a>(strengths: &'a [Strength], random: &mut Random) -> Option<&'a Strength> {
    let mut left = uniform(random);
    let found = strengths.iter().find(|it| {
        left -= it.weight;
        left < 0.0
    });
    found.or(strengths.last())
}

/// The mean over all strengths.
fn shrunk(strengths: &[Strength], index: usize, group: &Group) -> f64 {
    let of = |strength: &Strength| {
        let (a, b) = strength.beta(index, group);
        strength.weight * a / (a + b)
    };
    strengths.iter().map(of).sum()
}

/// With the ends between which 95 % of what was drawn lies; they hold the value itself.
fn estimate(value: f64, mut drawn: Vec<f64>) -> Estimate {
    drawn.sort_by(f64::total_cmp);
    let outside = drawn.len() / 40;
    let low = drawn.get(outside).copied().unwrap_or(value);
    let high = drawn.iter().rev().nth(outside).copied().unwrap_or(value);
    Estimate { value, low: low.min(value), high: high.max(value) }
}
