//! Who did not answer: response rates, and figures weighted to those who were shown the survey.

use crate::clock::move_to;
use crate::support::{Collector, NOW, changed, effort, response, yes_no};
use axum::http::StatusCode;
use effortlet_core::time::Duration;
use serde_json::{Value, json};

/// As many people on a device, of whom some answer, and some of those are lost.
async fn people(collector: &Collector, numbers: &mut u64, device: &str, [shown, answered, lost]: [u64; 3]) {
    for person in 0..shown {
        *numbers += 1;
        let answers = match (person < answered, person < lost) {
            (false, _) => vec![],
            (true, true) => vec![yes_no("no")],
            (true, false) => vec![yes_no("yes"), effort(6)],
        };
        let of = if person < answered { json!({ "context": { "device": device } }) } else {
            json!({ "context": { "device": device }, "state": "shown", "rev": 0, "timing": { "shownAt": NOW.rfc3339() } })
        };
        collector.take(&changed(response(*numbers, &answers), of)).await;
    }
}

/// Phones are answered on half as often, and lose twice as many.
async fn help_center() -> Collector {
    let collector = Collector::start().await;
    let mut numbers = 0;
    people(&collector, &mut numbers, "desktop", [100, 80, 16]).await;
    people(&collector, &mut numbers, "phone", [100, 40, 16]).await;
    collector
}

async fn told(collector: &Collector, query: &str) -> Value {
    let reply = collector.get(&format!("/v1/surveys/help-center/nonresponse{query}")).await;
    assert_eq!(reply.status, StatusCode::OK, "{query}: {}", reply.text);
    reply.json()
}

#[tokio::test]
async fn figures_are_weighted_to_those_who_were_shown_the_survey() {
    let collector = help_center().await;
    let it = told(&collector, "").await;
    assert_eq!((&it["shown"], &it["answered"], &it["responseRate"]["value"]), (&json!(200), &json!(120), &json!(0.6)), "{it}");
    let devices = it["by"].as_array().unwrap().iter().find(|it| it["dimension"] == "device").unwrap();
    let rate = |at: usize| (devices["values"][at]["value"].clone(), devices["values"][at]["responseRate"]["value"].clone());
    assert_eq!((rate(0), rate(1)), ((json!("desktop"), json!(0.8)), (json!("phone"), json!(0.4))), "{it}");
    let lost = &it["lost"];
    let value = |it: &Value| it["value"].as_f64().unwrap();
    assert!((value(&lost["answered"]) - 32.0 / 120.0).abs() < 1e-9, "{lost}");
    assert!((value(&lost["weighted"]) - (0.2 + 0.4) / 2.0).abs() < 1e-9, "half of all had a phone: {lost}");
    assert_eq!(lost["bounds"], json!([0.16, 0.56]));
    let width = |it: &Value| it["high"].as_f64().unwrap() - it["low"].as_f64().unwrap();
    assert!(width(&lost["weighted"]) > width(&lost["answered"]), "weights cost certainty: {lost}");

    let phones = told(&collector, "?device=phone").await;
    assert_eq!((&phones["shown"], &phones["lost"]["answered"]["value"], &phones["lost"]["weighted"]["value"]), (&json!(100), &json!(0.4), &json!(0.4)));
}

#[tokio::test]
async fn where_nobody_is_told_who_was_shown_it_there_is_no_rate_and_no_weight() {
    let collector = Collector::start().await;
    people(&collector, &mut 0, "desktop", [20, 20, 4]).await;
    let it = told(&collector, "").await;
    assert_eq!((&it["responseRate"], &it["lost"]["weighted"], &it["lost"]["bounds"]), (&json!(null), &json!(null), &json!(null)), "{it}");
    assert_eq!(it["lost"]["answered"]["value"], json!(0.2));
    let page = collector.get("/report/-/nonresponse?survey=help-center").await;
    assert!(page.status == StatusCode::OK && page.text.contains("Nobody knows who was shown it"), "{}", page.text);
    assert!(!collector.get("/report/help-center").await.text.contains("Who did not answer?"));
}

#[tokio::test]
async fn an_article_is_called_as_its_page_calls_itself() {
    let collector = Collector::start().await;
    for number in 0..20 {
        let article = if number < 10 { "42" } else { "43" };
        let of = match number % 2 {
            0 => json!({}),
            _ => json!({ "state": "shown", "rev": 0, "timing": { "shownAt": NOW.rfc3339() } }),
        };
        let title = if number < 10 { "Ask for a refund" } else { "" };
        let page = json!({ "page": { "url": format!("https://acme.example/{article}"), "title": title, "article": article } });
        let answers = if number % 2 == 0 { vec![yes_no("yes")] } else { vec![] };
        collector.take(&changed(changed(response(number, &answers), of), page)).await;
    }
    let page = collector.get("/report/-/nonresponse?survey=help-center").await.text;
    for link in ["article=42\" dir=\"auto\">Ask for a refund</a>", "article=43\" dir=\"auto\">43</a>"] {
        assert!(page.contains(link), "{link}: {page}");
    }
}

#[tokio::test]
async fn the_page_says_which_way_the_answers_lean_and_what_it_cannot_follow() {
    let collector = help_center().await;
    let report = collector.get("/report/help-center").await;
    assert!(report.text.contains("-/nonresponse?site=default&amp;survey=help-center"), "{}", report.text);
    let page = collector.get("/report/-/nonresponse?survey=help-center").await;
    for words in ["60% answered", "Response rate by device", "between 16% and 56% of all were lost", "no bias can be seen"] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    assert!(!page.text.contains("Response rate by trigger"), "a single one is beside nothing");
    for (query, status) in [("survey=help-center&by=device", StatusCode::BAD_REQUEST), ("survey=nope", StatusCode::NOT_FOUND), ("", StatusCode::NOT_FOUND)] {
        assert_eq!(collector.get(&format!("/report/-/nonresponse?{query}")).await.status, status, "{query}");
    }
    assert_eq!(collector.get("/v1/surveys/help-center/nonresponse?colour=red").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(collector.get("/v1/surveys/nope/nonresponse").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn that_others_answer_than_before_is_not_read_as_a_change_of_the_score() {
    let collector = Collector::start().await;
    let mut numbers = 0;
    people(&collector, &mut numbers, "desktop", [100, 80, 16]).await;
    move_to(Duration::days(1));
    people(&collector, &mut numbers, "desktop", [100, 40, 8]).await;
    let page = collector.get("/report/help-center?from=2026-11-23").await;
    assert!(page.text.contains("The asking has changed too: 40% of those who were shown the survey answered, 80% before"), "{}", page.text);
}
