//! Draws from distributions, the same for the same seed.

use effortlet_core::response::Random;

/// Between 0 and 1, and neither.
pub(super) fn uniform(random: &mut Random) -> f64 {
    ((random.draw() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
}

/// Of the beta distribution: of two gammas what the first is of both.
pub(super) fn beta(random: &mut Random, a: f64, b: f64) -> f64 {
    let (one, other) = (gamma(random, a), gamma(random, b));
    let both = one + other;
    if both > 0.0 { one / both } else { a / (a + b) }
}

/// Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000.
fn gamma(random: &mut Random, shape: f64) -> f64 {
    if shape < 1.0 {
        let more = gamma(random, shape + 1.0);
        return more * uniform(random).powf(1.0 / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(random);
        let v = (1.0 + c * x).powi(3);
        if v > 0.0 && uniform(random).ln() < 0.5 * x * x + d - d * v + d * v.ln() {
            return d * v;
        }
    }
}

/// Box and Muller, "A note on the generation of random normal deviates", 1958.
fn normal(random: &mut Random) -> f64 {
    let (far, around) = (uniform(random), uniform(random));
    (-2.0 * far.ln()).sqrt() * (core::f64::consts::TAU * around).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn betas_have_their_mean_and_their_spread() {
        let mut random = Random::new(7);
        for (a, b) in [(0.3, 0.9), (2.0, 5.0), (120.0, 380.0)] {
            let draws: Vec<f64> = (0..20_000).map(|_| beta(&mut random, a, b)).collect();
            let mean = draws.iter().sum::<f64>() / draws.len() as f64;
            let spread = draws.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / draws.len() as f64;
            let (true_mean, true_spread) = (a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1.0)));
            assert!((mean / true_mean - 1.0).abs() < 0.03, "{a} {b}: {mean}, not {true_mean}");
            assert!((spread / true_spread - 1.0).abs() < 0.05, "{a} {b}: {spread}, not {true_spread}");
        }
    }
}
