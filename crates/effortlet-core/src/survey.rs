//! What a survey is, once it has been read. An illegal survey cannot be expressed:
//! there is a first question, branches lead forward only, scales have 5, 7 or 10 points.

#[cfg(feature = "full")]
mod choice;
#[cfg(feature = "full")]
mod layout;
mod scale;

#[cfg(feature = "full")]
pub use choice::{Choice, ChoiceOption, OTHER};
#[cfg(feature = "full")]
pub use layout::{Layout, Position};
#[cfg(feature = "full")]
pub use scale::Look;
pub use scale::{Band, EasyIs, Points, Scale};

use crate::{audience::Audience, frequency::Frequency, text::{Text, cut}, trigger::Triggers};
use alloc::{string::String, vec::Vec};

/// One set of questions with the conditions under which it is asked.
#[derive(Debug)]
pub struct Survey<'a> {
    pub id: &'a str,
    /// Answers to different versions are never mixed in one figure.
    pub version: String,
    pub questions: Questions<'a>,
    /// What is said at the end; absent for the language's own thank-you.
    pub thanks: Text<'a>,
    pub triggers: Triggers<'a>,
    pub audience: Audience<'a>,
    pub frequency: Frequency,
    #[cfg(feature = "full")]
    pub layout: Layout<'a>,
}

impl Survey<'_> {
    /// The first of the wanted languages that the survey is written in, else its own first one.
    ///
    /// `ro-MD` finds `ro`; a text without a language is as good in any.
    pub fn language(&self, mut wanted: &str, default: &str) -> String {
        let [first, ..] = self.questions.all() else { return String::new() };
        while !wanted.is_empty() {
            let (tag, others) = cut(wanted, b',');
            if first.text.close(tag).is_some() {
                return tag.into();
            }
            wanted = others;
        }
        let own = if first.text.close(default).is_some() { default } else { first.text.language() };
        own.into()
    }
}

/// At least one question, with branches that lead forward, so that every interview ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Questions<'a>(Vec<Question<'a>>);

impl<'a> Questions<'a> {
    /// `None` without a question, or with a branch that does not lead to a later one.
    pub fn new(questions: Vec<Question<'a>>) -> Option<Self> {
        let count = questions.len();
        let legal = questions.iter().enumerate().all(|(index, question)| {
            question.branches.iter().all(|branch| branch.to > index && branch.to <= count)
        });
        (count > 0 && legal).then_some(Self(questions))
    }

    pub fn all(&self) -> &[Question<'a>] {
        &self.0
    }

    pub fn get(&self, index: usize) -> Option<&Question<'a>> {
        self.0.get(index)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Question<'a> {
    pub id: &'a str,
    pub kind: Kind,
    pub text: Text<'a>,
    /// Of an effort question.
    pub scale: Scale<'a>,
    #[cfg(feature = "full")]
    pub choice: Choice<'a>,
    /// The most characters of free text, 1 to 5,000.
    pub limit: u32,
    /// Whether it may be left without an answer.
    pub optional: bool,
    /// The first that matches decides; without a match the next question follows.
    pub branches: Vec<Branch>,
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    YesNo,
    Effort,
    Text,
    /// One or some of a few options.
    #[cfg(feature = "full")]
    Choice,
    /// Nothing: it only says something.
    #[cfg(feature = "full")]
    Message,
}

impl Kind {
    #[cfg(not(feature = "full"))]
    pub const ALL: [Self; 3] = [Self::YesNo, Self::Effort, Self::Text];
    #[cfg(feature = "full")]
    pub const ALL: [Self; 5] = [Self::YesNo, Self::Effort, Self::Text, Self::Choice, Self::Message];

    /// The words for them in definitions and responses, in the order of `ALL`.
    #[cfg(not(feature = "full"))]
    pub const WORDS: [&str; 3] = ["yesNo", "effort", "text"];
    #[cfg(feature = "full")]
    pub const WORDS: [&str; 5] = ["yesNo", "effort", "text", "choice", "message"];

    pub fn word(self) -> &'static str {
        Self::WORDS.get(self as usize).copied().unwrap_or_default()
    }
}

/// Where to go after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The position of the earlier question whose answer counts; none for the one it belongs to.
    #[cfg(feature = "full")]
    pub of: Option<usize>,
    pub when: When,
    /// The position of a later question; the end is after the last one.
    pub to: usize,
}

/// What an answer must be for a branch to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Always,
    Yes(bool),
    /// A rating from `least` to `most`, both included.
    Rating { least: u8, most: u8 },
    Band(Band),
    /// The option at this position is among what was chosen.
    #[cfg(feature = "full")]
    Chosen(usize),
    Skipped,
}
