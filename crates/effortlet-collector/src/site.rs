//! Static files beside the collector, for a site and its endpoint on one address.
//!
//! Never the database, whatever begins with a dot, or what lies outside the folder.

mod within;
mod refusal;

pub(crate) use refusal::refuse_database_within;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use std::path::PathBuf;
use std::sync::Arc;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;
use within::Folder;

/// The files of a folder: `index.html` stands for its folder, `404.html` for what is not there.
///
/// Browsers are asked to check for a newer file each time.
pub(crate) fn files<S: Clone + Send + Sync + 'static>(folder: PathBuf) -> Router<S> {
    let lost = folder.join("404.html");
    let files = ServeDir::new(&folder);
    let folder = Arc::new(Folder::new(folder));
    let routes = if lost.is_file() && folder.may_serve("/404.html") {
        Router::new().fallback_service(files.not_found_service(ServeFile::new(lost)))
    } else {
        Router::new().fallback_service(files)
    };
    routes.layer(from_fn_with_state(folder, only_within)).layer(SetResponseHeaderLayer::overriding(
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-cache"),
    ))
}

/// What may not be served looks like what is not there.
async fn only_within(State(folder): State<Arc<Folder>>, request: Request, next: Next) -> Response {
    if folder.may_serve(request.uri().path()) {
        let slashed = with_slash(request.uri());
        let mut reply = next.run(request).await;
        if let Some(location) = reply.headers_mut().get_mut(header::LOCATION) {
            *location = slashed;
        }
        return reply;
    }
    match folder.lost_page() {
        Some(page) => (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html")], page).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// From a folder to itself with a slash at its end, below whatever path and on whatever host: `//help` would be one.
fn with_slash(folder: &Uri) -> HeaderValue {
    let name = folder.path().rsplit('/').next().unwrap_or_default();
    let query = folder.query().map(|query| format!("?{query}")).unwrap_or_default();
    HeaderValue::try_from(format!("./{name}/{query}")).unwrap_or_else(|_| HeaderValue::from_static("./"))
}

/// Without files, the home address leads to the reports at `report`.
pub(crate) fn without_files(report: String) -> Router {
    Router::new()
        .route("/", get(move || std::future::ready(Redirect::temporary(&report))))
        .fallback(|| std::future::ready(nothing_here()))
}

/// The answer to whatever is not there, and to strangers who ask for what is.
pub(crate) fn nothing_here() -> impl IntoResponse {
    (StatusCode::NOT_FOUND, "nothing is here\n")
}
