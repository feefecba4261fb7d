//! `GET /v1/exports/responses.…`: exports that begin at once and take as long as they take.
//!
//! Never ends a file that broke off as if it were whole: the connection breaks off with it.

mod streamed;

use crate::app::App;
use crate::asked::Parameters;
use crate::description::Guarded;
use crate::error::{Error, Problems};
use crate::export::{Export, Format};
use crate::selection::Selection;
use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;
use streamed::Streamed;
use tokio::sync::Semaphore;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Exports at once: each reads from the database all the time.
const MOST: usize = 2;

/// For programs with a read token, and for people.
pub(crate) fn guarded_routes() -> OpenApiRouter<App> {
    let routes = OpenApiRouter::default().routes(routes!(csv)).routes(routes!(xlsx)).routes(routes!(jsonl));
    // Where the cookie of a person's session goes.
    let routes = routes
        .route("/report/-/exports/responses.csv", get(csv))
        .route("/report/-/exports/responses.xlsx", get(xlsx))
        .route("/report/-/exports/responses.jsonl", get(jsonl));
    routes.layer(Extension(Arc::new(Semaphore::new(MOST))))
}

/// A table as text in UTF-8 (RFC 4180)
///
/// A row for each response and a column for each question; several options stand in one cell.
#[utoipa::path(
    get, path = "/v1/exports/responses.csv", tag = "responses", params(Selection), security(("readToken" = [])),
    responses(
        (status = 200, body = String, content_type = "text/csv"),
        (status = 400, body = Problems, description = "A parameter cannot be read"),
        Guarded,
    )
)]
async fn csv(app: State<App>, places: Extension<Arc<Semaphore>>, asked: Parameters) -> Result<Response, Error> {
    export(app, places, asked, Format::Csv).await
}

/// A workbook, with numbers and dates
///
/// It begins when all is read. What a sheet has no room for goes on in another one.
#[utoipa::path(
    get, path = "/v1/exports/responses.xlsx", tag = "responses", params(Selection), security(("readToken" = [])),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 400, body = Problems, description = "A parameter cannot be read"),
        Guarded,
    )
)]
async fn xlsx(app: State<App>, places: Extension<Arc<Semaphore>>, asked: Parameters) -> Result<Response, Error> {
    export(app, places, asked, Format::Xlsx).await
}

/// JSON, a line for each response
#[utoipa::path(
    get, path = "/v1/exports/responses.jsonl", tag = "responses", params(Selection), security(("readToken" = [])),
    responses(
        (status = 200, body = String, content_type = "application/jsonl"),
        (status = 400, body = Problems, description = "A parameter cannot be read"),
        Guarded,
    )
)]
async fn jsonl(app: State<App>, places: Extension<Arc<Semaphore>>, asked: Parameters) -> Result<Response, Error> {
    export(app, places, asked, Format::Jsonl).await
}

async fn export(
    State(app): State<App>,
    Extension(places): Extension<Arc<Semaphore>>,
    asked: Parameters,
    format: Format,
) -> Result<Response, Error> {
    let mut named = asked.only(&Selection::NAMES)?;
    let wanted = Selection::taken(&mut named).wanted().map_err(Error::Malformed)?;
    let place = places.try_acquire_owned().map_err(|_| Error::Busy)?;
    let export = Export::begin(&app.store, wanted, format).await.map_err(|error| {
        tracing::error!(%error, "an export did not begin");
        Error::Unavailable
    })?;
    let (content_type, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        Format::Jsonl => ("application/jsonl", "jsonl"),
    };
    let day: String = (app.clock)().rfc3339().chars().take(10).collect();
    let file = format!("attachment; filename=\"responses-{day}.{ending}\"");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(file).unwrap_or(HeaderValue::from_static("attachment"))),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, Body::new(Streamed::new(export, place))).into_response())
}
