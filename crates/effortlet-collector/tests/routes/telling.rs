//! What telling others does to everything else: to whoever answers, whoever is erased, and what is kept.

use crate::commands::run;
use crate::receiver::{Receiver, Sending, clock, deliveries, made, of, pass, told};
use crate::support::{Collector, NOW, changed, definition, effort, response, survey, text, url, yes_no};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::IntoResponse;
use effortlet_collector::{LifeOptions, Store, let_go};
use effortlet_core::time::{Duration, Timestamp};
use serde_json::{Value, json};

fn low(number: u64) -> Value {
    response(number, &[yes_no("yes"), effort(2)])
}

#[tokio::test]
async fn an_erased_person_takes_along_what_others_were_to_be_told() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    let webhook = told(&collector, &receiver).await;
    let own = changed(response(1, &[effort(1), text("the one who left")]), json!({ "context": { "userId": "leaver" } }));
    collector.take(&own).await;
    collector.take(&low(2)).await;
    assert_eq!(deliveries(&collector, &webhook).await.len(), 3);
    let ran = run(collector.folder(), &["erase", "--database", &url(collector.folder()), "--context", "userId=leaver"], "");
    assert_eq!(ran.out, "1 response is erased\n");
    Sending::beside(&collector).await.work_off().await;
    assert_eq!(receiver.came().len(), 1, "that of the other");
    let kept = crate::database::kept(collector.folder());
    assert!(!kept.windows(16).any(|it| it == b"the one who left"));
}

#[tokio::test]
async fn deliveries_are_kept_for_a_month_and_words_no_longer_than_their_days() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    let webhook = told(&collector, &receiver).await;
    let (store, writing) = Store::open(&url(collector.folder())).await.unwrap();
    let after = |options: LifeOptions, days: i64| {
        let store = store.clone();
        async move { let_go(&store, &options, Timestamp(NOW.0 + Duration::days(days).0)).await.unwrap() }
    };
    collector.take(&low(1)).await;
    assert_eq!(after(LifeOptions::default(), 30).await, 0);
    assert_eq!(after(LifeOptions::default(), 31).await, 1);
    collector.take(&low(2)).await;
    let words = LifeOptions { keep_words: 7.try_into().ok(), ..LifeOptions::default() };
    assert_eq!(after(words, 8).await, 1);
    collector.take(&low(3)).await;
    let path = format!("/v1/webhooks/{}", webhook["id"].as_str().unwrap());
    collector.ask("DELETE", &path, &Value::Null).await;
    assert_eq!(after(LifeOptions::default(), 0).await, 1, "what a removed one was to be told");
    drop(store);
    writing.drained().await;
}

#[tokio::test]
async fn what_was_kept_apart_is_told_once_it_counts() {
    let (collector, receiver) = (Collector::start().await, Receiver::answering(200).await);
    told(&collector, &receiver).await;
    let mut sending = Sending::beside(&collector).await;
    assert_eq!(collector.take(&changed(low(1), json!({ "surveyVersion": "later" }))).await["apart"], 1);
    sending.work_off().await;
    assert_eq!(receiver.came().len(), 0);
    collector.know(&definition(&[survey("help-center", "later")])).await;
    sending.work_off().await;
    assert_eq!(receiver.came().len(), 1);
}

#[tokio::test]
async fn answers_are_taken_while_a_receiver_hangs_and_few_wait_for_it() {
    let collector = Collector::start().await;
    // Takes connections, and never says a word.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    silent.set_nonblocking(true).unwrap();
    let (hanging, well) = (format!("http://{}/", silent.local_addr().unwrap()), Receiver::answering(200).await);
    let stuck = made(&collector, &json!({ "url": hanging, "survey": "other" })).await;
    told(&collector, &well).await;
    let take = async |number| {
        let survey = if number < 8 { "other" } else { "help-center" };
        collector.take(&changed(low(number), json!({ "survey": survey }))).await;
    };
    // There is one to wait for before sending begins, however long the others take.
    take(0).await;
    let mut sending = Sending::beside(&collector).await;
    let sent = tokio::spawn(async move { sending.work_off().await });
    for number in 1..100 {
        take(number).await;
    }
    sent.await.unwrap();
    let held = std::iter::from_fn(|| silent.accept().ok()).count();
    assert!((1..=8).contains(&held), "{held}");
    let waiting = deliveries(&collector, &stuck).await;
    assert!(waiting.iter().all(|it| it["state"] == "waiting"), "{waiting:?}");
    assert!(waiting.iter().any(|it| it["reason"] == "no answer in time"), "{waiting:?}");
}

#[tokio::test]
async fn a_chat_that_takes_one_message_a_second_gets_all_of_them() {
    let collector = Collector::start().await;
    let last = std::sync::Mutex::new(0);
    let receiver = Receiver::start(move |_| {
        let (now, mut last) = (clock().0, last.lock().unwrap());
        let is_soon = now - *last < 1_000;
        *last = if is_soon { *last } else { now };
        if is_soon { (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "1")]).into_response() } else { of(200) }
    });
    let receiver = receiver.await;
    let webhook = made(&collector, &json!({ "url": receiver.url("/"), "form": "chat" })).await;
    for number in 0..12 {
        collector.take(&low(number)).await;
    }
    let mut sending = Sending::beside(&collector).await;
    let (mut seconds, mut came) = (0, 0);
    loop {
        sending.work_off().await;
        came += receiver.came().len();
        if deliveries(&collector, &webhook).await.iter().all(|it| it["state"] == "delivered") {
            break;
        }
        pass(Duration::seconds(1));
        seconds += 1;
        assert!(seconds < 3_600, "an hour");
    }
    assert!(came <= 2 * 12, "it is left alone in between: {came} requests in {seconds} s");
}
