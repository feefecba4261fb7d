//! The weeks of the made-up help center, up to a day. Never reads a clock.

use effortlet_core::time::{Duration, Timestamp};

pub(super) const WEEKS: u64 = 26;

/// The first week in which what was repaired or written is there.
pub(super) const REPAIRED_IN: u64 = 14;

/// The first moment of the weeks that end on this day.
pub(super) fn begin(today: Timestamp) -> Timestamp {
    Timestamp(today.0 - today.0.rem_euclid(Duration::days(1).0) - Duration::days(1).0 * (WEEKS * 7).cast_signed())
}
