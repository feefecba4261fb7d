//! The moments at which a survey may be asked.
//!
//! `read` reads them, `exit` and `scroll` say when a pointer or a scroll position counts.

mod exit;
mod read;
mod scroll;

pub use exit::Exit;
pub use read::read;
pub use scroll::Depth;

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
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trigger<'a> {
    /// The pointer leaves by the top, at most `edge` pixels below it; 0 to 200.
    ExitIntent { edge: f64 },
    /// This share of the page has been in view, above 0 to 100. On a page that is too short to
    /// scroll, having been visible for `dwell` counts. The page is what `container` names, a CSS
    /// selector; if that is empty, whatever scrolls.
    Scroll { percent: f64, dwell: Duration, container: &'a str },
    Click { selector: &'a str },
    /// At least this many different articles in this session, 1 to 100; any page of the help
    /// center for 0.
    HelpCenter { articles: u32 },
    /// Something the page tells with `track(name)`.
    Event { name: &'a str },
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
        }
    }
}
