//! `/metrics`, read as strictly as its format is written down (exposition format 0.0.4).

use crate::login::{PASSWORD, log_in, members, team};
use crate::support::{Collector, PERSON, effort, response};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, header};
use std::collections::BTreeMap;
use std::net::SocketAddr;

/// Values by name and labels as they are written.
type Samples = BTreeMap<String, f64>;

fn is_name(text: &str) -> bool {
    text.chars().all(|it| it.is_ascii_alphanumeric() || it == '_') && !text.starts_with(|it: char| it.is_ascii_digit()) && !text.is_empty()
}

/// Every line, or what is wrong with the first that is wrong.
fn read(text: &str) -> Result<Samples, String> {
    let (mut samples, mut types, mut family) = (Samples::new(), BTreeMap::new(), String::new());
    if !text.ends_with('\n') {
        return Err("the last line has no end".to_owned());
    }
    for line in text.lines() {
        let wrong = || line.to_owned();
        if let Some(help) = line.strip_prefix("# HELP ") {
            family = help.split(' ').next().filter(|it| is_name(it)).ok_or_else(wrong)?.to_owned();
            continue;
        }
        if let Some(told) = line.strip_prefix("# TYPE ") {
            let (name, kind) = told.split_once(' ').ok_or_else(wrong)?;
            let is_new = types.insert(name.to_owned(), kind.to_owned()).is_none();
            if name != family || !is_new || !["counter", "gauge", "histogram"].contains(&kind) {
                return Err(wrong());
            }
            continue;
        }
        let (series, value) = line.rsplit_once(' ').ok_or_else(wrong)?;
        let name = series.split('{').next().unwrap();
        let kind = types.get(&family).ok_or_else(wrong)?;
        let rest = name.strip_prefix(&family).ok_or_else(wrong)?;
        let belongs = match kind.as_str() {
            "histogram" => ["_bucket", "_sum", "_count"].contains(&rest),
            "counter" => rest.is_empty() && name.ends_with("_total"),
            _ => rest.is_empty(),
        };
        let labels_end = series.len() == name.len() || series.ends_with('}');
        if !belongs || !is_name(name) || !labels_end || !labels(series).iter().all(|(key, value)| is_name(key) && !value.contains('"')) {
            return Err(wrong());
        }
        if samples.insert(series.to_owned(), value.parse().map_err(|_| wrong())?).is_some() {
            return Err(format!("twice: {line}"));
        }
    }
    cumulative(&samples).map(|()| samples)
}

fn labels(series: &str) -> Vec<(String, String)> {
    let Some((_, inside)) = series.split_once('{') else { return Vec::new() };
    let pairs = inside.trim_end_matches('}').split("\",").filter(|it| !it.is_empty());
    pairs.map(|it| it.split_once("=\"").unwrap_or((it, "\""))).map(|(key, value)| (key.to_owned(), value.trim_end_matches('"').to_owned())).collect()
}

/// Buckets grow, and the last is all that there are.
fn cumulative(samples: &Samples) -> Result<(), String> {
    let mut buckets = BTreeMap::<String, Vec<(f64, f64)>>::new();
    for (series, value) in samples.iter().filter(|(series, _)| series.contains("_bucket{")) {
        let (le, others): (Vec<_>, Vec<_>) = labels(series).into_iter().partition(|(key, _)| key == "le");
        let name = series.split("_bucket{").next().unwrap();
        buckets.entry(format!("{name} {others:?}")).or_default().push((le[0].1.parse().unwrap(), *value));
    }
    for (series, mut counts) in buckets {
        counts.sort_by(|one, other| one.0.total_cmp(&other.0));
        if counts.last().is_none_or(|it| it.0 != f64::INFINITY) || !counts.is_sorted_by(|one, other| one.1 <= other.1) {
            return Err(format!("{series}: {counts:?}"));
        }
    }
    Ok(())
}

async fn metrics(collector: &Collector) -> Samples {
    let mut request = Request::get("/metrics").header(PERSON, "ana").body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4711))));
    let reply = collector.send(request).await;
    assert_eq!(reply.header(header::CONTENT_TYPE), "text/plain; version=0.0.4; charset=utf-8");
    let read = read(&reply.text);
    assert!(read.is_ok(), "{read:?}\n{}", reply.text);
    read.unwrap()
}

