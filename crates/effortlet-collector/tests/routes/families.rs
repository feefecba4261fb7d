//! Triggers that have several ways: a filter for all of them, for one, and what may be told of both.

use crate::support::{Collector, Reply, changed, effort, response, text, yes_no};
use axum::http::StatusCode;
use serde_json::{Value, json};

/// So many people of each trigger, all of whom found nothing.
async fn came(collector: &Collector, people: &[(&str, u64)]) {
    let mut number = 1;
    let mut all = Vec::new();
    for (trigger, count) in people {
        for _ in 0..*count {
            let answers = [yes_no("no"), effort(2), text("Where is it?")];
            let page = json!({ "url": "/", "title": "", "article": if number % 2 == 0 { "even" } else { "odd" } });
            all.push(changed(response(number, &answers), json!({ "trigger": trigger, "page": page })));
            number += 1;
        }
    }
    let reply = collector.post("application/json", json!(all).to_string()).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
}

async fn asked(collector: &Collector, address: &str) -> Reply {
    let reply = collector.ask("GET", address, &Value::Null).await;
    assert_eq!(reply.status, StatusCode::OK, "{address}: {}", reply.text);
    reply
}

/// How many said that they found it or not, as far as that is told.
async fn told(collector: &Collector, query: &str) -> u64 {
    let report = asked(collector, &format!("/v1/surveys/help-center/report?{query}")).await.json();
    let found = &report["versions"][0]["foundRate"];
    found["value"].as_f64().map_or(0, |_| found["n"].as_u64().unwrap())
}

async fn ranked(collector: &Collector, query: &str) -> Vec<(String, u64)> {
    let report = asked(collector, &format!("/v1/surveys/help-center/effort?by=trigger&{query}")).await.json();
    let groups = report["groups"].as_array().unwrap().iter();
    let mut groups: Vec<(String, u64)> = groups.map(|it| (it["value"].as_str().unwrap().to_owned(), it["answered"].as_u64().unwrap())).collect();
    groups.sort();
    groups
}

#[tokio::test]
async fn who_asks_for_a_family_is_told_of_all_its_ways_and_of_who_told_none() {
    let collector = Collector::start().await;
    let ways = [("helpCenter", 6), ("helpCenter.searches", 7), ("helpCenter.dwell", 8), ("helpCenterX", 9), ("scroll", 10)];
    came(&collector, &ways).await;
    for (query, expected) in [
        ("trigger=helpCenter", 21),
        ("trigger=helpCenter.searches", 7),
        ("trigger=helpCenter.", 0),
        ("trigger=helpCenterX", 9),
        ("trigger=scroll", 10),
        ("trigger=help", 0),
        ("", 40),
    ] {
        assert_eq!(told(&collector, query).await, expected, "{query}");
    }
    let lines = |reply: Reply| reply.text.lines().count();
    assert_eq!(lines(asked(&collector, "/v1/exports/responses.jsonl?trigger=helpCenter").await), 21);
    assert_eq!(lines(asked(&collector, "/v1/exports/responses.jsonl?trigger=helpCenter.dwell").await), 8);
    let comments = asked(&collector, "/v1/surveys/help-center/topics?trigger=helpCenter").await.json();
    assert_eq!(comments["topics"], json!([]), "all of it are words that say nothing");
    let page = asked(&collector, "/report/-/comments?survey=help-center&trigger=helpCenter.searches").await.text;
    assert_eq!(page.matches("<blockquote").count(), 7);
    assert!(page.contains("Searched again and again"));
}

#[tokio::test]
async fn a_family_is_one_row_and_within_it_each_way_is_one() {
    let collector = Collector::start().await;
    came(&collector, &[("helpCenter", 6), ("helpCenter.searches", 7), ("helpCenter.dwell", 8), ("scroll", 10)]).await;
    let row = |name: &str, people: u64| (name.to_owned(), people);
    assert_eq!(ranked(&collector, "").await, [row("helpCenter", 21), row("scroll", 10)]);
    assert_eq!(ranked(&collector, "trigger=helpCenter").await, [row("helpCenter.dwell", 8), row("helpCenter.searches", 7)]);
    assert_eq!(ranked(&collector, "trigger=helpCenter.dwell").await, [row("helpCenter.dwell", 8)]);
    assert_eq!(ranked(&collector, "trigger=scroll").await, [row("scroll", 10)]);
}

#[tokio::test]
async fn searches_and_contact_stand_on_the_page_where_anybody_came_so() {
    let collector = Collector::start().await;
    came(&collector, &[("helpCenter.searches", 7), ("helpCenter.contactAfter", 12), ("helpCenter.dwell", 8), ("scroll", 10)]).await;
    let page = asked(&collector, "/report/help-center").await.text;
    let (_, card) = page.split_once("aria-label=\"Searches and contact\"").unwrap();
    let (card, _) = card.split_once("</section>").unwrap();
    for words in ["Searched again and again", "trigger=helpCenter.searches", "Contact after articles", "<strong>12</strong>"] {
        assert!(card.contains(words), "{words}: {card}");
    }
    assert!(!card.contains("Long on an article") && !card.contains("Left after a search"));
    for query in ["?trigger=scroll", "?trigger=helpCenter.dwell"] {
        assert!(!asked(&collector, &format!("/report/help-center{query}")).await.text.contains("Searches and contact"), "{query}");
    }
    assert!(asked(&collector, "/report/help-center?trigger=helpCenter").await.text.contains("Searches and contact"));
}

/// A family less its ways, and all less a family: whoever is left are five, or nobody.
#[tokio::test]
async fn no_way_taken_from_its_family_tells_fewer_than_five() {
    for people in [
        &[("helpCenter", 3), ("helpCenter.searches", 20), ("scroll", 30)][..],
        &[("helpCenter.dwell", 3), ("helpCenter.searches", 20), ("scroll", 4), ("click", 30)],
        &[("helpCenter.dwell", 2), ("helpCenter.visited", 2), ("helpCenter.searches", 20), ("helpCenter.articles", 9), ("scroll", 30)],
        &[("helpCenter", 20), ("helpCenter.searches", 2), ("scroll", 30)],
        &[("helpCenter.searches", 20), ("scroll", 3)],
        &[("helpCenter.searches", 8), ("helpCenter.dwell", 9), ("scroll", 30)],
    ] {
        let collector = Collector::start().await;
        came(&collector, people).await;
        for narrower in ["", "&article=even", "&from=2026-11-01&to=2026-11-30", "&article=odd&from=2026-11-01"] {
            let whole = told(&collector, narrower.trim_start_matches('&')).await;
            let family = told(&collector, &format!("trigger=helpCenter{narrower}")).await;
            let mut left = family;
            for (way, _) in people.iter().filter(|(way, _)| way.starts_with("helpCenter.")) {
                left -= if family > 0 { told(&collector, &format!("trigger={way}{narrower}")).await } else { 0 };
            }
            assert!(!(1..5).contains(&left), "{people:?} {narrower}: {left} of the family are left");
            let outside = if family > 0 { whole.saturating_sub(family) } else { 0 };
            assert!(whole == 0 || !(1..5).contains(&outside), "{people:?} {narrower}: {outside} outside of it");
            let within = ranked(&collector, &format!("trigger=helpCenter{narrower}")).await;
            for (way, answered) in within {
                let alone = told(&collector, &format!("trigger={way}{narrower}")).await;
                assert_eq!(answered, alone, "{people:?} {narrower}: a row of {way} is what its report tells");
            }
        }
    }
}
