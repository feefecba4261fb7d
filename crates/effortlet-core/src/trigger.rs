//! The moments at which a survey may be asked.
//!
//! `read` reads them; `exit`, `scroll` and `gesture` say when a pointer, a scroll position or a
//! finger counts; `rare` has those that only the full edition knows.

mod exit;
mod gesture;
mod rare;
mod read;
mod scroll;

pub use exit::{Exit, Leave};
pub use gesture::{Gesture, Gestures, Swipe, is_return};
pub use rare::{Rare, Terms};
pub use read::read;
pub use scroll::{Depth, Goal};

use crate::{time::Duration, tree::Tree};
use alloc::vec::Vec;

/// Moments and how they combine. The tree's leaves are positions in `moments`.
#[derive(Clone, Debug, PartialEq)]
pub struct Triggers<'a> {
    pub tree: Tree<'a>,
    pub moments: Vec<Moment<'a>>,
}

/// A trigger, and how long after it the survey is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment<'a> {
    pub trigger: Trigger<'a>,
    pub delay: Duration,
    /// Whether the survey waits for the next page.
    pub defer: bool,
    /// What has to come before it, where it stands in a sequence.
    pub after: Option<After>,
}

/// The moments of the part before in a sequence: one of them comes first, and the last part of the
/// sequence at most `within` after its first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    pub from: usize,
    pub to: usize,
    pub within: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trigger<'a> {
    /// The pointer leaves by the top, at most `edge` pixels below it; 0 to 200.
    ExitIntent {
        edge: f64,
        /// Whether leaving a frame counts.
        frames: bool,
        /// What counts where there is no pointer.
        touch: Gestures,
    },
    /// So much of the page has been in view. On a page that is too short to scroll, having been
    /// there for `dwell` counts. The page is what `container` names, a CSS selector; if that is
    /// empty, whatever scrolls. For the end of an element it names the element.
    Scroll {
        goal: Goal,
        dwell: Duration,
        container: &'a str,
    },
    Click {
        selector: &'a str,
        /// What has to stand on it; anything where empty.
        text: &'a str,
    },
    /// At least this many different articles in this session, 1 to 100; any page of the help
    /// center for 0.
    HelpCenter { articles: u32 },
    /// Something the page tells with `track(name)`.
    Event {
        name: &'a str,
        terms: Terms<'a>,
    },
    Rare(Rare<'a>),
}

impl Trigger<'_> {
    /// The word for it in definitions and responses.
    pub fn word(&self) -> &'static str {
        match self {
            Self::ExitIntent { .. } => "exitIntent",
            Self::Scroll { .. } => "scroll",
            Self::Click { .. } => "click",
            Self::HelpCenter { .. } => "helpCenter",
            Self::Event { .. } => "event",
            Self::Rare(rare) => rare.word(),
        }
    }

    /// Whether the visitor asks for the survey by it.
    pub fn invites(&self) -> bool {
        matches!(self, Self::Rare(Rare::Link | Rare::Marked))
    }
}