#[tokio::test]
async fn what_was_posted_and_refused_is_counted_by_what_became_of_it() {
    let collector = Collector::start().await;
    for number in [1, 2, 2] {
        collector.take(&response(number, &[effort(6)])).await;
    }
    collector.take(&crate::support::changed(response(3, &[effort(6)]), serde_json::json!({ "survey": "nope" }))).await;
    assert_eq!(collector.post("text/plain", "{").await.status, 400);
    assert_eq!(collector.post("text/html", "{}").await.status, 415);
    let samples = metrics(&collector).await;
    for (series, expected) in [
        ("effortlet_responses_total{outcome=\"stored\"}", 2.0),
        ("effortlet_responses_total{outcome=\"unchanged\"}", 1.0),
        ("effortlet_responses_total{outcome=\"apart\"}", 1.0),
        ("effortlet_requests_refused_total{reason=\"malformed\"}", 1.0),
        ("effortlet_requests_refused_total{reason=\"type\"}", 1.0),
        ("effortlet_request_duration_seconds_count{method=\"POST\",route=\"/v1/responses\",status=\"200\"}", 4.0),
        ("effortlet_queue", 0.0),
        ("effortlet_connections", 0.0),
    ] {
        assert_eq!(samples.get(series), Some(&expected), "{series}: {samples:#?}");
    }
    assert!(samples["effortlet_group_size_count"] >= 4.0 && samples["effortlet_database_size_bytes"] > 4_096.0);
    let build = format!("effortlet_build_info{{version=\"{}\",database=\"sqlite\"}}", env!("CARGO_PKG_VERSION"));
    assert_eq!(samples.get(&build), Some(&1.0), "{samples:#?}");
}

#[tokio::test]
async fn no_label_grows_by_what_a_stranger_asks_for() {
    let collector = Collector::start().await;
    let ask = async |number: u32| {
        for (method, address) in [("GET", format!("/{number}\"}} 1")), (&*format!("X{number}"), "/livez".to_owned()), ("GET", format!("/report/{number}?{number}"))] {
            let address = address.replace(['"', '}', ' '], "%22");
            collector.send(Request::builder().method(Method::from_bytes(method.as_bytes()).unwrap()).uri(address).body(Body::empty()).unwrap()).await;
        }
    };
    ask(0).await;
    let first = metrics(&collector).await.len();
    let second = metrics(&collector).await.len();
    for number in 1..50 {
        ask(number).await;
    }
    let samples = metrics(&collector).await;
    assert_eq!(samples.len(), second, "{first} at first: {samples:#?}");
    assert!(samples.contains_key("effortlet_request_duration_seconds_count{method=\"GET\",route=\"unmatched\",status=\"404\"}"), "{samples:#?}");
}

#[tokio::test]
async fn wrong_passwords_are_counted_and_a_read_token_reads_how_many() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let wrong = Request::post("/report/-/login").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    assert_eq!(collector.send(wrong.body("password=four+words+of+another".into()).unwrap()).await.status, 403);
    let cookie = log_in(&collector).await;
    let token = members::token(&collector, &cookie, "prometheus").await;
    let request = Request::get("/metrics").header(header::AUTHORIZATION, format!("Bearer {token}")).body(Body::empty());
    let samples = read(&collector.send(request.unwrap()).await.text).unwrap();
    assert_eq!(samples.get("effortlet_log_ins_failed_total"), Some(&1.0), "{samples:#?}");
    assert_eq!(collector.get("/metrics").await.text, "nothing is here\n");
}

#[test]
fn what_is_not_well_formed_is_caught() {
    let good = "# HELP a_total All.\n# TYPE a_total counter\na_total{b=\"c\"} 1\n";
    assert_eq!(read(good).map(|it| it.len()), Ok(1));
    for (from, to) in [("a_total{", "b_total{"), ("counter", "number"), ("} 1", "} one"), ("1\n", "1"), ("b=", "-=")] {
        assert!(read(&good.replacen(from, to, 1)).is_err(), "{from} -> {to}");
    }
}
