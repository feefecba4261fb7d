//! The collector without a socket, on a database of its own, at a moment of its own.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use clap::Parser;
use effortlet_collector::{
    Access, AccessOptions, App, BasePath, Clock, Door, DoorOptions, Facts, Masking, Farewell, Metrics, Proxies, ProxyOptions, Published, Reach, Store,
    WebhookOptions, Writing, router,
};
use effortlet_core::response::Random;
use effortlet_core::time::Timestamp;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tower::ServiceExt;

pub(crate) const NOW: Timestamp = Timestamp(1_795_338_300_000);

/// A door as the command line opens it.
pub(crate) fn door(words: &[&str]) -> Door { door_behind(words, Proxies::default()) }

pub(crate) fn door_behind(words: &[&str], proxies: Proxies) -> Door {
    #[derive(Parser)]
    struct Arguments {
        #[command(flatten)]
        door: DoorOptions,
    }
    Door::new(&Arguments::parse_from(["effortlet"].iter().chain(words)).door, proxies)
}

/// A door that a test may post through as often as it likes.
fn wide_open() -> Door {
    let much = "1000000";
    door(&["--address-rate", much, "--address-burst", much, "--site-rate", much, "--site-burst", much])
}

/// Webhooks may lead to this machine, and are told where the report is.
pub(crate) fn webhooks() -> WebhookOptions {
    WebhookOptions {
        reach: Reach { allow_private_webhooks: true, allow_http_webhooks: true },
        webhook_timeout: 1,
        public_url: Some("https://ces.example/".to_owned()),
        ..WebhookOptions::default()
    }
}

/// Where a proxy names who is logged in.
pub(crate) const PERSON: &str = "x-forwarded-user";

