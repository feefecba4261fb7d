//! Moments and spans as whole milliseconds. Never reads a clock.

use crate::digits::push;
use alloc::string::String;
use core::ops::{Add, Sub};

/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Within the range of JavaScript's dates,
/// so that no sum of moments and spans overflows; only `NEVER` is further away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// A span of time in milliseconds. Negative only as the difference of two moments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration(pub i64);

impl Timestamp {
    /// A moment that does not come.
    pub const NEVER: Self = Self(i64::MAX);

    /// As JavaScript gives it; what is further away than its dates reach (8.64e15 ms, ECMAScript
    /// 21.4.1.1) is as far as that.
    pub fn from_js(milliseconds: f64) -> Self {
        Self(milliseconds.clamp(-8.64e15, 8.64e15) as i64)
    }
}

impl Duration {
    /// Longer than anybody waits.
    pub const NEVER: Self = Self(i64::MAX);

    pub const fn seconds(count: i64) -> Self {
        Self(count * 1_000)
    }

    pub const fn hours(count: i64) -> Self {
        Self(count * 3_600_000)
    }

    pub const fn days(count: i64) -> Self {
        Self(count * 86_400_000)
    }

    /// Reads `500ms`, `15s`, `30m`, `24h` or `90d`: a whole number from 0 to 999,999 and a unit.
    pub fn read(text: &str) -> Option<Self> {
        let mut count = 0;
        let mut digits = 0;
        while digits < 7 && let Some(digit @ b'0'..=b'9') = text.as_bytes().get(digits) {
            count = count * 10 + i64::from(digit - b'0');
            digits += 1;
        }
        let factor = match text.get(digits..)? {
            _ if digits == 0 || digits == 7 => return None,
            "ms" => 1,
            "s" => 1_000,
            "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            _ => return None,
        };
        Some(Self(count * factor))
    }
}

impl Timestamp {
    /// How far it is from another, on whichever side: a clock may have been set back between them.
    pub fn apart(self, other: Self) -> Duration {
        Duration((self - other).0.abs())
    }
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, span: Duration) -> Self {
        Self(self.0 + span.0)
    }
}

impl Sub for Timestamp {
    type Output = Duration;

    fn sub(self, earlier: Self) -> Duration {
        Duration(self.0 - earlier.0)
    }
}

impl Timestamp {
    /// The moment as `2026-11-22T09:05:00.250Z` (RFC 3339, UTC, milliseconds), which has years from 0 to
    /// 9999: a clock may say others.
    ///
    /// Civil date from day count by Howard Hinnant's `civil_from_days`.
    pub fn rfc3339(self) -> String {
        let days = self.0.div_euclid(86_400_000);
        let rest = self.0.rem_euclid(86_400_000);
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);

        let mut text = String::with_capacity(24);
        push(&mut text, year.clamp(0, 9_999), 4);
        text.push('-');
        push(&mut text, month, 2);
        text.push('-');
        push(&mut text, day, 2);
        text.push('T');
        push(&mut text, rest / 3_600_000, 2);
        text.push(':');
        push(&mut text, rest / 60_000 % 60, 2);
        text.push(':');
        push(&mut text, rest / 1_000 % 60, 2);
        text.push('.');
        push(&mut text, rest % 1_000, 3);
        text.push('Z');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_a_whole_number_and_a_unit() {
        for (text, expected) in [
            ("500ms", Some(Duration(500))),
            ("15s", Some(Duration::seconds(15))),
            ("30m", Some(Duration::seconds(1_800))),
            ("24h", Some(Duration::hours(24))),
            ("90d", Some(Duration::days(90))),
            ("0s", Some(Duration(0))),
            ("-3d", None),
            ("3", None),
            ("d", None),
            ("", None),
            ("1.5h", None),
            ("3 d", None),
            ("9999999d", None),
        ] {
            assert_eq!(Duration::read(text), expected, "{text}");
        }
    }

    #[test]
    fn moments_are_written_as_rfc3339() {
        for (moment, expected) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_795_338_300_250, "2026-11-22T09:05:00.250Z"),
            (4_102_444_799_999, "2099-12-31T23:59:59.999Z"),
            // Of clocks that are wrong by more than a year can say.
            (-8_640_000_000_000_000, "0000-04-20T00:00:00.000Z"),
            (8_640_000_000_000_000, "9999-09-13T00:00:00.000Z"),
        ] {
            assert_eq!(Timestamp(moment).rfc3339(), expected);
        }
    }
}
