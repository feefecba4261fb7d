//! Figures beside those of other days or another version: for programs, on the page and in a terminal alike.

use crate::clock::move_to;
use crate::commands::run;
use crate::support::{Collector, NOW, changed, definition, effort, response, survey, url, yes_no};
use axum::http::StatusCode;
use effortlet_core::time::Duration;
use serde_json::{Value, json};
use std::ops::Range;

/// Answers that arrive so many days before `NOW`, in version `a` or another one.
async fn arrive(collector: &Collector, days_ago: i64, numbers: Range<u64>, ratings: &[u8], version: &str) {
    move_to(Duration::days(-days_ago));
    let at = (NOW + Duration::days(-days_ago)).rfc3339();
    for (number, rating) in numbers.zip(ratings.iter().cycle()) {
        let found = if *rating > 2 { "yes" } else { "no" };
        let own = json!({ "surveyVersion": version, "timing": { "shownAt": at, "answeredAt": at } });
        collector.take(&changed(response(number, &[yes_no(found), effort(*rating)]), own)).await;
    }
    move_to(Duration::days(0));
}

async fn told(collector: &Collector, what: &str, query: &str) -> Value {
    let reply = collector.get(&format!("/v1/surveys/help-center/{what}?{query}")).await;
    assert_eq!(reply.status, StatusCode::OK, "{query}: {}", reply.text);
    reply.json()
}

async fn page(collector: &Collector, query: &str) -> String {
    let reply = collector.get(&format!("/report/help-center?{query}")).await;
    assert_eq!(reply.status, StatusCode::OK, "{query}: {}", reply.text);
    reply.text
}

/// Two weeks of 40 answers each, and another version in the first.
async fn two_weeks() -> Collector {
    let collector = Collector::start().await;
    arrive(&collector, 9, 0..40, &[2, 3, 4, 5], "a").await;
    arrive(&collector, 9, 40..80, &[6, 7, 3], "b").await;
    arrive(&collector, 2, 100..140, &[5, 6, 6, 7], "a").await;
    collector
}

/// What is compared, and the filter under which a report tells the other side.
const COMPARED: [(&str, &str); 5] = [
    ("version=a&from=2026-11-17&to=2026-11-23", "version=a&from=2026-11-10&to=2026-11-16"),
    ("version=a&from=2026-11-17&to=2026-11-23&withFrom=2026-11-12&withTo=2026-11-14", "version=a&from=2026-11-12&to=2026-11-14"),
    ("version=a&from=2026-11-10&to=2026-11-16&withFrom=2026-11-17&withTo=2026-11-23", "version=a&from=2026-11-17&to=2026-11-23"),
    ("version=a&withVersion=b", "version=b"),
    ("version=a&from=2026-11-17&to=2026-11-23&withVersion=b&withFrom=2026-11-12&withTo=2026-11-14", "version=b&from=2026-11-12&to=2026-11-14"),
];

#[tokio::test]
async fn a_comparison_tells_what_two_reports_tell_and_nothing_else() {
    let collector = two_weeks().await;
    for (query, other) in COMPARED {
        let it = told(&collector, "comparison", query).await;
        let own: Vec<&str> = query.split('&').filter(|it| !it.starts_with("with")).collect();
        for (side, filter) in [("now", own.join("&")), ("with", other.to_owned())] {
            let report = told(&collector, "report", &filter).await["versions"][0].clone();
            let score = &report["scores"][0];
            assert_eq!(it[side], json!({ "version": report["version"], "period": report["period"] }), "{query}");
            for figure in ["mean", "easyShare", "netEffort", "easySuccess"] {
                assert_eq!(it["scores"][0][figure][side], score[figure], "{query} {figure}");
            }
            assert_eq!(it["foundRate"][side], report["foundRate"], "{query}");
        }
        let text = page(&collector, query).await;
        let mean = &it["scores"][0]["mean"];
        let card = text.split("id=\"compared\"").nth(1).unwrap().split("</section>").next().unwrap();
        let cells: Vec<&str> = card.split("<td>").skip(1).map(|it| it.split('<').next().unwrap()).collect();
        let one = |it: &Value| format!("{:.1}", it["value"].as_f64().unwrap());
        assert_eq!(cells[..2], [one(&mean["now"]), one(&mean["with"])], "{query}: {card}");
        let difference = mean["difference"]["value"].as_f64().unwrap();
        assert!(card.contains(&format!("{}{:.1}", if difference > 0.0 { "+" } else { "−" }, difference.abs())), "{query}: {card}");
    }
}

