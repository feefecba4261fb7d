//! `POST /v1/responses`: one response or a list of them, stored all together or not at all.

use crate::app::App;
use crate::error::{Error, LARGEST_BODY};
use crate::store::{Received, Refused};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::routing::post;
use axum::{Json, Router};
use effortlet_core::response::{Refusal, Response, moment, read};
use effortlet_core::source::{Problem, Value, parse_json};
use effortlet_core::time::{Duration, Timestamp};
use serde_json::json;
use std::time::Duration as StdDuration;
use tower_http::cors::{Any, CorsLayer};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/v1/responses", post(ingest))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_anywhere())
}

/// Pages of any origin may post, without cookies or other credentials.
fn from_anywhere() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::POST])
        .allow_headers(Any)
        .expose_headers([header::RETRY_AFTER])
        .max_age(StdDuration::from_secs(24 * 60 * 60))
}

async fn ingest(
    State(app): State<App>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<serde_json::Value>, Error> {
    require_known_type(&headers)?;
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        _ => Error::CutShort,
    })?;
    let arrived = (app.clock)();
    let received = responses(&body)?.into_iter().map(|it| corrected(it, arrived)).collect();
    match app.store.keep(received).await {
        Ok(kept) => Ok(Json(json!({ "stored": kept.stored, "unchanged": kept.unchanged }))),
        Err(Refused::AnotherSurvey { id }) => Err(Error::Impossible(vec![Problem {
            place: "id".to_owned(),
            expected: format!("the survey that {id} was first posted for"),
        }])),
        Err(Refused::Unavailable) => Err(Error::Unavailable),
    }
}

/// Simple cross-origin posts cannot say `application/json` without a preflight.
fn require_known_type(headers: &HeaderMap) -> Result<(), Error> {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = given.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    let known = ["application/json", "text/plain"];
    if known.iter().any(|known| essence.eq_ignore_ascii_case(known)) {
        Ok(())
    } else {
        Err(Error::UnknownType)
    }
}

/// The responses of a body, each held to the core's own rules.
fn responses(body: &[u8]) -> Result<Vec<Response>, Error> {
    let text = std::str::from_utf8(body).unwrap_or_default();
    match parse_json(text).map_err(|problem| Error::Malformed(vec![problem]))? {
        Value::List(items) if items.is_empty() => Err(Error::Malformed(vec![Problem {
            place: String::new(),
            expected: "at least one response".to_owned(),
        }])),
        Value::List(items) => {
            items.iter().enumerate().map(|(index, item)| response(item, &format!("[{index}]"))).collect()
        }
        item => Ok(vec![response(&item, "")?]),
    }
}

fn response(item: &Value, place: &str) -> Result<Response, Error> {
    let inside = |problems: Vec<Problem>| problems.into_iter().map(|it| below(place, it)).collect();
    read(item).map_err(|refusal| match refusal {
        Refusal::Malformed(problems) => Error::Malformed(inside(problems)),
        Refusal::Impossible(problems) => Error::Impossible(inside(problems)),
    })
}

fn below(place: &str, problem: Problem) -> Problem {
    let dot = if place.is_empty() || problem.place.is_empty() { "" } else { "." };
    Problem { place: [place, dot, &problem.place].concat(), ..problem }
}

/// A clock that is off by more than this is corrected; less may well be the network's delay.
const TOLERATED_SKEW: Duration = Duration::seconds(120);

/// The response with its moments by the collector's clock.
///
/// `sentAt` is written anew at each try, so its distance from the arrival is the visitor's clock
/// being wrong, apart from the time on the way.
fn corrected(response: Response, arrived: Timestamp) -> Received {
    let at = |text: &Option<String>| text.as_deref().and_then(moment);
    let skew = at(&response.timing.sent_at).map_or(Duration(0), |sent| arrived - sent);
    let shift = if skew.0.abs() > TOLERATED_SKEW.0 { skew } else { Duration(0) };
    Received {
        shown_at: moment(&response.timing.shown_at).unwrap_or(arrived) + shift,
        answered_at: at(&response.timing.answered_at).map(|answered| answered + shift),
        arrived,
        response,
    }
}
