//! The whole response as it is posted; the order of the fields is that of the wire.
//!
//! Never sends anything.

use super::{Answered, State};
use alloc::{string::String, vec::Vec};
use serde::{Serialize, Serializer};

/// The version of this wire format.
pub const SCHEMA: u32 = 1;

/// One person's answers to one display of a survey, as far as they are given.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Response {
    pub schema: u32,
    /// A UUIDv7 (RFC 9562), minted when the survey was shown.
    pub id: String,
    /// 0 while it is shown, 1 for the first post of its answers or of its end, then rising. The receiver
    /// keeps the highest.
    pub rev: u32,
    pub state: State,
    /// The one that its definition names; absent where it names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    pub survey: String,
    pub survey_version: String,
    /// What made the survey show: `exitIntent`, `scroll`, `click`, `helpCenter`, `event` or `show`.
    pub trigger: String,
    /// The language the survey was shown in, as a BCP 47 tag.
    pub locale: String,
    pub answers: Vec<Answered>,
    pub page: Page,
    pub timing: Timing,
    /// What the page told about its visitor with `identify`.
    pub context: Context,
}

/// The page the survey was shown on. The url carries neither query nor fragment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Page {
    pub url: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// When the page was last changed, as it says itself, or any other name of its state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
}

/// Moments in RFC 3339; `sent_at` is that of the post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Timing {
    pub shown_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<String>,
}

/// Facts by name, each a text, a number or a flag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context(pub Vec<(String, Fact)>);

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Fact {
    Flag(bool),
    Number(#[serde(serialize_with = "as_javascript_writes")] f64),
    Text(String),
}

/// A whole number has no fraction: whoever told 3 looks for 3, not for 3.0.
fn as_javascript_writes<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    let whole = *number as i64;
    if whole as f64 == *number && whole.unsigned_abs() <= MOST_EXACT {
        serializer.serialize_i64(whole)
    } else {
        serializer.serialize_f64(*number)
    }
}

/// Up to here each whole number has a value of its own.
const MOST_EXACT: u64 = 1 << 53;

impl Serialize for Context {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, fact)| (name, fact)))
    }
}
