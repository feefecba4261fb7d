//! The logarithm of the gamma function, which the standard library does not have yet.

/// From here on Stirling's series is right to twelve digits.
const MANY: f64 = 8.0;

/// Of what is above 0: Stirling's series (Abramowitz and Stegun, Handbook of Mathematical Functions, 6.1.41),
/// after going up by Γ(x + 1) = x Γ(x) where `x` is small.
fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut below) = (x, 0.0);
    while x < MANY {
        below += x.ln();
        x += 1.0;
    }
    let inverse = 1.0 / (x * x);
    let series = (1.0 / 12.0 - inverse * (1.0 / 360.0 - inverse * (1.0 / 1_260.0 - inverse * (1.0 / 1_680.0 - inverse / 1_188.0)))) / x;
    (x - 0.5) * x.ln() - x + 0.5 * core::f64::consts::TAU.ln() + series - below
}

/// The logarithm of the beta function.
pub(crate) fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_values_come_out() {
        for (x, expected) in [
            (0.5, core::f64::consts::PI.sqrt().ln()),
            (1.0, 0.0),
            (2.0, 0.0),
            (5.0, 24.0_f64.ln()),
            (10.0, 362_880.0_f64.ln()),
            (0.1, 2.252_712_651_734_206),
            (100.0, 359.134_205_369_575_4),
        ] {
            assert!((ln_gamma(x) - expected).abs() < 1e-9, "{x}: {} is not {expected}", ln_gamma(x));
        }
        assert!((ln_beta(2.0, 3.0) - (1.0_f64 / 12.0).ln()).abs() < 1e-9);
    }
}
