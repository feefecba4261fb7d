//! A text of a definition, in one or several languages.

use alloc::{string::String, vec::Vec};

/// What is shown to people, never markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text per language tag in lower case (`en`, `pt-br`). The first is the fallback;
    /// a text that was given without a language has the tag ``.
    pub by_language: Vec<(String, String)>,
}

impl Text {
    pub fn plain(text: &str) -> Self {
        Self { by_language: Vec::from([(String::new(), text.into())]) }
    }

    /// The text in exactly this language.
    pub fn exactly(&self, language: &str) -> Option<&str> {
        let found = self.by_language.iter().find(|(tag, _)| tag == language);
        found.map(|(_, text)| text.as_str())
    }

    /// The text in this language, in its base language (`ro` for `ro-md`), or else the first one.
    pub fn in_language(&self, language: &str) -> &str {
        let base = language.split('-').next().unwrap_or_default();
        let first = self.by_language.first().map(|(_, text)| text.as_str());
        self.exactly(language).or_else(|| self.exactly(base)).or(first).unwrap_or_default()
    }
}
