//! What a visitor does with a nudge, and what of it is an answer.

use crate::response::Value;
use crate::survey::{Kind, Question, Scale, When};
use alloc::string::String;

/// What a visitor did with the screen on display.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act<'a> {
    Choose(bool),
    /// From 1 to the scale's points.
    Rate(u8),
    Write(&'a str),
    /// Went on without having given anything.
    Next,
    Skip,
    Back,
    Close,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    YesNo(bool),
    Rating(u8),
    Text(String),
    Skipped,
}

/// Why an act is no answer to the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    Missing,
    TooLong,
}

impl Answer {
    /// The answer that an act gives to a question.
    pub fn new(act: Act<'_>, question: &Question<'_>) -> Result<Self, Mistake> {
        match (act, &question.kind) {
            (Act::Choose(yes), Kind::YesNo) => Ok(Self::YesNo(yes)),
            (Act::Rate(rating), Kind::Effort) if (1..=question.scale.points.count()).contains(&rating) => {
                Ok(Self::Rating(rating))
            }
            (Act::Write(text), Kind::Text) if !text.trim_ascii().is_empty() => {
                if characters(text) > question.limit as usize {
                    return Err(Mistake::TooLong);
                }
                Ok(Self::Text(text.trim_ascii().into()))
            }
            _ if question.optional => Ok(Self::Skipped),
            _ => Err(Mistake::Missing),
        }
    }

    /// As it goes on the wire; nothing when the question was skipped.
    pub fn value(&self) -> Option<Value<&str>> {
        match self {
            Self::YesNo(yes) => Some(Value::Text(if *yes { "yes" } else { "no" })),
            Self::Rating(rating) => Some(Value::Rating(*rating)),
            Self::Text(text) => Some(Value::Text(text)),
            Self::Skipped => None,
        }
    }

    /// Where this answer leads: the first branch that matches, else the question after `index`.
    pub fn next(&self, question: &Question<'_>, index: usize) -> usize {
        let matching = question.branches.iter().find(|branch| self.matches(&branch.when, &question.scale));
        matching.map_or(index + 1, |branch| branch.to)
    }

    fn matches(&self, when: &When, scale: &Scale<'_>) -> bool {
        match (when, self) {
            (When::Always, _) | (When::Skipped, Self::Skipped) => true,
            (When::Yes(wanted), Self::YesNo(yes)) => wanted == yes,
            (When::Rating { least, most }, Self::Rating(rating)) => (*least..=*most).contains(rating),
            (When::Band(band), Self::Rating(rating)) => scale.points.band(scale.easy_is, *rating) == *band,
            _ => false,
        }
    }
}

/// Unicode characters: all bytes of UTF-8 but those that continue one.
fn characters(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count()
}
