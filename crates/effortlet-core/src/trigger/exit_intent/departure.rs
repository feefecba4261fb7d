//! Whether a pointer that left the window means that its visitor is about to leave the page.

use crate::page_view::PageView;
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
pub(super) struct Departures {
    /// One that waits to be confirmed.
    leaving: Option<(Leave, Timestamp)>,
    doubt: Doubt,
}

/// A departure that was meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Leave {
    /// Pixels from the top of the window.
    pub(super) y: f64,
    /// Out of a frame, so perhaps not out of the window.
    pub(super) framed: bool,
}

impl Departures {
    pub(super) fn leave(&mut self, departure: &Departure, view: &PageView<'_>) {
        let visible = view.attention.visible_for(view.at);
        self.doubt = doubt(departure, visible, view.attention.interacted);
        if matches!(self.doubt, Doubt::None | Doubt::Framed)
            && departure.speed >= LEAST_SPEED
            && departure.age <= OLDEST_SAMPLE
        {
            let leave = Leave { y: departure.y, framed: self.doubt == Doubt::Framed };
            self.leaving = Some((leave, view.at + CONFIRMED_AFTER));
        }
    }

    /// The pointer came back before that.
    pub(super) fn cancel(&mut self) {
        if self.leaving.take().is_some() {
            self.doubt = Doubt::Returned;
        }
    }

    /// When the departure will be confirmed, if there is one.
    pub(super) fn due(&self) -> Timestamp {
        self.leaving.map_or(Timestamp::NEVER, |(_, due)| due)
    }

    /// How the pointer left, once that is confirmed.
    pub(super) fn confirm(&mut self, at: Timestamp) -> Option<Leave> {
        self.leaving.take_if(|(_, due)| *due <= at).map(|(leave, _)| leave)
    }

    /// Why the last departure did not count.
    pub(super) fn doubt(&self) -> Doubt {
        self.doubt
    }
}

/// The first thing that speaks against a departure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Doubt {
    /// There was none.
    #[default]
    Stayed,
    Dragging,
    Editing,
    Expanded,
    Menu,
    Unfocused,
    Framed,
    TooEarly,
    Untouched,
    Rested,
    Slow,
    /// Nothing speaks against it.
    None,
    /// The pointer came back, after a departure that may have counted.
    Returned,
}

/// In words, in the order of `Doubt`.
pub(super) const DOUBTS: [&str; 13] = [
    "the pointer has not left by the top",
    "it left with a button held",
    "it left from a field or a list, or while one had the focus",
    "it left while something was expanded",
    "it left from a context menu",
    "it left while another window had the focus",
    "it left out of a frame",
    "it left before the page was visible for 5 seconds",
    "it left before the visitor did anything else",
    "it left after it had rested",
    "it left slowly",
    "it left by the top",
    "it came back",
];

fn doubt(departure: &Departure, visible: Duration, interacted: bool) -> Doubt {
    match departure.distraction {
        _ if visible < ARMED_AFTER => Doubt::TooEarly,
        _ if !interacted => Doubt::Untouched,
        Some(Distraction::Dragging) => Doubt::Dragging,
        Some(Distraction::Editing) => Doubt::Editing,
        Some(Distraction::Expanded) => Doubt::Expanded,
        Some(Distraction::Menu) => Doubt::Menu,
        Some(Distraction::Unfocused) => Doubt::Unfocused,
        Some(Distraction::Framed) => Doubt::Framed,
        None if departure.age > OLDEST_SAMPLE => Doubt::Rested,
        None if departure.speed < LEAST_SPEED => Doubt::Slow,
        None => Doubt::None,
    }
}
