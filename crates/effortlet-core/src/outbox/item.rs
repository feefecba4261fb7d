//! One response that nobody has acknowledged yet. Never knows what is in it.

use crate::response::State;
use crate::time::{Duration, Timestamp};
use alloc::string::String;

#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: String,
    pub rev: u32,
    pub state: State,
    /// Bytes of its JSON.
    pub size: usize,
    /// When it was kept, by the clock of then.
    pub since: Timestamp,
    /// It was given on this page, not on one before.
    pub is_own: bool,
    pub age: Age,
    pub(super) due: Timestamp,
    pub(super) tries: u32,
    pub(super) refusals: u32,
    /// A list with it in it was not taken.
    pub(super) is_alone: bool,
}

impl Item {
    /// Due at once.
    pub fn new(id: String, rev: u32, state: State, size: usize, since: Timestamp) -> Self {
        let (is_own, age) = (true, Age::default());
        Self { id, rev, state, size, since, is_own, age, due: since, tries: 0, refusals: 0, is_alone: false }
    }

    /// What goes first where there is no room: what says least.
    pub(super) fn worth(&self) -> u8 {
        match self.state {
            State::Shown | State::Dismissed => 0,
            State::Partial => 1,
            State::Complete => 2,
        }
    }
}

/// What a post says of a response: this revision of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    pub id: String,
    pub rev: u32,
}

/// How long a response has waited, in days on which it was posted in vain.
///
/// No two moments are ever subtracted, since a clock may have been moved between them, by years: that
/// makes a response one day older at most. It makes no response older that nobody tried to post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Age {
    /// The last of these days, counted from 1970.
    pub day: u32,
    pub days: u32,
}

impl Age {
    /// It was posted in vain. True where that makes it older.
    pub(super) fn note(&mut self, at: Timestamp) -> bool {
        let day = at.0.div_euclid(Duration::days(1).0).clamp(0, i64::from(u32::MAX)) as u32;
        let is_later = day > self.day;
        self.day = day;
        self.days += u32::from(is_later);
        is_later
    }
}
