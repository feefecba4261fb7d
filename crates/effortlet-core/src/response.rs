//! What is posted: one JSON object, the same id from first answer to last, `rev` rising.
//!
//! The engine puts it together, but for what the edge alone knows: the page, its context and when it
//! is sent. The collector reads it. Never asks what was answered, or to what.

mod identifier;
pub mod limits;
#[cfg(feature = "native")]
mod read;
mod redact;
mod stamp;
mod value;
mod wire;

pub use identifier::Random;
#[cfg(feature = "native")]
pub use read::{Refusal, moment, read};
pub use stamp::stamped;
pub use wire::{Context, Fact, Page, Response, SCHEMA, Timing};

use crate::scale::EasyIs;
use alloc::string::String;
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It was shown, and nothing has come of it yet.
    Shown,
    /// Some answers are given, more are asked for.
    Partial,
    /// The visitor reached the end.
    Complete,
    /// The visitor closed it without an answer.
    Dismissed,
}

impl State {
    /// As it goes on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Partial => "partial",
            Self::Complete => "complete",
            Self::Dismissed => "dismissed",
        }
    }
}

/// An answer together with what it was an answer to, so that a row explains itself.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answered<T = String> {
    pub question: T,
    pub kind: &'static str,
    pub value: Value<T>,
    /// 5, 7 or 10 for an effort rating, absent otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub easy_is: Option<EasyIs>,
    /// `LEFT_TO_RIGHT` for a scale that stood so in every language, absent where it rose as one reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<&'static str>,
}

impl<T> Answered<T> {
    /// Without a scale.
    pub fn plain(question: T, kind: &'static str, value: Value<T>) -> Self {
        Self { question, kind, value, points: None, easy_is: None, order: None }
    }
}

/// The kind of an answer in words of one's own.
pub const FREE_TEXT: &str = "text";

pub const LEFT_TO_RIGHT: &str = "leftToRight";

/// `"yes"` or `"no"`, a rating from 1 to `points`, or free text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value<T = String> {
    Rating(u8),
    Text(T),
}
