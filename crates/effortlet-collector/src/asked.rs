//! What a request asks for, in its address or its body; what cannot be read is told in the one form of errors.
//!
//! Never reads what it was not asked to.

use crate::error::Error;
use crate::selection::problem;
use axum::Json;
use axum::extract::rejection::{JsonRejection, StringRejection};
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Names in the path. What is no text names no survey.
pub(crate) struct Named<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Named<T> {
    type Rejection = Error;

    async fn from_request_parts(request: &mut Parts, state: &S) -> Result<Self, Error> {
        if request.uri.path().contains("%00") {
            return Err(Error::UnknownSurvey);
        }
        let path = Path::from_request_parts(request, state).await;
        path.map(|Path(names)| Self(names)).map_err(|_| Error::UnknownSurvey)
    }
}

/// What stands behind the question mark, by name.
pub(crate) struct Parameters(BTreeMap<String, String>);

impl<S: Send + Sync> FromRequestParts<S> for Parameters {
    type Rejection = Error;

    async fn from_request_parts(request: &mut Parts, _: &S) -> Result<Self, Error> {
        let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(&request.uri).map_err(|_| unreadable_query())?;
        let mut parameters = BTreeMap::new();
        let mut problems = Vec::new();
        for (name, value) in pairs {
            if value.contains('\0') {
                problems.push(problem(&name, "a text without a NUL character"));
            }
            if parameters.insert(name.clone(), value).is_some() {
                problems.push(problem(&name, "one value"));
            }
        }
        if problems.is_empty() { Ok(Self(parameters)) } else { Err(Error::Malformed(problems)) }
    }
}

impl Parameters {
    /// All of them, where only these are among them.
    pub(crate) fn only(self, known: &[&str]) -> Result<BTreeMap<String, String>, Error> {
        let expected = format!("one of {}", known.join(", "));
        let unknown = self.0.keys().filter(|name| !known.contains(&name.as_str()));
        let problems: Vec<_> = unknown.map(|name| problem(name, &expected)).collect();
        if problems.is_empty() { Ok(self.0) } else { Err(Error::Malformed(problems)) }
    }
}

fn unreadable_query() -> Error {
    Error::Malformed(vec![problem("", "parameters such as ?version=1, each once")])
}

/// A body in JSON.
pub(crate) fn json<T>(body: Result<Json<T>, JsonRejection>, expected: &str) -> Result<T, Error> {
    body.map(|Json(it)| it).map_err(|rejection| match rejection.status() {
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Error::NotJson,
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        _ => Error::Malformed(vec![problem("", expected)]),
    })
}

/// A body of at most `most` bytes.
pub(crate) fn text(body: Result<String, StringRejection>, most: &'static str) -> Result<String, Error> {
    body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::LargerThan(most),
        _ => Error::Malformed(vec![problem("", "a text in UTF-8")]),
    })
}
