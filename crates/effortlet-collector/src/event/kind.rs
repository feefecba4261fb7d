//! What may happen that others are told of. Never says to whom.

use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Kind {
    /// A rating in the difficult band, or a "no" to the first yes-or-no question.
    #[serde(rename = "response.low")]
    Low,
    /// An answer in somebody's own words.
    #[serde(rename = "comment.created")]
    Comment,
    /// A week of a survey is over.
    #[serde(rename = "digest")]
    Digest,
    /// Nothing: somebody tries whether it arrives.
    #[serde(rename = "webhook.test")]
    Test,
}

impl Kind {
    /// What a webhook may want.
    pub(crate) const WANTED: [Self; 3] = [Self::Low, Self::Comment, Self::Digest];

    /// What one wants that does not say: what there was before there was more.
    pub(crate) const UNASKED: [Self; 2] = [Self::Low, Self::Comment];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Low => "response.low",
            Self::Comment => "comment.created",
            Self::Digest => "digest",
            Self::Test => "webhook.test",
        }
    }
}
