//! Where answers are posted, and how. Never posts them.

use crate::outbox::Ack;
use crate::source::{Node, Problems};

/// Checks `endpoint` of a definition: a url, or an object with one.
///
/// True where answers have somewhere to go; a mistake beside the url does not change that. And what
/// proves there that they were taken. How to post is read by the transport, out of the same document.
pub fn read(definition: Node<'_>, problems: &mut Problems) -> (bool, Ack) {
    let Some(node) = definition.given("endpoint") else { return Default::default() };
    if node.value.text().is_some() {
        return (read_url(node, problems), Ack::Echo);
    }
    if !node.object(&["url", "format", "headers", "credentials", "ack"], problems) {
        return Default::default();
    }
    let has_url = read_url(node.field("url"), problems);
    node.word_or_first("format", &["json", "text"], problems);
    if let Some(headers) = node.given("headers") {
        let expected = "an object with a text for each header";
        for (name, _) in headers.entries(expected, problems).unwrap_or_default() {
            read_header(name, headers.field(name), problems);
        }
    }
    node.word_or_first("credentials", &["omit", "same-origin", "include"], problems);
    let is_status = node.word_or_first("ack", &["echo", "status"], problems) == 1;
    (has_url, if is_status { Ack::Status } else { Ack::Echo })
}

/// Checks `origins`: whose pages may post to the endpoint. The collector is who heeds it.
pub fn read_origins(definition: Node<'_>, problems: &mut Problems) {
    let Some(node) = definition.given("origins") else { return };
    for item in node.items("a list of origins", problems).unwrap_or_default() {
        let url = item.text_or_empty();
        let host = ["https://", "http://"].iter().find_map(|start| url.strip_prefix(start)).unwrap_or_default();
        let is_host = !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']);
        node.item(item).check(is_host, "an origin such as \"https://acme.example\"", problems);
    }
}

/// A name and a text that `fetch` accepts.
fn read_header(name: &str, value: Node<'_>, problems: &mut Problems) {
    let named = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let is_name = !name.is_empty() && name.bytes().all(named);
    if value.check(is_name, "a header name of letters, digits and hyphens", problems) {
        let printable = |text: &str| text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        value.check(value.value.text().is_some_and(printable), "text of ASCII characters", problems);
    }
}

fn read_url(node: Node<'_>, problems: &mut Problems) -> bool {
    let url = node.value.text_or_empty();
    let is_url = ["https://", "http://", "/"].iter().any(|start| url.starts_with(start));
    let expected = "a url such as \"https://collect.example/v1/responses\" or \"/v1/responses\"";
    node.check(is_url, expected, problems)
}
