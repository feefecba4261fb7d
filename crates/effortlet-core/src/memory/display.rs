//! One showing of a survey, and how it ended. Never says what follows from that.

use crate::time::Timestamp;
use alloc::string::String;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq)]
pub struct Display {
    pub survey: String,
    pub at: Timestamp,
    /// Ignored until something else happens.
    pub outcome: Outcome,
    /// When the outcome came about.
    pub ended: Timestamp,
}

/// How a display ended. Exactly one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The end was reached.
    Answered,
    /// Something was answered, then it was closed or left.
    Partial,
    /// Closed without an answer.
    Dismissed,
    /// Nobody touched it.
    Ignored,
    /// Put off.
    Snoozed,
}

impl Outcome {
    const ALL: [Self; 5] = [Self::Answered, Self::Partial, Self::Dismissed, Self::Ignored, Self::Snoozed];

    /// By its number from 0, in what is remembered.
    pub fn at(number: usize) -> Option<Self> {
        Self::ALL.get(number).copied()
    }

    /// As serde has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Answered => "Answered",
            Self::Partial => "Partial",
            Self::Dismissed => "Dismissed",
            Self::Ignored => "Ignored",
            Self::Snoozed => "Snoozed",
        }
    }
}
