//! Whether a finger swiped up fast. Never tells why.

use crate::signal::{Means, Reading};
use crate::time::{Duration, Timestamp};
use alloc::vec::Vec;

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
pub(super) struct Swipe {
    began: Timestamp,
    /// Of the page's height, and in pixels.
    deepest: (f64, f64),
    view: f64,
    recent: Vec<(Timestamp, f64)>,
}

impl Swipe {
    pub(super) fn begin(at: Timestamp) -> Self {
        Self { began: at, ..Self::default() }
    }

    /// Takes a reading. True when the visitor swiped up fast.
    pub(super) fn take(&mut self, at: Timestamp, reading: Reading, means: Means) -> bool {
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