#[tokio::test]
async fn a_terminal_says_how_the_score_moved() {
    let collector = two_weeks().await;
    let database = url(collector.folder());
    let ran = |words: &[&str]| run(collector.folder(), &[&["report", "help-center", "--version", "a"], words, &["--database", &database]].concat(), "");
    let compared = ran(&["--from", "2026-11-17", "--to", "2026-11-23"]);
    assert!(compared.out.contains("version a from 20 Nov 2026 to 20 Nov 2026, against version a from 13 Nov 2026 to 13 Nov 2026"), "{} {}", compared.out, compared.err);
    assert!(compared.out.contains("mean            +2.5  (") && compared.out.contains("better: 6.0 after 3.5"), "{}", compared.out);
    assert!(compared.out.contains("effort by day, 1 to 7"), "{}", compared.out);
    let said: Value = serde_json::from_str(&ran(&["--format", "json", "--from", "2026-11-17", "--to", "2026-11-22", "--per", "week"]).out).unwrap();
    let query = "version=a&from=2026-11-17&to=2026-11-22";
    let api = told(&collector, "comparison", query).await;
    assert!(said["comparison"].as_object().unwrap().iter().all(|(key, value)| api[key] == *value), "{said} is not {api}");
    let api = told(&collector, "trend", &format!("{query}&per=week")).await;
    assert!(said["trend"].as_object().unwrap().iter().all(|(key, value)| api[key] == *value), "{said} is not {api}");
}

#[tokio::test]
async fn a_trend_has_the_points_that_the_page_draws_and_marks_where_versions_begin() {
    let collector = two_weeks().await;
    arrive(&collector, 1, 200..240, &[7, 6], "b").await;
    let it = told(&collector, "trend", "version=b&per=day").await;
    let stretches = it["scores"][0]["stretches"].as_array().unwrap();
    assert_eq!(stretches.len(), 4, "{it}");
    let text = page(&collector, "version=b&per=day").await;
    let rows = text.split("Days (UTC)</th>").nth(1).unwrap().split("</table>").next().unwrap();
    for stretch in stretches {
        let mean = stretch["mean"]["value"].as_f64().unwrap();
        assert!(rows.contains(&format!("<td>{mean:.1}<span")), "{mean} of {rows}");
    }
    assert_eq!(text.matches("class=\"begins\"").count(), it["scores"][0]["begins"].as_array().unwrap().len());
    for (query, told) in [("per=hour", "per: expected one of day, week, month"), ("by=article", "by: expected one of version, from")] {
        let reply = collector.get(&format!("/v1/surveys/help-center/trend?{query}")).await;
        assert!(reply.status == StatusCode::BAD_REQUEST && reply.problems()[0].starts_with(told), "{}", reply.text);
    }
}

#[tokio::test]
async fn what_cannot_be_compared_is_refused_with_a_sentence() {
    let collector = two_weeks().await;
    for (query, place, sentence) in [
        ("from=2026-11-17&withFrom=2026-11-10&withTo=2026-11-17", "withFrom", "Some days from 2026-11-10 to 2026-11-17 are among those that are shown: people would be compared with themselves."),
        ("withFrom=2026-11-10&withTo=2026-11-17", "withFrom", "people would be compared with themselves."),
        ("from=2026-11-17&withFrom=2026-11-10", "withTo", "To compare with other days, their first and their last day are both needed."),
        ("from=2026-11-17&withFrom=2026-11-10&withTo=2026-11-09", "withTo", "The period ends on 2026-11-09, which is before it begins, on 2026-11-10."),
        ("from=2026-11-17&withFrom=soon&withTo=2026-11-09", "withFrom", "“soon” is no day to put under “withFrom”."),
        ("version=a&withVersion=a", "withVersion", "“a” is no other version of this survey to compare with."),
        ("version=a&withVersion=other", "withVersion", "“other” is no other version of this survey to compare with."),
    ] {
        let reply = collector.get(&format!("/report/help-center?{query}")).await;
        assert!(reply.status == StatusCode::BAD_REQUEST && reply.text.contains(sentence), "{query}: {}", reply.text);
        let reply = collector.get(&format!("/v1/surveys/help-center/comparison?{query}")).await;
        assert!(reply.status == StatusCode::BAD_REQUEST && reply.problems()[0].starts_with(place), "{query}: {}", reply.text);
    }
    let nothing = collector.get("/v1/surveys/help-center/comparison").await;
    assert_eq!((nothing.status, &nothing.problems()[0][..5]), (StatusCode::BAD_REQUEST, "from:"), "{}", nothing.text);
    for path in ["/v1/surveys/help-center/report", "/report/-/edits"] {
        let passed_over = collector.get(&format!("{path}?survey=help-center&withVersion=b")).await;
        assert_eq!(passed_over.status, StatusCode::BAD_REQUEST, "{path} compares nothing");
    }
}

