//! How classes and states of topics are called, and where their links lead. Never says what a topic is.

use super::wording::in_address;
use crate::store::{TopicClass, TopicState};

pub(super) fn class_name(it: TopicClass) -> &'static str {
    match it {
        TopicClass::Missing => "Missing",
        TopicClass::Outdated => "Outdated",
        TopicClass::Wrong => "Wrong",
        TopicClass::Other => "Other",
    }
}

/// What is missing is done once it is written.
pub(super) fn state_name(it: TopicState, class: Option<TopicClass>) -> &'static str {
    match (it, class) {
        (TopicState::Open, _) => "Open",
        (TopicState::Done, Some(TopicClass::Missing)) => "Written",
        (TopicState::Done, _) => "Done",
    }
}

/// A page with these names and values.
pub(super) fn to(page: &str, pairs: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={}", in_address(&value))).collect();
    format!("{page}?{}", pairs.join("&"))
}
