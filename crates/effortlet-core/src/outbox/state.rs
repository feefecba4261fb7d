//! All that an outbox knows. Has no rules.

use super::{Ack, Item, Posted};
use crate::time::Timestamp;
use alloc::vec::Vec;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    pub(super) ack: Ack,
    /// Oldest first.
    pub(super) items: Vec<Item>,
    pub(super) flights: Vec<Flight>,
    /// Until then the endpoint wants nothing at all.
    pub(super) held: Timestamp,
    /// The last moment that was told.
    pub(super) now: Timestamp,
    pub(super) turn: Turn,
    /// Another page may have left something.
    pub(super) has_news: bool,
    /// What another page has posted was not acknowledged, and nothing has been since: the endpoint may never answer.
    pub(super) is_unheard: bool,
    pub(super) is_hidden: bool,
    pub(super) is_leaving: bool,
}

/// A post that is under way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Flight {
    pub(super) posts: Vec<Posted>,
    pub(super) lost: Timestamp,
}

/// Whose turn it is to post what others have left, as far as this tab knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Turn {
    #[default]
    None,
    Awaited,
    Ours,
}
