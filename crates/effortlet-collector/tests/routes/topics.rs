//! `/report/-/topics`: what comes up again and again, and what a team makes of it.

use crate::clock::move_to;
use crate::support::{Collector, NOW, Reply, changed, definition, effort, id, response, survey, text, yes_no};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use effortlet_collector::{LifeOptions, Store, let_go};
use effortlet_core::time::Duration;
use serde_json::{Value, json};

const ALL: &str = "/report/-/topics?survey=help-center";
const API: &str = "/v1/surveys/help-center/topics";

fn wrote(number: u64, locale: &str, words: &str) -> Value {
    changed(response(number, &[yes_no("no"), effort(2), text(words)]), json!({ "locale": locale }))
}

async fn six_wrote_of_refunds(collector: &Collector) {
    for (number, words) in (1..).zip(["Refunds", "my refund is late", "No refunds!", "refunded twice", "Where is the refund?", "REFUND"]) {
        collector.take(&wrote(number, if number == 6 { "en-GB" } else { "en" }, words)).await;
    }
    for number in 11..=14 {
        collector.take(&wrote(number, "en", "A coupon")).await;
    }
}

async fn told(collector: &Collector, query: &str) -> Vec<(String, String, u64)> {
    let reply = collector.ask("GET", &format!("{API}{query}"), &Value::Null).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    let text = |it: &Value, key: &str| it[key].as_str().unwrap().to_owned();
    let topics = reply.json()["topics"].as_array().unwrap().clone();
    topics.iter().map(|it| (text(it, "language"), text(it, "words"), it["people"].as_u64().unwrap())).collect()
}

async fn seen(collector: &Collector, address: &str) -> Reply {
    collector.ask("GET", address, &Value::Null).await
}

async fn press(collector: &Collector, stems: &str, pressed: &[(&str, &str)], note: &str) -> Reply {
    let form = [("topic-language", "en"), ("stems", stems), ("note", note)].into_iter().chain(pressed.iter().copied());
    let body: Vec<String> = form.map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
    let request = Request::post(ALL).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    collector.send(request.body(Body::from(body.join("&"))).unwrap()).await
}

async fn first(collector: &Collector) -> Value {
    seen(collector, API).await.json()["topics"][0].clone()
}

fn erase(collector: &Collector, number: u64) {
    let url = crate::database::url(collector.folder());
    crate::commands::run(collector.folder(), &["erase", "--database", &url, "--response", &id(number)], "");
}

#[tokio::test]
async fn what_five_people_write_is_a_topic_that_leads_to_their_comments() {
    let collector = Collector::start().await;
    six_wrote_of_refunds(&collector).await;
    assert_eq!(told(&collector, "").await, [("en".to_owned(), "refund".to_owned(), 6)]);
    let page = seen(&collector, ALL).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["6 people", "No article is said to be missing.", "One topic is not sorted yet.", "topic=en%3Arefund"] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    assert!(!page.text.contains("coupon"), "four people have written it");
    let comments = seen(&collector, "/report/-/comments?survey=help-center&topic=en%3Arefund&question=improve").await.text;
    assert_eq!(comments.matches("<blockquote").count(), 6, "{comments}");
    assert!(comments.contains("Without the filter Topic: en:refund"));
    let none = seen(&collector, "/report/-/comments?survey=help-center&topic=en%3Arefund&question=why").await.text;
    assert_eq!(none.matches("<blockquote").count(), 0);
    let all_of_report = seen(&collector, "/report/-/comments?survey=help-center").await.text;
    assert!(all_of_report.contains("topics?site=default&amp;survey=help-center"), "{all_of_report}");
}

