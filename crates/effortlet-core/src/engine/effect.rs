//! What goes into the engine and what comes out of it.

use crate::answer::Act;
use crate::json::Json;
use crate::memory::Memory;
use crate::outbox::{Item, Reply};
use crate::response::Value;
use crate::screen::Screen;
use crate::signal::Signal;
use crate::time::Timestamp;
use alloc::{boxed::Box, string::String};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A page view, by its path: a document that was loaded, or a route of a single-page app.
    Page(String),
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
    Pending(Item),
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
    /// Tell the page that this is on display now; `id` is the response's.
    Shown { survey: String, trigger: &'static str, id: String },
    /// Tell the page what was answered.
    Answered { question: String, value: Value<String> },
    /// Tell the page that the end was reached.
    Completed,
    /// Tell the page that it was closed before the end.
    Dismissed,
    /// Write this `Response` down, in place of an earlier revision of it.
    Keep { at: Timestamp, id: String, response: Json },
    /// Post the response that is kept under this id, and tell what came of it.
    Post { id: String, rev: u32 },
    /// The response that is kept under this id is no longer needed.
    Discard(String),
}
