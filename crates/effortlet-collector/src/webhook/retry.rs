//! When a delivery that failed is tried again. Never reads a clock, and draws no chance of its own.

use effortlet_core::time::{Duration, Timestamp};
use std::time::UNIX_EPOCH;

const MINUTE: Duration = Duration::seconds(60);

/// From one try to the next, as Standard Webhooks recommends: ten tries within 75 h 35 min 5 s.
const WAITS: [Duration; 9] = [
    Duration::seconds(5),
    Duration(5 * MINUTE.0),
    Duration(30 * MINUTE.0),
    Duration::hours(2),
    Duration::hours(5),
    Duration::hours(10),
    Duration::hours(14),
    Duration::hours(20),
    Duration::hours(24),
];

/// A receiver that asks for more is asked again after this all the same.
const LONGEST: Duration = Duration::hours(24);

/// A wait is up to a tenth longer than it says, so that not all come at once.
const JITTER: i64 = 10;

/// When to try again after so many tries in vain; none when that was the last. `chance` is any number.
pub(super) fn next_try(tries: u32, now: Timestamp, asked: Option<Duration>, chance: u64) -> Option<Timestamp> {
    let wait = WAITS.get(usize::try_from(tries.saturating_sub(1)).ok()?)?;
    let jitter = i64::try_from(chance % 1_000).unwrap_or(0) * (wait.0 / JITTER) / 1_000;
    let asked = asked.map_or(0, |it| it.0.min(LONGEST.0));
    Some(Timestamp(now.0 + (wait.0 + jitter).max(asked)))
}

/// `Retry-After`: seconds, or a moment (RFC 9110, 10.2.3).
pub(super) fn retry_after(header: &str, now: Timestamp) -> Option<Duration> {
    let header = header.trim();
    if let Ok(seconds) = header.parse::<u32>() {
        return Some(Duration::seconds(i64::from(seconds)));
    }
    let moment = httpdate::parse_http_date(header).ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(Duration((i64::try_from(moment.as_millis()).ok()? - now.0).max(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_795_338_300_000);

    #[test]
    fn ten_tries_span_three_days_and_then_it_is_given_up() {
        let mut at = NOW;
        for tries in 1..=9 {
            at = next_try(tries, at, None, 0).unwrap();
        }
        assert_eq!(at - NOW, Duration(((75 * 60 + 35) * 60 + 5) * 1_000));
        assert_eq!(next_try(10, at, None, 0), None);
        assert_eq!(next_try(10, at, Some(Duration::seconds(5)), 0), None);
    }

    #[test]
    fn a_wait_is_up_to_a_tenth_longer_and_as_long_as_the_receiver_asks() {
        let wait = |chance, asked| next_try(2, NOW, asked, chance).unwrap() - NOW;
        assert_eq!(wait(0, None), Duration::seconds(300));
        assert!((300_000..=330_000).contains(&wait(999, None).0));
        assert_eq!(wait(0, Some(Duration::seconds(3_600))), Duration::seconds(3_600));
        assert_eq!(wait(0, Some(Duration::seconds(1))), Duration::seconds(300), "no sooner than without");
        assert_eq!(wait(0, Some(Duration::days(400))), Duration::hours(24));
    }

    #[test]
    fn retry_after_is_seconds_or_a_moment() {
        for (header, expected) in [
            ("120", Some(Duration::seconds(120))),
            (" 0 ", Some(Duration(0))),
            ("Sun, 22 Nov 2026 09:05:30 GMT", Some(Duration::seconds(30))),
            ("Sun, 22 Nov 2020 09:05:30 GMT", Some(Duration(0))),
            ("-5", None),
            ("soon", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(retry_after(header, NOW), expected, "{header}");
        }
    }
}
