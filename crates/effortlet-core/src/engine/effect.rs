//! What goes into the engine and what comes out of it.

use crate::answer::Act;
use crate::manners::Manners;
use crate::memory::{History, Trail};
use crate::memory::{Memory, Session};
use crate::outbox::{Errand, Item, Posted, Reply};
use crate::response::{Response, Value};
use crate::screen::Screen;
use crate::signal::Signal;
use crate::source;
use crate::time::Timestamp;
use alloc::{string::String, vec::Vec};

#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A page view, a document that was loaded or a route of a single-page app: its path, its whole
    /// address, where its visitor came from, and what it says of who made it and of what it is.
    Page { path: String, address: String, referrer: String, signs: Vec<String> },
    Signal(Signal),
    /// The visitor did something with the nudge.
    Act(Act),
    /// The visitor leaves the screen with words of their own unsent: what would send them; nothing where none stand.
    Draft(Option<Act>),
    /// All that is needed is listened to: may this visitor sleep on the next pages?
    Armed,
    /// The time of the last `WakeAt` has come.
    Woke,
    /// No other tab is showing anything, and this is what is remembered and found by now.
    Claimed(Memory, Circumstances),
    /// The facts that were asked for.
    Gathered(Circumstances),
    /// What is remembered by now, of the visitor and of the way here; before each page view.
    Recalled(Memory, Trail),
    /// A team that tries a survey out wants this one of its triggers to have come.
    Simulate(String, usize),
    /// The card of the nudge has a box on the screen.
    Seen,
    /// The element of the nudge is out of the page: by itself, or with the body that it was in.
    Displaced { with_body: bool },
    /// The nudge is gone and cannot be put back, has no box, or never came to be.
    Lost,
    /// Another tab is showing something.
    Refused,
    /// The page wants this survey shown.
    Show(String),
    /// Kept, on this page or an earlier one, and not acknowledged yet.
    Pending(Item),
    /// What was kept under this id is not there any more.
    Gone(String),
    /// What came of a post.
    Replied { posts: Vec<Posted>, reply: Reply },
    /// The page comes back, or the network does: whatever is pending goes out once more.
    Hurry,
    /// The page is hidden or left: it goes out once more, and perhaps nothing can be done later.
    Leave,
    /// Another page has kept something.
    Stirred,
    /// It is this tab's turn to post what others have left, and this is what is kept.
    Turn(Vec<Item>),
}

/// What the page says of this moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Circumstances {
    pub manners: Option<Manners>,
    /// In the order of `Needs::facts`.
    pub facts: Vec<source::Value>,
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
    /// One that has never begun is nothing to be remembered.
    RememberSession(&'e Session),
    Render(&'e Screen<'e>),
    /// The nudge goes back into the page, as it was.
    PutBack,
    /// Take the nudge away.
    Close,
    /// Come back at this time; takes the place of an earlier one.
    WakeAt(Timestamp),
    /// Tell the page that this is seen now; `id` is the response's.
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
    /// See to the responses that are kept.
    Deliver(Errand<'e>),
    /// Tell once the visitor may have done with what holds a nudge back.
    AwaitQuietMoment,
    /// Find out which section the page itself says it is in.
    DetectSection,
    RememberHistory(&'e History),
    /// With the section that the visitor is in, where the document is left.
    RememberTrail(&'e Trail, Option<Timestamp>),
    /// Find out what audiences have to be told.
    GatherFacts,
    /// Find out what the page's links lead to.
    FindLinkTargets,
    /// Until then nothing has to be loaded for this visitor; what is not later than now is a visitor who is awake.
    SleepUntil(Timestamp),
}
