//! How classes and states of topics are called, and where their links lead. Never says what a topic is.

use super::wording::in_address;
use crate::language::{Text, text};
use crate::store::{TopicClass, TopicState};

pub(super) fn class_name(it: TopicClass) -> Text {
    text("topics-class-name").by("class", it.word())
}

/// What is missing is done once it is written.
pub(super) fn state_name(it: TopicState, class: Option<TopicClass>) -> Text {
    let word = match (it, class) {
        (TopicState::Open, _) => "open",
        (TopicState::Done, Some(TopicClass::Missing)) => "written",
        (TopicState::Done, _) => "done",
    };
    text("topics-state-name").by("state", word)
}

/// A page with these names and values.
pub(super) fn to(page: &str, pairs: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={}", in_address(&value))).collect();
    format!("{page}?{}", pairs.join("&"))
}
