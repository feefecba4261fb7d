//! Webhooks that are told of a week: when, how often, and of what.
//!
//! Collectors stand on Sunday, 22 November 2026, 09:05 UTC, the last day of week 47.

use crate::clock::move_to;
use crate::receiver::{Came, Receiver, Sending, clock, deliveries, made, of, pass};
use crate::support::{Collector, NOW, changed, effort, response, text, url, webhooks, yes_no};
use axum::http::StatusCode;
use effortlet_collector::{LifeOptions, Sender, Store, Weekly, Writing, let_go};
use effortlet_core::time::{Duration, Timestamp};
use serde_json::{Value, json};

/// Of a visitor, who may be anybody's competitor.
const WRITTEN: &str = "<!channel> refund";

/// Another collector on the same database.
struct Beside {
    weekly: Weekly,
    sender: Sender,
    _writing: Writing,
}

impl Beside {
    async fn of(collector: &Collector) -> Self {
        let (store, writing) = Store::open(&url(collector.folder())).await.unwrap();
        let sender = Sender::new(store.clone(), &webhooks(), clock, 7).unwrap();
        Self { weekly: Weekly::new(store, clock), sender, _writing: writing }
    }

    async fn work_off(&mut self) -> u64 {
        let due = self.weekly.look().await.unwrap();
        self.sender.work_off().await.unwrap();
        due
    }
}

/// To a moment of November and December 2026, given by its day of November.
fn until(day: i64, hour: i64) {
    let midnight = NOW.0 - NOW.0.rem_euclid(Duration::days(1).0);
    pass(Duration(midnight + Duration::days(day - 22).0 + Duration::hours(hour).0 - clock().0));
}

async fn answer(collector: &Collector, numbers: std::ops::Range<u64>) {
    for number in numbers {
        let page = json!({ "url": "https://acme.example/canary", "title": "<!here> Refunds", "section": "billing", "article": "refunds" });
        let answers = [yes_no("no"), effort(2), text(WRITTEN)];
        collector.take(&changed(response(number, &answers), json!({ "page": page }))).await;
    }
}

async fn wanting(collector: &Collector, receiver: &Receiver) -> Value {
    made(collector, &json!({ "url": receiver.url("/hook"), "wants": ["digest"] })).await
}

fn weeks(came: &[Came]) -> Vec<String> {
    came.iter().map(|it| it.json()["data"]["week"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_week_is_told_on_monday_morning_once() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    let webhook = wanting(&collector, &receiver).await;
    answer(&collector, 0..12).await;
    let mut beside = Beside::of(&collector).await;
    assert_eq!(beside.work_off().await, 0, "it is Sunday");
    until(23, 5);
    assert_eq!(beside.work_off().await, 0, "it is early");
    until(23, 6);
    assert_eq!(beside.work_off().await, 1);
    let came = receiver.came();
    let told = came[0].json();
    assert_eq!((came.len(), &told["type"], &told["data"]["week"]), (1, &json!("digest"), &json!("2026-W47")));
    assert_eq!(told["data"]["report"], "https://ces.example/report/-/digest?site=default&survey=help%2Dcenter&week=2026-W47");
    assert_eq!(told["timestamp"], clock().rfc3339());
    assert!(came[0].header("webhook-signature").starts_with("v1,"));
    move_to(Duration(clock().0 - NOW.0));
    let mut by_api = collector.get("/v1/surveys/help-center/digest?week=2026-W47").await.json();
    let mut figures = told["data"].clone();
    figures.as_object_mut().unwrap().remove("report");
    by_api["generatedAt"] = figures["generatedAt"].clone();
    assert_eq!(figures, by_api, "the same as the API gives");
    for (day, hour) in [(23, 6), (23, 7), (26, 12), (29, 23)] {
        until(day, hour);
        assert_eq!(beside.work_off().await, 0, "{day}, {hour} h");
    }
    assert_eq!(receiver.came().len(), 0);
    let known = deliveries(&collector, &webhook).await;
    assert_eq!((&known[0]["event"], &known[0]["state"], &known[0]["response"]), (&json!("digest"), &json!("delivered"), &Value::Null));
}

#[tokio::test]
async fn several_collectors_tell_a_week_once_also_when_they_start_anew() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    wanting(&collector, &receiver).await;
    answer(&collector, 0..12).await;
    until(23, 6);
    let (mut one, mut other) = (Beside::of(&collector).await, Beside::of(&collector).await);
    let (first, second) = tokio::join!(one.weekly.look(), other.weekly.look());
    assert_eq!(first.unwrap() + second.unwrap(), 1);
    tokio::join!(one.work_off(), other.work_off());
    assert_eq!(weeks(&receiver.came()), ["2026-W47"]);
    // What is known of deliveries is deleted one day, and told again it must not be.
    until(27, 6);
    let (store, writing) = Store::open(&url(collector.folder())).await.unwrap();
    let keep = LifeOptions { keep_words: 1.try_into().ok(), ..LifeOptions::default() };
    let_go(&store, &keep, Timestamp(clock().0)).await.unwrap();
    drop(store);
    writing.drained().await;
    assert_eq!(Beside::of(&collector).await.work_off().await, 0);
    assert_eq!(receiver.came().len(), 0);
}

#[tokio::test]
async fn a_collector_that_was_down_tells_of_the_last_week_alone() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    wanting(&collector, &receiver).await;
    answer(&collector, 0..12).await;
    move_to(Duration::days(5));
    answer(&collector, 12..24).await;
    until(33, 15);
    Beside::of(&collector).await.work_off().await;
    assert_eq!(weeks(&receiver.came()), ["2026-W48"], "on Thursday, three weeks after the first");
    until(37, 3);
    assert_eq!(Beside::of(&collector).await.work_off().await, 0, "on the next Monday it is too late");
}

