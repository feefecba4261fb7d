//! What time it is. Everything else is told it.

use effortlet_core::time::Timestamp;
use std::time::{SystemTime, UNIX_EPOCH};

/// What tells the time.
pub type Clock = fn() -> Timestamp;

pub(crate) fn system_clock() -> Timestamp {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX))
}
