//! `GET /v1/surveys/{id}/report`.

use axum::http::{Request, StatusCode, header};
use effortlet_core::time::Duration;
use serde_json::{Value, json};
use crate::support::{Collector, NOW, changed, choice, definition, effort, response, survey, text, yes_no};

/// Ten who found it and rated 2, 4, 4, 5, 5, 6, 6, 6, 7, 7; one who found it and stopped;
/// five who did not find it; two who closed the nudge.
async fn known_answers(collector: &Collector) {
    let mut number = 0;
    let mut next = |answers: &[Value], state: &str| {
        number += 1;
        changed(response(number, answers), json!({ "state": state }))
    };
    for rating in [2, 4, 4, 5, 5, 6, 6, 6, 7, 7] {
        collector.take(&next(&[yes_no("yes"), effort(rating)], "complete")).await;
    }
    collector.take(&next(&[yes_no("yes")], "partial")).await;
    for _ in 0..5 {
        collector.take(&next(&[yes_no("no"), text("an invoice")], "complete")).await;
    }
    for _ in 0..2 {
        let timing = json!({ "shownAt": NOW.rfc3339() });
        collector.take(&changed(next(&[], "dismissed"), json!({ "timing": timing }))).await;
    }
}

fn near(figure: &Value, value: f64, low: f64, high: f64) {
    for (name, expected) in [("value", value), ("low", low), ("high", high)] {
        let given = figure[name].as_f64().unwrap();
        assert!((given - expected).abs() < 1e-6, "{name}: {given} is not {expected}");
    }
}

#[tokio::test]
async fn the_figures_equal_the_answers_given() {
    let collector = Collector::start().await;
    known_answers(&collector).await;
    let report = collector.report("help-center").await;
    assert_eq!(report["survey"], "help-center");
    assert_eq!(report["generatedAt"], NOW.rfc3339());
    assert_eq!(report["totals"], json!({ "shown": 18, "responses": 18, "complete": 15, "partial": 1, "dismissed": 2 }));

    let version = &report["versions"][0];
    assert_eq!(version["version"], "a");
    assert_eq!((&version["foundRate"]["n"], &version["foundRate"]["value"]), (&json!(16), &json!(11.0 / 16.0)));

    let score = &version["scores"][0];
    assert_eq!((&score["question"], &score["points"], &score["easyIs"]), (&json!("effort"), &json!(7), &json!("high")));
    assert_eq!((&score["mean"]["value"], &score["mean"]["n"], &score["mean"]["method"]), (&json!(5.2), &json!(10), &json!("t")));
    assert_eq!((&score["mean"]["small"], &score["mean"]["suppressed"]), (&json!(true), &json!(false)));
    assert_eq!(score["easyShare"]["value"], 0.7);
    near(&score["netEffort"], 0.6, 0.070394, 0.852683);
    assert_eq!((&score["easySuccess"]["n"], &score["easySuccess"]["value"]), (&json!(16), &json!(7.0 / 16.0)));
    let counts: Vec<u64> = score["distribution"].as_array().unwrap().iter().map(|it| it["count"].as_u64().unwrap()).collect();
    assert_eq!(counts, [0, 1, 0, 2, 2, 3, 2]);
}

