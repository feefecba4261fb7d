//! How long a page view has been visible, and how long somebody was there. Never reads a clock.

use crate::signal::Means;
use crate::time::{Duration, Timestamp};

/// A visitor counts as active for so long after each sign of life, and after a page view began:
/// about what a paragraph takes to read.
const ACTIVE_FOR: Duration = Duration::seconds(15);

/// Signs of life are told so seldom, unless they are of another kind.
const TOLD_EVERY: Duration = Duration::seconds(5);

#[derive(Default)]
pub struct Attention {
    /// How the visitor last did something.
    pub means: Means,
    /// Whether the visitor did more than move a pointer, on this document.
    pub interacted: bool,
    visible: Duration,
    active: Duration,
    /// Since when the page is visible; nothing while it is hidden.
    since: Option<Timestamp>,
    /// The last sign of life.
    sign: Timestamp,
}

impl Attention {
    /// A new page view begins, which is a sign of life. Interaction with the last one counts on,
    /// as it does for browsers.
    pub fn turn(&mut self, at: Timestamp) {
        (self.visible, self.active) = (Duration(0), Duration(0));
        self.since = self.since.map(|_| at);
        self.sign = at;
    }

    pub fn show(&mut self, at: Timestamp, visible: bool) {
        self.visible = self.visible_for(at);
        self.active = self.active_for(at);
        self.since = visible.then_some(at);
        self.sign = at;
    }

    /// A sign of life.
    pub fn act(&mut self, at: Timestamp, means: Means) {
        self.active = self.active_for(at);
        self.sign = at;
        self.means = means;
        self.interacted |= means != Means::Motion;
    }

    /// How long this page view has been visible.
    pub fn visible_for(&self, at: Timestamp) -> Duration {
        Duration(self.visible.0 + self.since.map_or(0, |since| (at - since).0.max(0)))
    }

    /// How long somebody was there to see it.
    pub fn active_for(&self, at: Timestamp) -> Duration {
        let running = (at - self.sign).0.clamp(0, ACTIVE_FOR.0);
        Duration(self.active.0 + self.since.map_or(0, |_| running))
    }

    /// When the visitor will have been active for so long without another sign, if ever.
    pub fn active_at(&self, wanted: Duration) -> Timestamp {
        let missing = wanted.0.saturating_sub(self.active.0);
        let comes = self.since.is_some() && missing <= ACTIVE_FOR.0;
        if comes { self.sign + Duration(missing) } else { Timestamp::NEVER }
    }

    /// How long nobody has done anything for sure, on a page that is visible.
    pub fn idle_for(&self, at: Timestamp) -> Duration {
        Duration(self.since.map_or(0, |_| ((at - self.sign).0 - TOLD_EVERY.0).max(0)))
    }

    /// When nobody will have done anything for so long.
    pub fn idle_at(&self, wanted: Duration) -> Timestamp {
        if self.since.is_some() { self.sign + TOLD_EVERY + wanted } else { Timestamp::NEVER }
    }
}
