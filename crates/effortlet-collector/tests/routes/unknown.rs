//! What no definition can have asked: kept apart, listed, never in a figure.

use axum::http::{Request, StatusCode, header};
use effortlet_core::time::{Duration, Timestamp};
use serde_json::{Value, json};
use crate::support::{Collector, NOW, changed, choice, definition, effort, id, response, survey, text, yes_no};

/// Twelve known answers, and what is made of them: the report and the sizes of its pages.
async fn figures(collector: &Collector) -> (Value, usize) {
    for number in 0..12 {
        collector.take(&response(number, &[yes_no("yes"), effort(6), text("fine")])).await;
    }
    seen(collector).await
}

async fn seen(collector: &Collector) -> (Value, usize) {
    let page = collector.get("/report/help-center").await.text.len();
    (collector.report("help-center").await, page)
}

/// Guards against spoofed versions, scales and questions that take over a report.
#[tokio::test]
async fn what_was_never_asked_is_kept_apart_and_changes_no_figure() {
    let collector = Collector::start().await;
    let before = figures(&collector).await;
    let made_up = |answers: &[Value], changes: Value| changed(response(100, answers), changes);
    let at = |question: &str| json!({ "question": question });
    for (number, (document, reason, name)) in (100..).zip([
        (made_up(&[effort(1)], json!({ "site": "elsewhere" })), "site", "elsewhere"),
        (made_up(&[effort(1)], json!({ "survey": "made-up" })), "survey", "made-up"),
        (made_up(&[effort(1)], json!({ "surveyVersion": "zzz" })), "version", "zzz"),
        (made_up(&[changed(effort(1), json!({ "points": 10 }))], json!({})), "scale", "effort"),
        (made_up(&[changed(effort(1), json!({ "easyIs": "low" }))], json!({})), "direction", "effort"),
        (made_up(&[changed(effort(1), json!({ "order": "leftToRight" }))], json!({})), "order", "effort"),
        (made_up(&[changed(yes_no("no"), at("first")), yes_no("no")], json!({})), "question", "first"),
        (made_up(&[changed(yes_no("no"), at("effort"))], json!({})), "kind", "effort"),
        (made_up(&[changed(text("x"), at("which"))], json!({})), "option", "which"),
        (made_up(&[choice("why", "made-up")], json!({})), "option", "why"),
        (made_up(&[choice("which", "a"), choice("which", "b")], json!({})), "option", "which"),
    ]) {
        let document = changed(document, json!({ "id": id(number) }));
        let reply = collector.take(&document).await;
        let expected = json!({ "stored": 0, "unchanged": 0, "apart": 1, "responses": [{ "id": id(number), "rev": 1 }] });
        assert_eq!(reply, expected, "{document}");
        let groups = collector.get("/v1/unknown").await.json()["groups"].clone();
        let found = |it: &&Value| it["reason"] == reason && it["name"] == name;
        assert!(groups.as_array().unwrap().iter().find(found).is_some(), "{reason} {name} in {groups}");
    }
    assert_eq!(seen(&collector).await, before);
    let unknown = collector.get("/v1/unknown").await.json();
    assert_eq!((&unknown["responses"], &unknown["most"]["responses"]), (&json!(11), &json!(10_000)));
    let which = json!({
        "site": "default", "survey": "help-center", "version": "a", "reason": "option", "name": "which",
        "responses": 2, "firstAt": NOW.rfc3339(), "latestAt": NOW.rfc3339(),
    });
    assert_eq!(unknown["groups"][0], which, "the largest group comes first");
    let list = collector.get("/report/").await.text;
    assert!(list.contains("Kept apart: 11 responses") && list.contains("unknown option"), "{list}");
    assert!(!list.contains("given no definition"));
}

/// Guards against a report of 92 MB.
#[tokio::test]
async fn a_hundred_posts_of_500_made_up_questions_change_no_figure_and_no_page() {
    let collector = Collector::start().await;
    let before = figures(&collector).await;
    for post in 0..100 {
        let question = |number: u32| json!({ "question": format!("made-up-{post}-{number}") });
        let answers: Vec<Value> = (0..500).map(|number| changed(yes_no("no"), question(number))).collect();
        assert_eq!(collector.take(&response(1_000 + post, &answers)).await["apart"], 1);
    }
    assert_eq!(seen(&collector).await, before);
    assert!(collector.get("/report/").await.text.len() < 8_000);
}

