//! What is wrong with a document: the place and what was expected there.

use alloc::{string::String, vec::Vec};
use core::fmt;

/// One mistake in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path to the value, such as `surveys[0].questions[2].scale.points`.
    pub place: String,
    /// What would have been accepted, such as `5, 7 or 10`.
    pub expected: String,
}

impl Problem {
    /// The problem as people read it: `place: expected …`.
    pub fn message(&self) -> String {
        let place = if self.place.is_empty() { "definition" } else { &self.place };
        [place, ": expected ", &self.expected].concat()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message())
    }
}

/// The mistakes found so far, in reading order.
pub type Problems = Vec<Problem>;