#[tokio::test]
async fn a_week_without_an_answer_is_told_once_and_the_next_one_not() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    wanting(&collector, &receiver).await;
    let mut beside = Beside::of(&collector).await;
    until(23, 6);
    assert_eq!(beside.work_off().await, 0, "nobody has answered yet");
    move_to(Duration::days(2));
    answer(&collector, 0..12).await;
    let mut told = Vec::new();
    for monday in [30, 37, 44, 51] {
        until(monday, 6);
        beside.work_off().await;
        told.extend(receiver.came().iter().map(|it| it.json()["data"]["text"].as_str().unwrap().to_owned()));
    }
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("12 responses"), "{}", told[0]);
    assert!(told[1].contains("Nobody answered this week; 12 responses came the week before."), "{}", told[1]);
}

#[tokio::test]
async fn only_who_asks_for_digests_is_told_and_from_the_next_monday_on() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    let usual = made(&collector, &json!({ "url": receiver.url("/hook") })).await;
    assert_eq!(usual["wants"], json!(["response.low", "comment.created"]));
    answer(&collector, 0..12).await;
    Sending::beside(&collector).await.work_off().await;
    assert_eq!(receiver.came().len(), 24);
    until(24, 3);
    move_to(Duration(clock().0 - NOW.0));
    let late = wanting(&collector, &receiver).await;
    let others = [json!({ "site": "acme", "wants": ["digest"] }), json!({ "survey": "other", "wants": ["digest"] })];
    for other in others {
        made(&collector, &changed(json!({ "url": receiver.url("/other") }), other)).await;
    }
    until(24, 6);
    let mut beside = Beside::of(&collector).await;
    beside.work_off().await;
    assert_eq!(receiver.came().len(), 0, "the week was over before it was made");
    until(30, 6);
    beside.work_off().await;
    assert_eq!(weeks(&receiver.came()), ["2026-W48"]);
    assert_eq!(deliveries(&collector, &late).await.len(), 1);
    let issues = json!({ "url": "https://github.com/acme/docs", "form": "github", "token": "t", "wants": ["digest"] });
    let refused = collector.ask("POST", "/v1/webhooks", &issues).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["wants: expected no digest where issues are written"]);
}

#[tokio::test]
async fn a_paused_webhook_is_told_within_the_week_and_never_of_two() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(503).await);
    let webhook = wanting(&collector, &receiver).await;
    let path = format!("/v1/webhooks/{}", webhook["id"].as_str().unwrap());
    answer(&collector, 0..12).await;
    collector.ask("PATCH", &path, &json!({ "state": "paused" })).await;
    let mut beside = Beside::of(&collector).await;
    until(23, 6);
    assert_eq!(beside.work_off().await, 0);
    collector.ask("PATCH", &path, &json!({ "state": "active" })).await;
    until(24, 6);
    assert_eq!(beside.work_off().await, 1);
    collector.ask("PATCH", &path, &json!({ "state": "paused" })).await;
    assert_eq!(receiver.came().len(), 1, "in vain");
    until(30, 6);
    collector.ask("PATCH", &path, &json!({ "state": "active" })).await;
    receiver.answer(|_| of(200));
    assert_eq!(beside.work_off().await, 1);
    until(31, 6);
    beside.work_off().await;
    assert_eq!(weeks(&receiver.came()), ["2026-W48"]);
    let states: Vec<_> = deliveries(&collector, &webhook).await.iter().map(|it| (it["state"].clone(), it["reason"].clone())).collect();
    assert_eq!(states, [(json!("delivered"), Value::Null), (json!("failed"), json!("a later week is told"))]);
}

#[tokio::test]
async fn a_digest_tells_no_single_answer_and_calls_nobody() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    wanting(&collector, &receiver).await;
    made(&collector, &json!({ "url": receiver.url("/chat"), "form": "chat", "wants": ["digest"] })).await;
    answer(&collector, 0..12).await;
    until(23, 6);
    Beside::of(&collector).await.work_off().await;
    let came = receiver.came();
    let of = |path: &str| came.iter().find(|it| it.path == path).unwrap().json();
    let (standard, chat) = (of("/hook"), of("/chat"));
    let (text, lines) = (standard["data"]["text"].as_str().unwrap(), chat["text"].as_str().unwrap());
    assert_eq!(lines, format!("{text}\nAll of it: https://ces.example/report/-/digest?site=default&survey=help%2Dcenter&week=2026-W47"));
    let gapless: Vec<String> = text.replace('\u{200b}', "").lines().map(str::to_owned).collect();
    assert_eq!(gapless, [
        "help-center: 16 Nov 2026 to 22 Nov 2026 (2026-W47)",
        "Score 2.0 of 7, higher is easier (95% interval 1.7 to 2.4, 12 ratings). Too few answered the week before to compare.",
        "12 responses.",
        "Where most visitors were lost in 13 weeks:",
        "1. “‹!here› Refunds”: about 12 of 12 who answered.",
        "12 comments. What comes up: channel› refund (12).",
        "Next: Rewrite “‹!here› Refunds”: about 12 of the 12 who answered there in 13 weeks were lost, surely more than at any other article.",
    ]);
    for never in ["<!channel>", "<!here>", "@here", "<"] {
        assert!(!text.contains(never), "{never} in {text}");
    }
    let whole = standard.to_string();
    assert!(!whole.contains(WRITTEN) && !whole.contains(&crate::support::id(0)), "{whole}");
}
