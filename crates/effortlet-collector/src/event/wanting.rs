//! Which webhooks want which events, and the deliveries that come of a response.
//!
//! The same event of the same response is one delivery of a webhook, however often it comes. Never
//! looks into a response where nobody wants anything of it.

use super::body::{Data, Event};
use super::happened::events;
use super::kind::Kind;
use super::weekly::Weekly;
use crate::catalog::{Catalog, site_of};
use effortlet_core::response::Response;
use effortlet_core::time::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// How a webhook is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Form {
    /// JSON as Standard Webhooks has it.
    Standard,
    /// `{"text": …}`, which Slack, Mattermost, Rocket.Chat and Google Chat take.
    Chat,
    /// One issue an article.
    Github,
    Gitlab,
}

impl Form {
    pub(crate) const ALL: [Self; 4] = [Self::Standard, Self::Chat, Self::Github, Self::Gitlab];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Chat => "chat",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
        }
    }

    pub(crate) fn is_issue(self) -> bool {
        matches!(self, Self::Github | Self::Gitlab)
    }
}

/// As much of a webhook as says what it wants.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wanting {
    /// Of the webhook.
    pub(crate) id: String,
    pub(crate) site: String,
    /// None for all of the site.
    pub(crate) survey: Option<String>,
    pub(crate) kinds: Vec<Kind>,
}

/// A row to be stored beside the response that it tells of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct NewDelivery {
    pub(crate) id: String,
    pub(crate) webhook: String,
    pub(crate) event: &'static str,
    /// None of a test.
    pub(crate) response: Option<String>,
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) at: i64,
}

/// The deliveries of a response that was just stored under this version.
pub(crate) fn deliveries(
    wanting: &[Wanting],
    catalog: &Catalog,
    response: &Response,
    version: &str,
    at: Timestamp,
) -> Vec<NewDelivery> {
    let wants = |it: &&Wanting| it.site == site_of(response) && it.survey.as_ref().is_none_or(|id| *id == response.survey);
    let wanting: Vec<&Wanting> = wanting.iter().filter(wants).collect();
    let known = || catalog.versions(site_of(response), &response.survey)?.known.get(version);
    let (false, Some(known)) = (wanting.is_empty(), known()) else { return Vec::new() };
    let events = events(response, version, known, at);
    let all = events.iter().flat_map(|event| {
        let wanting = wanting.iter().filter(|it| it.kinds.contains(&event.kind));
        wanting.filter_map(|it| NewDelivery::of(&it.id, event, at))
    });
    all.collect()
}

impl NewDelivery {
    pub(crate) fn of(webhook: &str, event: &Event, at: Timestamp) -> Option<Self> {
        let Data { response, comment, .. } = &event.data;
        let question = comment.as_ref().map_or("", |it| &it.question);
        let response = (event.kind != Kind::Test).then(|| response.clone());
        // Each test is one of its own.
        let which = response.clone().unwrap_or_else(|| at.0.to_string());
        Some(Self {
            id: id([webhook, event.kind.word(), &which, question]),
            webhook: webhook.to_owned(),
            event: event.kind.word(),
            response,
            subject: if event.kind == Kind::Test { format!("test {which}") } else { event.data.subject().replace('\0', "") },
            body: serde_json::to_string(event).ok()?,
            at: at.0,
        })
    }
}

impl NewDelivery {
    /// Of a week; the same one again is the same delivery.
    pub(crate) fn weekly(webhook: &str, event: &Weekly, at: Timestamp) -> Option<Self> {
        let survey = &event.data.survey;
        Some(Self {
            id: id([webhook, event.kind.word(), survey, &event.data.week]),
            webhook: webhook.to_owned(),
            event: event.kind.word(),
            response: None,
            subject: survey.clone(),
            body: serde_json::to_string(event).ok()?,
            at: at.0,
        })
    }
}

/// The same for the same, and nothing that anybody else could choose.
fn id(parts: [&str; 4]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let digits = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>();
    format!("msg_{digits}")
}
