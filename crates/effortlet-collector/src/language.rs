//! The languages that the report speaks to people in, and which of them a request wants.
//!
//! What the team and its visitors wrote is never translated, and neither is what programs read.

mod wanted;
mod numbers;
mod messages;
mod layer;
mod text;

#[cfg(test)]
pub(crate) use layer::in_language;
pub(crate) use layer::{language, spoken};
pub(crate) use messages::english_ordinal;
pub(crate) use text::{Text, text};
pub(crate) use wanted::{COOKIE, accepted};

#[cfg(test)]
mod tests;

/// One more is a line in each of these matches and in `numbers`, and a file beside `locale/en.ftl`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    #[default]
    English,
    Romanian,
    Russian,
}

impl Language {
    pub(crate) const ALL: [Self; 3] = [Self::English, Self::Romanian, Self::Russian];

    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Romanian => "ro",
            Self::Russian => "ru",
        }
    }

    /// In itself.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Romanian => "Română",
            Self::Russian => "Русский",
        }
    }

    /// Of a tag such as `ro-MD`.
    pub(crate) fn read(tag: &str) -> Option<Self> {
        let language = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|it| it.tag().eq_ignore_ascii_case(language))
    }
}
