//! Who is told of what, how often, and what they can be sure of.

use crate::receiver::{Came, Receiver, Sending, clock, deliveries, made, of, pass, told};
use crate::support::{Collector, changed, effort, response, text, webhooks, yes_no};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use effortlet_collector::{Reach, WebhookOptions};
use effortlet_core::time::Duration;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::{SystemTime, UNIX_EPOCH};

fn low(number: u64) -> Value {
    response(number, &[yes_no("yes"), effort(2)])
}

fn ids(came: &[Came]) -> Vec<String> {
    came.iter().map(Came::id).collect()
}

#[tokio::test]
async fn what_is_told_is_signed_as_a_library_of_the_scheme_verifies_it() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(204).await);
    let webhook = told(&collector, &receiver).await;
    collector.take(&response(1, &[yes_no("no"), effort(6), text("Prices are <missing>")])).await;
    // The library looks at the clock.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
    pass(Duration(i64::try_from(now).unwrap() - clock().0));
    Sending::beside(&collector).await.work_off().await;
    let came = receiver.came();
    let kinds: BTreeSet<String> = came.iter().map(|it| it.json()["type"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds, ["comment.created".to_owned(), "response.low".to_owned()].into());
    let library = standardwebhooks::Webhook::new(webhook["secret"].as_str().unwrap()).unwrap();
    for it in &came {
        library.verify(&it.body, &it.headers).unwrap();
        let mut tampered = it.body.to_vec();
        tampered[9] ^= 1;
        assert!(library.verify(&tampered, &it.headers).is_err());
        let other = HeaderMap::from_iter(it.headers.clone().into_iter().filter_map(|(name, value)| Some((name?, value))).map(
            |(name, value)| if name == "webhook-id" { (name, "msg_other".parse().unwrap()) } else { (name, value) },
        ));
        assert!(library.verify(&it.body, &other).is_err());
        assert_eq!(it.json()["data"]["report"], "https://ces.example/report/help-center");
        assert_eq!((it.header("content-type"), it.path.as_str()), ("application/json".to_owned(), "/hook"));
    }
    assert!(deliveries(&collector, &webhook).await.iter().all(|it| it["state"] == "delivered" && it["status"] == 204));
}

#[tokio::test]
async fn an_hour_of_503_loses_nothing_and_a_repeat_has_the_same_id() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(503).await);
    let webhook = told(&collector, &receiver).await;
    for number in 0..40 {
        collector.take(&low(number)).await;
    }
    let mut sending = Sending::beside(&collector).await;
    let mut tried = BTreeMap::<String, u32>::new();
    // In steps of a minute, as a collector that looks far more often would not do better.
    for _ in 0..60 {
        sending.work_off().await;
        ids(&receiver.came()).into_iter().for_each(|id| *tried.entry(id).or_default() += 1);
        pass(Duration::seconds(60));
    }
    assert_eq!(tried.len(), 40);
    assert!(tried.values().all(|tries| *tries == 4), "at once, after 5 s, 5 min and 30 min: {tried:?}");
    let waiting = deliveries(&collector, &webhook).await;
    assert!(waiting.iter().all(|it| it["state"] == "waiting" && it["reason"] == "answered 503" && it["attempts"] == 4));

    receiver.answer(|_| of(200));
    pass(Duration::hours(3));
    sending.work_off().await;
    let after = ids(&receiver.came());
    assert_eq!(after.len(), 40, "each once");
    assert_eq!(after.into_iter().collect::<BTreeSet<_>>(), tried.into_keys().collect(), "under the ids of before");
    pass(Duration::days(4));
    sending.work_off().await;
    assert_eq!(receiver.came().len(), 0);
}

#[tokio::test]
async fn two_collectors_tell_each_event_once() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    told(&collector, &receiver).await;
    for number in 0..60 {
        collector.take(&low(number)).await;
    }
    let (mut one, mut other) = (Sending::beside(&collector).await, Sending::beside(&collector).await);
    tokio::join!(one.work_off(), other.work_off());
    let came = ids(&receiver.came());
    assert_eq!((came.len(), came.iter().collect::<BTreeSet<_>>().len()), (60, 60));
}

