//! Where effort is lost: in order, with its range, and never more than reports tell.

use crate::support::{Collector, NOW, changed, effort, response, yes_no};
use axum::http::StatusCode;
use serde_json::{Value, json};

/// So many people answered about each article, and so many of them were lost.
///
/// The draft's four people cannot be told, nor can the six with the next rarest article, since all others
/// would tell the four.
const ARTICLES: [(&str, &str, u64, u64); 7] = [
    ("refunds", "billing", 40, 14),
    ("invoices", "billing", 30, 6),
    ("cards", "billing", 9, 6),
    ("install", "setup", 24, 3),
    ("update", "setup", 20, 0),
    ("notes", "setup", 6, 1),
    ("secret-draft", "setup", 4, 4),
];

async fn help_center() -> Collector {
    let collector = Collector::start().await;
    let mut number = 0;
    for (article, section, answered, lost) in ARTICLES {
        for person in 0..answered {
            number += 1;
            // Half of those who are lost found it, and did not find it easy.
            let answers = match (person < lost, person % 2) {
                (true, 0) => vec![yes_no("no")],
                (true, _) => vec![yes_no("yes"), effort(3)],
                (false, _) => vec![yes_no("yes"), effort(6)],
            };
            let page = json!({
                "url": format!("https://acme.example/help/{article}?visitor={number}#top"), "title": format!("About {article}"),
                "section": section, "article": article,
            });
            let of = json!({
                "page": page, "locale": if number % 3 == 0 { "ro" } else { "en" }, "trigger": if number % 2 == 0 { "click" } else { "scroll" },
                "context": { "device": if person % 4 == 0 { "phone" } else { "desktop" } },
            });
            collector.take(&changed(response(number, &answers), of)).await;
        }
    }
    collector
}

async fn told(collector: &Collector, query: &str) -> Value {
    let reply = collector.get(&format!("/v1/surveys/help-center/effort?{query}")).await;
    assert_eq!(reply.status, StatusCode::OK, "{query}: {}", reply.text);
    reply.json()
}

#[tokio::test]
async fn articles_stand_in_the_order_of_the_visitors_that_they_lost() {
    let collector = help_center().await;
    let all = told(&collector, "").await;
    assert_eq!((&all["by"], &all["version"], &all["survey"]), (&json!("article"), &json!("a"), &json!("help-center")));
    let rows = all["groups"].as_array().unwrap();
    let names: Vec<&str> = rows.iter().map(|it| it["value"].as_str().unwrap()).collect();
    assert_eq!(names[..2], ["refunds", "invoices"], "{all}");
    let first = &rows[0];
    assert_eq!((&first["lost"], &first["answered"], &first["section"]), (&json!(14), &json!(40), &json!("billing")));
    assert_eq!(first["page"], json!({ "url": "https://acme.example/help/refunds", "title": "About refunds" }));
    assert_eq!((&first["share"]["value"], &first["share"]["n"], &first["place"]["at"]), (&json!(0.35), &json!(40), &json!(1)));
    for (row, place) in rows.iter().zip(1..) {
        let number = |figure: &str, part: &str| row[figure][part].as_f64().unwrap();
        assert_eq!(row["place"]["at"], place);
        for figure in ["share", "shrunk", "cost", "place"] {
            let [low, high] = if figure == "place" { ["from", "to"] } else { ["low", "high"] };
            let value = number(figure, if figure == "place" { "at" } else { "value" });
            assert!(number(figure, low) <= value && value <= number(figure, high), "{row}");
        }
        let cost = number("shrunk", "value") * row["answered"].as_f64().unwrap();
        assert!((number("cost", "value") - cost).abs() < 1e-9, "{row}");
    }
    let cards = rows.iter().find(|it| it["value"] == "cards").unwrap();
    assert!(cards["isShrunk"] == true && cards["shrunk"]["value"].as_f64() < cards["share"]["value"].as_f64(), "{cards}");
    assert_eq!(told(&collector, "by=article").await["groups"], all["groups"], "the same each time");
}

#[tokio::test]
async fn nothing_is_told_of_fewer_than_five_nor_of_what_would_tell_them() {
    let collector = help_center().await;
    let reply = collector.get("/v1/surveys/help-center/effort").await;
    let page = collector.get("/report/help-center").await;
    for text in [&reply.text, &page.text] {
        assert!(!text.contains("secret-draft"), "four people: {text}");
    }
    let all = reply.json();
    let sum: u64 = all["groups"].as_array().unwrap().iter().map(|it| it["answered"].as_u64().unwrap()).sum();
    assert!(133 - sum >= 5, "all that is told leaves {} people", 133 - sum);
    assert!(all["withheld"].as_u64() > Some(0), "{all}");
    assert!(page.text.contains("too few answers to be told without telling people apart"), "{}", page.text);
}

/// What a report says of who was lost, where all who found it have rated.
fn lost_of(report: &Value) -> Option<(u64, u64)> {
    let version = &report["versions"][0];
    let n = version["foundRate"]["n"].as_u64()?;
    let success = version["scores"][0]["easySuccess"]["value"].as_f64()?;
    Some((n - (success * n as f64).round() as u64, n))
}

