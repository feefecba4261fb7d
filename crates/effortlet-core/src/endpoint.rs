//! Where answers are posted, and how.

use crate::source::{Node, Problems, Source};
use alloc::{string::String, vec::Vec};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Absolute, or relative to the page.
    pub url: String,
    /// `None`: JSON for the page's own origin, text for others, which needs no preflight.
    pub format: Option<Format>,
    /// Sent with every post.
    pub headers: Vec<(String, String)>,
    pub credentials: Credentials,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `application/json`
    Json,
    /// `text/plain`, the same text
    Text,
}

/// Whether cookies go with a post, as `fetch` names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Credentials {
    Omit,
    #[default]
    SameOrigin,
    Include,
}

impl Endpoint {
    pub fn at(url: String) -> Self {
        Self { url, format: None, headers: Vec::new(), credentials: Credentials::default() }
    }

    pub fn read<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<Self> {
        if node.peek_text().is_some() {
            return read_url(node, problems).map(Self::at);
        }
        node.only(&["url", "format", "headers", "credentials"], problems)?;
        let mut endpoint = Self::at(read_url(&node.field("url"), problems)?);
        if let Some(format) = node.field("format").given() {
            endpoint.format = Some(format.word(&[("json", Format::Json), ("text", Format::Text)], problems)?);
        }
        if let Some(headers) = node.field("headers").given() {
            for (name, value) in headers.entries("an object with a text for each header", problems)? {
                if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)) {
                    return value.expect("a header name of letters, digits and hyphens", problems);
                }
                // fetch refuses what no header can carry.
                match value.peek_text() {
                    Some(text) if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) => {
                        endpoint.headers.push((name, text));
                    }
                    _ => return value.expect("text of ASCII characters", problems),
                }
            }
        }
        if let Some(credentials) = node.field("credentials").given() {
            let words = [
                ("omit", Credentials::Omit),
                ("same-origin", Credentials::SameOrigin),
                ("include", Credentials::Include),
            ];
            endpoint.credentials = credentials.word(&words, problems)?;
        }
        Some(endpoint)
    }
}

fn read_url<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<String> {
    match node.peek_text() {
        Some(url) if ["https://", "http://", "/"].iter().any(|start| url.starts_with(start)) => Some(url),
        _ => node.expect("a url such as \"https://collect.example/v1/responses\" or \"/v1/responses\"", problems),
    }
}
