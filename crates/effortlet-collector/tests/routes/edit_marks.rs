//! Edits of articles in the score over time: as marks of the chart, as rows of its table, and for programs.

use crate::clock::move_to;
use crate::support::{Collector, NOW, changed, effort, response, yes_no};
use axum::http::StatusCode;
use effortlet_core::time::Duration;
use serde_json::{Value, json};

/// On each of 30 days so many people answer about each article.
const PEOPLE: u64 = 12;

/// Articles, how many of those people are lost, and after how many days it was edited.
const ARTICLES: [(&str, u64, &[i64]); 7] = [
    ("worst", 6, &[]), ("second", 5, &[12, 22]), ("third", 4, &[14]), ("fourth", 3, &[16]), ("fifth", 2, &[18]), ("sixth", 1, &[20]), ("least", 0, &[22]),
];

async fn help_center() -> Collector {
    let collector = Collector::start().await;
    let mut number = 0;
    for day in 0..30 {
        move_to(Duration::days(day));
        let at = (NOW + Duration::days(day)).rfc3339();
        for (article, lost, edited) in ARTICLES {
            let revision = edited.iter().filter(|it| **it <= day).count().to_string();
            let page = json!({
                "url": format!("https://acme.example/help/{article}"), "title": format!("The {article}"), "section": "billing", "article": article,
                "revision": revision,
            });
            let documents = (0..PEOPLE).map(|person| {
                let answers = if person < lost { vec![yes_no("no")] } else { vec![yes_no("yes"), effort(6)] };
                changed(response(number + person, &answers), json!({ "timing": { "shownAt": at, "answeredAt": at }, "page": page }))
            });
            let documents: Vec<Value> = documents.collect();
            number += PEOPLE;
            assert_eq!(collector.post("application/json", json!(documents).to_string()).await.status, StatusCode::OK);
        }
    }
    collector
}

#[tokio::test]
async fn edits_of_the_costliest_edited_articles_are_marks_and_of_a_chosen_one_all_are() {
    let collector = help_center().await;
    for (query, expected) in [
        ("", &["second", "third", "fourth", "fifth", "second"][..]),
        ("article=least", &["least"]),
        ("article=worst", &[]),
        ("article=second", &["second", "second"]),
        ("from=2026-12-05&to=2026-12-09", &["third", "fourth"]),
        ("by=section", &["second", "third", "fourth", "fifth", "second"]),
    ] {
        let reply = collector.get(&format!("/report/help-center?{query}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{query}: {}", reply.text);
        let rows: Vec<&str> = reply.text.split("<tr class=\"edited\">").skip(1).map(|it| it.split("“The ").nth(1).unwrap().split('”').next().unwrap()).collect();
        assert_eq!(rows, expected, "{query}");
        let marks: Vec<&str> = reply.text.split("<line class=\"edited\"").skip(1).map(|it| it.split("</text>").next().unwrap()).collect();
        assert_eq!(marks.len(), expected.len(), "{query}");
        assert!(expected.iter().all(|it| marks.iter().any(|mark| mark.ends_with(&format!("The {it}")))), "{query}: {marks:?}");
        if query != "by=section" {
            let trend = collector.get(&format!("/v1/surveys/help-center/trend?{query}")).await.json();
            let told: Vec<&str> = trend["edits"].as_array().unwrap().iter().map(|it| it["article"].as_str().unwrap()).collect();
            assert_eq!(told, expected, "{query}");
            let edits = collector.get(&format!("/v1/surveys/help-center/edits?{query}")).await.json();
            let all = edits["edits"].as_array().unwrap();
            let is_told = |mark: &Value| all.iter().any(|it| it["article"] == mark["article"] && it["edited"] == mark["edited"]);
            assert!(trend["edits"].as_array().unwrap().iter().all(is_told), "{query}: {trend} tells more than {edits}");
        }
    }
    move_to(Duration(0));
}
