//! The language of the page that a task makes. Never known outside of it: what no request has asked for is English.

use super::Language;
use super::messages::Messages;
use super::wanted::wanted;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use fluent_bundle::FluentArgs;
use std::sync::LazyLock;

/// Below it are the pages that people read.
const PAGES: [&str; 2] = ["/report/", "/shared/"];

/// What the language of a page depends on.
const VARIES: HeaderValue = HeaderValue::from_static("accept-language, cookie");

/// Read once.
static MESSAGES: LazyLock<Messages> = LazyLock::new(Messages::read);

tokio::task_local! {
    static SPOKEN: Language;
}

/// Pages are made in the language that is wanted.
pub(crate) fn spoken<Shared: Clone + Send + Sync + 'static>(routes: Router<Shared>) -> Router<Shared> {
    routes.layer(from_fn(speak))
}

async fn speak(request: Request, next: Next) -> Response {
    if !PAGES.iter().any(|it| request.uri().path().starts_with(it)) {
        return next.run(request).await;
    }
    let language = wanted(request.headers());
    let mut response = SPOKEN.scope(language, next.run(request)).await;
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    if kind.is_some_and(|it| it.starts_with("text/html")) {
        response.headers_mut().append(header::VARY, VARIES);
    }
    response
}

/// Of the page that this task makes.
pub(crate) fn language() -> Language {
    SPOKEN.try_with(|it| *it).unwrap_or_default()
}

/// A text in that language.
pub(super) fn write(key: &str, values: &FluentArgs) -> String {
    MESSAGES.write(language(), key, values)
}

#[cfg(test)]
pub(crate) fn in_language<Made>(language: Language, make: impl FnOnce() -> Made) -> Made {
    SPOKEN.sync_scope(language, make)
}
