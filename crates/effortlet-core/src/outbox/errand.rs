//! What an outbox has done for it. Never does any of it.

use super::{Age, Posted};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand<'e> {
    /// Post these responses as they are kept now, as a list where there are several, and tell what came
    /// of it.
    Post {
        posts: &'e [Posted],
        /// It is to go on when the page is gone. Others are given up with it: the next page has them.
        outlives: bool,
    },
    /// The response that is kept under this id is no longer needed.
    Discard(&'e str),
    /// It is given up: keep it where nobody posts it from, and say so, with the status of the last reply.
    SetAside { id: &'e str, reason: Reason, status: Option<u16> },
    /// It was posted in vain again and again, and somebody answers there: say so. It waits on.
    Doubt { status: Option<u16> },
    /// Write down with it how old it is.
    Note { id: &'e str, age: Age },
    /// Wait for this tab's turn to post what others have left, behind those who wait already, and tell
    /// of what is kept by then. What it had or waited for before is over.
    AwaitTurn,
    /// Let others have it, or wait no longer.
    EndTurn,
}

/// Why a response is not delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The receiver itself does not want it.
    Refused,
    /// It was posted in vain on too many days.
    Expired,
    /// There was no room for it.
    Full,
    /// Its receiver has not taken it yet.
    Waiting,
}

impl Reason {
    /// As pages are told.
    pub fn word(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Expired => "expired",
            Self::Full => "full",
            Self::Waiting => "waiting",
        }
    }
}
