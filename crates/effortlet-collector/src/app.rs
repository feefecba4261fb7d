//! The router: which address leads to which room.

use crate::store::Store;
use crate::{health, ingest, report, site};
use axum::Router;
use effortlet_core::time::Timestamp;
use std::path::PathBuf;

/// What tells the time.
pub type Clock = fn() -> Timestamp;

/// What every request may use.
#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub clock: Clock,
}

/// All routes; files of `site` answer where no route does.
pub fn app(app: App, site: Option<PathBuf>) -> Router {
    let routes = Router::new()
        .merge(ingest::routes())
        .merge(report::routes())
        .merge(health::routes())
        .with_state(app);
    match site {
        Some(folder) => routes.fallback_service(site::files(folder)),
        None => routes.merge(site::without_files()),
    }
}
