//! What is wrong with what an address asks for: as a problem for programs, as a sentence for people.
//!
//! Never lets a filter pass that it does not understand: figures without it would be others than were asked for.

use crate::language::{Text, text};
use effortlet_core::source::Problem;

/// More than the longest section, article or fact that a page tells of (`response::limits`).
pub(super) const LONGEST_VALUE: usize = 1_500;

/// So much of what somebody typed is said back.
const MOST_QUOTED: usize = 60;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mistake {
    /// The address cannot be read at all.
    Unreadable,
    /// A name that stands for no filter.
    Unknown { name: String, known: &'static [&'static str] },
    /// A filter that stands there more than once.
    Twice(String),
    /// It is longer than anything that a page tells of.
    TooLong { name: &'static str, characters: usize },
    NoText(String),
    /// It is no fact with its value.
    NoFact(String),
    /// A fact that the collector was not told to filter by, and those that it was.
    UnnamedFact { name: String, known: Vec<String> },
    NoDay { name: &'static str, text: String },
    /// The days as they were written.
    EndsBeforeItBegins { name: &'static str, from: String, to: String },
    /// Other days to compare with have both ends.
    OneDayOfTwo { missing: &'static str },
    /// Days to compare with are among those that are shown.
    Overlap { from: String, to: String },
    /// A version to compare with is none, or the one that is shown.
    NoOther { version: String },
    /// It is none of a few words.
    NoneOf { name: &'static str, text: String, words: &'static [&'static str] },
}

impl Mistake {
    /// The filter that it is about, where there is one.
    pub(super) fn place(&self) -> &str {
        match self {
            Self::Unreadable => "",
            Self::Unknown { name, .. } | Self::Twice(name) | Self::NoText(name) => name,
            Self::TooLong { name, .. } | Self::NoDay { name, .. } | Self::NoneOf { name, .. } => name,
            Self::NoFact(_) | Self::UnnamedFact { .. } => "context",
            Self::EndsBeforeItBegins { name, .. } => name,
            Self::OneDayOfTwo { missing } => missing,
            Self::Overlap { .. } => "withFrom",
            Self::NoOther { .. } => "withVersion",
        }
    }

    pub(super) fn problem(&self) -> Problem {
        let expected = match self {
            Self::Unreadable => "parameters such as ?version=1, each once".to_owned(),
            Self::Unknown { known, .. } => format!("one of {}", known.join(", ")),
            Self::Twice(_) => "one value".to_owned(),
            Self::TooLong { .. } => "at most 1,500 characters".to_owned(),
            Self::NoText(_) => "a text without a NUL character".to_owned(),
            Self::UnnamedFact { known, .. } if known.is_empty() => "nothing: the collector was given no --fact to filter by".to_owned(),
            Self::UnnamedFact { known, .. } => format!("one of the facts {}", known.join(", ")),
            Self::NoFact(_) => "a fact and its value such as plan=pro".to_owned(),
            Self::NoDay { .. } => "a day such as 2026-11-29".to_owned(),
            Self::EndsBeforeItBegins { .. } => "a day that is not before from".to_owned(),
            Self::OneDayOfTwo { .. } => "a day such as 2026-11-29, since the other one is there".to_owned(),
            Self::Overlap { .. } => "days that are not among those of from and to".to_owned(),
            Self::NoOther { .. } => "another version of this survey".to_owned(),
            Self::NoneOf { words, .. } => format!("one of {}", words.join(", ")),
        };
        Problem { place: first(self.place()), expected }
    }

    pub(super) fn sentence(&self) -> Text {
        let most = |it: Text| it.number("most", LONGEST_VALUE as u64);
        match self {
            Self::Unreadable => text("mistake-unreadable"),
            Self::Unknown { name, known } => text("mistake-unknown").with("name", first(name)).with("known", known.join(", ")),
            Self::Twice(name) => text("mistake-twice").with("name", first(name)),
            Self::TooLong { name, characters } => most(text("mistake-too-long").by("filter", name).number("characters", *characters as u64)),
            Self::UnnamedFact { name, known } if known.is_empty() => text("mistake-no-facts").with("name", first(name)),
            Self::UnnamedFact { name, known } => text("mistake-unnamed-fact").with("name", first(name)).with("known", known.join(", ")),
            Self::NoFact(said) => text("mistake-no-fact").with("text", first(said)),
            Self::NoText(name) => text("mistake-no-text").with("name", first(name)),
            Self::NoDay { name, text: said } => text("mistake-no-day").with("text", first(said)).with("name", *name),
            Self::OneDayOfTwo { .. } => text("mistake-one-day-of-two"),
            Self::Overlap { from, to } => text("mistake-overlap").with("from", from).with("to", to),
            Self::NoOther { version } => text("mistake-no-other").with("version", first(version)),
            Self::EndsBeforeItBegins { from, to, .. } => text("mistake-order").with("to", to).with("from", from),
            Self::NoneOf { name, text: said, words } => {
                text("mistake-none-of").with("text", first(said)).with("name", *name).with("words", words.join(", "))
            }
        }
    }
}

/// The beginning of a text, with a sign that there was more.
pub(super) fn first(text: &str) -> String {
    match text.char_indices().nth(MOST_QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
