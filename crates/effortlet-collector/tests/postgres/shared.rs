//! Several collectors before one database, and a server that goes away for a while.

use crate::database::url;
use crate::server::server;
use crate::support::{Collector, changed, definition, effort, id, response, survey, text};
use axum::http::{Request, StatusCode, header};
use serde_json::json;

#[tokio::test]
async fn what_one_collector_was_told_counts_at_the_other_at_once() {
    if server(false).is_none() {
        return;
    }
    let one = Collector::start().await;
    let other = Collector::beside(&one).await;
    one.know(&definition(&[survey("help-center", "later")])).await;
    let later = |number| changed(response(number, &[effort(6)]), json!({ "surveyVersion": "later" }));
    for number in 0..6 {
        let collector = if number % 2 == 0 { &one } else { &other };
        assert_eq!(collector.take(&later(number)).await["stored"], 1);
    }
    assert_eq!(one.take(&later(1)).await["unchanged"], 1, "what the other has stored");
    for collector in [&one, &other] {
        assert_eq!(collector.report("help-center").await["totals"]["responses"], 6);
    }
}

#[tokio::test]
async fn after_a_server_was_away_posts_are_taken_again() {
    let Some(server) = server(false) else { return };
    let collector = Collector::start().await;
    collector.take(&response(1, &[effort(5)])).await;
    collector.report("help-center").await;
    server.cut_off(&url(collector.folder()));
    let reply = collector.post("application/json", response(2, &[effort(5)]).to_string()).await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(reply.header(header::RETRY_AFTER), "5");
    assert_eq!(collector.get("/livez").await.status, StatusCode::OK);
    collector.take(&response(2, &[effort(5)])).await;
    assert_eq!(collector.get("/readyz").await.status, StatusCode::OK);
    assert_eq!(collector.report("help-center").await["totals"]["responses"], 2);
}

/// Guards that posts which are written in one transaction with it are refused too.
#[tokio::test]
async fn a_text_that_the_database_does_not_take_is_refused_alone() {
    let Some(server) = server(false) else { return };
    let collector = Collector::start().await;
    let noted = changed(response(9, &[text("Refunds")]), json!({ "survey": "other" }));
    collector.take(&noted).await;
    let rule = "alter table comment add check (note <> 'unwanted')";
    server.run("psql", &["-d", url(collector.folder()).rsplit('/').next().unwrap(), "-c", rule]);
    let form = format!("site=default&response={}&position=0&state=read&note=unwanted", id(9));
    let remark = Request::post("/report/-/comments?survey=help-center").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let [one, two, three] = [1, 2, 3].map(|number| response(number, &[effort(6)]));
    let (_, remarked, ..) = tokio::join!(
        collector.take(&one),
        collector.send(remark.body(form.into()).unwrap()),
        collector.take(&two),
        collector.take(&three),
    );
    assert_eq!(remarked.status, StatusCode::SERVICE_UNAVAILABLE, "{}", remarked.text);
    assert_eq!(collector.exported("help-center").len(), 3);
}

/// Until it is told to look, a database takes each table for one whose every id stands in it many times, and
/// reads the whole of it for each group that is written.
#[tokio::test]
async fn a_new_database_is_told_to_look_at_its_tables_once_there_is_something_in_them() {
    let Some(server) = server(false) else { return };
    let collector = Collector::start().await;
    let url = url(collector.folder());
    let asked = |sql: &str| server.run("psql", &["-d", url.rsplit('/').next().unwrap(), "-Atc", sql]);
    asked("alter table response set (autovacuum_enabled = off); alter table answer set (autovacuum_enabled = off)");
    for group in 0..22 {
        let all: Vec<_> = (0..100).map(|number| response(group * 100 + number, &[effort(5)])).collect();
        let reply = collector.post("application/json", json!(all).to_string()).await;
        assert_eq!(reply.status, StatusCode::OK);
    }
    let looked_at = "select count(distinct tablename) from pg_stats where tablename in ('response', 'answer')";
    let looks = async {
        while asked(looked_at).trim() != "2" {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), looks).await.expect("nobody looked at the tables");
}
