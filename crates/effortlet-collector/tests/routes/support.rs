//! The collector without a socket, on a database of its own, at a moment of its own.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use effortlet_collector::{App, Store, Writing, router};
use effortlet_core::response::Random;
use effortlet_core::time::Timestamp;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tower::ServiceExt;

pub(crate) const NOW: Timestamp = Timestamp(1_795_338_300_000);

pub(crate) struct Collector {
    pub(crate) routes: Router,
    folder: TempDir,
    writing: Writing,
}

pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// `place: expected …` of each problem.
    pub(crate) fn problems(&self) -> Vec<String> {
        let told = |it: &Value| format!("{}: expected {}", it["place"].as_str().unwrap(), it["expected"].as_str().unwrap());
        self.json()["problems"].as_array().unwrap().iter().map(told).collect()
    }
}

impl Collector {
    pub(crate) async fn start() -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), None).await
    }

    pub(crate) async fn with_site(site: &Path) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), Some(site.to_path_buf())).await
    }

    async fn start_in(folder: TempDir, site: Option<PathBuf>) -> Self {
        let (store, writing) = Store::open(&url(folder.path())).await.unwrap();
        Self { routes: router(App { store, clock: || NOW }, site), folder, writing }
    }

    /// Ends as the command does, then starts anew on the same file.
    pub(crate) async fn restarted(self) -> Self {
        let Self { routes, folder, writing } = self;
        drop(routes);
        writing.drained().await;
        Self::start_in(folder, None).await
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.routes.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Reply { status: parts.status, headers: parts.headers, text }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, content_type: &str, body: impl Into<Body>) -> Reply {
        let request = Request::post("/v1/responses").header(header::CONTENT_TYPE, content_type);
        self.send(request.body(body.into()).unwrap()).await
    }

    /// Posts what must be taken.
    pub(crate) async fn take(&self, document: &Value) -> Value {
        let reply = self.post("application/json", document.to_string()).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        reply.json()
    }

    pub(crate) async fn report(&self, survey: &str) -> Value {
        let reply = self.get(&format!("/v1/surveys/{survey}/report")).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        reply.json()
    }
}

/// A folder that is not there yet, since the collector makes it.
pub(crate) fn url(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("data/effortlet.db").display())
}

pub(crate) fn id(number: u64) -> String {
    Random::new(number).uuid(NOW)
}

pub(crate) fn yes_no(value: &str) -> Value {
    json!({ "question": "found", "kind": "yesNo", "value": value })
}

pub(crate) fn choice(question: &str, option: &str) -> Value {
    json!({ "question": question, "kind": "choice", "value": option })
}

pub(crate) fn effort(value: u8) -> Value {
    json!({ "question": "effort", "kind": "effort", "value": value, "points": 7, "easyIs": "high" })
}

pub(crate) fn text(value: &str) -> Value {
    json!({ "question": "improve", "kind": "text", "value": value })
}

/// A complete response to `help-center`, version `a`.
pub(crate) fn response(number: u64, answers: &[Value]) -> Value {
    json!({
        "schema": 1, "id": id(number), "rev": 1, "state": "complete",
        "survey": "help-center", "surveyVersion": "a", "trigger": "scroll", "locale": "en",
        "answers": answers,
        "page": { "url": "https://acme.example/help/billing/refunds", "title": "Refunds" },
        "timing": { "shownAt": NOW.rfc3339(), "answeredAt": NOW.rfc3339() },
        "context": { "plan": "team" },
    })
}

/// The same with other values for some of its keys.
pub(crate) fn changed(mut document: Value, changes: Value) -> Value {
    for (key, value) in changes.as_object().unwrap() {
        document[key] = value.clone();
    }
    document
}
