//! What a visitor does with a nudge, and what of it is an answer. Never knows to which kind of question.

use crate::mask::{Where, masked};
use crate::response::limits::{MOST_CHARACTERS, first_characters};
use alloc::string::String;

/// What a visitor did with the screen on display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Whether it was yes, and the word that was pressed.
    Choose(bool, String),
    /// From 1 to the scale's points.
    Rate(u8),
    Write(String),
    /// Chose these options, a bit for each in their order, and wrote this of something else.
    Pick(u32, String),
    /// Went on without having given anything.
    Next,
    Skip,
    Back,
    Close,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Given(Given),
    Skipped,
}

/// What was given, as its kind of question has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// What a branch may ask for, one bit each.
    pub marks: u32,
    /// Words of one's own, or the word that was pressed.
    pub text: String,
}

/// Why an act is no answer to the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    Missing,
    TooLong,
}

impl Answer {
    /// The same, with what names a person blotted out.
    pub fn masked(self) -> Self {
        match self {
            Self::Given(Given { marks, text }) => {
                let text = masked(&text, Where::Words);
                Self::Given(Given { marks, text: first_characters(&text, MOST_CHARACTERS).into() })
            }
            Self::Skipped => Self::Skipped,
        }
    }

    pub fn given(&self) -> Option<&Given> {
        match self {
            Self::Given(given) => Some(given),
            Self::Skipped => None,
        }
    }
}

impl Given {
    /// Each mark by its position, from the lowest.
    pub fn positions(&self) -> impl Iterator<Item = usize> {
        let marks = self.marks;
        (0..32).filter(move |position| marks & (1 << position) != 0)
    }
}

/// The words without what surrounds them, unless they have more than so many Unicode characters: all
/// bytes of UTF-8 but those that continue one.
pub fn within(text: &str, limit: u32) -> Result<String, Mistake> {
    let characters = text.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count();
    if characters > limit as usize { Err(Mistake::TooLong) } else { Ok(text.trim().into()) }
}
