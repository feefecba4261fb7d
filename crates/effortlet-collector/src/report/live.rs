//! `/report/-/live`: tells a page that is open that answers have come, so that it shows them. Never says which.
//!
//! The number is that of the last revision that any collector has stored, so that it does not matter which
//! one a page came from.

use crate::app::App;
use crate::asked::Parameters;
use crate::error::{Error, unreadable};
use crate::selection::problem;
use crate::serving::Farewell;
use crate::store::Store;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until};

/// Pages that are told at once: each asks the database for one number a second.
pub(super) const MOST: usize = 64;

const EVERY: Duration = Duration::from_secs(1);

/// How long one request is told; its browser comes back by itself, if whoever looks still may.
const LONGEST: Duration = Duration::from_secs(60);

pub(super) async fn script() -> impl IntoResponse {
    served(include_str!("live.js"))
}

pub(super) async fn zone_script() -> impl IntoResponse {
    served(include_str!("zone.js"))
}

pub(super) async fn copy_script() -> impl IntoResponse {
    served(include_str!("copy.js"))
}

fn served(script: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], script)
}

/// Whom to tell, and of what was known already.
struct Told {
    store: Store,
    known: i64,
    farewell: Farewell,
    next: Instant,
    until: Instant,
    _place: OwnedSemaphorePermit,
}

/// `after` is the number that the page was made at.
pub(super) async fn live(State(app): State<App>, places: axum::Extension<Arc<Semaphore>>, headers: HeaderMap, asked: Parameters) -> Result<Response, Error> {
    let named = asked.only(&["after"])?;
    let came_back_with = headers.get("last-event-id").and_then(|it| it.to_str().ok()?.parse().ok());
    let after = match named.get("after").map(|it| it.parse()) {
        Some(Ok(after)) => came_back_with.unwrap_or(after),
        _ => return Err(Error::Malformed(vec![problem("after", "the number that a page was made at")])),
    };
    let place = places.0.try_acquire_owned().map_err(|_| Error::Busy)?;
    app.store.last_number().await.map_err(unreadable)?;
    let now = Instant::now();
    let told = Told { store: app.store, known: after, farewell: app.farewell, next: now, until: now + LONGEST, _place: place };
    Ok(Sse::new(unfold(told, next)).keep_alive(KeepAlive::default()).into_response())
}

/// The next change; none where the collector stops, cannot read, or has told for long enough.
async fn next(mut told: Told) -> Option<(Result<Event, Infallible>, Told)> {
    while told.next < told.until {
        tokio::select! {
            () = sleep_until(told.next) => {}
            () = told.farewell.said() => return None,
        }
        told.next += EVERY;
        let last = told.store.last_number().await.ok()?;
        if last != told.known {
            told.known = last;
            return Some((Ok(Event::default().event("changed").id(last.to_string()).data(last.to_string())), told));
        }
    }
    None
}
