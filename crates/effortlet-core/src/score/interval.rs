//! 95 % intervals.

use super::{Method, Ratings};
use crate::response::Random;
use crate::scale::EasyIs;
use alloc::vec::Vec;

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's score interval for `part` of `n`
/// (Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927).
pub(super) fn wilson(part: u64, n: u64) -> (f64, f64) {
    let (part, n) = (part as f64, n as f64);
    let share = part / n;
    let middle = (part + Z * Z / 2.0) / (n + Z * Z);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / (1.0 + Z * Z / n);
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

/// The interval for the difference of two shares of the same `n` answers: Wald's after adding
/// three answers, three quarters of one at either end and one and a half in the middle
/// (Rocks, "Interval estimation for the Net Promoter Score", The American Statistician 70, 2016).
pub(super) fn adjusted_wald(upper: u64, lower: u64, n: u64) -> (f64, f64) {
    let n = n as f64 + 3.0;
    let (upper, lower) = ((upper as f64 + 0.75) / n, (lower as f64 + 0.75) / n);
    let net = upper - lower;
    let half = Z * ((upper + lower - net * net) / n).sqrt();
    ((net - half).max(-1.0), (net + half).min(1.0))
}

/// The interval for the mean rating; it never leaves the scale.
pub(super) fn mean_interval(ratings: &Ratings, method: Method) -> (f64, f64) {
    match method {
        Method::Bootstrap => bootstrap(ratings),
        _ => student(ratings),
    }
}

fn student(ratings: &Ratings) -> (f64, f64) {
    let n = ratings.n();
    let sum = ratings.sum();
    // Whole numbers until the last step: the spread of a mirrored scale is the same to the bit.
    let spread = u128::from(n) * u128::from(ratings.sum_of_squares())
        - u128::from(sum) * u128::from(sum);
    let (count, mean) = (n as f64, sum as f64 / n as f64);
    let half = t_quantile(count - 1.0) * (spread as f64 / (count * count * (count - 1.0))).sqrt();
    ((mean - half).max(1.0), (mean + half).min(f64::from(ratings.points().count())))
}

/// The 97.5 % quantile of Student's t by its expansion around the normal quantile
/// (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5).
///
/// `freedom` is 29 or more, where it is right to seven digits.
fn t_quantile(freedom: f64) -> f64 {
    let z2 = Z * Z;
    let first = (z2 + 1.0) * Z / 4.0;
    let second = ((5.0 * z2 + 16.0) * z2 + 3.0) * Z / 96.0;
    let third = (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) * Z / 384.0;
    let fourth =
        ((((79.0 * z2 + 776.0) * z2 + 1_482.0) * z2 - 1_920.0) * z2 - 945.0) * Z / 92_160.0;
    Z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom
}

/// So many resamples that the 2.5 % and 97.5 % ends fall on whole ranks: 10,000 · 2.5 % = 250
/// (Davison and Hinkley, Bootstrap Methods and Their Application, 1997, section 5.2).
const RESAMPLES: usize = 9_999;
const LOW_RANK: usize = 250;
const HIGH_RANK: usize = RESAMPLES + 1 - LOW_RANK;

/// Any fixed number, so that the same answers always give the same interval.
const SEED: u64 = 0xEFF0;

/// The middle 95 % of the means of resamples.
///
/// Draws from difficult to easy, so that a mirrored scale gets the mirrored interval.
fn bootstrap(ratings: &Ratings) -> (f64, f64) {
    let mut sample = Vec::new();
    let mut take = |(rating, count): (u8, u64)| (0..count).for_each(|_| sample.push(rating));
    match ratings.easy_is() {
        EasyIs::High => ratings.counts().for_each(&mut take),
        EasyIs::Low => ratings.counts().rev().for_each(&mut take),
    }
    let mut random = Random::new(SEED);
    let mut sums: Vec<u64> = (0..RESAMPLES).map(|_| resampled_sum(&sample, &mut random)).collect();
    sums.sort_unstable();
    let at_rank = |rank: usize| sums.get(rank - 1).map_or(0.0, |sum| *sum as f64 / sample.len() as f64);
    (at_rank(LOW_RANK), at_rank(HIGH_RANK))
}

/// The sum of as many draws, with replacement, as there are ratings.
fn resampled_sum(sample: &[u8], random: &mut Random) -> u64 {
    let size = sample.len() as u64;
    let draw = |_: &u8| {
        // The high half of the product is a number below `size` (Lemire, TOMACS 29, 2019).
        let place = (u128::from(random.draw()) * u128::from(size)) >> 64;
        sample.get(place as usize).map_or(0, |rating| u64::from(*rating))
    };
    sample.iter().map(draw).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(given: f64, expected: f64, within: f64) {
        assert!((given - expected).abs() <= within, "{given} is not {expected}");
    }

    #[test]
    fn wilson_gives_the_published_ends() {
        for (part, n, low, high) in [
            (5, 10, 0.236593, 0.763407),
            (8, 10, 0.490162, 0.943318),
            (57, 100, 0.472154, 0.662667),
            (570, 1_000, 0.539105, 0.600359),
        ] {
            let ends = wilson(part, n);
            near(ends.0, low, 5e-7);
            near(ends.1, high, 5e-7);
        }
        assert_eq!(wilson(0, 40).0, 0.0);
        near(wilson(40, 40).1, 1.0, 1e-15);
    }

    #[test]
    fn adjusted_wald_gives_the_known_ends_and_stays_between_minus_one_and_one() {
        for (easy, difficult, n, low, high) in
            [(7, 1, 10, 0.070394, 0.852683), (57, 20, 100, 0.205562, 0.512884)]
        {
            let ends = adjusted_wald(easy, difficult, n);
            near(ends.0, low, 5e-7);
            near(ends.1, high, 5e-7);
        }
        assert_eq!(adjusted_wald(5, 0, 5).1, 1.0);
        assert_eq!(adjusted_wald(0, 5, 5).0, -1.0);
    }

    #[test]
    fn the_t_quantile_gives_the_tabulated_values() {
        for (freedom, expected) in [
            (29.0, 2.045_229_642),
            (30.0, 2.042_272_456),
            (40.0, 2.021_075_390),
            (60.0, 2.000_297_822),
            (100.0, 1.983_971_519),
            (1_000.0, 1.962_339_081),
            (1e9, Z),
        ] {
            near(t_quantile(freedom), expected, 5e-8);
        }
    }
}