#[tokio::test]
async fn each_row_is_what_the_report_under_its_own_filter_tells() {
    let collector = help_center().await;
    let today = &NOW.rfc3339()[..10];
    let period = format!("from={today}&to={today}");
    let filters = ["", "locale=en", "section=billing&trigger=click", &period, &format!("{period}&locale=en&device=desktop"), "article=refunds", "to=2020-01-01"];
    let (mut rows, mut withheld) = (0, 0);
    for query in filters {
        for by in ["article", "section", "locale", "trigger", "device"] {
            let asked_for = |name: &str| query.split('&').any(|it| it.starts_with(&format!("{name}=")));
            let effort = told(&collector, &format!("by={by}&{query}")).await;
            let of = |value: &str| effort["groups"].as_array().unwrap().iter().find(|it| it["value"] == value).cloned();
            let articles = ARTICLES.map(|it| it.0);
            let values: &[&str] = match by {
                "article" => &articles,
                "section" => &["billing", "setup"],
                "locale" => &["en", "ro"],
                "trigger" => &["click", "scroll"],
                _ => &["phone", "desktop"],
            };
            for value in values.iter().filter(|value| !asked_for(by) || query.contains(&format!("{by}={value}"))) {
                let own = if asked_for(by) { query.to_owned() } else { format!("{query}&{by}={value}") };
                // A row may be of more days than were asked for; it is what a report of those tells.
                let days = of(value).and_then(|it| Some((it["period"]["from"].as_str()?.to_owned(), it["period"]["to"].as_str()?.to_owned())));
                let others = || own.split('&').filter(|it| !it.starts_with("from=") && !it.starts_with("to=")).collect::<Vec<_>>().join("&");
                let own = days.map_or_else(|| own.clone(), |(from, to)| format!("{}&from={from}&to={to}", others()));
                let report = collector.get(&format!("/v1/surveys/help-center/report?{own}")).await.json();
                let row = of(value).map(|it| (it["lost"].as_u64().unwrap(), it["answered"].as_u64().unwrap()));
                assert_eq!(row, lost_of(&report), "by {by} {value} of {query}: {effort} {report}");
                rows += u64::from(row.is_some());
                withheld += u64::from(row.is_none());
            }
        }
    }
    assert!(rows > 20 && withheld > 10, "{rows} rows, {withheld} withheld");
}

#[tokio::test]
async fn rows_move_on_when_five_more_have_answered() {
    let collector = help_center().await;
    let before = told(&collector, "by=section").await;
    for number in 0..5 {
        let page = json!({ "url": "https://acme.example/", "title": "", "section": "billing", "article": "refunds" });
        collector.take(&changed(response(1_000 + number, &[yes_no("yes"), effort(1)]), json!({ "page": page }))).await;
        let now = told(&collector, "by=section").await;
        assert_eq!(now["groups"] == before["groups"], number < 4, "{number}: {now}");
    }
}

#[tokio::test]
async fn what_is_unknown_is_refused_with_its_place() {
    let collector = help_center().await;
    let known = "expected one of by, version, from, to, section, article, locale, trigger, device, context";
    for (query, problem) in [
        ("by=author", "by: expected one of article, section, locale, trigger and device".to_owned()),
        ("by=section&by=article", "by: expected one value".to_owned()),
        ("country=ro", format!("country: {known}")),
        ("from=2026-02-03&to=2026-02-02", "to: expected a day that is not before from".to_owned()),
    ] {
        for path in ["/v1/surveys/help-center/effort", "/v1/sites/default/surveys/help-center/effort"] {
            let reply = collector.get(&format!("{path}?{query}")).await;
            assert_eq!((reply.status, reply.problems()), (StatusCode::BAD_REQUEST, vec![problem.clone()]), "{path}");
        }
    }
    let reply = collector.get("/report/help-center?by=author").await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{}", reply.text);
    for path in ["/v1/surveys/nope/effort", "/v1/surveys/help-center/effort?version=none", "/v1/sites/acme/surveys/help-center/effort"] {
        assert_eq!(collector.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_page_leads_to_articles_and_keeps_what_it_was_asked_for() {
    let collector = help_center().await;
    let page = collector.get("/report/help-center?locale=en&by=article").await.text;
    for part in [
        "Where effort is lost",
        "<a href=\"https://acme.example/help/refunds\" rel=\"noreferrer\" dir=\"auto\">About refunds</a>",
        "href=\"?locale=en&amp;by=section#lost\"",
        "href=\"./help-center?article=refunds&amp;locale=en&amp;by=article\"",
        "<td role=\"cell\" class=\"place\">1st</td>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let few = Collector::start().await;
    few.take(&response(1, &[yes_no("no")])).await;
    let page = few.get("/report/help-center").await.text;
    assert!(page.contains("Nothing can be said of single articles yet"), "{page}");
}
