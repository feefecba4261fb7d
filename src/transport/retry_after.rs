//! How long an endpoint wants us to wait.
//!
//! Never asks for the time: the server's own clock is in its answer.

use effortlet_core::time::Duration;
use js_sys::Date;

/// `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3), by the server's own clock.
pub(super) fn wait(after: &str, date: Option<String>) -> Option<Duration> {
    seconds(after).or_else(|| {
        let span = Date::parse(after) - Date::parse(&date?);
        (span >= 0.0).then_some(Duration(span as i64))
    })
}

/// A whole number of seconds; one that is too large is very long.
fn seconds(text: &str) -> Option<Duration> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Duration::seconds(text.parse().map_or(i64::from(u32::MAX), |it: u32| it.into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retry_is_put_off_by_whole_seconds_only() {
        for (text, expected) in [
            ("120", Some(120)),
            ("0", Some(0)),
            ("99999999999999", Some(4_294_967_295)),
            ("", None),
            ("-1", None),
            ("1.5", None),
            ("Fri, 27 Nov 2026 12:00:00 GMT", None),
        ] {
            assert_eq!(seconds(text), expected.map(Duration::seconds), "{text}");
        }
    }
}
