//! Why a request is not answered as asked: one reason, one status, one body.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use effortlet_core::source::Problem;
use serde_json::json;

/// The largest posted body: 64 · 1,024 bytes.
pub(crate) const LARGEST_BODY: usize = 64 * 1_024;

/// After how many seconds to try again when the database cannot be written.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("5");

#[derive(Debug)]
pub(crate) enum Error {
    /// The body is not the shape of a response.
    Malformed(Vec<Problem>),
    /// The body has the shape, but no widget could have produced it.
    Impossible(Vec<Problem>),
    TooLarge,
    /// The body broke off before its end.
    CutShort,
    UnknownType,
    UnknownSurvey,
    UnknownVersion,
    /// The database cannot be read or written now.
    Unavailable,
}

impl Error {
    fn status(&self) -> StatusCode {
        match self {
            Self::Malformed(_) | Self::CutShort => StatusCode::BAD_REQUEST,
            Self::Impossible(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnknownType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::UnknownSurvey | Self::UnknownVersion => StatusCode::NOT_FOUND,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn problems(self) -> Vec<Problem> {
        let (place, expected) = match self {
            Self::Malformed(problems) | Self::Impossible(problems) => return problems,
            Self::TooLarge => ("", "at most 65,536 bytes"),
            Self::CutShort => ("", "a whole body"),
            Self::UnknownType => ("content-type", "application/json or text/plain"),
            Self::UnknownSurvey => ("survey", "the id of a survey that has responses"),
            Self::UnknownVersion => ("version", "a version of this survey that has responses"),
            Self::Unavailable => ("", "a database that can be read and written, try again later"),
        };
        vec![Problem { place: place.to_owned(), expected: expected.to_owned() }]
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        let problems: Vec<_> = self
            .problems()
            .into_iter()
            .map(|problem| json!({ "place": problem.place, "expected": problem.expected }))
            .collect();
        let mut response = (status, Json(json!({ "problems": problems }))).into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER);
        }
        response
    }
}
