//! What a visitor does with a nudge, and what of it is an answer.

use crate::response::Value;
use crate::survey::{Kind, Question, Scale, When};
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
    /// Whether it was yes, and the word that stood there.
    YesNo(bool, #[cfg(feature = "full")] String),
    Rating(u8),
    Text(String),
    /// A bit for each option in their order, and what was written of something else.
    #[cfg(feature = "full")]
    Choice(u32, String),
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
    pub fn new(act: Act, question: &Question<'_>) -> Result<Self, Mistake> {
        match (act, &question.kind) {
            #[cfg(not(feature = "full"))]
            (Act::Choose(yes, _), Kind::YesNo) => Ok(Self::YesNo(yes)),
            #[cfg(feature = "full")]
            (Act::Choose(yes, word), Kind::YesNo) => Ok(Self::YesNo(yes, word)),
            (Act::Rate(rating), Kind::Effort) if (1..=question.scale.points.count()).contains(&rating) => {
                Ok(Self::Rating(rating))
            }
            (Act::Write(text), Kind::Text) if !text.trim_ascii().is_empty() => {
                if characters(&text) > question.limit as usize {
                    return Err(Mistake::TooLong);
                }
                Ok(Self::Text(text.trim_ascii().into()))
            }
            #[cfg(feature = "full")]
            (Act::Pick(chosen, text), Kind::Choice) if is_legal(chosen, question) => {
                let text = if chosen & question.choice.other_bit() > 0 { text.trim_ascii() } else { "" };
                if characters(text) > question.limit as usize {
                    return Err(Mistake::TooLong);
                }
                Ok(Self::Choice(chosen, text.into()))
            }
            #[cfg(feature = "full")]
            (Act::Next, Kind::Message) => Ok(Self::Skipped),
            _ if question.optional => Ok(Self::Skipped),
            _ => Err(Mistake::Missing),
        }
    }

    /// As it goes on the wire; nothing when the question was skipped, or some options were chosen.
    pub fn value(&self) -> Option<Value<&str>> {
        match self {
            Self::YesNo(yes, ..) => Some(Value::Text(if *yes { "yes" } else { "no" })),
            Self::Rating(rating) => Some(Value::Rating(*rating)),
            Self::Text(text) => Some(Value::Text(text)),
            #[cfg(feature = "full")]
            Self::Choice(..) => None,
            Self::Skipped => None,
        }
    }

    pub fn matches(&self, when: &When, scale: &Scale<'_>) -> bool {
        match (when, self) {
            (When::Always, _) | (When::Skipped, Self::Skipped) => true,
            (When::Yes(wanted), Self::YesNo(yes, ..)) => wanted == yes,
            (When::Rating { least, most }, Self::Rating(rating)) => (*least..=*most).contains(rating),
            #[cfg(feature = "full")]
            (When::Chosen(option), Self::Choice(chosen, _)) => chosen & (1 << (option & 31)) > 0,
            (When::Band(band), Self::Rating(rating)) => scale.points.band(scale.easy_is, *rating) == *band,
            _ => false,
        }
    }
}

/// Whether a question has all that was chosen, and may have so much.
#[cfg(feature = "full")]
fn is_legal(chosen: u32, question: &Question<'_>) -> bool {
    let count = question.choice.count() as u32;
    let most = if question.choice.many { count } else { 1 };
    chosen.checked_shr(count).unwrap_or(0) == 0 && (1..=most).contains(&chosen.count_ones())
}

/// Unicode characters: all bytes of UTF-8 but those that continue one.
fn characters(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count()
}
