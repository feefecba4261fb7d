//! `POST /v1/responses`: one response or a list of them, stored all together or not at all.

mod ingested;

use crate::app::App;
use crate::door::Entered;
use crate::error::Error;
use effortlet_core::response::limits::LARGEST_BODY;
use crate::catalog::Reason;
use crate::store::{Became, Received, Refused};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::Json;
use axum::routing::options;
use effortlet_core::response::{Refusal, Response, moment, read};
use effortlet_core::source::{Problem, Value, parse_json};
use effortlet_core::time::{Duration, Timestamp};
use ingested::{Ingested, Kept, Posted};
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(ingest))
        .routes(routes!(ingest_beside_script))
        // Asked before a post by browsers, whom the layer of origins answers; at this path others may be
        // asked too, whose layer would.
        .route("/v1/responses", options(async || StatusCode::NO_CONTENT))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
}

/// That a body can be read, by what is said of it before it is.
struct Readable;

impl<S: Sync> FromRequestParts<S> for Readable {
    type Rejection = Error;

    async fn from_request_parts(request: &mut Parts, _: &S) -> Result<Self, Error> {
        require_known_type(&request.headers)?;
        require_unpacked(&request.headers)?;
        Ok(Self)
    }
}

/// Stores all of a post or nothing
#[utoipa::path(
    post, path = "/v1/responses", tag = "ingest",
    request_body(description = "A response or a list of them, at most 65,536 bytes",
        content((Posted = "application/json"), (Posted = "text/plain"))),
    responses((status = 200, body = Kept, description = "All are on the disk, and need not be posted again"), Ingested)
)]
async fn ingest(
    State(app): State<App>,
    _entered: Entered,
    _: Readable,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<serde_json::Value>, Error> {
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        _ => Error::CutShort,
    })?;
    let arrived = (app.clock)();
    let mut received: Vec<Received> = responses(&body)?.into_iter().map(|it| corrected(it, arrived)).collect();
    let posted: Vec<(String, u32)> = received.iter().map(|it| (it.response.id.clone(), it.response.rev)).collect();
    received.iter_mut().for_each(|it| app.masking.mask(&mut it.response));
    match app.store.keep(received).await {
        Ok(kept) => {
            app.metrics.became(&kept);
            Ok(Json(reply(&posted, &kept)))
        }
        Err(refused) => Err(told(refused)),
    }
}

