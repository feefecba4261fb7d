//! Whatever is posted, the collector answers, and what is wrong is never its own fault. By chance from a
//! seed; a million posts by
//! `cargo test --release -p effortlet-collector --test routes fuzz -- --ignored --nocapture`.

use crate::support::{Collector, changed, effort, id, response, text, yes_no};
use effortlet_core::response::Random;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const MANY: u64 = 1_000_000;

/// Of content. The last two are refused.
const KINDS: [&str; 8] = ["application/json", "text/plain", "application/json", "text/plain", "text/plain;charset=utf-8", "text/plain", "text/html", ""];

#[tokio::test]
async fn whatever_is_posted_is_taken_or_refused() {
    post_all(400).await;
}

#[tokio::test]
#[ignore = "a million posts take minutes"]
async fn a_million_posts_of_whatever_are_taken_or_refused() {
    post_all(MANY).await;
}

async fn post_all(count: u64) {
    let collector = Collector::start().await;
    let mut random = Random::new(14);
    let mut statuses = BTreeMap::new();
    for case in 0..count {
        let body = body(&mut random);
        let kind = *one(&mut random, &KINDS);
        let reply = collector.post(kind, body.clone()).await;
        let told = || format!("post {case} is answered by {}: {}", reply.status, String::from_utf8_lossy(&body).chars().take(600).collect::<String>());
        assert!(reply.status.is_success() || reply.status.is_client_error(), "{}", told());
        assert!(serde_json::from_str::<Value>(&reply.text).is_ok(), "{}", told());
        *statuses.entry(reply.status.as_u16()).or_insert(0_u64) += 1;
    }
    println!("{count} posts by status: {statuses:?}");
    for expected in [200, 400, 415, 422] {
        assert!(statuses.contains_key(&expected), "expected some of {expected}, found {statuses:?}");
    }
    assert!(collector.report("help-center").await["totals"]["responses"].as_u64().unwrap() > 0);
}

/// A response or a list of them, mostly changed, now and then torn.
fn body(random: &mut Random) -> Vec<u8> {
    let document = match below(random, 8) {
        0 => json!([]),
        1 => value(random, 4),
        2 | 3 => (0..below(random, 5)).map(|_| posted(random)).collect(),
        _ => posted(random),
    };
    let mut body = document.to_string().into_bytes();
    for _ in 0..below(random, 12).saturating_sub(8) {
        let at = below(random, body.len());
        match below(random, 4) {
            0 => body.truncate(at),
            1 => body.insert(at, random.draw() as u8),
            2 if at < body.len() => body[at] = random.draw() as u8,
            _ => drop(body.splice(at..at, b"[{\"a\":".repeat(below(random, 300)))),
        }
    }
    body
}

fn posted(random: &mut Random) -> Value {
    let answers = [yes_no("yes"), yes_no("no"), effort(6), text("x"), text(&"é".repeat(below(random, 5_000)))];
    let count = below(random, 4);
    let given: Vec<_> = (0..count).map(|_| one(random, &answers).clone()).collect();
    let mut document = response(below(random, 5_000) as u64, &given);
    if below(random, 3) == 0 {
        document["id"] = json!(id(random.draw() % 100_000));
    }
    document["rev"] = json!(below(random, 6));
    for _ in 0..below(random, 5).saturating_sub(1) {
        change(random, &mut document);
    }
    if below(random, 6) == 0 { changed(document, json!({ "state": one(random, &["shown", "partial", "complete", "dismissed"]) })) } else { document }
}

/// Something anywhere in it is another, is gone, or is there besides.
fn change(random: &mut Random, document: &mut Value) {
    let other = value(random, 3);
    let mut place = document;
    for _ in 0..below(random, 4) {
        let inside = match place {
            Value::Object(entries) => entries.len(),
            Value::Array(items) => items.len(),
            _ => 0,
        };
        if inside == 0 {
            break;
        }
        let at = below(random, inside);
        place = match place {
            Value::Object(entries) => entries.values_mut().nth(at).unwrap(),
            Value::Array(items) => &mut items[at],
            inner => inner,
        };
    }
    match place {
        Value::Object(entries) if below(random, 2) == 0 => {
            let name = entries.keys().nth(below(random, entries.len())).cloned().unwrap_or_default();
            entries.remove(&name);
        }
        Value::Object(entries) => drop(entries.insert(words(random), other)),
        place => *place = other,
    }
}

fn value(random: &mut Random, depth: usize) -> Value {
    match below(random, if depth == 0 { 4 } else { 6 }) {
        0 => Value::Null,
        1 => json!(random.draw() % 2 == 0),
        2 => json!(one(random, &[0.0, -1.0, 0.5, 7.0, 11.0, 4_294_967_296.0, 1e300, -1e300, 9_007_199_254_740_993.0])),
        3 => json!(words(random)),
        4 => (0..below(random, 6)).map(|_| value(random, depth - 1)).collect(),
        _ => Value::Object((0..below(random, 4)).map(|_| (words(random), value(random, depth - 1))).collect::<Map<_, _>>()),
    }
}

fn words(random: &mut Random) -> String {
    let all = [
        "", "id", "answers", "value", "help-center", "other", "a", "b c", "partial", "2026-11-22T09:05:00.250Z", "9999-12-31T23:59:59.999Z",
        "0000-00-00T00:00:00.000Z", "https://acme.example/help?q=1#x", "\u{0}", "🙂", "\u{feff}", "'; drop table response; --", "%", "e\u{301}",
    ];
    let word = *one(random, &all);
    if below(random, 20) == 0 { word.repeat(below(random, 20_000)) } else { word.into() }
}

fn below(random: &mut Random, count: usize) -> usize {
    (random.draw() % count.max(1) as u64) as usize
}

fn one<'a, T>(random: &mut Random, of: &'a [T]) -> &'a T {
    &of[below(random, of.len())]
}