pub(crate) struct Collector {
    pub(crate) routes: Router,
    pub(crate) door: Door,
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
        Self::start_in(tempfile::tempdir().unwrap(), None, wide_open()).await
    }

    pub(crate) async fn behind(door: Door) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), None, door).await
    }

    pub(crate) async fn with_site(site: &Path) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), Some(site.to_path_buf()), wide_open()).await
    }

    /// One that was given no definition.
    pub(crate) async fn ignorant() -> Self {
        Self::open_in(tempfile::tempdir().unwrap(), None, wide_open()).await
    }

    async fn start_in(folder: TempDir, site: Option<PathBuf>, door: Door) -> Self {
        let collector = Self::open_in(folder, site, door).await;
        for version in ["a", "b", "b c"] {
            let surveys = ["help-center", "other", "clock-1", "clock-2"].map(|id| survey(id, version));
            collector.know(&definition(&surveys)).await;
        }
        collector
    }

    /// One on what is in a folder already.
    pub(crate) async fn in_folder(folder: TempDir) -> Self {
        Self::open_in(folder, None, wide_open()).await
    }

    /// One that masks texts.
    pub(crate) async fn masking() -> Self {
        let collector = Self::open_with(tempfile::tempdir().unwrap(), None, wide_open(), Masking(true)).await;
        collector.know(&definition(&[survey("help-center", "a")])).await;
        collector
    }

    /// Another one on the same database.
    #[allow(dead_code, reason = "only where several may be")]
    pub(crate) async fn beside(other: &Self) -> Self {
        Self::open_at(&url(other.folder()), tempfile::tempdir().unwrap(), None, wide_open(), Masking(false)).await
    }

    async fn open_in(folder: TempDir, site: Option<PathBuf>, door: Door) -> Self {
        Self::open_with(folder, site, door, Masking(false)).await
    }

    async fn open_with(folder: TempDir, site: Option<PathBuf>, door: Door, masking: Masking) -> Self {
        Self::open_at(&url(folder.path()), folder, site, door, masking).await
    }

    async fn open_at(url: &str, folder: TempDir, site: Option<PathBuf>, door: Door, masking: Masking) -> Self {
        let (store, writing) = Store::open(url).await.unwrap();
        let options = AccessOptions { public_report: true, login_header: Some(PERSON.parse().unwrap()) };
        let proxies = Proxies::new(&["127.0.0.1/32".parse().unwrap()]);
        let access = Access::new(&options, proxies, BasePath::default(), store.clone(), || NOW);
        let facts = Facts::begin(&store, vec!["plan".parse().unwrap()]).await.unwrap();
        let app = App { store, clock: crate::clock::now, published: Published::default(), door: door.clone(), access, masking, reach: webhooks().reach, metrics: Metrics::default(), farewell: Farewell::default(), facts };
        Self { routes: router(app, site), door, folder, writing }
    }

    /// With a login before the report; `clock` tells the time of sessions.
    pub(crate) async fn closed(folder: TempDir, access: &AccessOptions, proxy: ProxyOptions, clock: Clock) -> (Self, Access) {
        let (store, writing) = Store::open(&url(folder.path())).await.unwrap();
        let door = wide_open();
        let access = Access::new(access, Proxies::new(&proxy.trusted_proxy), proxy.base_path, store.clone(), clock);
        let published = Published::default();
        published.publish_text(&definition(&[survey("help-center", "a")]).to_string()).unwrap();
        let app = App { store, clock, published, door: door.clone(), access: access.clone(), masking: Masking(false), reach: Reach::default(), metrics: Metrics::default(), farewell: Farewell::default(), facts: Facts::default() };
        (Self { routes: router(app, None), door, folder, writing }, access)
    }

    /// Ends as the command does; what is left is the folder.
    pub(crate) async fn ended(self) -> TempDir {
        let Self { routes, folder, writing, .. } = self;
        drop(routes);
        writing.drained().await;
        folder
    }

    /// Ends as the command does, then starts anew on the same file.
    pub(crate) async fn restarted(self) -> Self {
        let Self { routes, folder, writing, .. } = self;
        drop(routes);
        writing.drained().await;
        Self::open_in(folder, None, wide_open()).await
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What only a person of the team may do is done by one.
    pub(crate) async fn send(&self, mut request: Request<Body>) -> Reply {
        let path = request.uri().path();
        let is_for_people = request.method() != "GET" && (path.ends_with("/definitions") || path.ends_with("/comparable") || path.ends_with("/comments") || path.ends_with("/topics"));
        if is_for_people && request.extensions().get::<ConnectInfo<SocketAddr>>().is_none() {
            by_a_person(&mut request);
        }
        let response = self.routes.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Reply { status: parts.status, headers: parts.headers, text }
    }

    /// Asked by a person of the team.
    pub(crate) async fn ask(&self, method: &str, path: &str, body: &Value) -> Reply {
        let body = if body.is_null() { Body::empty() } else { body.to_string().into() };
        let mut request = Request::builder().method(method).uri(path).body(body).unwrap();
        by_a_person(&mut request);
        self.send(request).await
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

    /// Registers a definition that must be taken.
    pub(crate) async fn know(&self, definition: &Value) -> Value {
        let request = Request::post("/v1/definitions").body(definition.to_string().into()).unwrap();
        let reply = self.send(request).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        reply.json()
    }

    /// Every response to a survey as `effortlet export` gives it, also what a report withholds.
    pub(crate) fn exported(&self, survey: &str) -> Vec<Value> {
        let ran = crate::commands::run(self.folder(), &["export", "--database", &url(self.folder()), "--survey", survey], "");
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    pub(crate) async fn report(&self, survey: &str) -> Value {
        let reply = self.get(&format!("/v1/surveys/{survey}/report")).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        reply.json()
    }
}

fn by_a_person(request: &mut Request<Body>) {
    request.headers_mut().insert(PERSON, "ana".parse().unwrap());
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4711))));
}

pub(crate) fn definition(surveys: &[Value]) -> Value {
    json!({ "version": 1, "organization": "Acme", "surveys": surveys })
}

/// A survey that asks whatever `yes_no`, `effort`, `text` and `choice` answer.
pub(crate) fn survey(id: &str, version: &str) -> Value {
    let option = |id: &str| json!({ "id": id, "text": format!("The {id}") });
    json!({
        "id": id, "version": version, "triggers": { "exitIntent": {} },
        "questions": [
            { "id": "found", "kind": "yesNo", "text": { "en": "Did you find it?", "ro": "Ați găsit?" } },
            { "id": "effort", "kind": "effort", "text": "{organization} made it easy" },
            { "id": "improve", "kind": "text", "text": "What could be better?", "optional": true },
            { "id": "why", "kind": "choice", "text": "Why?", "many": true, "other": "Something else",
                "options": [option("price"), option("speed"), option("looks")] },
            { "id": "which", "kind": "choice", "text": "Which?", "options": [option("a"), option("b")] },
        ],
    })
}

pub(crate) use crate::database::url;

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
