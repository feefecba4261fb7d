//! A question as it is kept: what was asked in which words, and what could be answered.
//!
//! Never knows the branches of an interview but as text that is compared.

use effortlet_core::source::Value;
use effortlet_core::text::{Text, fill};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AskedQuestion {
    pub(crate) id: String,
    pub(crate) kind: String,
    /// A text, or an object of texts by language.
    pub(crate) text: Json,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) scale: Option<AskedScale>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) options: Vec<AskedOption>,
    /// Whether several options may be chosen.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) many: bool,
    /// Where answers lead, in words of our own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) branches: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AskedScale {
    pub(crate) points: u8,
    /// `high` or `low`.
    pub(crate) easy_is: String,
    /// Whether it stood from left to right in every language.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) left_to_right: bool,
    pub(crate) look: String,
    /// What stands at the ends, then at each point, as far as anything does.
    pub(crate) labels: Vec<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct AskedOption {
    pub(crate) id: String,
    pub(crate) text: Json,
}

/// The option that leaves room for words of one's own.
pub(crate) const OTHER: &str = "other";

impl AskedQuestion {
    /// Every text of it, in the order in which it is shown.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Json> {
        let labels = self.scale.iter().flat_map(|scale| &scale.labels);
        [&self.text].into_iter().chain(labels).chain(self.options.iter().map(|option| &option.text))
    }
}

/// A text as somebody has seen it whose survey was in this language.
pub(crate) fn in_language(text: &Json, language: &str, default: &str) -> String {
    Text(&Value::from(text)).in_language(language, default).clone()
}

/// A text as its team reads it.
pub(crate) fn as_read(text: &Json, default: &str, organization: &str) -> String {
    fill(&in_language(text, default, ""), organization)
}

fn is_false(flag: &bool) -> bool {
    !flag
}
