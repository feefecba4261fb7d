//! An event as it is stored and sent. Never changes between two tries of a delivery.

use super::kind::Kind;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// The payload of Standard Webhooks: what happened, when, and all that is told of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Event {
    #[serde(rename = "type")]
    pub(crate) kind: Kind,
    /// RFC 3339.
    pub(crate) timestamp: String,
    pub(crate) data: Data,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Data {
    pub(crate) site: String,
    pub(crate) survey: String,
    pub(crate) survey_version: String,
    /// The id of the response.
    pub(crate) response: String,
    pub(crate) rev: u32,
    pub(crate) locale: String,
    pub(crate) trigger: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) comment: Option<Comment>,
    /// Those that were given so far.
    pub(crate) answers: Vec<Answer>,
    pub(crate) page: Page,
    /// The address of the report, where the collector knows its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) report: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Comment {
    pub(crate) question: String,
    pub(crate) asked: String,
    pub(crate) text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Answer {
    pub(crate) question: String,
    pub(crate) asked: String,
    pub(crate) kind: String,
    /// A rating, `yes`, `no`, the id of an option, or a text.
    pub(crate) value: Json,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) points: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) easy_is: Option<String>,
    /// Whether this answer makes the response a low one.
    pub(crate) low: bool,
}

impl Answer {
    /// Without a scale.
    pub(super) fn plain(question: String, asked: String, value: Json) -> Self {
        Self { question, asked, kind: String::new(), value, points: None, easy_is: None, low: false }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Page {
    pub(crate) url: String,
    pub(crate) title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) section: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) article: Option<String>,
}

impl Data {
    /// What is one article for whoever works on it: the page's own id, else its address.
    pub(crate) fn subject(&self) -> &str {
        let article = self.page.article.as_deref().filter(|it| !it.is_empty());
        article.unwrap_or_else(|| self.page.url.split(['?', '#']).next().unwrap_or_default())
    }
}