/// The same beside the script of a site: whose a response is, it says itself
#[utoipa::path(
    post, path = "/s/{site}/v1/responses", tag = "ingest",
    params(("site" = String, Path)),
    request_body(description = "A response or a list of them, at most 65,536 bytes",
        content((Posted = "application/json"), (Posted = "text/plain"))),
    responses((status = 200, body = Kept, description = "All are on the disk, and need not be posted again"), Ingested)
)]
async fn ingest_beside_script(
    app: State<App>,
    entered: Entered,
    readable: Readable,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<serde_json::Value>, Error> {
    ingest(app, entered, readable, body).await
}

/// What became of each response; all of them are kept, and need not be sent again.
fn reply(posted: &[(String, u32)], kept: &[Became]) -> serde_json::Value {
    let count = |wanted: Became| kept.iter().filter(|it| **it == wanted).count();
    let responses: Vec<_> = posted.iter().map(|(id, rev)| json!({ "id": id, "rev": rev })).collect();
    let mut reply = json!({
        "stored": count(Became::Stored), "unchanged": count(Became::Unchanged), "responses": responses,
    });
    if let (apart @ 1.., Some(reply)) = (count(Became::Apart), reply.as_object_mut()) {
        reply.insert("apart".to_owned(), apart.into());
    }
    reply
}

fn told(refused: Refused) -> Error {
    let (place, expected) = match refused {
        Refused::AnotherSurvey { id } => ("id", format!("the survey that {id} was first posted for")),
        Refused::AnotherState { id, from } => ("state", format!("one that may follow on {from}, which {id} is")),
        Refused::Unknown(misfit) => match misfit.reason {
            Reason::Site => ("site", unknown("site", &misfit.name)),
            Reason::Survey => ("survey", unknown("survey", &misfit.name)),
            Reason::Version => ("surveyVersion", unknown("version", "")),
            reason => ("answers", unknown(reason.word(), &misfit.name)),
        },
        Refused::Unavailable => return Error::Unavailable,
    };
    Error::Impossible(vec![Problem { place: place.to_owned(), expected }])
}

fn unknown(what: &str, name: &str) -> String {
    let space = if name.is_empty() { "" } else { " " };
    format!("a response to a known definition, whose {what}{space}{name} is not; no more of what is unknown is kept")
}

/// A packed body could be of any size once it is unpacked, and no widget packs.
fn require_unpacked(headers: &HeaderMap) -> Result<(), Error> {
    let packings = headers.get_all(header::CONTENT_ENCODING);
    let is_none = |it: &HeaderValue| it.to_str().is_ok_and(|text| text.trim().eq_ignore_ascii_case("identity"));
    if packings.iter().all(is_none) { Ok(()) } else { Err(Error::Packed) }
}

/// Simple cross-origin posts cannot say `application/json` without a preflight.
fn require_known_type(headers: &HeaderMap) -> Result<(), Error> {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = given.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    let known = ["application/json", "text/plain"];
    if known.iter().any(|known| essence.eq_ignore_ascii_case(known)) {
        Ok(())
    } else {
        Err(Error::UnknownType)
    }
}

/// The responses of a body, each held to the core's own rules.
fn responses(body: &[u8]) -> Result<Vec<Response>, Error> {
    let text = std::str::from_utf8(body).unwrap_or_default();
    match parse_json(text).map_err(|problem| Error::Malformed(vec![problem]))? {
        Value::List(items) if items.is_empty() => Err(Error::Malformed(vec![Problem {
            place: String::new(),
            expected: "at least one response".to_owned(),
        }])),
        Value::List(items) => {
            items.iter().enumerate().map(|(index, item)| response(item, &format!("[{index}]"))).collect()
        }
        item => Ok(vec![response(&item, "")?]),
    }
}

fn response(item: &Value, place: &str) -> Result<Response, Error> {
    let inside = |problems: Vec<Problem>| problems.into_iter().map(|it| below(place, it)).collect();
    read(item).map_err(|refusal| match refusal {
        Refusal::Malformed(problems) => Error::Malformed(inside(problems)),
        Refusal::Impossible(problems) => Error::Impossible(inside(problems)),
    })
}

fn below(place: &str, problem: Problem) -> Problem {
    let dot = if place.is_empty() || problem.place.is_empty() { "" } else { "." };
    Problem { place: [place, dot, &problem.place].concat(), ..problem }
}

/// A clock that is off by more than this is corrected; less may well be the network's delay.
const TOLERATED_SKEW: Duration = Duration::seconds(120);

/// A response waits in its outbox for 7 days at most, and a tab may have been open for a day before.
const OLDEST: Duration = Duration::days(7 + 1);

/// The response with its moments by the collector's clock.
///
/// `sentAt` is written anew at each try, so its distance from the arrival is the visitor's clock
/// being wrong, apart from the time on the way. Whatever it says then, nothing was shown or answered
/// long after it arrived, or too long before.
fn corrected(response: Response, arrived: Timestamp) -> Received {
    let at = |text: &Option<String>| text.as_deref().and_then(moment);
    let skew = at(&response.timing.sent_at).map_or(Duration(0), |sent| arrived - sent);
    let shift = if skew.0.abs() > TOLERATED_SKEW.0 { skew } else { Duration(0) };
    let bounds = (arrived.0 - OLDEST.0, arrived.0 + TOLERATED_SKEW.0);
    let within = |moment: Timestamp| Timestamp((moment + shift).0.clamp(bounds.0, bounds.1));
    Received {
        shown_at: within(moment(&response.timing.shown_at).unwrap_or(arrived)),
        answered_at: at(&response.timing.answered_at).map(within),
        arrived,
        response,
    }
}
