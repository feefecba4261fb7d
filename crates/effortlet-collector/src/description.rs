//! `GET /v1/openapi.json`: the API as its own code describes it (OpenAPI 3.1).
//!
//! Never describes what only pages and people see.

use crate::app::App;
use crate::error::Problems;
use axum::Extension;
use axum::body::Bytes;
use axum::http::header;
use axum::response::IntoResponse;
use utoipa::openapi::OpenApi as Description;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::server::Server;
use utoipa::{IntoResponses, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What whatever needs a login may answer.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "only described: the guard and errors answer so")]
pub(crate) enum Guarded {
    /// Whoever asks may not see this, or nothing is here
    #[response(status = 404, content_type = "text/plain")]
    Stranger(String),
    /// Too much is under way, or the database cannot be used now; `Retry-After` says when to come back
    #[response(status = 503)]
    Unavailable(Problems),
}

/// What whatever only people may change may answer.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "only described: the guard answers so")]
pub(crate) enum Changing {
    /// A page of another origin posted it
    #[response(status = 403, content_type = "text/plain")]
    OthersPage(String),
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Effortlet", description = "What an Effortlet collector takes, and what it lets programs read"),
    tags(
        (name = "ingest", description = "What widgets post"),
        (name = "figures", description = "Surveys and their reports"),
        (name = "responses", description = "What was answered, one by one"),
        (name = "definitions", description = "What teams ask"),
        (name = "webhooks", description = "Who is told of low scores, comments and weeks"),
    )
)]
struct Api;

/// What all descriptions begin with, below the path at which a proxy serves the collector.
pub(crate) fn described(base_path: &str, parts: impl IntoIterator<Item = Description>) -> Description {
    let mut all = Api::openapi();
    parts.into_iter().for_each(|part| all.merge(part));
    all.servers = Some(vec![Server::new(if base_path.is_empty() { "/" } else { base_path })]);
    let schemes = &mut all.components.get_or_insert_default().security_schemes;
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer);
    let token = token.description(Some("A read token, as `effortlet token` makes one")).build();
    schemes.insert("readToken".to_owned(), SecurityScheme::Http(token).into());
    let session = ApiKeyValue::with_description("effortlet_session", "Of a person who has logged in; or a proxy names them");
    schemes.insert("person".to_owned(), SecurityScheme::ApiKey(ApiKey::Cookie(session)).into());
    all
}

/// This route describes itself, so that its answer comes with `answered`.
pub(crate) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(openapi))
}

/// What `openapi` answers, written once.
pub(crate) fn answered(description: &Description) -> Extension<Written> {
    Extension(Written(description.to_json().unwrap_or_default().into()))
}

#[derive(Clone)]
pub(crate) struct Written(Bytes);

/// This description
#[utoipa::path(
    get, path = "/v1/openapi.json", tag = "definitions", security(("readToken" = [])),
    responses((status = 200, body = Object, description = "OpenAPI 3.1"), Guarded)
)]
async fn openapi(Extension(Written(text)): Extension<Written>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], text)
}
