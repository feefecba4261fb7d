//! What a screen asks for, and what of it was given before. Each is built by its kind of question.

use crate::scale::Look;
use alloc::{string::String, vec::Vec};

/// One shape for each kind of question, and the end. What was given before, or is to be confirmed,
/// stands in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Thanks,
    YesNo {
        chosen: Option<bool>,
    },
    Scale {
        /// 5, 7 or 10.
        points: u8,
        /// From 1 to `points`.
        chosen: Option<u8>,
        /// What the ends mean; empty where the scale says nothing.
        low: String,
        high: String,
        look: Look,
        /// Whether its highest point means little effort.
        upward: bool,
        /// Whether its lowest point is the left one in every language.
        left_to_right: bool,
        /// What each point means, from the lowest; empty where only the ends say it.
        labels: Vec<String>,
    },
    Text {
        /// Empty where nothing was written.
        text: String,
        /// The most characters, 1 to 5,000.
        limit: u32,
    },
    Choice {
        labels: Vec<String>,
        /// A bit for each option in their order.
        chosen: u32,
        /// What was written of something else.
        written: String,
        /// Whether several may be chosen.
        many: bool,
        /// Whether the last option is for something else.
        other: bool,
        /// The most characters of what is written.
        limit: u32,
    },
    /// Nothing is asked for.
    Message,
}

impl Body {
    /// Whether there is room for words of one's own.
    pub fn is_written(&self) -> bool {
        matches!(self, Self::Text { .. } | Self::Choice { other: true, .. })
    }
}
