//! Did the repair help: articles before an edit and after it, and never more than reports of both would tell.

use crate::clock::move_to;
use crate::support::{Collector, NOW, changed, effort, response, yes_no};
use axum::http::StatusCode;
use effortlet_core::time::Duration;
use serde_json::{Value, json};

/// Answers, as many days after `NOW`.
async fn arrive(collector: &Collector, day: i64, number: u64, answers: &[Value], page: (&str, &str)) {
    move_to(Duration::days(day));
    let at = (NOW + Duration::days(day)).rfc3339();
    let page = json!({
        "url": format!("https://acme.example/help/{}", page.0), "title": page.0, "section": "billing", "article": page.0, "revision": page.1,
    });
    let more = json!({ "timing": { "shownAt": at, "answeredAt": at }, "page": page });
    collector.take(&changed(response(number, answers), more)).await;
}

const EDITED_ON: i64 = 20;

/// For each of 30 days: 12 people about refunds, of whom half are lost until it is edited, and then one; as many
/// about invoices, of whom two are lost, and which is edited as well; and about cards, which is not.
async fn help_center() -> Collector {
    let collector = Collector::start().await;
    let mut number = 0;
    for day in 0..30 {
        for (article, lost, later) in [("refunds", 6, 1), ("invoices", 2, 2), ("cards", 2, 2)] {
            let (lost, revision) = match (day < EDITED_ON, article) {
                (true, _) => (lost, "2026-01-01"),
                (false, "cards") => (later, "2026-01-01"),
                (false, _) => (later, "2026-12-16"),
            };
            for person in 0..12 {
                number += 1;
                let answers = match (person < lost, person % 2) {
                    (true, 0) => vec![yes_no("no")],
                    (true, _) => vec![yes_no("yes"), effort(2)],
                    (false, _) => vec![yes_no("yes"), effort(6)],
                };
                arrive(&collector, day, number, &answers, (article, revision)).await;
            }
        }
    }
    collector
}

async fn told(collector: &Collector, query: &str) -> Value {
    let reply = collector.get(&format!("/v1/surveys/help-center/edits{query}")).await;
    assert_eq!(reply.status, StatusCode::OK, "{query}: {}", reply.text);
    reply.json()
}

#[tokio::test]
async fn an_edited_article_stands_before_and_after_with_what_may_be_said_of_it() {
    let collector = help_center().await;
    let all = told(&collector, "").await;
    let edits = all["edits"].as_array().unwrap();
    assert_eq!(edits.iter().map(|it| it["article"].as_str().unwrap()).collect::<Vec<_>>(), ["invoices", "refunds"], "{all}");
    let [invoices, refunds] = &edits[..] else { panic!("{all}") };
    assert_eq!((&refunds["verdict"], &invoices["verdict"]), (&json!("helped"), &json!("unclear")), "{all}");
    assert_eq!(refunds["edited"], json!({ "from": "2026-12-12", "to": "2026-12-12" }));
    assert_eq!(refunds["page"]["title"], "refunds");
    let compared = &refunds["compared"];
    let share = |it: &Value| it["share"]["value"].as_f64().unwrap();
    assert!((share(&compared["before"]) - 0.5).abs() < 1e-9 && (share(&compared["after"]) - 1.0 / 12.0).abs() < 1e-9, "{compared}");
    let difference = &compared["difference"];
    assert!((difference["value"].as_f64().unwrap() + 5.0 / 12.0).abs() < 1e-9 && difference["high"].as_f64().unwrap() < 0.0, "{compared}");
    let ends = |side: &str, end: &str| compared[side]["period"][end].as_str().unwrap().to_owned();
    assert!(ends("before", "to") < "2026-12-12".to_owned() && ends("after", "from") > "2026-12-12".to_owned(), "the day itself is of neither");
    let of_all = &refunds["all"];
    assert!(share(&of_all["before"]) > share(&of_all["after"]) && of_all["before"]["answered"].as_u64() > compared["before"]["answered"].as_u64());

    let one = told(&collector, "?article=refunds").await;
    assert_eq!(one["edits"].as_array().unwrap().len(), 1, "{one}");
    assert_eq!(one["edits"][0]["compared"], *compared, "the same under its own filter");
    assert_eq!(told(&collector, "?to=2026-12-01").await["edits"], json!([]), "it was edited later");
    assert_eq!(told(&collector, "?section=billing").await["edits"].as_array().unwrap().len(), 2);
}

