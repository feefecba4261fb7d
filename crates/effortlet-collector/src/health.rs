//! `/livez` and `/readyz`: whether it runs, and whether it can write.

use crate::app::App;
use crate::error::Error;
use axum::Router;
use axum::extract::State;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/livez", get(|| async { "alive\n" })).route("/readyz", get(ready))
}

/// Ready means that a real write, however tiny, was committed.
async fn ready(State(app): State<App>) -> Result<&'static str, Error> {
    app.store.probe((app.clock)()).await.map_err(|_| Error::Unavailable)?;
    Ok("ready\n")
}
