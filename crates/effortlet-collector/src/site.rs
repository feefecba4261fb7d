//! Static files beside the collector, for a site and its endpoint on one address.

use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Redirect;
use axum::routing::{MethodRouter, get, get_service};
use std::path::PathBuf;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// The files of a folder: `index.html` stands for its folder, `404.html` for what is not there.
///
/// Browsers are asked to check for a newer file each time.
pub(crate) fn files(folder: PathBuf) -> MethodRouter {
    let lost = folder.join("404.html");
    let files = ServeDir::new(&folder);
    let service = if lost.is_file() {
        get_service(files.not_found_service(ServeFile::new(lost)))
    } else {
        get_service(files)
    };
    service.layer(SetResponseHeaderLayer::overriding(
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-cache"),
    ))
}

/// Without files, the home address leads to the reports.
pub(crate) fn without_files() -> Router {
    Router::new()
        .route("/", get(|| async { Redirect::temporary("/report/") }))
        .fallback(|| async { (StatusCode::NOT_FOUND, "nothing is here\n") })
}
