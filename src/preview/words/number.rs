//! Numbers for people to read.
//!
//! Never more exact than is read at a glance.

/// How much of it was in view.
pub(crate) fn percent(top: f64, view: f64, height: f64) -> u32 {
    ((top + view) / height.max(1.0) * 100.0).round().clamp(0.0, 100.0) as u32
}

/// With two places after the point.
pub(crate) fn hundredths(number: f64) -> String {
    let hundred = (number * 100.0).round() as i64;
    let (sign, size) = (if hundred < 0 { "-" } else { "" }, hundred.unsigned_abs());
    let fraction = size % 100;
    let zero = if fraction < 10 { "0" } else { "" };
    [sign, &(size / 100).to_string(), ".", zero, &fraction.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_have_two_places() {
        for (number, expected) in [(0.134, "0.13"), (1.0, "1.00"), (12.056, "12.06"), (-0.5, "-0.50"), (0.0, "0.00")] {
            assert_eq!(hundredths(number), expected);
        }
    }

    #[test]
    fn what_is_in_view_is_at_most_everything() {
        for ((top, view, height), expected) in
            [((0.0, 600.0, 3000.0), 20), ((2500.0, 600.0, 3000.0), 100), ((0.0, 0.0, 0.0), 0), ((-40.0, 30.0, 100.0), 0)]
        {
            assert_eq!(percent(top, view, height), expected);
        }
    }
}
