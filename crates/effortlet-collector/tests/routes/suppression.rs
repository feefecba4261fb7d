//! Nobody can be told apart: by few answers, by two filters, or by two reports a moment apart.

use crate::support::{Collector, changed, choice, effort, response, text, yes_no};
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Every count that can be read from a report, by version and question: how many gave each answer.
type Learned = BTreeMap<String, BTreeMap<String, i64>>;

fn learned(report: &Value) -> Learned {
    let mut learned = Learned::new();
    for version in report["versions"].as_array().unwrap() {
        let name = |what: &str, question: &Value| format!("{} {what} {question}", version["version"]);
        // A share times its n is a count.
        let part = |figure: &Value| Some((figure["value"].as_f64()? * figure["n"].as_f64()?).round() as i64);
        if let Some(yes) = part(&version["foundRate"]) {
            let n = version["foundRate"]["n"].as_i64().unwrap();
            learned.insert(name("found", &Value::Null), [("yes".to_owned(), yes), ("no".to_owned(), n - yes)].into());
        }
        for score in version["scores"].as_array().unwrap() {
            let points = score["distribution"].as_array().into_iter().flatten();
            let counts: BTreeMap<_, _> = points.map(|it| (it["rating"].to_string(), it["count"].as_i64().unwrap())).collect();
            learned.insert(name("effort", &score["question"]), counts);
        }
        for chosen in version["choices"].as_array().unwrap() {
            let Some(options) = chosen["options"].as_array() else { continue };
            let counts = options.iter().map(|it| (it["option"].as_str().unwrap().to_owned(), it["count"].as_i64().unwrap()));
            learned.insert(name("choice", &chosen["question"]), counts.collect());
        }
    }
    learned.retain(|_, counts| !counts.is_empty());
    learned
}

/// How many people's answers stand between two reports, at least.
fn people_between(one: &BTreeMap<String, i64>, other: &BTreeMap<String, i64>) -> i64 {
    let more = |here: &BTreeMap<String, i64>, there: &BTreeMap<String, i64>| -> i64 {
        here.iter().map(|(answer, count)| (count - there.get(answer).unwrap_or(&0)).max(0)).sum()
    };
    more(one, other).max(more(other, one))
}

/// All filters there are: every version by itself, and all together.
async fn every_filter(collector: &Collector) -> Vec<Learned> {
    let mut reports = vec![learned(&collector.report("help-center").await)];
    for version in ["a", "b", "b%20c"] {
        let reply = collector.get(&format!("/v1/surveys/help-center/report?version={version}")).await;
        if reply.status == StatusCode::OK {
            reports.push(learned(&reply.json()));
        }
    }
    reports
}

