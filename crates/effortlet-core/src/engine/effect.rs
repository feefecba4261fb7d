//! What goes into the engine and what comes out of it.

use crate::answer::Act;
use crate::memory::{Memory, Session};
use crate::response::{Context, Response, Value};
use crate::screen::Screen;
use crate::signal::{Page, Signal};
use crate::time::Timestamp;
use alloc::string::String;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A page view.
    Page(Page),
    Signal(Signal),
    /// The visitor did something with the nudge.
    Act(Act),
    /// The time of the last `WakeAt` has come.
    Woke,
    /// No other tab is showing anything, and this is what is remembered by now.
    Claimed(Memory),
    /// Another tab is showing something.
    Refused,
    /// The page wants this survey shown.
    Show(String),
    /// The page tells about its visitor.
    Identify(Context),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Find out whether another tab is showing something, and keep others from it.
    Claim,
    /// Others may show something again.
    Release,
    Remember(Memory),
    RememberSession(Session),
    Render(Screen),
    /// Take the nudge away.
    Close,
    /// Come back at this time; takes the place of an earlier one.
    WakeAt(Timestamp),
    Announce(Announcement),
    Send(Response),
}

/// What the page is told about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Announcement {
    #[serde(skip)]
    pub happening: Happening,
    pub survey: String,
    pub trigger: &'static str,
    /// The id of the response.
    pub response: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    Shown,
    Answered,
    Completed,
    /// Closed before the end.
    Dismissed,
}

impl Happening {
    /// The name of the event on the page's window.
    pub fn event(self) -> &'static str {
        match self {
            Self::Shown => "effortlet:shown",
            Self::Answered => "effortlet:answered",
            Self::Completed => "effortlet:completed",
            Self::Dismissed => "effortlet:dismissed",
        }
    }
}
