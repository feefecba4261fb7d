//! 95 % intervals.

use super::Ratings;

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's score interval for `part` of `n`
/// (Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927).
pub(super) fn wilson(part: u64, n: u64) -> (f64, f64) {
    let (is_none, is_all) = (part == 0, part == n);
    let (part, n) = (part as f64, n as f64);
    let share = part / n;
    let middle = (part + Z * Z / 2.0) / (n + Z * Z);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / (1.0 + Z * Z / n);
    // The ends that are exactly 0 and 1, as no rounding makes them.
    (if is_none { 0.0 } else { middle - half }, if is_all { 1.0 } else { middle + half })
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

/// So many answers are added, spread evenly over the scale, before the spread of ratings is judged.
///
/// Student's t by itself covers the mean of ten ratings of which most are the highest in 87 % of
/// cases rather than 95, and has no width at all where all are equal, although nobody knows what the
/// next one will be. With half an answer it covers 94 to 98 % from ten ratings on, and 99 % at five:
/// `tests/coverage.rs` prints what was simulated. It is the thought of Agresti and Coull ("Approximate
/// is better than exact", The American Statistician 52, 1998) carried over to a mean on a scale.
const ADDED: f64 = 0.5;

/// The interval for the mean rating by Student's t; it never leaves the scale.
pub(super) fn student(ratings: &Ratings) -> (f64, f64) {
    let points = u64::from(ratings.points().count());
    // In parts of an answer, of which each point of the scale gets one: whole numbers until the last
    // step, so that the spread of a mirrored scale is the same to the bit.
    let parts = (points as f64 / ADDED) as u64;
    let weights = || ratings.counts().map(|(rating, count)| (u128::from(rating), u128::from(count * parts + 1)));
    let all: u128 = weights().map(|(_, weight)| weight).sum();
    let sum: u128 = weights().map(|(rating, weight)| rating * weight).sum();
    let squares: u128 = weights().map(|(rating, weight)| rating * rating * weight).sum();
    let spread = all * squares - sum * sum;

    let (n, mean) = (ratings.n() as f64 + ADDED, sum as f64 / all as f64);
    let variance = spread as f64 / (all as f64 * all as f64) * n / (n - 1.0);
    let half = t_quantile(ratings.n().saturating_sub(1)) * (variance / n).sqrt();
    ((mean - half).max(1.0), (mean + half).min(points as f64))
}

/// From here on the expansion is right to seven digits.
const MANY: u64 = 30;

/// The 97.5 % quantile of Student's t.
fn t_quantile(freedom: u64) -> f64 {
    if freedom < MANY { exact_quantile(freedom) } else { expanded_quantile(freedom as f64) }
}

/// Found between two ends that come together, 2^-50 of 1,024 apart at last.
fn exact_quantile(freedom: u64) -> f64 {
    let (mut low, mut high) = (0.0, 1_024.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if share_within(middle, freedom) < 0.95 { low = middle } else { high = middle }
    }
    high
}

/// How much of Student's t lies between `-t` and `t`
/// (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4).
fn share_within(t: f64, freedom: u64) -> f64 {
    let angle = (t / (freedom as f64).sqrt()).atan();
    let (sine, cosine) = angle.sin_cos();
    let is_odd = freedom % 2 == 1;
    let (mut term, mut sum) = (if is_odd { cosine } else { 1.0 }, 0.0);
    let mut next = if is_odd { 3 } else { 2 };
    while next <= freedom {
        sum += term;
        term *= cosine * cosine * (next - 1) as f64 / next as f64;
        next += 2;
    }
    if is_odd { (angle + sine * sum) * core::f64::consts::FRAC_2_PI } else { sine * sum }
}

/// By its expansion around the normal quantile (the same, 26.7.5).
fn expanded_quantile(freedom: f64) -> f64 {
    let z2 = Z * Z;
    let first = (z2 + 1.0) * Z / 4.0;
    let second = ((5.0 * z2 + 16.0) * z2 + 3.0) * Z / 96.0;
    let third = (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) * Z / 384.0;
    let fourth =
        ((((79.0 * z2 + 776.0) * z2 + 1_482.0) * z2 - 1_920.0) * z2 - 945.0) * Z / 92_160.0;
    Z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom
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
        assert_eq!(wilson(40, 40).1, 1.0);
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
            (1, 12.706_204_736),
            (2, 4.302_652_730),
            (4, 2.776_445_105),
            (9, 2.262_157_163),
            (19, 2.093_024_054),
            (29, 2.045_229_642),
            (30, 2.042_272_456),
            (40, 2.021_075_390),
            (60, 2.000_297_822),
            (100, 1.983_971_519),
            (1_000, 1.962_339_081),
            (1_000_000_000, Z),
        ] {
            near(t_quantile(freedom), expected, 5e-8);
        }
    }
}