#[tokio::test]
async fn versions_and_scales_are_never_mixed() {
    let collector = Collector::start().await;
    let mut shorter = survey("help-center", "shorter");
    shorter["questions"][1]["scale"] = json!({ "points": 5 });
    collector.know(&definition(&[shorter])).await;
    for number in 0..6 {
        collector.take(&response(number, &[yes_no("yes"), effort(7)])).await;
        let newer = changed(response(100 + number, &[effort(1)]), json!({ "surveyVersion": "b" }));
        collector.take(&newer).await;
        let five = changed(effort(5), json!({ "points": 5 }));
        let shorter = response(200 + number, &[yes_no("no"), five]);
        collector.take(&changed(shorter, json!({ "surveyVersion": "shorter" }))).await;
    }
    let together = Request::put("/v1/surveys/help-center/comparable").header(header::CONTENT_TYPE, "application/json");
    let reply = collector.send(together.body(r#"["a", "shorter"]"#.into()).unwrap()).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    let report = collector.report("help-center").await;
    let versions = report["versions"].as_array().unwrap();
    let means = |version: &Value| -> Vec<(u64, f64)> {
        let scores = version["scores"].as_array().unwrap();
        scores.iter().map(|it| (it["points"].as_u64().unwrap(), it["mean"]["value"].as_f64().unwrap())).collect()
    };
    let a = versions.iter().find(|it| it["together"].as_array().unwrap().contains(&json!("a"))).unwrap();
    let b = versions.iter().find(|it| it["version"] == "b").unwrap();
    assert_eq!((means(a), means(b)), (vec![(5, 5.0), (7, 7.0)], vec![(7, 1.0)]));
    assert_eq!(a["scores"][0]["easySuccess"], Value::Null, "nobody knows on which scale the others would have rated");

    let only = collector.get("/v1/surveys/help-center/report?version=b").await.json();
    assert_eq!(only["versions"], json!([b]));
    let none = collector.get("/v1/surveys/help-center/report?version=c").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn fewer_than_five_ratings_are_not_given_away() {
    let collector = Collector::start().await;
    for number in 0..4 {
        collector.take(&response(number, &[yes_no("yes"), effort(6)])).await;
        collector.take(&response(10 + number, &[yes_no("no")])).await;
    }
    let report = collector.report("help-center").await;
    let version = &report["versions"][0];
    let score = &version["scores"][0];
    assert_eq!(version["foundRate"]["value"], 0.5);
    for name in ["mean", "easyShare", "netEffort", "easySuccess"] {
        assert_eq!((&score[name]["suppressed"], &score[name]["value"]), (&json!(true), &Value::Null), "{name}");
    }
    assert_eq!(score["distribution"], Value::Null);
}

/// How many chose each option, and the share of those who answered.
fn chosen(report: &Value) -> Vec<(&str, u64, f64)> {
    let options = report["options"].as_array().unwrap().iter();
    options.map(|it| (it["option"].as_str().unwrap(), it["count"].as_u64().unwrap(), it["share"]["value"].as_f64().unwrap())).collect()
}

#[tokio::test]
async fn choices_are_counted_by_question_and_version_among_those_who_answered() {
    let collector = Collector::start().await;
    let own = changed(text("curiosity"), json!({ "question": "why" }));
    for number in 0..10 {
        let mut answers = vec![yes_no("yes")];
        answers.extend(["price", "speed"].into_iter().take(number as usize / 3).map(|it| choice("why", it)));
        if number == 9 {
            answers.extend([choice("why", "other"), own.clone()]);
        }
        answers.extend((number % 2 == 0).then(|| choice("which", "b")));
        collector.take(&response(number, &answers)).await;
        let newer = response(100 + number, &[choice("why", "looks")]);
        collector.take(&changed(newer, json!({ "surveyVersion": "b" }))).await;
    }
    let report = collector.report("help-center").await;
    let versions = report["versions"].as_array().unwrap();
    let of = |version: &str| versions.iter().find(|it| it["version"] == version).unwrap()["choices"].as_array().unwrap();
    let [why, which] = of("a").as_slice() else { panic!("{report}") };
    assert_eq!((&why["question"], &why["n"]), (&json!("why"), &json!(7)));
    assert_eq!(chosen(why), [("price", 7, 1.0), ("speed", 4, 4.0 / 7.0), ("other", 1, 1.0 / 7.0)]);
    near(&why["options"][1]["share"], 4.0 / 7.0, 0.250458, 0.841780);
    let share = &why["options"][2]["share"];
    assert_eq!((&share["n"], &share["method"], &share["small"]), (&json!(7), &json!("wilson"), &json!(true)));
    assert_eq!((&which["question"], chosen(which)), (&json!("which"), vec![("b", 5, 1.0)]));
    assert_eq!(of("b").iter().map(chosen).collect::<Vec<_>>(), [[("looks", 10, 1.0)]]);
    assert_eq!(report["comments"], json!([]), "one has written");
    for number in 20..24 {
        collector.take(&response(number, &[choice("why", "other"), own.clone()])).await;
    }
    let report = collector.report("help-center").await;
    assert_eq!(report["comments"][0]["text"], "curiosity");
}

#[tokio::test]
async fn what_fewer_than_five_chose_from_is_not_given_away() {
    let collector = Collector::start().await;
    for number in 0..4 {
        collector.take(&response(number, &[choice("why", "price"), choice("why", "speed")])).await;
        collector.take(&response(10 + number, &[yes_no("no")])).await;
    }
    let version = &collector.report("help-center").await["versions"][0];
    assert_eq!(version["choices"], json!([{ "question": "why", "asked": "Why?", "n": 4, "options": null }]));
    let page = collector.get("/report/help-center").await.text;
    assert!(page.contains("4 answers so far") && !page.contains(">The price<"), "{page}");
    collector.take(&response(5, &[choice("why", "speed")])).await;
    let version = &collector.report("help-center").await["versions"][0];
    assert_eq!(chosen(&version["choices"][0]), [("speed", 5, 1.0), ("price", 4, 0.8)]);
    let page = collector.get("/report/help-center").await.text;
    for part in [">The price<", "A rough idea.", "80%", "add up to more than 100%"] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[tokio::test]
async fn the_latest_comments_come_first_and_are_20_at_most() {
    let collector = Collector::start().await;
    for number in 0..25_u32 {
        let at = (NOW + Duration::seconds(i64::from(number))).rfc3339();
        let timing = json!({ "shownAt": at, "answeredAt": at });
        let document = response(u64::from(number), &[text(&format!("comment {number}"))]);
        collector.take(&changed(document, json!({ "timing": timing, "locale": "ro" }))).await;
    }
    let report = collector.report("help-center").await;
    let comments = report["comments"].as_array().unwrap();
    assert_eq!((comments.len(), &comments[0]["text"], &comments[19]["text"]), (20, &json!("comment 24"), &json!("comment 5")));
    assert_eq!((&comments[0]["question"], &comments[0]["locale"]), (&json!("improve"), &json!("ro")));
    assert_eq!(comments[0]["page"]["title"], "Refunds");
}

#[tokio::test]
async fn a_survey_nobody_knows_has_no_report() {
    let collector = Collector::start().await;
    let reply = collector.get("/v1/surveys/nope/report").await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert_eq!(reply.problems(), ["survey: expected the id of a survey that has responses"]);
}
