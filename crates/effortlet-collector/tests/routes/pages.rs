//! `/report/` and `/report/{id}`.

use crate::clock::move_to;
use axum::http::{StatusCode, header};
use effortlet_core::time::Duration;
use serde_json::json;
use crate::support::{Collector, changed, definition, effort, response, survey, text, yes_no};

#[tokio::test]
async fn without_answers_the_list_says_what_to_do() {
    let collector = Collector::start().await;
    let reply = collector.get("/report/").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.text.contains("No answers yet") && reply.text.contains("/effortlet.js"));
    let unknown = collector.get("/report/nope").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.text.contains("Nothing for “nope” yet"));
}

#[tokio::test]
async fn what_visitors_wrote_is_never_markup() {
    let collector = Collector::start().await;
    let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let document = changed(
        response(1, &[text(evil)]),
        json!({
            "surveyVersion": evil, "locale": evil,
            "page": { "url": "javascript:alert(1)", "title": evil, "revision": evil },
        }),
    );
    collector.know(&definition(&[changed(survey("help-center", evil), json!({ "questions": [
        { "id": "improve", "kind": "text", "text": evil },
    ] }))])).await;
    for number in 10..15 {
        collector.take(&changed(document.clone(), json!({ "id": crate::support::id(number) }))).await;
    }
    collector.take(&changed(document.clone(), json!({ "id": crate::support::id(3), "surveyVersion": format!("un{evil}") }))).await;
    collector.take(&changed(document.clone(), json!({ "id": crate::support::id(2), "surveyVersion": "b" }))).await;
    let list = collector.get("/report/").await;
    let version: String = evil.bytes().map(|byte| format!("%{byte:02x}")).collect();
    let page = collector.get(&format!("/report/help-center?version={version}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    for reply in [list, page] {
        let scripts: Vec<_> = reply.text.split("<script type=\"module\" src=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
        assert_eq!((scripts, reply.text.matches("<script").count()), (vec!["./-/zone.js", "./-/live.js"], 2), "our own files alone");
        for forbidden in ["<script>", "<img", "href=\"javascript:"] {
            assert!(!reply.text.contains(forbidden), "{forbidden} in {}", reply.text);
        }
        let policy = reply.header(header::CONTENT_SECURITY_POLICY);
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(reply.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    }
}

#[tokio::test]
async fn the_page_shows_the_score_with_its_interval_and_its_doubt() {
    let collector = Collector::start().await;
    for (upto, score, doubt) in [
        (3, "Not yet", "<strong>3 ratings so far.</strong>"),
        (12, "<strong>6.0</strong>", "<strong>A rough idea.</strong>"),
        (40, "<strong>6.0</strong>", "from 40 ratings."),
    ] {
        for number in 0..upto {
            let rating = if number % 2 == 0 { 5 } else { 7 };
            collector.take(&response(number, &[yes_no("yes"), effort(rating)])).await;
        }
        let page = collector.get("/report/help-center").await.text;
        assert!(page.contains(score) && page.contains(doubt), "{upto}: {page}");
    }
    assert!(!collector.get("/report/help-center").await.text.contains("rough"));
}

#[tokio::test]
async fn each_version_has_its_own_page() {
    let collector = Collector::start().await;
    for number in 0..5 {
        collector.take(&response(number, &[effort(7)])).await;
        let other = changed(response(50 + number, &[effort(2)]), json!({ "surveyVersion": "b c" }));
        collector.take(&other).await;
    }
    let first = collector.get("/report/help-center?version=a").await.text;
    let second = collector.get("/report/help-center?version=b%20c").await.text;
    assert!(first.contains("<strong>7.0</strong>") && first.contains("?version=b%20c"));
    assert!(second.contains("<strong>2.0</strong>"));
    assert_eq!(collector.get("/report/help-center?version=z").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_style_sheet_is_its_own() {
    let collector = Collector::start().await;
    let style = collector.get("/report/-/style.css").await;
    assert_eq!(style.header(header::CONTENT_TYPE), "text/css; charset=utf-8");
    assert!(!style.text.contains("url(") && !style.text.contains("@import"));
    assert_eq!(collector.get("/report").await.header(header::LOCATION), "report/");
    assert_eq!(collector.get("/").await.header(header::LOCATION), "/report/");
}

/// The list says what each survey is known by, whether that moved, and who answered.
#[tokio::test]
async fn the_list_says_how_each_survey_stands_and_whether_it_moved() {
    let collector = Collector::start().await;
    let ease = json!({ "questions": [{ "id": "effort", "kind": "effort", "text": "How easy was it?", "scale": { "points": 7 } }] });
    let found = json!({ "questions": [{ "id": "found", "kind": "yesNo", "text": "Did you find it?" }] });
    let known = |id: &str, asked: &serde_json::Value| changed(survey(id, "1"), asked.clone());
    collector.know(&definition(&[known("rated", &ease), known("found", &found), known("young", &ease)])).await;
    let mut number = 0;
    let mut take = async |survey: &str, answers: &[serde_json::Value], more: serde_json::Value| {
        number += 1;
        collector.take(&changed(changed(response(number, answers), json!({ "survey": survey, "surveyVersion": "1" })), more)).await;
    };
    for rating in [2, 3, 2, 3, 2, 3, 2, 3, 2, 3] {
        take("rated", &[effort(rating)], json!({})).await;
    }
    move_to(Duration::days(30));
    for rating in [6, 7, 6, 7, 6, 7, 6, 7, 6, 7] {
        take("rated", &[effort(rating)], json!({})).await;
    }
    for _ in 0..5 {
        take("found", &[yes_no("yes")], json!({})).await;
        take("found", &[], json!({ "state": "shown", "rev": 0, "timing": { "shownAt": "2026-11-22T09:05:00.000Z" } })).await;
    }
    take("young", &[effort(5)], json!({})).await;

    let page = collector.get("/report/").await.text;
    let card = |survey: &str| page.split("<li class=\"card\">").find(|it| it.contains(&format!(">{survey}</a>"))).unwrap().to_owned();
    for (survey, expected) in [
        ("rated", vec!["“How easy was it?”", "<strong>4.5</strong>", "95% interval", "▲ </span>+4.0 better", "By week: ", "20 answers"]),
        ("found", vec!["“Did you find it?”", "<strong>100%</strong>", "said yes", "5 of 10 who were asked answered (50%)", "Too few answers"]),
        ("young", vec!["Fewer than five have answered"]),
    ] {
        for it in expected {
            assert!(card(survey).contains(it), "{survey}: {it} in {}", card(survey));
        }
    }
    assert!(!card("young").contains("svg"), "no chart of nothing");
}

/// Who reads the figures knows a question by its words, not by what the definition calls it.
#[tokio::test]
async fn a_latest_comment_stands_with_the_words_that_it_answers() {
    let collector = Collector::start().await;
    for number in 0..5 {
        collector.take(&response(number, &[text("Less to read")])).await;
    }
    let page = collector.get("/report/help-center").await.text;
    assert!(page.contains("<span class=\"tag\" dir=\"auto\">What could be better?</span>"), "{page}");
    assert_eq!(collector.report("help-center").await["comments"][0]["question"], "improve", "programs are told as before");
}

#[tokio::test]
async fn who_may_publish_is_led_from_each_page_to_the_builder() {
    let collector = Collector::start().await;
    for (address, link) in [("/report/", "href=\"./-/builder\""), ("/report/-/tokens", "href=\"../-/builder\"")] {
        assert!(collector.ask("GET", address, &serde_json::Value::Null).await.text.contains(link), "{address}");
    }
    assert!(!collector.get("/report/").await.text.contains("-/builder"), "a report that is public leads nobody to a login");
}
