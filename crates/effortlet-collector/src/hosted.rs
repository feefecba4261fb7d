//! `/s/{survey}`: a page of our own with one survey, for links in messages. The widget asks on it as on any other.
//!
//! Never stores anything: whoever opens a link may be a scanner of mail. What is stored comes by a post, once
//! somebody has answered.

mod asking;
mod language;
mod page;
mod style;
mod words;

use crate::published::{Draft, Published};
use asking::Asking;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use page::Place;
use std::sync::Arc;

/// Also where there is no definition yet: one may be published from the builder.
pub(crate) fn routes<Shared: Clone + Send + Sync + 'static>(published: Published) -> Router<Shared> {
    Router::new()
        .route("/s/page.js", get(page::script))
        .route("/s/{survey}", get(of_first))
        .route("/s/{site}/{survey}", get(of_site))
        .with_state(published)
}

async fn of_first(
    State(published): State<Published>,
    Path(survey): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    answer(published.all().first(), &survey, query, &headers, &page::FIRST)
}

async fn of_site(
    State(published): State<Published>,
    Path((site, survey)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    answer(published.of(&site).as_ref(), &survey, query, &headers, &page::OF_SITE)
}

fn answer(draft: Option<&Arc<Draft>>, survey: &str, query: Option<String>, headers: &HeaderMap, place: &Place) -> Response {
    let address = format!("?{}", query.unwrap_or_default());
    let wanted = language::wanted(&address, headers);
    match draft.and_then(|draft| Asking::of(&draft.text, survey, &wanted, &address)) {
        Some(asking) => page::page(&asking, place).into_response(),
        None => page::unknown(&wanted).into_response(),
    }
}
