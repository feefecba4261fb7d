//! Whether a pointer that left the window means that its visitor is about to leave the page.

use crate::signal::Departure;
use crate::time::{Duration, Timestamp};

/// How long the page must have been visible before a departure counts.
const ARMED_AFTER: Duration = Duration::seconds(5);
/// A departure counts when the pointer has not come back within this time.
const CONFIRMED_AFTER: Duration = Duration(150);
/// Upward pixels per millisecond: slower than this is drifting, not leaving.
const LEAST_SPEED: f64 = 0.3;
/// Samples older than this say nothing about the departure.
const OLDEST_SAMPLE: Duration = Duration(200);

/// A departure that waits to be confirmed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Exit {
    leaving: Option<(f64, Timestamp)>,
}

impl Exit {
    /// The pointer left, `visible` after the page view began.
    pub fn leave(&mut self, at: Timestamp, departure: Departure, visible: Duration, interacted: bool) {
        let meant = departure.distraction.is_none()
            && departure.speed >= LEAST_SPEED
            && departure.age <= OLDEST_SAMPLE;
        if meant && interacted && visible >= ARMED_AFTER {
            self.leaving = Some((departure.y, at + CONFIRMED_AFTER));
        }
    }

    /// The pointer came back before that.
    pub fn cancel(&mut self) {
        self.leaving = None;
    }

    /// When the departure will be confirmed, if there is one.
    pub fn due(&self) -> Timestamp {
        self.leaving.map_or(Timestamp::NEVER, |(_, due)| due)
    }

    /// How far from the top the pointer left, once that is confirmed.
    pub fn confirm(&mut self, at: Timestamp) -> Option<f64> {
        self.leaving.take_if(|(_, due)| *due <= at).map(|(y, _)| y)
    }
}
