//! What came back to a post, and what it means for each response in it.
//!
//! Never takes a status for a receipt, unless a team says that its receiver means it so: portals,
//! proxies and service workers answer 200 to everything.

use super::Posted;
use crate::source::{Value, parse};
use crate::time::Duration;
use alloc::string::String;

/// What proves that a response was taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ack {
    /// The reply names its id and its revision, as the collector's does: `{ "responses": [{ "id", "rev" }] }`.
    #[default]
    Echo,
    /// Any 2xx that is neither HTML nor redirected: a receiver of the team's own.
    Status,
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// 0 stands for no reply at all.
    status: u16,
    /// Somebody else may have spoken for the receiver: a log-in page, a portal.
    is_foreign: bool,
    retry_after: Option<Duration>,
    body: Value,
}

/// What it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Taken,
    /// To be posted again: nobody was there who could take it, or somebody else refused it.
    Later,
    /// The receiver itself does not want it.
    Refused,
}

impl Reply {
    /// `kind` is its content type, `text` its body; both may be empty.
    pub fn new(status: u16, is_redirected: bool, kind: &str, retry_after: Option<Duration>, text: &str) -> Self {
        let is_html = is_html(kind);
        let body = if is_html { Value::Absent } else { parse(&compact(text)) };
        Self { status, is_foreign: is_redirected || is_html, retry_after, body }
    }

    /// Of one response that was posted, with others or alone.
    ///
    /// Only 400 and 422 judge a response (RFC 9110, 15.5.1 and 15.5.21); what every other status says is
    /// said of an address, a right, a size that somebody allows or a moment, and may be over tomorrow.
    pub fn verdict(&self, posted: &Posted, ack: Ack) -> Verdict {
        match (self.status, ack) {
            (200..=299, Ack::Echo) if self.echoes(posted) => Verdict::Taken,
            (200..=299, Ack::Status) if !self.is_foreign => Verdict::Taken,
            // The collector says what is wrong. Who says nothing in its replies has only the status for it.
            (400 | 422, Ack::Echo) if self.has_problems() => Verdict::Refused,
            (400 | 422, Ack::Status) if !self.is_foreign => Verdict::Refused,
            _ => Verdict::Later,
        }
    }

    /// Whether nobody has even looked at what was posted. Otherwise another in a list may be the reason.
    pub(super) fn is_outage(&self) -> bool {
        self.is_foreign || !self.is_spoken()
    }

    /// Whether somebody is there, be it who takes no responses. Otherwise it is for the network or a moment.
    pub(super) fn is_spoken(&self) -> bool {
        !matches!(self.status, 0 | 408 | 425 | 429 | 502..=504)
    }

    pub(super) fn status(&self) -> Option<u16> {
        (self.status > 0).then_some(self.status)
    }

    pub(super) fn retry_after(&self) -> Option<Duration> {
        self.retry_after.filter(|_| !matches!(self.status, 200..=299))
    }

    fn echoes(&self, posted: &Posted) -> bool {
        self.body.field("responses").items().iter().any(|it| {
            it.field("id").text_or_empty() == &posted.id
                && it.field("rev").number().is_some_and(|rev| rev >= f64::from(posted.rev))
        })
    }

    fn has_problems(&self) -> bool {
        !self.is_foreign && !self.body.field("problems").items().is_empty()
    }
}

fn is_html(kind: &str) -> bool {
    let kind = kind.as_bytes();
    [&b"text/html"[..], b"application/xhtml"].iter().any(|html| kind.get(..html.len()).is_some_and(|it| it.eq_ignore_ascii_case(html)))
}

/// As deep as anything that a receiver says.
const DEEPEST: i32 = 8;

/// Without the white space between its parts; nothing where it is deeper than anybody means it.
fn compact(text: &str) -> String {
    let (mut is_quoted, mut is_escaped, mut depth) = (false, false, 0);
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        if is_quoted || !character.is_ascii_whitespace() {
            kept.push(character);
        }
        match character {
            '[' | '{' if !is_quoted => depth += 1,
            ']' | '}' if !is_quoted => depth -= 1,
            '"' if !is_escaped => is_quoted = !is_quoted,
            _ => {}
        }
        is_escaped = is_quoted && character == '\\' && !is_escaped;
        if depth > DEEPEST {
            return String::new();
        }
    }
    kept
}

#[cfg(test)]
mod tests;
