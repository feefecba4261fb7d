//! What a visitor does on a touch screen before leaving, as far as a page can know.
//!
//! No browser reveals that somebody is about to leave, so these are guesses; a team names the ones
//! that it wants to count.

use crate::signal::{Means, Reading};
use crate::time::{Duration, Timestamp};
use alloc::vec::Vec;

/// Which of them count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gestures {
    pub fast_scroll_up: bool,
    pub tab_return: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Quickly back to the top, where the address is.
    FastScrollUp,
    /// Back from somewhere else.
    TabReturn,
}

impl Gestures {
    pub fn have(self, gesture: Gesture) -> bool {
        match gesture {
            Gesture::FastScrollUp => self.fast_scroll_up,
            Gesture::TabReturn => self.tab_return,
        }
    }
}

/// Away for less is a glance, away for longer is another visit.
const AWAY: core::ops::RangeInclusive<i64> = 5_000..=1_800_000;

/// Whether coming back after so long is a sign.
pub fn is_return(away: Duration, means: Means) -> bool {
    means == Means::Touch && AWAY.contains(&away.0)
}

/// How fast a swipe upward has to be: so far within this time.
const WITHIN: Duration = Duration(350);
const LEAST_PX: f64 = 200.0;
const LEAST_SHARE: f64 = 0.3;
/// Who has seen less of a page has not begun to read.
const LEAST_DEPTH: f64 = 0.3;
/// What scrolls so soon after a page view began is the page.
const ARRIVING: Duration = Duration::seconds(1);
/// Scrolling later than this after a touch is not the visitor's own.
const OWN_WITHIN: Duration = Duration::seconds(1);
/// A page that begins to move is read this much later: until then it stood where it was read last.
const STOOD_UNTIL: Duration = Duration(-200);

/// The way that a page view was scrolled.
#[derive(Clone, Debug, Default)]
pub struct Swipe {
    began: Timestamp,
    /// Of the page's height, and in pixels.
    deepest: (f64, f64),
    view: f64,
    recent: Vec<(Timestamp, f64)>,
}

impl Swipe {
    pub fn begin(at: Timestamp) -> Self {
        Self { began: at, ..Self::default() }
    }

    /// Takes a reading. True when the visitor swiped up fast.
    pub fn take(&mut self, at: Timestamp, reading: Reading, means: Means) -> bool {
        let Reading { top, view, height, idle } = reading;
        // A keyboard or a toolbar that comes or goes moves the page too.
        if view != self.view {
            self.recent.clear();
            self.view = view;
        }
        if let Some((then, _)) = self.recent.last_mut() {
            *then = (*then).max(at + STOOD_UNTIL);
        }
        self.recent.retain(|(then, _)| at - *then <= WITHIN);
        let from = self.recent.iter().fold(top, |highest, (_, top)| highest.max(*top));
        self.recent.push((at, top));
        let (share, pixels) = self.deepest;
        self.deepest = (share.max((top + view) / height.max(1.0)), pixels.max(top));
        from - top >= LEAST_PX.max(LEAST_SHARE * view)
            && share >= LEAST_DEPTH
            && pixels >= view
            && means == Means::Touch
            && idle <= OWN_WITHIN
            && at - self.began >= ARRIVING
    }
}
