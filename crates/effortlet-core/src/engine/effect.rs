//! What goes into the engine and what comes out of it.

use crate::answer::Act;
use crate::json::Json;
use crate::memory::Memory;
use crate::outbox::{Item, Reply};
use crate::response::Value;
use crate::screen::Screen;
use crate::signal::{Page, Signal};
use crate::time::Timestamp;
use alloc::{boxed::Box, string::String, vec::Vec};
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
    /// Kept from an earlier page, and not acknowledged yet.
    Pending(Vec<Item>),
    /// What came of a post.
    Replied { id: String, rev: u32, reply: Reply },
    /// The page is left or comes back, or the network does: whatever is pending goes out once more.
    Hurry,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// Find out whether another tab is showing something, and keep others from it.
    Claim,
    /// Others may show something again.
    Release,
    /// A `Memory`.
    Remember(Json),
    /// A `Session`.
    RememberSession(Json),
    Render(Box<Screen>),
    /// Take the nudge away.
    Close,
    /// Come back at this time; takes the place of an earlier one.
    WakeAt(Timestamp),
    Announce(Announcement),
    /// Write this `Response` down, in place of an earlier revision of it.
    Keep { at: Timestamp, id: String, response: Json },
    /// Post the response that is kept under this id, and tell what came of it.
    Post { id: String, rev: u32 },
    /// The response that is kept under this id is no longer needed.
    Discard(String),
}

/// What the page is told about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Announcement {
    pub happening: Happening,
    pub survey: String,
    pub trigger: &'static str,
    /// The id of the response.
    pub response: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Happening {
    Shown,
    Answered,
    Completed,
    /// Closed before the end.
    Dismissed,
}