#[tokio::test]
async fn what_was_asked_differently_is_said_and_not_subtracted() {
    for (what, pointer, value, is_compared) in [
        ("nothing of it", "/questions/3/text", json!("What for?"), true),
        ("other words", "/questions/1/text", json!("It was easy"), false),
        ("other labels", "/questions/1/scale", json!({ "points": 7, "labels": ["No", "Yes"] }), false),
    ] {
        let collector = Collector::start().await;
        let mut other = survey("help-center", "c");
        match pointer.rsplit_once('/').unwrap() {
            (parent, key) => other.pointer_mut(parent).unwrap()[key] = value,
        }
        collector.know(&definition(&[other])).await;
        arrive(&collector, 9, 0..40, &[2, 3, 4, 5], "a").await;
        arrive(&collector, 2, 100..140, &[5, 6, 6, 7], "c").await;
        let it = told(&collector, "comparison", "version=c&withVersion=a").await;
        assert_eq!(it["scores"].as_array().unwrap().len(), usize::from(is_compared), "{what}: {it}");
        assert_eq!(it["askedDifferently"].as_array().unwrap().is_empty(), is_compared, "{what}: {it}");
        assert!(it["foundRate"]["difference"].is_object(), "{what}: who found it was asked alike");
        let text = page(&collector, "version=c&withVersion=a").await;
        assert_eq!(text.contains("Asked differently, so that nothing is subtracted. Here: “"), !is_compared, "{what}: {text}");
    }
}

#[tokio::test]
async fn days_that_few_answered_on_are_never_compared_with_themselves() {
    let collector = Collector::start().await;
    arrive(&collector, 9, 0..3, &[2], "a").await;
    arrive(&collector, 2, 100..120, &[6], "a").await;
    let it = told(&collector, "comparison", "from=2026-11-17&to=2026-11-23&withFrom=2026-11-10&withTo=2026-11-16").await;
    assert_eq!(it["nothing"], "overlap", "{it}");
    assert_eq!(it["scores"], json!([]));
    let none = told(&collector, "comparison", "from=2026-11-17&to=2026-11-23&withFrom=2026-10-10&withTo=2026-10-16").await;
    assert_eq!(none["nothing"], "tooFew", "{none}");
}

/// Nobody, or five people at least.
fn tells_nobody(people: i64) -> bool {
    people == 0 || people.abs() >= 5
}

#[tokio::test]
async fn no_two_comparisons_subtracted_from_each_other_tell_fewer_than_five() {
    let collector = Collector::start().await;
    let mut numbers = 0..;
    for days_ago in (0..20_i64).rev() {
        let people = 1 + days_ago as u64 * 7 % 6;
        let first = numbers.nth(people as usize).unwrap() - people;
        arrive(&collector, days_ago, first..first + people, &[2, 5, 6, 7, 3], "a").await;
    }
    let day = |days_ago: i64| (NOW + Duration::days(-days_ago)).rfc3339()[..10].to_owned();
    let mut seen: Vec<([String; 2], &str, i64)> = Vec::new();
    for first in 4..19 {
        for last in (4..=first).step_by(2) {
            let query = format!("from={}&withFrom={}&withTo={}", day(3), day(first), day(last));
            let it = told(&collector, "comparison", &query).await;
            let Some(period) = it["with"]["period"].as_object() else { continue };
            let days = ["from", "to"].map(|end| period[end].as_str().unwrap().to_owned());
            for figure in ["mean", "easyShare", "easySuccess"] {
                let told = &it["scores"][0][figure]["with"];
                if told["suppressed"] == json!(false) {
                    seen.push((days.clone(), figure, told["n"].as_i64().unwrap()));
                }
            }
        }
    }
    let mut pairs = 0;
    for (one, figure, people) in &seen {
        assert!(*people >= 5, "{one:?} {figure}: {people}");
        for (other, _, more) in seen.iter().filter(|it| it.1 == *figure && it.0[0] <= one[0] && one[1] <= it.0[1]) {
            assert!(tells_nobody(more - people), "{figure}: {people} of {one:?} are told apart from {more} of {other:?}");
            pairs += 1;
        }
    }
    assert!(pairs > 500, "{pairs} pairs");
}
