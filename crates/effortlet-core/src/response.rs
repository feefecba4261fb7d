//! What is posted: one JSON object, the same id from first answer to last, `rev` rising.

mod identifier;
#[cfg(feature = "native")]
mod read;

pub use identifier::Random;
#[cfg(feature = "native")]
pub use read::{Refusal, moment, read};

use crate::survey::EasyIs;
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// The version of this wire format.
pub const SCHEMA: u32 = 1;

/// One person's answers to one display of a survey, as far as they are given.
///
/// Its texts are owned where it is read, and borrowed where it is written.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Response<T = String> {
    pub schema: u32,
    /// A UUIDv7 (RFC 9562), minted when the survey was shown.
    pub id: T,
    /// 1 for the first post of this response, then rising. The receiver keeps the highest.
    pub rev: u32,
    pub state: State,
    pub survey: T,
    pub survey_version: T,
    /// What made the survey show: `exitIntent`, `scroll`, `click`, `helpCenter`, `event` or `show`.
    pub trigger: T,
    /// The language the survey was shown in, as a BCP 47 tag.
    pub locale: T,
    pub answers: Vec<Answered<T>>,
    pub page: Page<T>,
    pub timing: Timing<T>,
    /// What the page told about its visitor with `identify`; the edge adds it.
    #[serde(skip_serializing_if = "Context::is_empty")]
    pub context: Context,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Some answers are given, more are asked for.
    Partial,
    /// The visitor reached the end.
    Complete,
    /// The visitor closed it without an answer.
    Dismissed,
}

/// An answer together with what it was an answer to, so that a row explains itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
}

/// `"yes"` or `"no"`, a rating from 1 to `points`, or free text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value<T = String> {
    Rating(u8),
    Text(T),
}

impl Value<&str> {
    pub fn owned(self) -> Value {
        match self {
            Self::Rating(rating) => Value::Rating(rating),
            Self::Text(text) => Value::Text(text.into()),
        }
    }
}

/// The page the survey was shown on. The url carries neither query nor fragment; the edge adds it
/// and the title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Page<T = String> {
    pub url: T,
    pub title: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<T>,
}

/// Moments in RFC 3339. The edge adds `sentAt` to each post, by the clock of that moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Timing<T = String> {
    pub shown_at: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<T>,
}

/// Facts by name, each a text, a number or a flag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context(pub Vec<(String, Fact)>);

impl Context {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Fact {
    Flag(bool),
    Number(f64),
    Text(String),
}

impl Serialize for Context {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, fact)| (name, fact)))
    }
}
