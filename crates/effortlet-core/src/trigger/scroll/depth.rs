//! How much of a page its visitor has had in view. Never reads it itself.

use crate::signal::Reading;
use crate::time::Duration;

/// Scrolling later than this after the last wheel, touch, key or press is not the visitor's own:
/// scroll restoration, anchors and scripts scroll too.
const OWN_WITHIN: Duration = Duration::seconds(1);
/// A page whose scroll range is below the larger of these is too short to scroll: one line or two
/// of overflow, or a sixth of a window.
const SHORT_PX: f64 = 80.0;
const SHORT_SHARE: f64 = 0.15;

/// How far is far enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Goal {
    /// A share of the page that is in view or above it, above 0 to 100.
    Viewed(f64),
    /// A share of the way that can be scrolled, above 0 to 100.
    Progress(f64),
    /// CSS pixels from the top.
    Pixels(f64),
    /// The end of an element, in view or above it.
    End,
}

/// What is known of one page view, or of what scrolls in its place. Nothing before the first reading.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Depth {
    last: Option<Reading>,
    /// The height when the visitor began to scroll: growing content does not move the goal, content
    /// that went away does.
    begun: Option<f64>,
}

impl Depth {
    /// Takes a reading. True when the visitor scrolled, so that a goal may now be reached.
    pub(super) fn take(&mut self, reading: Reading) -> bool {
        // A page view begins at the top; whoever is quick has moved it before it is read.
        let before = self.last.map_or(0.0, |last| last.top);
        let moved = before != reading.top;
        self.last = Some(reading);
        let own = moved && reading.idle <= OWN_WITHIN;
        if own && self.begun.is_none() {
            self.begun = Some(reading.height);
        }
        own
    }

    /// Whether there is nothing to scroll, or `None` before the first reading.
    pub(super) fn is_short(&self) -> Option<bool> {
        let last = self.last?;
        let range = last.height - last.view;
        Some(self.begun.is_none() && range < SHORT_PX.max(SHORT_SHARE * last.view))
    }

    pub(super) fn reached(&self, goal: &Goal) -> bool {
        let wanted = match goal {
            Goal::Viewed(wanted) | Goal::Progress(wanted) | Goal::Pixels(wanted) => wanted,
            Goal::End => &100.0,
        };
        self.toward(goal) >= *wanted
    }

    /// How far the visitor is, as the goal counts: percent from 0 to 100, or pixels.
    pub(super) fn toward(&self, goal: &Goal) -> f64 {
        let Some(last) = self.last else { return 0.0 };
        let height = self.begun.map_or(last.height, |begun| begun.min(last.height));
        // Browsers round the three figures apart, so the very end may read a pixel short.
        let (way, whole) = match goal {
            Goal::Viewed(_) => (last.top + last.view + 1.0, height),
            Goal::Progress(_) => (last.top + 1.0, height - last.view),
            Goal::Pixels(_) => return last.top + 1.0,
            // Wherever it is by now: what grows above an element takes it along.
            Goal::End => (last.top + last.view + 1.0, last.height),
        };
        (way / whole.max(1.0) * 100.0).clamp(0.0, 100.0)
    }
}
