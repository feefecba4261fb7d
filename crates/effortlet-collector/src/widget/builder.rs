//! The builder of definitions: two pages, and beside them the widget that they show and the reader that they ask.
//!
//! Holds nothing of a team's, so that everybody may open it. Never lets a script of elsewhere in.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{Redirect, Response};
use axum::routing::get;

const PAGE: &str = "index.html";

/// What is previewed stands in a frame of its own origin, so what is imported can do nothing here.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// `file` answers for a file by its name.
pub(super) fn routes<Shared, File>(file: File) -> Router<Shared>
where
    Shared: Clone + Send + Sync + 'static,
    File: Fn(&str, &HeaderMap) -> Response + Clone + Send + Sync + 'static,
{
    let page = file.clone();
    Router::new()
        .route("/builder", get(|| std::future::ready(Redirect::permanent("builder/"))))
        .route("/builder/", get(move |asked: HeaderMap| std::future::ready(guarded(page(PAGE, &asked)))))
        .route(
            "/builder/{name}",
            get(move |Path(name): Path<String>, asked: HeaderMap| std::future::ready(guarded(file(&name, &asked)))),
        )
}

fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}
