//! The clock of collectors in tests, which stands still until a test moves it: each test has a thread of its own.

use crate::support::NOW;
use effortlet_core::time::{Duration, Timestamp};
use std::cell::Cell;

thread_local! {
    static MOVED: Cell<Duration> = const { Cell::new(Duration(0)) };
}

pub(crate) fn now() -> Timestamp {
    NOW + MOVED.get()
}

/// From now on it is so much later than `NOW`.
pub(crate) fn move_to(later: Duration) {
    MOVED.set(later);
}
