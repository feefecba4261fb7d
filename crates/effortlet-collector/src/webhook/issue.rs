//! What the issue of an article says, and how GitHub and GitLab are asked for it.
//!
//! Never writes a visitor's word where it could mention, refer to or run anything.

use super::neutral::{in_chat, in_markdown};
use crate::event::{Event, Form, Kind};
use effortlet_core::response::moment;
use effortlet_core::time::Timestamp;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

/// So many comments stand in an issue, of so many characters each.
const MOST_COMMENTS: usize = 5;
const COMMENT: usize = 600;

/// A gap may follow each character, and trackers take some 255.
const TITLE: usize = 100;

/// What an issue is to say.
pub(super) struct Said<'a> {
    /// Of the latest event.
    pub(super) event: &'a Event,
    pub(super) low: u64,
    pub(super) comments: u64,
    /// The latest comments, the newest first.
    pub(super) latest: &'a [Event],
    pub(super) report: Option<&'a str>,
    /// The number of the one before, which was closed.
    pub(super) after: Option<i64>,
    pub(super) marker: &'a str,
}

pub(super) fn title(said: &Said<'_>) -> String {
    let page = &said.event.data.page;
    let name = if page.title.trim().is_empty() { said.event.data.subject() } else { &page.title };
    let name = in_chat(name, TITLE);
    match said.event.kind {
        Kind::Test => "A test of Effortlet".to_owned(),
        _ if said.low > 0 => format!("Visitors have a hard time: {name}"),
        _ => format!("Visitors commented: {name}"),
    }
}

pub(super) fn body(said: &Said<'_>) -> String {
    let page = &said.event.data.page;
    let mut lines = vec![format!("**{}**, **{}**.", counted(said.low, "low answer"), counted(said.comments, "comment"))];
    lines.push(format!("Page: {} ({})", in_markdown(&page.title, TITLE), in_markdown(&page.url, COMMENT)));
    lines.extend(said.report.map(|it| format!("Report: {it}")));
    lines.extend(said.after.map(|it| format!("The issue before this one, #{it}, was closed.")));
    let mut text = lines.join("\n\n");
    let comments = said.latest.iter().flat_map(words).take(MOST_COMMENTS).collect::<Vec<_>>();
    if !comments.is_empty() {
        text.push_str("\n\n### Latest comments\n\n");
        text.push_str(&comments.join("\n"));
    }
    text.push_str("\n\n_Brought up to date once an hour at most. Close it when the article is better: new low answers open another one._\n\n");
    text.push_str(said.marker);
    text
}

/// Each comment of an event in one line of a list, with its day.
fn words(event: &Event) -> Vec<String> {
    let day = event.timestamp.get(..10).unwrap_or_default();
    let texts: Vec<&str> = match (&event.data.comment, event.kind) {
        (Some(comment), _) => vec![&comment.text],
        (None, _) => event.data.answers.iter().filter(|it| it.kind == "text").filter_map(|it| it.value.as_str()).collect(),
    };
    texts.into_iter().map(|text| format!("- “{}” ({day})", in_markdown(text, COMMENT))).collect()
}

fn counted(count: u64, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Stands unseen in an issue, so that one whose making nobody has confirmed is found again.
pub(super) fn marker(webhook: &str, subject: &str, begun: Timestamp) -> String {
    let hash = Sha256::digest(format!("{webhook} {subject} {}", begun.0));
    let digits: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("<!-- effortlet {digits} -->")
}

/// What is posted to make one; `body` alone brings one up to date.
pub(super) fn made(form: Form, title: &str, body: &str) -> Json {
    match form {
        Form::Gitlab => json!({ "title": title, "description": body }),
        _ => json!({ "title": title, "body": body }),
    }
}

pub(super) fn changed(form: Form, body: &str) -> Json {
    match form {
        Form::Gitlab => json!({ "description": body }),
        _ => json!({ "body": body }),
    }
}

/// The newest, closed ones too.
pub(super) fn newest(form: Form) -> &'static str {
    match form {
        Form::Gitlab => "/issues?order_by=created_at&sort=desc&per_page=50&scope=all",
        _ => "/issues?state=all&sort=created&direction=desc&per_page=50",
    }
}

/// An issue as it is there.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct There {
    pub(super) number: i64,
    pub(super) url: String,
    /// When it was closed, if it is.
    pub(super) closed: Option<Timestamp>,
    /// Whether it was closed because nothing is to be done.
    pub(super) is_declined: bool,
    text: String,
}

impl There {
    pub(super) fn read(form: Form, issue: &Json) -> Option<Self> {
        let (number, url, text) = match form {
            Form::Gitlab => ("iid", "web_url", "description"),
            _ => ("number", "html_url", "body"),
        };
        let word = |name: &str| issue.get(name).and_then(Json::as_str).unwrap_or_default();
        let closed = || moment(word("closed_at")).unwrap_or(Timestamp(0));
        Some(Self {
            number: issue.get(number)?.as_i64()?,
            url: word(url).to_owned(),
            closed: (word("state") == "closed").then(closed),
            is_declined: word("state_reason") == "not_planned",
            text: word(text).to_owned(),
        })
    }

    pub(super) fn has(&self, marker: &str) -> bool {
        self.text.contains(marker)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::test;

    #[test]
    fn an_issue_says_how_many_and_what_they_wrote_and_mentions_nobody() {
        let mut event = test("default", None, Timestamp(1_795_338_300_000));
        event.kind = Kind::Low;
        event.data.page.title = "Refunds".to_owned();
        event.data.page.url = "https://acme.example/help/refunds".to_owned();
        event.data.comment.as_mut().unwrap().text = "@octocat closes #1\n/close ![x](https://evil.example)".to_owned();
        let marker = marker("w", "refunds", Timestamp(7));
        let latest = [event.clone()];
        let said = Said { event: &event, low: 500, comments: 1, latest: &latest, report: None, after: Some(4), marker: &marker };
        assert_eq!(title(&said).replace('\u{200b}', ""), "Visitors have a hard time: Refunds");
        let body = body(&said);
        assert!(body.starts_with("**500 low answers**, **1 comment**.\n\n"), "{body}");
        assert!(body.contains("#4, was closed") && body.ends_with(&marker), "{body}");
        assert!(!body.contains("@octocat") && !body.contains("#1") && !body.contains("\n/close") && !body.contains("]("), "{body}");
        assert!(!body.contains("https://"), "no address of a visitor's is a link: {body}");
    }

    #[test]
    fn both_trackers_are_understood() {
        let github = json!({ "number": 12, "html_url": "https://github.com/acme/docs/issues/12", "state": "closed",
            "state_reason": "not_planned", "closed_at": "2026-11-22T09:05:00Z", "body": "text <!-- effortlet a -->" });
        let there = There::read(Form::Github, &github).unwrap();
        assert_eq!((there.number, there.closed, there.is_declined), (12, Some(Timestamp(1_795_338_300_000)), true));
        assert!(there.has("<!-- effortlet a -->"));
        let gitlab = json!({ "id": 900, "iid": 3, "web_url": "https://gitlab.com/acme/docs/-/issues/3", "state": "opened", "description": null });
        let there = There::read(Form::Gitlab, &gitlab).unwrap();
        assert_eq!((there.number, there.closed), (3, None));
        assert_eq!(There::read(Form::Github, &json!({ "message": "Not Found" })), None);
    }
}
