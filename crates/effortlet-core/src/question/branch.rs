//! Where an answer leads. Never backward, so that every interview ends.

use crate::answer::Answer;

/// Where to go after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The position of the earlier question whose answer counts; none for the one it belongs to.
    pub of: Option<usize>,
    pub when: When,
    /// The position of a later question; the end is after the last one.
    pub to: usize,
}

impl Branch {
    /// Adds where it leads, and from what, to the hash of a survey's version.
    pub fn fingerprint(&self, hash: u32) -> u32 {
        let when = match self.when {
            When::Always => 0,
            When::Given { marks, .. } => marks,
            When::Skipped => u32::MAX,
        };
        let of = self.of.map_or(u32::MAX, |of| of as u32);
        [when, of, self.to as u32].iter().fold(hash, |hash, part| hash.wrapping_mul(31) ^ part)
    }
}

/// What an answer must be for a branch to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Always,
    /// One of these marks is among what was given to a question of this kind.
    Given { kind: &'static str, marks: u32 },
    Skipped,
}

impl When {
    /// Whether this answer to a question of this kind is meant.
    pub fn holds(&self, answer: &Answer, word: &str) -> bool {
        match (self, answer) {
            (Self::Always, _) | (Self::Skipped, Answer::Skipped) => true,
            // A template's condition may be about what a team has made another kind of question.
            (Self::Given { kind, marks }, Answer::Given(given)) => {
                *kind == word && marks & given.marks != 0
            }
            _ => false,
        }
    }
}
