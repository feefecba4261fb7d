//! `/report/-/comments`: what people wrote, to work through.

use crate::support::{Collector, Reply, changed, definition, effort, id, response, survey, text, yes_no};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

const ALL: &str = "/report/-/comments?survey=help-center";

/// Somebody who found nothing and gave this rating.
fn wrote(number: u64, rating: u8, words: &str) -> Value {
    response(number, &[yes_no("no"), effort(rating), text(words)])
}

async fn seen(collector: &Collector, address: &str) -> Reply {
    collector.ask("GET", address, &Value::Null).await
}

/// The comments of a page, from the top.
fn texts(reply: &Reply) -> Vec<String> {
    let parts = reply.text.split("<blockquote").skip(1);
    parts.map(|it| it.split_once('>').unwrap().1.split_once("</blockquote>").unwrap().0.to_owned()).collect()
}

async fn press(collector: &Collector, address: &str, form: &[(&str, &str)]) -> Reply {
    let body: Vec<String> = form.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
    let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    collector.send(request.body(Body::from(body.join("&"))).unwrap()).await
}

fn about(number: u64, state: &'static str, note: &'static str) -> Vec<(&'static str, String)> {
    vec![
        ("site", "default".to_owned()),
        ("response", id(number)),
        ("position", "2".to_owned()),
        ("state", state.to_owned()),
        ("note", note.to_owned()),
    ]
}

