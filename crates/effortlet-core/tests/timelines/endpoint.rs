//! Who answers posts in a timeline: a status, what stands for one, or nobody.

use effortlet_core::outbox::{Posted, Reply};
use effortlet_core::time::Duration;

pub(super) struct Endpoint {
    /// As it is written: a status, `refuses` or `html`; `mute` never answers, `down` breaks.
    pub(super) name: String,
    /// As it is written after `after`.
    retry_after: Option<Duration>,
}

impl Endpoint {
    pub(super) fn new(words: &[&str]) -> Self {
        let retry_after = match words {
            [_, "after", span] => Duration::read(span),
            _ => None,
        };
        let name = words.first().copied().unwrap_or_default();
        Self { name: if name == "down" { "0" } else { name }.into(), retry_after }
    }

    pub(super) fn reply(&self, posts: &[Posted]) -> Reply {
        let reply = |status, kind, text: &str| Reply::new(status, false, kind, self.retry_after, text);
        match self.name.as_str() {
            "200" => {
                let echoes: Vec<String> = posts.iter().map(|it| format!(r#"{{"id":"{}","rev":{}}}"#, it.id, it.rev)).collect();
                reply(200, "application/json", &format!(r#"{{"responses":[{}]}}"#, echoes.join(",")))
            }
            "refuses" => reply(422, "application/json", r#"{"problems":[{"place":"survey","expected":"one that is known"}]}"#),
            "html" => reply(200, "text/html", "<!doctype html>"),
            status => reply(status.parse().unwrap_or(0), "", ""),
        }
    }
}
