//! How much the writer commits at once, and how long that takes. Never waits, and knows no response.

use prometheus_client::metrics::histogram::Histogram;
use std::time::Duration;

/// What the writer says of itself; clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Pace {
    /// Posts and other changes of a group.
    pub(crate) sizes: Histogram,
    /// Seconds from a group's first statement to the end of its commit.
    pub(crate) durations: Histogram,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            sizes: Histogram::new([1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0]),
            durations: Histogram::new([0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0]),
        }
    }
}

impl Pace {
    pub(super) fn wrote(&self, jobs: usize, took: Duration) {
        self.sizes.observe(f64::from(u32::try_from(jobs).unwrap_or(u32::MAX)));
        self.durations.observe(took.as_secs_f64());
    }
}
