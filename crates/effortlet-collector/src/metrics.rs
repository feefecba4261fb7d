//! What the collector counts of itself, in the form of Prometheus.
//!
//! Never has a label that a stranger can make up, and knows no site, survey or person.

use crate::store::{Became, Store};
use prometheus_client::encoding::prometheus_text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub(crate) use prometheus_text::CONTENT_TYPE;

/// Numbers of one collector since its start; clones share them.
#[derive(Clone, Debug)]
pub struct Metrics(Arc<Numbers>);

type Label = (&'static str, &'static str);

/// Method, route and status.
type Asked = [(&'static str, Cow<'static, str>); 3];

#[derive(Debug)]
struct Numbers {
    responses: Family<[Label; 1], Counter>,
    refused: Family<[Label; 1], Counter>,
    requests: Family<Asked, Histogram, fn() -> Histogram>,
    connections: Gauge,
    closed: Counter,
    log_ins_failed: Counter,
}

/// Seconds: what is in memory, a commit, what ingest (0.15) and a report (1) may take, what is given up.
const LATENCIES: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.5, 1.0, 5.0];

fn latency() -> Histogram {
    Histogram::new(LATENCIES)
}

impl Default for Metrics {
    fn default() -> Self {
        let responses: Family<[Label; 1], Counter> = Family::default();
        for became in [Became::Stored, Became::Unchanged, Became::Apart] {
            drop(responses.get_or_create(&[("outcome", word(became))]));
        }
        Self(Arc::new(Numbers {
            responses,
            refused: Family::default(),
            requests: Family::new_with_constructor(latency),
            connections: Gauge::default(),
            closed: Counter::default(),
            log_ins_failed: Counter::default(),
        }))
    }
}

impl Metrics {
    pub(crate) fn became(&self, kept: &[Became]) {
        for became in kept {
            self.0.responses.get_or_create(&[("outcome", word(*became))]).inc();
        }
    }

    pub(crate) fn refused(&self, reason: &'static str) {
        self.0.refused.get_or_create(&[("reason", reason)]).inc();
    }

    pub(crate) fn asked(&self, method: &'static str, route: Cow<'static, str>, status: u16, took: Duration) {
        let asked = [("method", method.into()), ("route", route), ("status", status.to_string().into())];
        self.0.requests.get_or_create(&asked).observe(took.as_secs_f64());
    }

    pub(crate) fn log_in_failed(&self) {
        self.0.log_ins_failed.inc();
    }

    /// A connection, until it is dropped.
    pub(crate) fn connected(&self) -> Connected {
        self.0.connections.inc();
        Connected(self.clone())
    }

    pub(crate) fn closed_for_others(&self) {
        self.0.closed.inc();
    }

    /// All of it, as one text, with what the store says of itself.
    pub(crate) async fn text(&self, store: &Store) -> Result<String, fmt::Error> {
        let mut all = self.registry(store);
        // Whether the database can be read, `/readyz` says.
        if let Ok(bytes) = store.size().await {
            let size: Gauge = Gauge::default();
            size.set(bytes);
            all.register_with_unit("database_size", "What the database takes on its disk", Unit::Bytes, size);
        }
        let mut text = String::new();
        prometheus_text::encode(&mut text, &all)?;
        Ok(text)
    }

    fn registry(&self, store: &Store) -> Registry {
        let (it, pace) = (&self.0, store.pace());
        let build = Info::new([("version", env!("CARGO_PKG_VERSION")), ("database", store.kind())]);
        let queue: Gauge = Gauge::default();
        queue.set(i64::try_from(store.waiting()).unwrap_or(i64::MAX));
        let mut all = Registry::with_prefix("effortlet");
        all.register("build", "The collector's version, and the kind of its database", build);
        all.register("responses", "Responses acknowledged, by what became of them", it.responses.clone());
        all.register("requests_refused", "Requests refused, by the reason", it.refused.clone());
        all.register_with_unit("request_duration", "How long requests took", Unit::Seconds, it.requests.clone());
        all.register("connections", "Connections that are open", it.connections.clone());
        all.register("connections_shed", "Connections closed to make room for others", it.closed.clone());
        all.register("log_ins_failed", "Passwords that were wrong, or came too often", it.log_ins_failed.clone());
        all.register("queue", "Posts that wait for the writer", queue);
        all.register("group_size", "Posts that the writer committed at once", pace.sizes.clone());
        all.register_with_unit("commit_duration", "How long a group took", Unit::Seconds, pace.durations.clone());
        all
    }
}

#[must_use = "the connection is counted as long as this lives"]
pub(crate) struct Connected(Metrics);

impl Drop for Connected {
    fn drop(&mut self) {
        self.0.0.connections.dec();
    }
}

fn word(became: Became) -> &'static str {
    match became {
        Became::Stored => "stored",
        Became::Unchanged => "unchanged",
        Became::Apart => "apart",
    }
}
