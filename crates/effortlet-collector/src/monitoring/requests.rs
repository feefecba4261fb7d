//! Each request on its way out: counted, and told where it failed.

use super::rationed::Rationed;
use crate::error::Reason;
use crate::metrics::Metrics;
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

/// What all requests are counted by; clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Monitor {
    metrics: Metrics,
    told: Arc<Rationed>,
}

impl Monitor {
    pub(crate) fn new(metrics: Metrics) -> Self {
        Self { metrics, told: Arc::default() }
    }
}

/// These routes, each request of which is counted.
pub(crate) fn monitored(routes: Router, monitor: Monitor) -> Router {
    routes.layer(from_fn_with_state(monitor, watch))
}

/// What no route answers; its address is whatever a stranger likes.
const UNMATCHED: &str = "unmatched";

async fn watch(State(monitor): State<Monitor>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = word(request.method());
    let route = match request.extensions().get::<MatchedPath>() {
        Some(path) => Cow::Owned(path.as_str().to_owned()),
        None => Cow::Borrowed(UNMATCHED),
    };
    let response = next.run(request).await;
    let (took, status) = (began.elapsed(), response.status());
    if status.is_client_error() || status.is_server_error() {
        let reason = response.extensions().get::<Reason>().map_or_else(|| usual(status), |it| it.0);
        monitor.metrics.refused(reason);
        if let Some(left_out) = monitor.told.may_tell(reason, began + took) {
            tell(method, &route, status, reason, u64::try_from(took.as_millis()).unwrap_or(u64::MAX), left_out);
        }
    }
    monitor.metrics.asked(method, route, status.as_u16(), took);
    response
}

/// What may need somebody's hand is a warning; what is the visitor's own fault is not.
fn tell(method: &str, route: &str, status: StatusCode, reason: &str, milliseconds: u64, left_out: u64) {
    let status_code = status.as_u16();
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        tracing::warn!(method, route, status = status_code, reason, milliseconds, left_out, "request failed");
    } else {
        tracing::info!(method, route, status = status_code, reason, milliseconds, left_out, "request refused");
    }
}

/// The reason of what is refused without one of our own.
fn usual(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method",
        StatusCode::FORBIDDEN => "forbidden",
        StatusCode::GONE => "gone",
        StatusCode::TOO_MANY_REQUESTS => "too-many",
        status if status.is_server_error() => "server",
        _ => "client",
    }
}

/// Anybody may call a method whatever they like.
fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