#[tokio::test]
async fn an_article_that_was_written_says_who_asked_for_it_before_and_since() {
    let collector = Collector::start().await;
    six_wrote_of_refunds(&collector).await;
    press(&collector, "refund", &[("class", "missing")], "Ana writes it").await;
    assert!(seen(&collector, ALL).await.text.contains("1 missing, none of them written since."));
    move_to(Duration::days(14));
    let reply = press(&collector, "refund", &[("state", "done")], "Ana writes it").await;
    assert_eq!((reply.status, reply.header(header::LOCATION)), (StatusCode::SEE_OTHER, "./topics?survey=help-center#t-en-refund"));
    for number in 21..=22 {
        move_to(Duration::days(21));
        collector.take(&wrote(number, "en", "still no refund")).await;
    }
    move_to(Duration::days(28));
    let page = seen(&collector, ALL).await.text;
    for words in ["6 people before, 2 since 6 Dec 2026", "3.0 a week before, 1.0 a week since", "1 missing, 1 of them written since.", "Ana writes it", "Written"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let topic = first(&collector).await;
    let expected = json!({ "language": "en", "words": "refund", "stems": "refund", "people": 8, "class": "missing", "state": "done",
        "doneAt": "2026-12-06T09:05:00.000Z", "before": 6, "since": 2, "note": "Ana writes it" });
    assert_eq!(topic, expected);
    // A later note leaves the day alone, what is opened again has none.
    press(&collector, "refund", &[("state", "done")], "Written by Ana").await;
    assert_eq!(first(&collector).await["doneAt"], expected["doneAt"]);
    press(&collector, "refund", &[("state", "open"), ("class", "")], "").await;
    let topic = first(&collector).await;
    assert_eq!((&topic["class"], &topic["state"], &topic["doneAt"], &topic["since"]), (&Value::Null, &json!("open"), &Value::Null, &Value::Null));
}

#[tokio::test]
async fn topics_are_chosen_by_class_state_language_question_and_the_filters_of_a_report() {
    let collector = Collector::start().await;
    six_wrote_of_refunds(&collector).await;
    for number in 31..=35 {
        let of_page = json!({ "page": { "url": "/", "title": "", "article": "invoices" } });
        collector.take(&changed(wrote(number, "ro", "Unde sunt facturile?"), of_page)).await;
    }
    press(&collector, "refund", &[("class", "outdated")], "").await;
    for (query, expected) in [
        ("", &["refund", "facturile"][..]),
        ("?class=outdated", &["refund"]),
        ("?class=unsorted", &["facturile"]),
        ("?class=missing", &[]),
        ("?state=open", &["refund", "facturile"]),
        ("?state=done", &[]),
        ("?language=ro", &["facturile"]),
        ("?language=ro&class=outdated", &[]),
        ("?question=improve", &["refund", "facturile"]),
        ("?question=why", &[]),
        ("?article=invoices", &["facturile"]),
        ("?locale=ro&version=a", &["facturile"]),
        ("?version=b", &[]),
        ("?class=&state=&language=&question=", &["refund", "facturile"]),
    ] {
        let words: Vec<String> = told(&collector, query).await.into_iter().map(|it| it.1).collect();
        assert_eq!(words, expected, "{query}");
        let page = seen(&collector, &format!("{ALL}{}", query.replace('?', "&"))).await;
        assert_eq!((page.status, page.text.matches("class=\"topic").count()), (StatusCode::OK, expected.len()), "{query}");
        let csv = seen(&collector, &format!("/report/-/exports/topics.csv?survey=help-center{}", query.replace('?', "&"))).await;
        assert_eq!(csv.text.lines().count(), expected.len() + 1, "{}", csv.text);
    }
    let csv = seen(&collector, "/v1/surveys/help-center/topics.csv?class=outdated").await;
    assert_eq!(csv.text, "\u{feff}language,topic,people,class,state,doneAt,before,since,note\r\nen,refund,6,outdated,open,,,,\r\n");
    assert_eq!(seen(&collector, "/v1/surveys/help-center/topics?class=outdated").await.json()["filters"], json!({ "class": "outdated" }));
}

#[tokio::test]
async fn what_cannot_be_followed_is_told_in_a_sentence() {
    let collector = Collector::start().await;
    collector.know(&definition(&[survey("help-center", "later")])).await;
    six_wrote_of_refunds(&collector).await;
    let long = "x".repeat(10_000);
    for (query, told, expected) in [
        ("class=lost", "“lost” is nothing to put under “class”. It can be missing, outdated, wrong, other, unsorted.", "class: expected one of"),
        ("state=written", "It can be open, done.", "state: expected one of open, done"),
        ("class=wrong&class=other", "twice", "class: expected one value"),
        ("rating=1", "There is no filter “rating”.", "rating: expected one of"),
        ("from=2026-02-30", "is no day", "from: expected a day"),
        ("language=%00", "is no text", "language: expected a text"),
        (&format!("question={long}"), "has 10,000 characters", "question: expected at most"),
        ("per=week", "There is no filter “per”.", "per: expected one of"),
    ] {
        let page = seen(&collector, &format!("{ALL}&{query}")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{query}");
        assert!(page.text.contains(told), "{query}: {}", page.text);
        let api = seen(&collector, &format!("{API}?{query}")).await;
        assert_eq!(api.status, StatusCode::BAD_REQUEST);
        assert!(api.problems()[0].starts_with(expected), "{:?}", api.problems());
    }
    assert_eq!(seen(&collector, &format!("{API}?survey=other")).await.status, StatusCode::BAD_REQUEST, "the path names it");
    assert_eq!(seen(&collector, "/report/-/topics?survey=nope").await.status, StatusCode::NOT_FOUND);
    assert_eq!(seen(&collector, "/report/-/topics").await.status, StatusCode::NOT_FOUND);
    assert_eq!(seen(&collector, "/v1/surveys/nope/topics").await.status, StatusCode::NOT_FOUND);
    for (pressed, note, told) in [
        (&[("class", "lost")][..], "", "class"),
        (&[("state", "written")], "", "state"),
        (&[], &*"x".repeat(2_001), "note"),
    ] {
        let reply = press(&collector, "refund", pressed, note).await;
        assert_eq!((reply.status, reply.text.contains(told)), (StatusCode::BAD_REQUEST, true), "{}", reply.text);
    }
    let gone = press(&collector, "coupon", &[("class", "missing")], "").await;
    assert_eq!((gone.status, gone.text.contains("That topic is no longer there")), (StatusCode::NOT_FOUND, true));
}

#[tokio::test]
async fn a_topic_goes_below_five_people_and_its_note_with_the_last_comment() {
    let collector = Collector::start().await;
    six_wrote_of_refunds(&collector).await;
    press(&collector, "refund", &[("class", "wrong")], "Ring up Acme").await;
    for number in 1..=2 {
        erase(&collector, number);
    }
    assert_eq!(told(&collector, "").await, []);
    let kept = |collector: &Collector| String::from_utf8_lossy(&crate::database::kept(collector.folder())).contains("Ring up Acme");
    assert!(kept(&collector), "others have written, too");
    for number in (3..=6).chain(11..=14) {
        erase(&collector, number);
    }
    assert!(!kept(&collector));
}

#[tokio::test]
async fn a_topic_goes_with_words_that_were_kept_long_enough() {
    let collector = Collector::start().await;
    six_wrote_of_refunds(&collector).await;
    press(&collector, "refund", &[("class", "wrong")], "Ring up Acme").await;
    let options = LifeOptions { keep_words: 30.try_into().ok(), ..LifeOptions::default() };
    let (store, writing) = Store::open(&crate::database::url(collector.folder())).await.unwrap();
    assert_eq!(let_go(&store, &options, NOW + Duration::days(30)).await.unwrap(), 0);
    assert_eq!(let_go(&store, &options, NOW + Duration::days(31)).await.unwrap(), 11, "ten comments, then one topic");
    drop(store);
    writing.drained().await;
    for number in 61..=65 {
        collector.take(&wrote(number, "en", "refund")).await;
    }
    let topic = first(&collector).await;
    assert_eq!((&topic["people"], &topic["class"], &topic["note"]), (&json!(5), &Value::Null, &json!("")));
}

#[tokio::test]
async fn a_topic_that_is_sorted_stays_in_the_list_beside_more_frequent_ones() {
    let collector = Collector::start().await;
    six_wrote_of_refunds(&collector).await;
    press(&collector, "refund", &[("class", "other")], "").await;
    let words: Vec<String> = ('b'..='z').flat_map(|one| ('b'..='d').map(move |other| format!("q{one}{other}q"))).collect();
    for number in 100..107 {
        collector.take(&wrote(number, "en", &words.join(". . . . . . . . . . . . . "))).await;
    }
    let all = told(&collector, "").await;
    assert_eq!((all.len(), all.last().map(|it| it.1.as_str())), (41, Some("refund")), "{all:?}");
}
