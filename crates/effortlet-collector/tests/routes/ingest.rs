//! `POST /v1/responses`.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use effortlet_core::time::{Duration, Timestamp};
use serde_json::{Value, json};
use crate::support::{Collector, NOW, changed, effort, id, response, text, yes_no};

#[tokio::test]
async fn a_repeat_is_success_and_changes_nothing() {
    let collector = Collector::start().await;
    let first = response(1, &[yes_no("yes"), effort(6)]);
    let responses = json!([{ "id": id(1), "rev": 1 }]);
    assert_eq!(collector.take(&first).await, json!({ "stored": 1, "unchanged": 0, "responses": responses }));
    let before = collector.report("help-center").await;
    assert_eq!(collector.take(&first).await, json!({ "stored": 0, "unchanged": 1, "responses": responses }));
    assert_eq!(collector.report("help-center").await, before);
}

#[tokio::test]
async fn the_highest_rev_is_kept_in_whatever_order_they_arrive() {
    let collector = Collector::start().await;
    let revs = [
        changed(response(1, &[yes_no("yes")]), json!({ "rev": 1, "state": "partial" })),
        changed(response(1, &[yes_no("yes"), effort(2)]), json!({ "rev": 2, "state": "partial" })),
        changed(response(1, &[yes_no("no"), text("late")]), json!({ "rev": 3 })),
    ];
    for (rev, stored) in [(1, 1), (0, 0), (2, 1), (1, 0), (2, 0)] {
        assert_eq!(collector.take(&revs[rev]).await["stored"], stored, "rev {}", rev + 1);
    }
    let report = collector.report("help-center").await;
    assert_eq!(report["totals"], json!({ "shown": 1, "responses": 1, "complete": 1, "partial": 0, "dismissed": 0 }));
    assert_eq!(report["versions"][0]["scores"], json!([]), "the rating of rev 2 is gone");
    assert_eq!(report["versions"][0]["foundRate"]["n"], 1);
    assert_eq!(collector.exported("help-center")[0]["answers"][1]["value"], "late");
}

#[tokio::test]
async fn posts_of_the_same_id_at_the_same_time_leave_one_row() {
    let collector = Collector::start().await;
    let posts = (0..40_u32).map(|place| {
        let rev = place % 8 + 1;
        let document = changed(response(1, &[text(&format!("rev {rev}"))]), json!({ "rev": rev }));
        let routes = collector.routes.clone();
        tokio::spawn(async move {
            let request = Request::post("/v1/responses").header(header::CONTENT_TYPE, "text/plain");
            let request = request.body(Body::from(document.to_string())).unwrap();
            tower::ServiceExt::oneshot(routes, request).await.unwrap().status()
        })
    });
    for post in posts.collect::<Vec<_>>() {
        assert_eq!(post.await.unwrap(), StatusCode::OK);
    }
    let report = collector.report("help-center").await;
    assert_eq!(report["totals"]["responses"], 1);
    let exported = collector.exported("help-center");
    assert_eq!((exported.len(), &exported[0]["answers"][0]["value"]), (1, &json!("rev 8")));
}

#[tokio::test]
async fn an_id_of_another_survey_is_refused_and_not_overwritten() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[text("mine")])).await;
    let other = changed(response(1, &[text("stolen")]), json!({ "survey": "other", "rev": 9 }));
    let reply = collector.post("application/json", other.to_string()).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.problems(), [format!("id: expected the survey that {} was first posted for", id(1))]);
    assert_eq!(collector.exported("help-center")[0]["answers"][0]["value"], "mine");
    assert_eq!(collector.get("/v1/surveys/other/report").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_list_is_stored_all_together_or_not_at_all() {
    let collector = Collector::start().await;
    let good = json!([response(1, &[effort(5)]), response(2, &[effort(6)]), response(1, &[effort(7)])]);
    let reply = collector.take(&good).await;
    assert_eq!((&reply["stored"], &reply["unchanged"], reply["responses"].as_array().unwrap().len()), (&json!(2), &json!(1), 3));
    let stolen = changed(response(1, &[effort(1)]), json!({ "survey": "other" }));
    for (bad, status) in [
        (json!([response(3, &[effort(5)]), response(4, &[effort(9)])]), StatusCode::UNPROCESSABLE_ENTITY),
        (json!([response(3, &[effort(5)]), stolen]), StatusCode::UNPROCESSABLE_ENTITY),
        (json!([response(3, &[effort(5)]), {}]), StatusCode::BAD_REQUEST),
        (json!([]), StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(collector.post("application/json", bad.to_string()).await.status, status, "{bad}");
    }
    assert_eq!(collector.report("help-center").await["totals"]["responses"], 2);
}

#[tokio::test]
async fn what_is_not_a_possible_response_is_refused_with_its_places() {
    let collector = Collector::start().await;
    let rated = |value: Value| response(1, &[changed(effort(1), json!({ "value": value }))]).to_string();
    let in_list = json!([response(1, &[effort(5)]), response(2, &[effort(8)])]).to_string();
    for (body, status, problem) in [
        ("{".to_owned(), 400, ": expected JSON"),
        (String::new(), 400, ": expected JSON"),
        ("\u{0}\u{1}".to_owned(), 400, ": expected JSON"),
        ("7".to_owned(), 400, ": expected an object"),
        (rated(json!({})), 400, "answers[0].value: expected a whole number from 1 to 7"),
        (rated(json!(8)), 422, "answers[0].value: expected a whole number from 1 to 7"),
        (in_list, 422, "[1].answers[0].value: expected a whole number from 1 to 7"),
    ] {
        let reply = collector.post("application/json", body.clone()).await;
        assert_eq!(reply.status.as_u16(), status, "{body}");
        assert_eq!(reply.problems(), [problem], "{body}");
    }
    let not_utf8 = collector.post("text/plain", vec![0xff, 0xfe, b'{', b'}']).await;
    assert_eq!(not_utf8.status, StatusCode::BAD_REQUEST);
    assert_eq!(collector.get("/v1/surveys/help-center/report").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn more_than_64_kib_is_too_large() {
    let collector = Collector::start().await;
    let largest = " ".repeat(64 * 1_024);
    assert_eq!(collector.post("text/plain", largest.clone()).await.status, StatusCode::BAD_REQUEST);
    let reply = collector.post("text/plain", largest + " ").await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(reply.problems(), [": expected at most 65,536 bytes"]);
    assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
}

#[tokio::test]
async fn json_comes_as_json_or_as_plain_text() {
    let collector = Collector::start().await;
    for (number, content_type, status) in [
        (1, "application/json", 200),
        (2, "application/json; charset=utf-8", 200),
        (3, "text/plain;charset=UTF-8", 200),
        (4, "Text/Plain", 200),
        (5, "application/x-www-form-urlencoded", 415),
        (6, "text/html", 415),
    ] {
        let reply = collector.post(content_type, response(number, &[effort(5)]).to_string()).await;
        assert_eq!(reply.status.as_u16(), status, "{content_type}");
    }
}

#[tokio::test]
async fn pages_of_any_origin_may_post_without_credentials() {
    let collector = Collector::start().await;
    let preflight = Request::options("/v1/responses")
        .header(header::ORIGIN, "https://acme.example")
        .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
        .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "content-type");
    let reply = collector.send(preflight.body(Body::empty()).unwrap()).await;
    assert!(reply.status.is_success());
    assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_METHODS), "POST");
    assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_HEADERS), "*");
    assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_CREDENTIALS), "");

    for body in [response(1, &[effort(5)]).to_string(), "{".to_owned()] {
        let reply = collector.post("text/plain", body).await;
        assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    }
    assert_eq!(collector.get("/v1/surveys/help-center/report").await.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "");
}

