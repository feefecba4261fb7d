//! What goes into the engine and what comes out of it.

use crate::answer::Act;
use crate::manners::Manners;
#[cfg(feature = "full")]
use crate::memory::{History, Trail};
use crate::memory::{Memory, Session};
use crate::outbox::{Item, Reply};
use crate::response::{Response, Value};
use crate::screen::Screen;
use crate::signal::Signal;
use crate::source;
use crate::time::Timestamp;
#[cfg(feature = "full")]
use alloc::vec::Vec;

#[derive(Clone, Debug, PartialEq)]
pub enum Input<'i> {
    /// A page view, a document that was loaded or a route of a single-page app: its path, its
    /// whole address and where its visitor came from, a line each. The path alone may do.
    Page(&'i str),
    Signal(Signal<'i>),
    /// The visitor did something with the nudge.
    Act(Act<'i>),
    /// The time of the last `WakeAt` has come.
    Woke,
    /// No other tab is showing anything, and this is what is remembered and found by now.
    Claimed(Memory, Told),
    /// What was asked for.
    #[cfg(feature = "full")]
    Told(Told),
    /// What is remembered by now, of the visitor and of the way here; before each page view.
    #[cfg(feature = "full")]
    Recalled(Memory, Trail),
    /// A team that tries a survey out wants this one of its triggers to have come.
    #[cfg(feature = "full")]
    Simulate(&'i str, usize),
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

/// What the page tells of this moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    pub manners: Option<Manners>,
    /// In the order in which they were asked for.
    #[cfg(feature = "full")]
    pub facts: Vec<source::Value>,
}

impl Told {
    /// Reads a list: the number of the manners, then each fact.
    pub fn read(value: &source::Value) -> Self {
        Self {
            manners: Manners::at(value.item(0).number().unwrap_or_default() as usize),
            #[cfg(feature = "full")]
            facts: value.items().get(1..).unwrap_or_default().into(),
        }
    }
}

/// Who carries out the effects, one after another. What they hold is only lent.
pub type Effects<'f> = dyn FnMut(Effect<'_>) + 'f;

#[derive(Clone, Debug, PartialEq)]
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
    /// pending. The address and the title of its page, its context and the moment it is sent are left
    /// to whoever carries this out.
    Keep { at: Timestamp, response: Response },
    /// Post the response that is kept under this id, and tell what came of it.
    Post { id: &'e str, rev: u32 },
    /// The response that is kept under this id is no longer needed.
    Discard(&'e str),
    /// Tell once the visitor may have done with what holds a nudge back.
    Rest,
    /// Find out which section the page itself says it is in.
    Locate,
    #[cfg(feature = "full")]
    RememberHistory(&'e History),
    /// With the section that the visitor is in, where the document is left.
    #[cfg(feature = "full")]
    RememberTrail(&'e Trail, Option<Timestamp>),
    /// Find out what audiences have to be told.
    #[cfg(feature = "full")]
    Ask,
    /// Find out what the page leads to.
    #[cfg(feature = "full")]
    Inspect,
}
