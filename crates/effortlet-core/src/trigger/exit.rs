//! Whether a pointer that left the window means that its visitor is about to leave the page.

use crate::signal::{Departure, Distraction};
use crate::time::{Duration, Timestamp};

/// How long the page must have been visible before a departure counts.
const ARMED_AFTER: Duration = Duration::seconds(5);
/// A departure counts when the pointer has not come back within this time.
const CONFIRMED_AFTER: Duration = Duration(150);
/// Upward pixels per millisecond: slower than this is drifting, not leaving.
const LEAST_SPEED: f64 = 0.3;
/// Samples older than this say nothing about the departure.
const OLDEST_SAMPLE: Duration = Duration(200);

/// What is known of departures on one page view.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Exit {
    /// One that waits to be confirmed.
    leaving: Option<(Leave, Timestamp)>,
    doubt: u8,
}

/// A departure that was meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leave {
    /// Pixels from the top of the window.
    pub y: f64,
    /// Out of a frame, so perhaps not out of the window.
    pub framed: bool,
}

impl Exit {
    /// The pointer left, `visible` after the page view began.
    pub fn leave(&mut self, at: Timestamp, departure: Departure, visible: Duration, interacted: bool) {
        let framed = departure.distraction == Some(Distraction::Framed);
        self.doubt = doubt(departure, visible, interacted);
        let meant = (framed || departure.distraction.is_none())
            && departure.speed >= LEAST_SPEED
            && departure.age <= OLDEST_SAMPLE;
        if meant && interacted && visible >= ARMED_AFTER {
            self.leaving = Some((Leave { y: departure.y, framed }, at + CONFIRMED_AFTER));
        }
    }

    /// The pointer came back before that.
    pub fn cancel(&mut self) {
        if self.leaving.is_some() {
            self.doubt = RETURNED;
        }
        self.leaving = None;
    }

    /// When the departure will be confirmed, if there is one.
    pub fn due(&self) -> Timestamp {
        self.leaving.map_or(Timestamp::NEVER, |(_, due)| due)
    }

    /// How the pointer left, once that is confirmed.
    pub fn confirm(&mut self, at: Timestamp) -> Option<Leave> {
        self.leaving.take_if(|(_, due)| *due <= at).map(|(leave, _)| leave)
    }

    /// Why the last departure did not count, by its number in `check.js`; 0 where there was none.
    pub fn doubt(&self) -> u8 {
        self.doubt
    }
}

/// The pointer came back, after a departure that may have counted.
const RETURNED: u8 = 12;

/// The first thing that speaks against a departure: what else the visitor may be doing, by its own
/// number, then 7 for too early, 8 for a visitor who has not done anything, 9 for a pointer that
/// was not seen moving, 10 for a slow one; 11 where nothing does.
fn doubt(departure: Departure, visible: Duration, interacted: bool) -> u8 {
    match departure.distraction {
        _ if visible < ARMED_AFTER => 7,
        _ if !interacted => 8,
        Some(distraction) => distraction as u8,
        _ if departure.age > OLDEST_SAMPLE => 9,
        _ if departure.speed < LEAST_SPEED => 10,
        _ => 11,
    }
}
