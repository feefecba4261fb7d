//! What a survey waits for. Never changes: what has come of it is for whoever watches.

use super::kind::Trigger;
use crate::time::Duration;
use crate::tree::Tree;
use alloc::{boxed::Box, vec::Vec};
use core::fmt;

/// Moments and how they combine. The tree's leaves are positions in `moments`.
#[derive(Debug)]
pub struct Triggers<'a> {
    pub tree: Tree<'a>,
    pub moments: Vec<Moment<'a>>,
}

/// A trigger, and how long after it the survey is due.
pub struct Moment<'a> {
    pub trigger: Box<dyn Trigger + 'a>,
    /// What responses call it.
    pub word: &'static str,
    pub delay: Duration,
    /// Goes with the visitor to the next page, where the survey waits for that.
    pub defer: bool,
    /// What has to come before it, where it stands in a sequence.
    pub after: Option<After>,
}

/// The moments of the part before in a sequence: one of them comes first, and the last part of the
/// sequence at most `within` after its first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    pub from: usize,
    pub to: usize,
    pub within: Duration,
}

impl fmt::Debug for Moment<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word)
    }
}
