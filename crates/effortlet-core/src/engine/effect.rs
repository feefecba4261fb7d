//! What goes into the engine and what comes out of it.

use crate::answer::Act;
use crate::help_center::Facts;
use crate::interview::Interview;
use crate::memory::{Memory, Session};
use crate::outbox::{Item, Reply};
use crate::response::Value;
use crate::screen::Screen;
use crate::signal::Signal;
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq)]
pub enum Input<'i> {
    /// A page view, by its path: a document that was loaded, or a route of a single-page app.
    Page(&'i str),
    Signal(Signal<'i>),
    /// The visitor did something with the nudge.
    Act(Act<'i>),
    /// The time of the last `WakeAt` has come.
    Woke,
    /// No other tab is showing anything, and this is what is remembered by now.
    Claimed(Memory),
    /// Another tab is showing something.
    Refused,
    /// The page wants this survey shown.
    Show(&'i str),
    /// Kept, on this page or an earlier one, and not acknowledged yet.
    Pending(Item),
    /// What came of a post.
    Replied { id: &'i str, rev: u32, reply: Reply },
    /// The page is left or comes back, or the network does: whatever is pending goes out once more.
    Hurry,
}

/// Who carries out the effects, one after another. What they hold is only lent.
pub type Effects<'f> = dyn FnMut(Effect<'_>) + 'f;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect<'e> {
    /// Find out whether another tab is showing something, and keep others from it.
    Claim,
    /// Others may show something again.
    Release,
    /// Its session has an effect of its own.
    Remember(&'e Memory),
    RememberSession(&'e Session),
    Render(&'e Screen<'e>),
    /// Take the nudge away.
    Close,
    /// Come back at this time; takes the place of an earlier one.
    WakeAt(Timestamp),
    /// Tell the page that this is on display now; `id` is the response's.
    Shown { survey: &'e str, trigger: &'static str, id: &'e str },
    /// Tell the page what was answered.
    Answered { question: &'e str, value: Value<&'e str> },
    /// Tell the page that the end was reached.
    Completed,
    /// Tell the page that it was closed before the end.
    Dismissed,
    /// Write the response down as it stands, in place of an earlier revision, and tell that it is
    /// pending. `facts` are those of the page it was shown on.
    Keep { at: Timestamp, interview: &'e Interview<'e>, facts: Facts<'e> },
    /// Post the response that is kept under this id, and tell what came of it.
    Post { id: &'e str, rev: u32 },
    /// The response that is kept under this id is no longer needed.
    Discard(&'e str),
}