/// Both sides of every edit beside the report of those days.
async fn beside_reports(collector: &Collector) -> Vec<[[Value; 3]; 2]> {
    let mut pairs = Vec::new();
    for edit in told(collector, "").await["edits"].as_array().unwrap() {
        for side in ["before", "after"] {
            let it = &edit["compared"][side];
            let (Some(from), Some(to)) = (it["period"]["from"].as_str(), it["period"]["to"].as_str()) else { continue };
            let article = edit["article"].as_str().unwrap();
            let query = format!("/v1/surveys/help-center/effort?article={article}&from={from}&to={to}");
            let group = &collector.get(&query).await.json()["groups"][0];
            pairs.push([group, it].map(|it| ["lost", "answered", "period"].map(|name| it[name].clone())));
        }
    }
    pairs
}

/// How many there are; the same, once both have been asked and nobody answers meanwhile: what is told stays until
/// it differs by five people from all else that was.
async fn are_as_reported(collector: &Collector) -> usize {
    beside_reports(collector).await;
    let pairs = beside_reports(collector).await;
    pairs.iter().for_each(|[report, edit]| assert_eq!(report, edit));
    pairs.len()
}

#[tokio::test]
async fn before_and_after_are_what_reports_of_those_days_tell() {
    assert_eq!(are_as_reported(&help_center().await).await, 4);
}

#[tokio::test]
async fn while_answers_come_in_nothing_is_told_that_reports_would_not_tell() {
    let collector = Collector::start().await;
    let (mut number, mut compared) = (0, 0);
    for day in 0..16 {
        for person in 0..12 {
            number += 1;
            let revision = if day < 8 { "1" } else { "2" };
            let answers = if number % 5 < 2 { vec![yes_no("no")] } else { vec![yes_no("yes"), effort(6)] };
            arrive(&collector, day, number, &answers, (if person % 3 == 2 { "cards" } else { "refunds" }, revision)).await;
            if number % 4 == 0 {
                compared += are_as_reported(&collector).await;
            }
        }
    }
    assert!(compared > 20, "{compared}");
}

#[tokio::test]
async fn the_page_says_what_it_knows_and_what_it_cannot_follow() {
    let collector = help_center().await;
    let page = collector.get("/report/-/edits?survey=help-center").await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["Did the repair help?", "1 helped", "1 cannot be told yet", "edited on 12 Dec 2026", "50%", "All articles on the same days"] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    let report = collector.get("/report/help-center").await;
    assert!(report.text.contains("-/edits?site=default&amp;survey=help-center"), "{}", report.text);
    assert!(report.text.contains("edited 12 Dec 2026"), "where effort is lost: {}", report.text);
    assert!(report.text.contains("first seen 22 Nov 2026"), "{}", report.text);
    let none = collector.get("/report/-/edits?survey=help-center&article=cards").await;
    assert!(none.status == StatusCode::OK && none.text.contains("No edit of an article is known"), "{}", none.text);
    for (query, status, words) in [
        ("survey=help-center&colour=red", StatusCode::BAD_REQUEST, "colour"),
        ("survey=help-center&from=2026-12-02&to=2026-12-01", StatusCode::BAD_REQUEST, "2026-12-01"),
        ("survey=nope", StatusCode::NOT_FOUND, "nope"),
        ("", StatusCode::NOT_FOUND, ""),
    ] {
        let reply = collector.get(&format!("/report/-/edits?{query}")).await;
        assert_eq!(reply.status, status, "{query}");
        assert!(reply.text.contains(words), "{query}: {}", reply.text);
    }
    assert_eq!(collector.get("/v1/surveys/nope/edits").await.status, StatusCode::NOT_FOUND);
    assert_eq!(collector.get("/v1/surveys/help-center/edits?by=article").await.status, StatusCode::BAD_REQUEST);
}
