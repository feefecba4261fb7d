//! Whoever is told: records what comes, and answers as a test says. And the time by which it is sent.

use crate::support::{Collector, NOW, url, webhooks};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::Router;
use effortlet_collector::{Sender, Store, Writing};
use effortlet_core::time::{Duration, Timestamp};
use serde_json::{Value, json};
use std::cell::Cell;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

thread_local! {
    static LATER: Cell<i64> = const { Cell::new(0) };
}

pub(crate) fn clock() -> Timestamp {
    Timestamp(NOW.0 + LATER.get())
}

pub(crate) fn pass(time: Duration) {
    LATER.set(LATER.get() + time.0);
}

/// One request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Came {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Came {
    pub(crate) fn id(&self) -> String {
        self.header("webhook-id")
    }

    pub(crate) fn header(&self, name: &str) -> String {
        self.headers.get(name).map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

type Answers = Arc<dyn Fn(&Came) -> Response + Send + Sync>;

#[derive(Clone)]
pub(crate) struct Receiver {
    pub(crate) address: SocketAddr,
    came: Arc<Mutex<Vec<Came>>>,
    answers: Arc<Mutex<Answers>>,
}

impl Receiver {
    pub(crate) async fn start(answer: impl Fn(&Came) -> Response + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let answers: Answers = Arc::new(answer);
        let receiver = Self {
            address: listener.local_addr().unwrap(),
            came: Arc::default(),
            answers: Arc::new(Mutex::new(answers)),
        };
        let routes = Router::new().fallback(take).with_state(receiver.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        receiver
    }

    pub(crate) async fn answering(status: u16) -> Self {
        Self::start(move |_| of(status)).await
    }

    pub(crate) fn answer(&self, answer: impl Fn(&Came) -> Response + Send + Sync + 'static) {
        *self.answers.lock().unwrap() = Arc::new(answer);
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Everything so far, which is forgotten then.
    pub(crate) fn came(&self) -> Vec<Came> {
        std::mem::take(&mut self.came.lock().unwrap())
    }
}

pub(crate) fn of(status: u16) -> Response {
    StatusCode::from_u16(status).unwrap().into_response()
}

async fn take(State(receiver): State<Receiver>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let came = Came { method, path: uri.to_string(), headers, body };
    receiver.came.lock().unwrap().push(came.clone());
    let answer = receiver.answers.lock().unwrap().clone();
    answer(&came)
}

/// A second collector on the same database, which only sends.
pub(crate) struct Sending {
    pub(crate) sender: Sender,
    _writing: Writing,
}

impl Sending {
    pub(crate) async fn beside(collector: &Collector) -> Self {
        Self::with(collector, &webhooks()).await
    }

    pub(crate) async fn with(collector: &Collector, options: &effortlet_collector::WebhookOptions) -> Self {
        let (store, writing) = Store::open(&url(collector.folder())).await.unwrap();
        Self { sender: Sender::new(store, options, clock, 7).unwrap(), _writing: writing }
    }

    /// Sends all that is due now.
    pub(crate) async fn work_off(&mut self) {
        self.sender.work_off().await.unwrap();
    }
}

/// Makes a webhook; what is answered has its secret.
pub(crate) async fn made(collector: &Collector, draft: &Value) -> Value {
    let reply = collector.ask("POST", "/v1/webhooks", draft).await;
    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text);
    reply.json()
}

/// A webhook in the standard form that wants everything.
pub(crate) async fn told(collector: &Collector, receiver: &Receiver) -> Value {
    made(collector, &json!({ "url": receiver.url("/hook") })).await
}

/// The deliveries of a webhook, the newest first.
pub(crate) async fn deliveries(collector: &Collector, webhook: &Value) -> Vec<Value> {
    let path = format!("/v1/webhooks/{}/deliveries", webhook["id"].as_str().unwrap());
    collector.ask("GET", &path, &Value::Null).await.json()["deliveries"].as_array().unwrap().clone()
}