#[tokio::test]
async fn a_clock_that_is_far_off_is_corrected() {
    let collector = Collector::start().await;
    let ago = |span: Duration| Timestamp(NOW.0 - span.0);
    let year = ago(Duration::days(365));
    for (number, sent, answered, expected) in [
        (1, year, year, NOW),
        (2, ago(Duration::seconds(90)), ago(Duration::seconds(100)), ago(Duration::seconds(100))),
    ] {
        let timing = json!({ "shownAt": answered.rfc3339(), "answeredAt": answered.rfc3339(), "sentAt": sent.rfc3339() });
        let document = changed(response(number, &[text("when")]), json!({ "timing": timing, "survey": format!("clock-{number}") }));
        collector.take(&document).await;
        let exported = collector.exported(&format!("clock-{number}"));
        assert_eq!(exported[0]["timing"]["answeredAt"], expected.rfc3339());
    }
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_restart() {
    let collector = Collector::start().await;
    for number in 0..30 {
        collector.take(&response(number, &[yes_no("yes"), effort(6), text("kept")])).await;
    }
    let before = collector.report("help-center").await;
    let collector = collector.restarted().await;
    assert_eq!(collector.report("help-center").await, before);
    assert_eq!(collector.take(&response(1, &[effort(1)])).await["unchanged"], 1);
}

#[tokio::test]
async fn a_database_that_cannot_be_written_asks_to_come_back_later() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[effort(5)])).await;
    assert_eq!(collector.get("/readyz").await.status, StatusCode::OK);
    let raw = sqlx::AnyPool::connect(&crate::support::url(collector.folder())).await.unwrap();
    sqlx::query("alter table response rename to lost").execute(&raw).await.unwrap();
    sqlx::query("alter table probe rename to lost_probe").execute(&raw).await.unwrap();

    let reply = collector.post("application/json", response(2, &[effort(5)]).to_string()).await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(reply.header(header::RETRY_AFTER), "5");
    assert_eq!(collector.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(collector.get("/livez").await.status, StatusCode::OK);

    sqlx::query("alter table lost rename to response").execute(&raw).await.unwrap();
    sqlx::query("alter table lost_probe rename to probe").execute(&raw).await.unwrap();
    collector.take(&response(2, &[effort(5)])).await;
    assert_eq!(collector.get("/readyz").await.status, StatusCode::OK);
    assert_eq!(collector.report("help-center").await["totals"]["responses"], 2);
}

#[cfg(unix)]
#[tokio::test]
async fn a_database_that_was_removed_or_replaced_takes_nothing_and_says_so() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[effort(5)])).await;
    let Some(file) = crate::database::file(collector.folder()) else { return };
    let path = |name: &str| file.parent().unwrap().join(name);
    let post = |number| collector.post("application/json", response(number, &[effort(5)]).to_string());
    for (lost, other) in [("effortlet.db", "other.db"), ("effortlet.db-wal", "other.db-wal")] {
        std::fs::rename(path(lost), path("away")).unwrap();
        assert_eq!(collector.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE, "{lost} is gone");
        assert_eq!(post(2).await.status, StatusCode::SERVICE_UNAVAILABLE, "{lost} is gone");
        std::fs::copy(path("away"), path(other)).unwrap();
        std::fs::rename(path(other), path(lost)).unwrap();
        assert_eq!(post(2).await.status, StatusCode::SERVICE_UNAVAILABLE, "{lost} was replaced");
        std::fs::rename(path("away"), path(lost)).unwrap();
        assert_eq!(collector.get("/readyz").await.status, StatusCode::OK, "{lost} is back");
    }
    assert_eq!(post(3).await.status, StatusCode::OK);
}
