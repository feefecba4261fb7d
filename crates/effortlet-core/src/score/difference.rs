//! The difference of one figure between two groups of people, with its interval.

use super::{Estimate, Figure};

/// `now` less `before`; nothing where one of them is withheld, or they are figures of two kinds.
///
/// The two ends are those of each figure's own interval, squared and added: Newcombe's method 10 for shares
/// with Wilson's intervals ("Interval estimation for the difference between independent proportions",
/// Statistics in Medicine 17, 1998), which Zou and Donner found to hold for any two figures with intervals
/// ("Construction of confidence limits about effect measures: a general approach", Statistics in Medicine 27,
/// 2008). Nobody may be in both groups.
pub fn difference(now: &Figure, before: &Figure) -> Option<Estimate> {
    let (now, before) = if now.method == before.method { (now.estimate?, before.estimate?) } else { return None };
    let apart = |one: f64, other: f64| {
        let (one, other) = (one.max(0.0), other.max(0.0));
        (one * one + other * other).sqrt()
    };
    let value = now.value - before.value;
    let low = value - apart(now.value - now.low, before.high - before.value);
    let high = value + apart(now.high - now.value, before.value - before.low);
    Some(Estimate { value, low, high })
}

impl Estimate {
    /// Whether the interval of a difference leaves no doubt that there is one.
    pub fn excludes_zero(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::super::chosen_share;
    use super::*;

    #[test]
    fn differences_of_shares_have_the_published_ends() {
        // Newcombe's table II, method 10.
        for ((part, n), (other, m), low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((6, 7), (2, 7), 0.0582, 0.8062),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((10, 10), (0, 20), 0.6791, 1.0),
            ((10, 10), (0, 10), 0.6075, 1.0),
        ] {
            let it = difference(&chosen_share(part, n), &chosen_share(other, m)).unwrap();
            assert!((it.low - low).abs() < 6e-5 && (it.high - high).abs() < 6e-5, "{part} of {n} and {other} of {m}: {it:?}");
            assert_eq!(it.excludes_zero(), low > 0.0);
        }
    }

    #[test]
    fn what_is_withheld_has_no_difference() {
        assert_eq!(difference(&chosen_share(3, 4), &chosen_share(30, 40)), None);
        assert_eq!(difference(&chosen_share(30, 40), &chosen_share(3, 4)), None);
    }
}
