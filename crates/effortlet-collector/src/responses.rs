//! `GET /v1/responses`: what was answered, a page at a time, as it was stored.
//!
//! Whoever follows `next` misses nothing and is given no revision twice, also while answers come in.
//! Never shows anything to strangers, whatever may be public.

mod cursor;

use crate::app::App;
use crate::asked::Parameters;
use crate::description::Guarded;
use crate::error::{Error, Problems, unreadable};
use crate::export::Document;
use crate::selection::{Selection, problem};
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use cursor::Cursor;
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// For programs with a read token, and for people.
pub(crate) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(responses))
}

/// Some hundred kilobytes.
const USUAL: u16 = 100;

/// A few megabytes.
const MOST: u16 = 1_000;

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described: an address is read by name")]
struct Paging {
    /// How many responses at most, from 1 to 1,000; 100 where it is not named
    #[param(minimum = 1, maximum = 1_000)]
    limit: Option<u16>,
    /// `next` of an earlier answer; from the first one where it is not named
    cursor: Option<String>,
}

/// Some responses. A page may have fewer than its limit, or none, while there is more to look at.
#[derive(Serialize, ToSchema)]
struct Responses {
    responses: Vec<Document>,
    /// The cursor of what follows, also of what is not stored yet.
    next: String,
    /// Whether anything follows by now.
    more: bool,
}

/// Responses in the order in which their latest revisions were stored.
///
/// One that is revised moves to the end: whoever follows `next` is given it again, with a higher `rev`.
#[utoipa::path(
    get, path = "/v1/responses", tag = "responses", params(Selection, Paging), security(("readToken" = [])),
    responses(
        (status = 200, body = Responses),
        (status = 400, body = Problems, description = "A parameter cannot be read"),
        Guarded,
    )
)]
async fn responses(State(app): State<App>, asked: Parameters) -> Result<impl IntoResponse, Error> {
    let mut named = asked.only(&[&Selection::NAMES[..], &["limit", "cursor"]].concat())?;
    let selection = Selection::taken(&mut named);
    let mut problems = Vec::new();
    let given = |text: Option<&String>| text.filter(|it| !it.is_empty()).cloned();
    let limit = match given(named.get("limit")).map(|it| it.parse::<u16>()) {
        None => USUAL,
        Some(Ok(limit @ 1..=MOST)) => limit,
        Some(_) => {
            problems.push(problem("limit", "a whole number from 1 to 1000"));
            USUAL
        }
    };
    let cursor = match given(named.get("cursor")).map(|it| Cursor::read(&it)) {
        None => Cursor::FIRST,
        Some(Some(cursor)) => cursor,
        Some(None) => {
            problems.push(cursor::problem());
            Cursor::FIRST
        }
    };
    let wanted = match selection.wanted() {
        Ok(wanted) if problems.is_empty() => wanted,
        Ok(_) => return Err(Error::Malformed(problems)),
        Err(more) => return Err(Error::Malformed([more, problems].concat())),
    };
    let page = app.store.page(&wanted, cursor.0, limit.into()).await.map_err(unreadable)?;
    let page = page.ok_or_else(|| Error::Malformed(vec![cursor::problem()]))?;
    let responses = page.responses.into_iter().map(Document::from).collect();
    // It is what people wrote: of nobody's cache.
    let kept_nowhere = [(header::CACHE_CONTROL, "private, no-store")];
    Ok((kept_nowhere, Json(Responses { responses, next: Cursor(page.up_to).text(), more: page.more })))
}