#[tokio::test]
async fn no_two_filters_and_no_two_moments_give_away_fewer_than_five() {
    let collector = Collector::start().await;
    let mut seen: Vec<Learned> = Vec::new();
    for number in 0..36_u64 {
        let version = ["a", "a", "b", "b c", "a"][number as usize % 5];
        let mut answers = vec![yes_no(if number % 3 == 0 { "no" } else { "yes" })];
        answers.extend((number % 4 != 1).then(|| effort(1 + (number * 5 % 7) as u8)));
        answers.extend(["price", "speed", "looks"].into_iter().take(number as usize % 4).map(|it| choice("why", it)));
        let document = changed(response(number, &answers), json!({ "surveyVersion": version, "state": "partial" }));
        collector.take(&document).await;
        seen.extend(every_filter(&collector).await);
        if number % 6 == 5 {
            // One who thinks better of it.
            answers.retain(|it| it["kind"] != "effort");
            answers.push(effort(7));
            collector.take(&changed(document, json!({ "rev": 2, "answers": answers }))).await;
            seen.extend(every_filter(&collector).await);
        }
        // Read together, alone again, and together once more.
        if let Some(together) = [(16, r#"["a", "b"]"#), (24, r#"["a"]"#), (30, r#"["b", "a"]"#)].iter().find(|it| it.0 == number) {
            let request = Request::put("/v1/surveys/help-center/comparable").header(header::CONTENT_TYPE, "application/json");
            let reply = collector.send(request.body(together.1.into()).unwrap()).await;
            assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
            seen.extend(every_filter(&collector).await);
        }
    }
    let (mut pairs, mut moved) = (0, 0);
    let nothing = BTreeMap::new();
    for one in &seen {
        for (name, counts) in one {
            assert!(people_between(counts, &nothing) >= 5, "{name}: {counts:?}");
            for other in seen.iter().filter_map(|it| it.get(name)) {
                let people = people_between(counts, other);
                assert!(people == 0 || people >= 5, "{name}: {counts:?} and {other:?} give away {people}");
                pairs += 1;
                moved += u64::from(people > 0);
            }
        }
    }
    assert!(pairs > 1_000 && moved > 100, "{pairs} pairs, {moved} of them different");
}

#[tokio::test]
async fn comments_appear_when_five_people_have_written() {
    let collector = Collector::start().await;
    let write = |number: u64, version: &str| {
        changed(response(number, &[effort(7), text(&format!("secret {number}"))]), json!({ "surveyVersion": version }))
    };
    for number in 0..4 {
        collector.take(&write(number, "a")).await;
        collector.take(&write(10 + number, "b")).await;
    }
    for path in ["/v1/surveys/help-center/report", "/v1/surveys/help-center/report?version=a", "/report/help-center"] {
        assert!(!collector.get(path).await.text.contains("secret"), "{path}");
    }
    let page = collector.get("/report/help-center").await.text;
    assert!(page.contains("Comments appear when 5 people have written"), "nor does it say that nobody has: {page}");
    collector.take(&write(4, "a")).await;
    for path in ["/v1/surveys/help-center/report", "/v1/surveys/help-center/report?version=a"] {
        let comments = collector.get(path).await.json()["comments"].clone();
        let texts: Vec<&str> = comments.as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
        assert!(texts.len() == 5 && texts.iter().all(|it| it.len() == 8), "none of version b: {texts:?}");
    }
}

#[tokio::test]
async fn what_a_few_others_rated_is_not_told_by_those_who_found_it() {
    let collector = Collector::start().await;
    for number in 0..12 {
        collector.take(&response(number, &[yes_no("yes"), effort(6)])).await;
    }
    for number in 20..23 {
        collector.take(&response(number, &[yes_no("no"), effort(1)])).await;
    }
    let score = collector.report("help-center").await["versions"][0]["scores"][0].clone();
    assert_eq!((&score["mean"]["n"], &score["easySuccess"]["suppressed"]), (&json!(15), &json!(true)));
}

/// What an address asks for, and the conditions in it.
const FILTERS: [(&str, &[&str]); 7] = [
    ("", &[]),
    ("locale=en", &["en"]),
    ("locale=ro", &["ro"]),
    ("trigger=scroll", &["scroll"]),
    ("trigger=click", &["click"]),
    ("locale=en&trigger=scroll", &["en", "scroll"]),
    ("locale=ro&trigger=click", &["ro", "click"]),
];

#[tokio::test]
async fn filters_give_away_no_fewer_than_five_at_one_moment_nor_one_of_them_at_two() {
    let collector = Collector::start().await;
    let mut seen: Vec<(u64, usize, Learned)> = Vec::new();
    for number in 0..60_u64 {
        let mut answers = vec![yes_no(if number % 3 == 0 { "no" } else { "yes" })];
        answers.extend((number % 4 != 1).then(|| effort(1 + (number * 5 % 7) as u8)));
        answers.extend(["price", "speed"].into_iter().take(number as usize % 3).map(|it| choice("why", it)));
        let of = json!({
            "state": "partial",
            "locale": if number % 7 < 2 { "ro" } else { "en" },
            "trigger": if number % 5 == 0 { "click" } else { "scroll" },
        });
        let document = changed(response(number, &answers), of);
        collector.take(&document).await;
        if number % 6 == 5 {
            answers.retain(|it| it["kind"] != "effort");
            answers.push(effort(7));
            collector.take(&changed(document, json!({ "rev": 2, "answers": answers }))).await;
        }
        for (index, (filter, _)) in FILTERS.iter().enumerate() {
            let reply = collector.get(&format!("/v1/surveys/help-center/report?{filter}")).await;
            assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
            seen.push((number, index, learned(&reply.json())));
        }
    }
    let (mut pairs, mut moved) = (0, 0);
    let nothing = BTreeMap::new();
    for (moment, index, one) in &seen {
        for (name, counts) in one {
            assert!(people_between(counts, &nothing) >= 5, "{name}: {counts:?}");
            let is_held = |it: &&(u64, usize, Learned)| {
                it.1 == *index || it.0 == *moment && FILTERS[*index].1.iter().all(|condition| FILTERS[it.1].1.contains(condition))
            };
            for (other, counted) in seen.iter().filter(is_held).filter_map(|it| Some((it.1, it.2.get(name)?))) {
                let people = people_between(counts, counted);
                let between = format!("{} and {}", FILTERS[*index].0, FILTERS[other].0);
                assert!(people == 0 || people >= 5, "{name}: {counts:?} and {counted:?} of {between} give away {people}");
                pairs += 1;
                moved += u64::from(people > 0);
            }
        }
    }
    assert!(pairs > 1_000 && moved > 100, "{pairs} pairs, {moved} of them different");
}
