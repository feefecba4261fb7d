//! Why a request is not answered as asked: one reason, one status, one body.

use crate::selection::problem;
use crate::store::Unreadable;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use effortlet_core::source::Problem;
use serde::Serialize;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use utoipa::ToSchema;

/// After how long to try again when the database cannot be written.
const UNTIL_AVAILABLE: Duration = Duration::from_secs(5);

/// After how long to try again when too many requests are under way: each takes milliseconds.
const UNTIL_LESS_BUSY: Duration = Duration::from_secs(1);

/// What a body may be packed with: nothing (RFC 9110, 15.5.16).
const UNPACKED: HeaderValue = HeaderValue::from_static("identity");

/// Why a response says no, in a word; it travels with it as far as whoever counts them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reason(pub(crate) &'static str);

/// The error itself; it travels with the response as far as whoever makes a page of it.
#[derive(Clone, Debug)]
pub(crate) struct Refusal(pub(crate) Arc<Error>);

/// Why a request is not answered as asked.
#[derive(Serialize, ToSchema)]
pub(crate) struct Problems {
    problems: Vec<ProblemAt>,
}

/// One thing that is wrong.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
struct ProblemAt {
    /// A parameter, a header or a path into the body; empty for all of it.
    place: String,
    expected: String,
}

#[derive(Debug)]
pub(crate) enum Error {
    /// The body is not the shape of a response.
    Malformed(Vec<Problem>),
    /// The body has the shape, but no widget could have produced it.
    Impossible(Vec<Problem>),
    TooLarge,
    /// The body broke off before its end, or took too long.
    CutShort,
    /// The page is of an origin that no site lists.
    UnlistedOrigin,
    /// One address or one site posts more than it may; so long until it may again.
    TooMany(Duration),
    /// Too many requests are under way.
    Busy,
    UnknownType,
    /// The body is not said to be JSON, where nothing else is read.
    NotJson,
    /// The body is larger than what is said here.
    LargerThan(&'static str),
    /// The body is packed.
    Packed,
    UnknownSurvey,
    UnknownVersion,
    UnknownWebhook,
    UnknownDelivery,
    /// The database cannot be read or written now.
    Unavailable,
}

impl Error {
    /// In a word, for whoever counts them.
    fn reason(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::Impossible(_) => "impossible",
            Self::TooLarge | Self::LargerThan(_) => "too-large",
            Self::CutShort => "cut-short",
            Self::UnlistedOrigin => "origin",
            Self::TooMany(_) => "too-many",
            Self::Busy => "busy",
            Self::UnknownType | Self::NotJson => "type",
            Self::Packed => "packed",
            Self::UnknownSurvey => "survey",
            Self::UnknownVersion => "version",
            Self::UnknownWebhook => "webhook",
            Self::UnknownDelivery => "delivery",
            Self::Unavailable => "unavailable",
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::CutShort => StatusCode::REQUEST_TIMEOUT,
            Self::UnlistedOrigin => StatusCode::FORBIDDEN,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Impossible(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge | Self::LargerThan(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnknownType | Self::NotJson | Self::Packed => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::UnknownSurvey | Self::UnknownVersion | Self::UnknownWebhook | Self::UnknownDelivery => StatusCode::NOT_FOUND,
            Self::Busy | Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::TooMany(wait) => Some(*wait),
            Self::Busy => Some(UNTIL_LESS_BUSY),
            Self::Unavailable => Some(UNTIL_AVAILABLE),
            _ => None,
        }
    }

    fn problems(&self) -> Vec<Problem> {
        let (place, expected) = match self {
            Self::Malformed(problems) | Self::Impossible(problems) => return problems.clone(),
            Self::TooLarge => ("", "at most 65,536 bytes"),
            Self::LargerThan(most) => ("", *most),
            Self::NotJson => ("content-type", "application/json"),
            Self::CutShort => ("", "a whole body in good time"),
            Self::UnlistedOrigin => ("origin", "an origin whose pages may post here"),
            Self::TooMany(_) => ("", "fewer posts in a short time, try again later"),
            Self::Busy => ("", "fewer requests at once, try again later"),
            Self::UnknownType => ("content-type", "application/json or text/plain"),
            Self::Packed => ("content-encoding", "a body that is not packed"),
            Self::UnknownSurvey => ("survey", "the id of a survey that has responses"),
            Self::UnknownVersion => ("version", "a version of this survey that has responses"),
            Self::UnknownWebhook => ("id", "the id of a webhook that is there"),
            Self::UnknownDelivery => ("id", "the id of a delivery that is there"),
            Self::Unavailable => ("", "a database that can be read and written, try again later"),
        };
        vec![Problem { place: place.to_owned(), expected: expected.to_owned() }]
    }
}

/// For a terminal: a line for each problem.
impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.problems().iter().map(ToString::to_string).collect();
        out.write_str(&lines.join("\n"))
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (status, retry_after) = (self.status(), self.retry_after());
        let reason = Reason(self.reason());
        let problems = self.problems().into_iter().map(|Problem { place, expected }| ProblemAt { place, expected });
        let mut response = (status, Json(Problems { problems: problems.collect() })).into_response();
        response.extensions_mut().insert(reason);
        if matches!(self, Self::Packed) {
            response.headers_mut().insert(header::ACCEPT_ENCODING, UNPACKED);
        }
        if let Some(wait) = retry_after {
            let whole_seconds = wait.as_millis().div_ceil(1_000).max(1);
            let value = HeaderValue::from(u64::try_from(whole_seconds).unwrap_or(u64::MAX));
            response.headers_mut().insert(header::RETRY_AFTER, value);
        }
        response.extensions_mut().insert(Refusal(Arc::new(self)));
        response
    }
}

/// The database cannot be read now, for a reason that only the log tells; or what was asked is at fault.
pub(crate) fn unreadable(error: Unreadable) -> Error {
    if error.is_for_a_text() {
        return Error::Malformed(vec![problem("", "texts without a NUL character")]);
    }
    tracing::error!(%error, "the database cannot be read");
    Error::Unavailable
}
