//! `/metrics`: for those who may read the report, or for all who reach an address of its own.

use crate::app::App;
use crate::error::Error;
use crate::metrics::CONTENT_TYPE;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/metrics", get(metrics))
}

/// The same where nothing else is, and nobody is asked who they are.
pub(crate) fn open_routes(app: App) -> Router {
    routes().with_state(app)
}

async fn metrics(State(app): State<App>) -> Result<impl IntoResponse, Error> {
    let text = app.metrics.text(&app.store).await.map_err(|_| Error::Unavailable)?;
    Ok(([(header::CONTENT_TYPE, CONTENT_TYPE), (header::CACHE_CONTROL, "no-store")], text))
}
