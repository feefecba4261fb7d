//! One line of a kind in some seconds, with how many were left out. Never looks at a clock.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A flood of one kind is six lines a minute.
const BETWEEN: Duration = Duration::from_secs(10);

/// When each kind was told last, and how many were left out since.
#[derive(Debug, Default)]
pub(super) struct Rationed(Mutex<BTreeMap<&'static str, (Instant, u64)>>);

impl Rationed {
    /// How many were left out before this one, where it may be told.
    pub(super) fn may_tell(&self, kind: &'static str, at: Instant) -> Option<u64> {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match told.get_mut(kind) {
            Some((last, left_out)) if at.saturating_duration_since(*last) < BETWEEN => {
                *left_out += 1;
                None
            }
            known => {
                let left_out = known.map_or(0, |(_, left_out)| *left_out);
                told.insert(kind, (at, 0));
                Some(left_out)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_once_in_ten_seconds_with_how_many_were_left_out() {
        let (rationed, began) = (Rationed::default(), Instant::now());
        let after = |seconds| began + Duration::from_secs(seconds);
        for (kind, seconds, expected) in [
            ("busy", 0, Some(0)),
            ("busy", 0, None),
            ("busy", 9, None),
            ("malformed", 9, Some(0)),
            ("busy", 10, Some(2)),
            ("busy", 19, None),
            ("busy", 60, Some(1)),
        ] {
            assert_eq!(rationed.may_tell(kind, after(seconds)), expected, "{kind} after {seconds} s");
        }
    }
}
