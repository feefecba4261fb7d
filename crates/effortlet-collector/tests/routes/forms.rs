//! Forms of pages that did not come as the page sends them: whoever pressed is told on a page, and nothing is changed.

use crate::support::{Collector, PERSON, Reply, id, response, text};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use serde_json::Value;
use std::net::SocketAddr;

async fn press(collector: &Collector, address: &str, form: &str, language: &str) -> Reply {
    let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = request.header(header::ACCEPT_LANGUAGE, language).header(PERSON, "ana");
    let mut request = request.body(Body::from(form.to_owned())).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4711))));
    collector.send(request).await
}

fn is_page(reply: &Reply) -> bool {
    reply.header(header::CONTENT_TYPE).starts_with("text/html") && reply.text.contains("<h1")
}

const COMMENTS: &str = "/report/-/comments?survey=help-center";
const TOPICS: &str = "/report/-/topics?survey=help-center";

#[tokio::test]
async fn a_form_that_cannot_be_read_is_told_on_a_page() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[text("Refunds")])).await;
    let too_long = format!("site=default&response={}&position=0&state=read&note={}", id(1), "x".repeat(2_001));
    let too_large = format!("note={}", "x".repeat(200_000));
    for (address, form, told) in [
        (COMMENTS, "x=1", "The form has nothing for “response”."),
        (COMMENTS, "site=default&response=a&position=b&state=read&note=", "“b” is nothing to put under “position”. It can be a whole number."),
        (COMMENTS, "site=default&response=a&position=0&state=lost&note=", "“lost” is nothing to put under “state”. It can be new, read, done."),
        (COMMENTS, "site=default&response=a%00b&position=0&state=read&note=", "What stands for “response” is no text"),
        (COMMENTS, "site=a%00b&response=a&position=0&state=read&note=", "What stands for “site” is no text"),
        (COMMENTS, "site=default&response=a&position=0&state=read&note=a%00b", "What stands for “note” is no text"),
        (COMMENTS, &too_long, "“note” has 2,001 characters. It can have 2,000 at most."),
        (COMMENTS, &too_large, "That form did not arrive whole."),
        (TOPICS, "stems=refund&note=", "The form has nothing for “topic-language”."),
        (TOPICS, "topic-language=en&stems=refund&note=&class=lost", "“lost” is nothing to put under “class”. It can be missing, outdated, wrong, other."),
        (TOPICS, "topic-language=a%00b&stems=refund&note=", "What stands for “topic-language” is no text"),
        ("/report/-/shares/end?survey=help-center", "id=x", "“x” is nothing to put under “id”. It can be a whole number."),
        ("/report/-/tokens/revoke", "", "The form has nothing for “id”."),
        ("/report/-/language", "language=xx", "“xx” is nothing to put under “language”. It can be en, ro, ru."),
    ] {
        let reply = press(&collector, address, form, "en").await;
        let expected = if form.len() > 100_000 { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::BAD_REQUEST };
        assert_eq!((reply.status, is_page(&reply), reply.text.contains(told)), (expected, true, true), "{address} {told}: {}", reply.text);
    }
    let own = press(&collector, COMMENTS, "x=1", "ro").await.text;
    assert!(own.contains("Nu s-a schimbat nimic") && own.contains("href=\"comments?survey=help-center\""), "{own}");
}

/// A page that cannot be made says so as a page; programs are told as before.
#[tokio::test]
async fn what_a_page_cannot_tell_is_told_on_a_page() {
    let collector = Collector::start().await;
    for address in ["/report/a%00b", "/report/a%00b/help-center", "/report/-/exports/responses.csv?from=yesterday"] {
        let reply = collector.ask("GET", address, &Value::Null).await;
        assert!(reply.status.is_client_error() && is_page(&reply), "{address}: {} {}", reply.status, reply.text);
    }
    for address in ["/v1/surveys/a%00b/report", "/v1/exports/responses.csv?from=yesterday", "/report/-/definitions/9", "/report/-/live?after=x"] {
        let reply = collector.ask("GET", address, &Value::Null).await;
        assert!(reply.status.is_client_error() && !reply.problems().is_empty(), "{address}: {}", reply.text);
    }
}
