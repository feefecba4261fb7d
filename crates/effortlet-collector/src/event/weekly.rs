//! A week of a survey as it is stored and sent. Never holds a single answer.

use super::kind::Kind;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// The payload of Standard Webhooks, with the digest as the API gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Weekly {
    #[serde(rename = "type")]
    pub(crate) kind: Kind,
    /// RFC 3339.
    pub(crate) timestamp: String,
    pub(crate) data: WeeklyData,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WeeklyData {
    pub(crate) site: String,
    pub(crate) survey: String,
    /// Such as `2026-W48`.
    pub(crate) week: String,
    /// All of it in some lines.
    pub(crate) text: String,
    /// Where the digest is read, where the collector knows its own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) report: Option<String>,
    #[serde(flatten)]
    pub(crate) figures: Map<String, Json>,
}
