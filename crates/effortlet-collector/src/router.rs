//! Which address leads to which room. Never answers a request itself.

use crate::app::App;
use crate::{health, ingest, report, site};
use axum::Router;
use std::path::PathBuf;

/// All routes; files of `site` answer where no route does.
pub fn router(app: App, site: Option<PathBuf>) -> Router {
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