/// Keeps so many made-up responses apart, each of so many bytes, as so many posts would.
async fn seed(collector: &Collector, count: u64, bytes: u64) {
    let raw = sqlx::AnyPool::connect(&crate::support::url(collector.folder())).await.unwrap();
    let fill = "
        with recursive number(n) as (select cast(1 as bigint) union all select n + 1 from number where n < $1)
        insert into apart
        select 'seed' || n, 1, 'complete', 'default', 'made-up-' || n, 'a', 'survey', 'made-up-' || n, 1, 1, 1, 1, $2
        from number";
    sqlx::query(fill).bind(count as i64).bind("x".repeat(bytes as usize)).execute(&raw).await.unwrap();
    raw.close().await;
}

#[tokio::test]
async fn made_up_surveys_are_kept_apart_up_to_a_limit_and_change_no_page() {
    let collector = Collector::start().await;
    let before = figures(&collector).await;
    seed(&collector, 9_900, 400).await;
    let made_up = |number: u64| changed(response(1_000 + number, &[yes_no("no")]), json!({ "survey": format!("made-up-{number}") }));
    let batch: Vec<Value> = (0..80).map(made_up).collect();
    assert_eq!(collector.take(&json!(batch)).await["apart"], 80);
    for number in (80..110).chain(19_990..20_000) {
        let reply = collector.post("text/plain", made_up(number).to_string()).await;
        let expected = if number < 100 { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        assert_eq!(reply.status, expected, "{number}: {}", reply.text);
    }
    let reply = collector.post("text/plain", made_up(19_999).to_string()).await;
    let expected = "survey: expected a response to a known definition, whose survey made-up-19999 is not; no more of what is unknown is kept";
    assert_eq!(reply.problems(), [expected]);
    assert_eq!(seen(&collector).await, before);
    let unknown = collector.get("/v1/unknown").await.json();
    assert_eq!((unknown["responses"].clone(), unknown["groups"].as_array().unwrap().len()), (json!(10_000), 100));
    assert!(collector.get("/report/").await.text.len() < 8_000);
    assert_eq!(collector.take(&made_up(3)).await["unchanged"], 1, "a repeat of what is kept apart is success");
    assert_eq!(collector.take(&response(500, &[effort(6)])).await["stored"], 1);
}

#[tokio::test]
async fn bytes_have_a_limit_too() {
    let collector = Collector::ignorant().await;
    let long = |number| changed(response(number, &[yes_no("no")]), json!({ "locale": "x".repeat(60_000) })).to_string();
    seed(&collector, 279, 60_000).await;
    assert_eq!(collector.post("text/plain", long(1)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(collector.take(&response(2, &[yes_no("no")])).await["apart"], 1);
    let unknown = collector.get("/v1/unknown").await.json();
    let (bytes, most) = (unknown["bytes"].as_u64().unwrap(), unknown["most"]["bytes"].as_u64().unwrap());
    assert!(unknown["responses"] == 280 && bytes > 279 * 60_000 && bytes <= most, "{unknown}");
}

#[tokio::test]
async fn without_a_definition_everything_waits_for_one_and_is_counted_then() {
    let collector = Collector::ignorant().await;
    let later = changed(response(1, &[yes_no("yes"), effort(7)]), json!({ "rev": 2 }));
    let first = changed(response(1, &[yes_no("no")]), json!({ "state": "partial" }));
    for document in [&first, &later, &first] {
        collector.take(document).await;
    }
    for number in 2..8 {
        collector.take(&response(number, &[yes_no("yes"), effort(7)])).await;
        collector.take(&response(100 + number, &[changed(effort(1), json!({ "points": 5 }))])).await;
    }
    assert_eq!(collector.get("/v1/surveys/help-center/report").await.status, StatusCode::NOT_FOUND);
    let list = collector.get("/report/").await.text;
    for part in ["This collector was given no definition", "effortlet serve --definition", "Kept apart: 13 responses"] {
        assert!(list.contains(part), "{part} in {list}");
    }

    let collector = collector.restarted().await;
    assert_eq!(collector.know(&definition(&[survey("help-center", "a")])).await["counted"], 7);
    let report = collector.report("help-center").await;
    assert_eq!(report["totals"]["complete"], 7);
    assert_eq!(report["versions"][0]["scores"][0]["mean"]["value"], 7.0);
    assert_eq!(collector.get("/v1/unknown").await.json()["responses"], 6);
    assert!(!collector.get("/report/").await.text.contains("given no definition"));
    assert_eq!(collector.take(&later).await["unchanged"], 1, "what was let in is known by its id");
}

#[tokio::test]
async fn only_a_plausible_next_state_is_taken() {
    let answers = [yes_no("yes")];
    let timing = json!({ "shownAt": NOW.rfc3339() });
    let state = |state: &str, rev: u32| {
        let closed = changed(response(1, &[]), json!({ "state": state, "rev": rev, "timing": timing }));
        if ["shown", "dismissed"].contains(&state) { closed } else { changed(response(1, &answers), json!({ "state": state, "rev": rev })) }
    };
    for (from, to, is_taken) in [
        (("shown", 0), ("partial", 1), true),
        (("shown", 0), ("complete", 2), true),
        (("shown", 0), ("dismissed", 1), true),
        (("partial", 1), ("complete", 2), true),
        (("partial", 1), ("dismissed", 2), false),
        (("complete", 1), ("complete", 2), true),
        (("complete", 1), ("partial", 2), false),
        (("complete", 1), ("dismissed", 2), false),
        (("dismissed", 1), ("complete", 2), false),
        (("partial", 1), ("complete", 4_294_967_295), false),
        (("partial", 1), ("complete", 1_001), false),
        (("partial", 1), ("complete", 1_000), true),
    ] {
        let collector = Collector::start().await;
        assert_eq!(collector.take(&state(from.0, from.1)).await["stored"], 1, "{from:?}");
        let reply = collector.post("text/plain", state(to.0, to.1).to_string()).await;
        let expected = if is_taken { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        assert_eq!(reply.status, expected, "{from:?} to {to:?}: {}", reply.text);
        let stored = if is_taken { to.0 } else { from.0 };
        let totals = &collector.report("help-center").await["totals"];
        let counted = ["partial", "complete", "dismissed"].map(|it| (it, totals[it].as_u64().unwrap()));
        assert_eq!(counted, counted.map(|(it, _)| (it, u64::from(it == stored))), "{from:?} to {to:?}");
        assert_eq!(collector.take(&state("shown", 0)).await["unchanged"], 1, "what was shown comes late");
    }
}

#[tokio::test]
async fn what_was_only_shown_is_counted_beside_what_came_of_it() {
    let collector = Collector::start().await;
    let shown = json!({ "state": "shown", "rev": 0, "timing": { "shownAt": NOW.rfc3339() } });
    for number in 0..7 {
        collector.take(&changed(response(number, &[]), shown.clone())).await;
    }
    collector.take(&response(0, &[yes_no("yes")])).await;
    let report = collector.report("help-center").await;
    assert_eq!(report["totals"], json!({ "shown": 7, "responses": 1, "complete": 1, "partial": 0, "dismissed": 0 }));
    let rated = changed(response(9, &[effort(5)]), shown);
    assert_eq!(collector.post("text/plain", rated.to_string()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_moment_that_cannot_be_is_brought_near_the_arrival() {
    let collector = Collector::start().await;
    let oldest = Timestamp(NOW.0 - Duration::days(8).0);
    let newest = Timestamp(NOW.0 + Duration::seconds(120).0);
    for (number, written, expected) in [
        (1, "0000-01-01T00:00:00Z", oldest),
        (2, "9999-12-31T23:59:59Z", newest),
    ] {
        let timing = json!({ "shownAt": written, "answeredAt": written });
        collector.take(&changed(response(number, &[text("when")]), json!({ "timing": timing, "survey": format!("clock-{number}") }))).await;
        let report = collector.report(&format!("clock-{number}")).await;
        let exported = collector.exported(&format!("clock-{number}"));
        assert_eq!(exported[0]["timing"]["answeredAt"], expected.rfc3339(), "{written}");
        assert_eq!(report["versions"][0]["firstAt"], NOW.rfc3339());
        assert!(collector.get(&format!("/report/clock-{number}")).await.status.is_success());
    }
}

#[tokio::test]
async fn a_packed_body_is_refused_unread() {
    let collector = Collector::start().await;
    for (packing, status) in [("gzip", 415), ("br", 415), ("identity, gzip", 415), ("identity", 200), ("", 415)] {
        let request = Request::post("/v1/responses").header(header::CONTENT_TYPE, "text/plain");
        let request = request.header(header::CONTENT_ENCODING, packing);
        let body = response(1, &[effort(5)]).to_string();
        let reply = collector.send(request.body(body.into()).unwrap()).await;
        assert_eq!(reply.status.as_u16(), status, "{packing}: {}", reply.text);
        assert_eq!(reply.header(header::ACCEPT_ENCODING), if status == 415 { "identity" } else { "" });
    }
}