#[tokio::test]
async fn what_fails_for_three_days_is_listed_with_its_reason_and_can_be_sent_again() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(500).await);
    let webhook = told(&collector, &receiver).await;
    collector.take(&low(1)).await;
    let mut sending = Sending::beside(&collector).await;
    for _ in 0..(4 * 24) {
        sending.work_off().await;
        pass(Duration::hours(1));
    }
    let tries = receiver.came();
    assert_eq!(tries.len(), 10);
    let failed = &deliveries(&collector, &webhook).await[0];
    assert_eq!((&failed["state"], &failed["reason"], &failed["attempts"]), (&json!("failed"), &json!("answered 500"), &json!(10)));
    let path = format!("/v1/webhooks/{}/deliveries?state=failed", webhook["id"].as_str().unwrap());
    assert_eq!(collector.ask("GET", &path, &Value::Null).await.json()["deliveries"].as_array().unwrap().len(), 1);

    receiver.answer(|_| of(200));
    let again = format!("/v1/deliveries/{}/send", failed["id"].as_str().unwrap());
    assert_eq!(collector.ask("POST", &again, &Value::Null).await.status, StatusCode::ACCEPTED);
    sending.work_off().await;
    assert_eq!(ids(&receiver.came()), [tries[0].id()]);
    assert_eq!(deliveries(&collector, &webhook).await[0]["state"], "delivered");
    assert_eq!(collector.ask("POST", "/v1/deliveries/none/send", &Value::Null).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_answer_is_heeded_whatever_it_says() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    let webhook = told(&collector, &receiver).await;
    let mut sending = Sending::beside(&collector).await;
    receiver.answer(|_| (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "1200")]).into_response());
    collector.take(&low(1)).await;
    sending.work_off().await;
    pass(Duration::seconds(1_199));
    sending.work_off().await;
    assert_eq!(receiver.came().len(), 1, "not before it may");
    pass(Duration::seconds(1));
    let away = receiver.url("/away");
    receiver.answer(move |_| (StatusCode::FOUND, [("location", away.clone())]).into_response());
    sending.work_off().await;
    assert_eq!(receiver.came().iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), ["/hook"], "no redirect is followed");
    assert_eq!(deliveries(&collector, &webhook).await[0]["reason"], "answered 302, and redirects are not followed");

    collector.take(&low(2)).await;
    receiver.answer(|_| of(410));
    sending.work_off().await;
    let one = collector.ask("GET", &format!("/v1/webhooks/{}", webhook["id"].as_str().unwrap()), &Value::Null).await.json();
    assert_eq!((&one["state"], &one["reason"]), (&json!("ended"), &json!("answered 410: it wants no more")));
    assert!(deliveries(&collector, &webhook).await.iter().all(|it| it["state"] == "failed"));
    receiver.came();
    collector.take(&low(3)).await;
    pass(Duration::days(1));
    sending.work_off().await;
    assert_eq!(receiver.came().len(), 0);
}

#[tokio::test]
async fn a_response_that_is_revised_tells_each_event_once() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    told(&collector, &receiver).await;
    let mut sending = Sending::beside(&collector).await;
    let revision = |rev: u32, answers: &[Value]| changed(response(1, answers), json!({ "rev": rev, "state": "partial" }));
    let mut kinds = Vec::new();
    for (rev, answers) in [
        (1, vec![yes_no("yes")]),
        (2, vec![yes_no("yes"), effort(1)]),
        (3, vec![yes_no("yes"), effort(2)]),
        (4, vec![yes_no("no"), effort(2), text("Prices")]),
        (4, vec![yes_no("no"), effort(2), text("Prices")]),
        (5, vec![yes_no("no"), effort(2), text("Prices are missing")]),
    ] {
        collector.take(&revision(rev, &answers)).await;
        sending.work_off().await;
        let came = receiver.came();
        kinds.push(came.iter().map(|it| it.json()["type"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" "));
    }
    assert_eq!(kinds, ["", "response.low", "", "comment.created", "", ""]);
    // What nobody was told yet is told as it is by then.
    for (rev, words) in [(1, "Pri"), (2, "Prices")] {
        collector.take(&changed(response(2, &[text(words)]), json!({ "rev": rev, "state": "partial" }))).await;
    }
    sending.work_off().await;
    let came = receiver.came();
    assert_eq!((came.len(), &came[0].json()["data"]["comment"]["text"]), (1, &json!("Prices")));
}

#[tokio::test]
async fn a_paused_webhook_is_told_later_and_a_removed_one_never() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    let webhook = told(&collector, &receiver).await;
    let path = format!("/v1/webhooks/{}", webhook["id"].as_str().unwrap());
    let mut sending = Sending::beside(&collector).await;
    collector.ask("PATCH", &path, &json!({ "state": "paused" })).await;
    collector.take(&low(1)).await;
    sending.work_off().await;
    assert_eq!(receiver.came().len(), 0);
    collector.ask("PATCH", &path, &json!({ "state": "active" })).await;
    sending.work_off().await;
    assert_eq!(receiver.came().len(), 1);
    collector.take(&low(2)).await;
    collector.ask("DELETE", &path, &Value::Null).await;
    collector.take(&low(3)).await;
    sending.work_off().await;
    assert_eq!(receiver.came().len(), 0);
}

#[tokio::test]
async fn a_test_takes_the_way_of_all_others() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    let webhook = made(&collector, &json!({ "url": receiver.url("/chat"), "form": "chat" })).await;
    let path = format!("/v1/webhooks/{}/test", webhook["id"].as_str().unwrap());
    let reply = collector.ask("POST", &path, &Value::Null).await;
    assert_eq!(reply.status, StatusCode::ACCEPTED);
    Sending::beside(&collector).await.work_off().await;
    let came = receiver.came();
    assert_eq!(came[0].id(), reply.json()["delivery"]);
    assert!(came[0].json()["text"].as_str().unwrap().starts_with("This is a test of a webhook. Nobody has answered."));
    assert_eq!(deliveries(&collector, &webhook).await[0]["event"], "webhook.test");
}

#[tokio::test]
async fn private_addresses_are_refused_unless_they_are_allowed() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    let strict = WebhookOptions { reach: Reach { allow_private_webhooks: false, ..webhooks().reach }, ..webhooks() };
    let named = format!("http://localhost:{}/hook", receiver.address.port());
    let webhook = made(&collector, &json!({ "url": named })).await;
    collector.take(&low(1)).await;
    Sending::with(&collector, &strict).await.work_off().await;
    assert_eq!(receiver.came().len(), 0);
    let reason = deliveries(&collector, &webhook).await[0]["reason"].clone();
    assert_eq!(reason, "the address is not public, and private ones are not allowed");
    pass(Duration::seconds(10));
    Sending::beside(&collector).await.work_off().await;
    assert_eq!(receiver.came().len(), 1, "where it may");
}
