//! What an endpoint's answer to a post means.

use crate::time::Duration;

/// `Retry-After` is followed up to this long.
const LONGEST_HOLD: Duration = Duration::hours(1);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    Taken,
    /// To be tried again, after this long if the endpoint said so.
    Later(Option<Duration>),
    /// The endpoint does not want this response.
    Refused,
}

impl Reply {
    /// By status (RFC 9110): 0 stands for no reply at all.
    pub fn of(status: u16, retry_after: Option<Duration>) -> Self {
        match status {
            200..=299 => Self::Taken,
            0 | 408 | 425 | 429 | 500..=599 => Self::Later(retry_after.map(|wait| wait.min(LONGEST_HOLD))),
            _ => Self::Refused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_says_whether_to_try_again() {
        let hour = Duration::hours(1);
        for (status, after, expected) in [
            (200, None, Reply::Taken),
            (204, None, Reply::Taken),
            (0, None, Reply::Later(None)),
            (503, Some(Duration::seconds(30)), Reply::Later(Some(Duration::seconds(30)))),
            (429, Some(Duration::days(3)), Reply::Later(Some(hour))),
            (408, None, Reply::Later(None)),
            (500, None, Reply::Later(None)),
            (400, None, Reply::Refused),
            (404, None, Reply::Refused),
            (422, None, Reply::Refused),
            (302, None, Reply::Refused),
        ] {
            assert_eq!(Reply::of(status, after), expected, "{status}");
        }
    }
}
