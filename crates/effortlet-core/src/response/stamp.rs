//! Writes into a response that is kept when it is sent.
//!
//! Never reads the rest: it goes as it was kept.

use crate::time::Timestamp;
use alloc::string::String;

/// No text has it so: there its quotes are escaped.
const TIMING: &[u8] = b"\"timing\":{";

/// The response in JSON, as `write` and `JSON.stringify` have it, with the moment it is sent at.
pub fn stamped(response: &str, at: Timestamp) -> String {
    let timing = response.as_bytes().windows(TIMING.len()).position(|it| it == TIMING);
    // Nothing in it but moments, so it ends with the next bracket.
    let end = timing.and_then(|start| response.bytes().skip(start).position(|it| it == b'}').map(|length| start + length));
    let Some(end) = end else { return response.into() };
    let (before, after) = (response.get(..end).unwrap_or_default(), response.get(end..).unwrap_or_default());
    [before, ",\"sentAt\":\"", &at.rfc3339(), "\"", after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_goes_as_it_was_kept_with_the_moment_it_is_sent_at() {
        let kept = r#"{"answers":[{"value":"\"timing\":{"}],"timing":{"shownAt":"a"},"context":{"timing":1}}"#;
        let sent = r#"{"answers":[{"value":"\"timing\":{"}],"timing":{"shownAt":"a","sentAt":"1970-01-01T00:00:00.007Z"},"context":{"timing":1}}"#;
        assert_eq!(stamped(kept, Timestamp(7)), sent);
        assert_eq!(stamped("{}", Timestamp(7)), "{}");
    }
}