async fn mark(collector: &Collector, address: &str, form: &[(&'static str, String)]) -> Reply {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    press(collector, address, &form).await
}

#[tokio::test]
async fn each_comment_stands_with_what_its_writer_rated_and_found_the_latest_first() {
    let collector = Collector::start().await;
    collector.take(&wrote(1, 2, "Refunds take too long")).await;
    collector.take(&response(2, &[yes_no("yes"), effort(7)])).await;
    collector.take(&changed(wrote(3, 6, "&lt;b> is fine"), json!({ "locale": "ar" }))).await;
    let page = seen(&collector, ALL).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert_eq!(texts(&page), ["&amp;lt;b&gt; is fine", "Refunds take too long"]);
    for words in ["2 of 7, difficult", "6 of 7, easy", "did not find it", "dir=\"auto\""] {
        assert!(page.text.contains(words), "{words}");
    }
    let report = seen(&collector, "/report/help-center").await;
    assert!(report.text.contains("-/comments?site=default&amp;survey=help-center"));
    let strangers = collector.get("/report/help-center").await;
    assert!(!strangers.text.contains("-/comments"), "a report that is public leads nobody to single responses");
}

#[tokio::test]
async fn words_difficult_ones_and_filters_are_looked_for() {
    let collector = Collector::start().await;
    collector.take(&wrote(1, 2, "Refunds take too long")).await;
    collector.take(&changed(wrote(2, 7, "REFUNDS are quick"), json!({ "page": { "url": "/", "title": "", "article": "billing" } }))).await;
    collector.take(&changed(wrote(3, 1, "Ștergerea contului"), json!({ "locale": "ro" }))).await;
    for (query, expected) in [
        ("&q=refunds", &["REFUNDS are quick", "Refunds take too long"][..]),
        ("&q=%C8%99TERGEREA", &["Ștergerea contului"]),
        ("&low=1", &["Ștergerea contului", "Refunds take too long"]),
        ("&low=1&q=refunds", &["Refunds take too long"]),
        ("&article=billing", &["REFUNDS are quick"]),
        ("&locale=ro", &["Ștergerea contului"]),
        ("&version=a&locale=ro", &["Ștergerea contului"]),
        ("&version=b", &[]),
        ("&from=2020-01-01&to=2020-01-02", &[]),
        ("&from=2020-01-01&low=1&article=billing", &[]),
        ("&q=nothing", &[]),
        ("&q=&low=&state=&before=&article=", &["Ștergerea contului", "REFUNDS are quick", "Refunds take too long"]),
    ] {
        assert_eq!(texts(&seen(&collector, &format!("{ALL}{query}")).await), expected, "{query}");
    }
}

#[tokio::test]
async fn what_comes_up_again_and_again_leads_to_the_comments_that_have_it() {
    let collector = Collector::start().await;
    for (number, words) in (1..).zip(["Refunds", "my refund is late", "No refunds!", "refunded twice", "Where is the refund?", "A coupon", "Coupon"]) {
        collector.take(&wrote(number, 2, words)).await;
    }
    let all = seen(&collector, ALL).await.text;
    assert!(all.contains("What comes up again and again") && all.contains("q=refund\"") && !all.contains("q=coupon\""), "{all}");
    let found = seen(&collector, &format!("{ALL}&q=refund")).await;
    assert_eq!(texts(&found).len(), 5);
    assert!(!found.text.contains("What comes up again and again"), "it has been seen");
}

/// Guards that a count of the latest comments is taken for one of all, which the list of topics has.
#[tokio::test]
async fn how_many_wrote_it_is_said_to_be_of_the_latest_where_there_are_more() {
    let collector = Collector::start().await;
    let latest = "among the latest 2,000 comments";
    for (first, is_said) in [(1, false), (1_001, false), (2_001, true)] {
        for from in (first..first + 1_000).step_by(50) {
            collector.take(&Value::Array((from..from + 50).map(|number| wrote(number, 2, "The refund is late")).collect())).await;
        }
        let page = seen(&collector, ALL).await.text;
        assert_eq!((page.contains(latest), page.contains("q=")), (is_said, true), "{first}");
    }
}

#[tokio::test]
async fn a_state_and_a_note_are_kept_and_looked_for() {
    let collector = Collector::start().await;
    for number in 1..=3 {
        collector.take(&wrote(number, 2, &format!("Comment {number}"))).await;
    }
    let reply = mark(&collector, &format!("{ALL}&low=1"), &about(2, "done", "Rewritten by Ana")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    assert_eq!(reply.header(header::LOCATION), format!("./comments?survey=help-center&low=1#c-{}-2", id(2)));
    mark(&collector, ALL, &about(3, "read", "")).await;
    for (query, expected) in [
        ("&state=new", &["Comment 1"][..]),
        ("&state=read", &["Comment 3"]),
        ("&state=done", &["Comment 2"]),
        ("&q=rewritten", &["Comment 2"]),
    ] {
        assert_eq!(texts(&seen(&collector, &format!("{ALL}{query}")).await), expected, "{query}");
    }
    collector.take(&changed(wrote(2, 3, "Comment 2, again"), json!({ "rev": 2 }))).await;
    assert_eq!(texts(&seen(&collector, &format!("{ALL}&state=done")).await), [""; 0], "it says something else now");
}

#[tokio::test]
async fn whoever_is_erased_takes_the_note_along() {
    let collector = Collector::start().await;
    collector.take(&wrote(1, 2, "Call me")).await;
    mark(&collector, ALL, &about(1, "read", "Called")).await;
    let erased = crate::commands::run(collector.folder(), &["erase", "--database", &crate::database::url(collector.folder()), "--response", &id(1)], "");
    assert!(erased.out.contains('1'), "{}", erased.out);
    assert_eq!(texts(&seen(&collector, ALL).await), [""; 0]);
    assert!(!String::from_utf8_lossy(&crate::database::kept(collector.folder())).contains("Called"));
    let gone = mark(&collector, ALL, &about(1, "done", "")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    assert!(gone.text.contains("That comment is no longer there"));
}

#[tokio::test]
async fn older_ones_follow_page_after_page_and_none_twice() {
    let collector = Collector::start().await;
    let all: Vec<Value> = (0..45).map(|number| wrote(number, 5, &format!("Comment {number}"))).collect();
    assert_eq!(collector.post("application/json", json!(all).to_string()).await.status, StatusCode::OK);
    let (mut address, mut read) = (ALL.to_owned(), Vec::new());
    for expected in [20, 20, 5] {
        let page = seen(&collector, &address).await;
        assert_eq!(texts(&page).len(), expected);
        read.extend(texts(&page));
        match page.text.split_once("rel=\"next\" href=\"") {
            Some((_, rest)) => {
                let own = address.split_once("before=").map(|(_, before)| format!("before={before}\" class=\"remark\""));
                assert!(own.is_none_or(|own| page.text.contains(&own)), "who marks a comment stays on its page");
                address = format!("/report/-/{}", rest.split_once('"').unwrap().0.replace("&amp;", "&"));
            }
            None => assert_eq!(expected, 5),
        }
    }
    let expected: Vec<String> = (0..45).rev().map(|number| format!("Comment {number}")).collect();
    assert_eq!(read, expected);
}

#[tokio::test]
async fn what_cannot_be_followed_is_told_in_a_sentence() {
    let collector = Collector::start().await;
    collector.know(&definition(&[survey("help-center", "later")])).await;
    for (query, told) in [
        ("survey=help-center&low=maybe", "low: expected 1, or nothing"),
        ("survey=help-center&state=lost", "state: expected one of new, read and done"),
        ("survey=help-center&before=-1", "before: expected a number"),
        ("survey=help-center&from=yesterday", "“yesterday” is no day to put under “from”"),
        ("survey=help-center&from=2026-11-29&to=2026-11-01", "The period ends on 2026-11-01, which is before it begins"),
        ("survey=help-center&rating=1", "There is no filter “rating”"),
        ("", "survey: expected the survey"),
    ] {
        let page = seen(&collector, &format!("/report/-/comments?{query}")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{query}");
        assert!(page.text.contains(told), "{query}: {}", page.text);
    }
    let unknown = seen(&collector, "/report/-/comments?survey=nope").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    for (form, told) in [(about(1, "lost", ""), "state"), (vec![("note", "x".repeat(2_001))], "The form has nothing for “site”.")] {
        let reply = mark(&collector, ALL, &form).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        assert!(reply.text.contains(told), "{}", reply.text);
    }
}
