//! One issue an article, whatever is answered, lost or closed.

use crate::receiver::{Came, Receiver, Sending, deliveries, made, of, pass};
use crate::support::{Collector, NOW, changed, effort, response, text};
use axum::Json;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use effortlet_core::time::{Duration, Timestamp};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

const TOKEN: &str = "github_pat_1234";

type Issues = Arc<Mutex<Vec<Value>>>;

/// As much of GitHub as keeps issues; of GitLab too, which has other words for the same.
async fn tracker() -> (Receiver, Issues) {
    let issues = Issues::default();
    let kept = Arc::clone(&issues);
    (Receiver::start(move |came| answer(&kept, came)).await, issues)
}

fn answer(issues: &Issues, came: &Came) -> Response {
    let mut issues = issues.lock().unwrap();
    let number = came.path.split('?').next().unwrap().rsplit('/').next().unwrap().parse::<usize>().ok();
    match (&came.method, number) {
        (&Method::POST, None) => {
            let mut issue = came.json();
            let number = issues.len() + 1;
            for (key, value) in [("number", json!(number)), ("iid", json!(number)), ("state", json!("open")), ("html_url", json!("x"))] {
                issue[key] = value;
            }
            issues.push(issue.clone());
            (StatusCode::CREATED, Json(issue)).into_response()
        }
        (&Method::GET, None) => Json(issues.iter().rev().cloned().collect::<Vec<_>>()).into_response(),
        (&Method::GET, Some(number)) => issues.get(number - 1).map_or(of(404), |it| Json(it.clone()).into_response()),
        (&Method::PATCH | &Method::PUT, Some(number)) => {
            let issue = issues.get_mut(number - 1).unwrap();
            for (key, value) in came.json().as_object().unwrap() {
                issue[key] = value.clone();
            }
            Json(issue.clone()).into_response()
        }
        _ => of(405),
    }
}

fn draft(tracker: &Receiver, form: &str) -> Value {
    let url = if form == "github" { tracker.url("/api/v3/repos/acme/docs") } else { tracker.url("/acme/docs") };
    json!({ "url": url, "form": form, "token": TOKEN })
}

fn about(number: u64, article: &str, answers: &[Value]) -> Value {
    let page = json!({ "url": format!("https://acme.example/help/{article}"), "title": format!("About {article}"), "article": article });
    changed(response(number, answers), json!({ "page": page }))
}

fn bodies(issues: &Issues, key: &str) -> Vec<String> {
    issues.lock().unwrap().iter().map(|it| it[key].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn five_hundred_low_answers_on_one_article_are_one_issue() {
    for (form, key) in [("github", "body"), ("gitlab", "description")] {
        let (collector, (tracker, issues)) = (Collector::start().await, tracker().await);
        let webhook = made(&collector, &draft(&tracker, form)).await;
        let (mut one, mut other) = (Sending::beside(&collector).await, Sending::beside(&collector).await);
        for number in 0..500 {
            let words = if number == 499 { vec![effort(1), text("@octocat see #1")] } else { vec![effort(1)] };
            collector.take(&about(number, "refunds", &words)).await;
            if number % 100 == 50 {
                tokio::join!(one.work_off(), other.work_off());
            }
        }
        collector.take(&about(1_000, "invoices", &[effort(2)])).await;
        tokio::join!(one.work_off(), other.work_off());
        assert_eq!(issues.lock().unwrap().len(), 2, "one for each article");
        let asked = tracker.came();
        assert!(asked.len() <= 4, "{} requests", asked.len());
        let token = |it: &Came| [it.header("authorization"), it.header("private-token")].concat();
        assert!(asked.iter().all(|it| token(it).ends_with(TOKEN) && it.path.starts_with("/api/")), "{asked:?}");

        pass(Duration::hours(1));
        one.work_off().await;
        let bodies = bodies(&issues, key);
        assert_eq!(bodies.len(), 2);
        let refunds = bodies.iter().find(|it| it.contains("refunds")).unwrap();
        assert!(refunds.starts_with("**500 low answers**, **1 comment**."), "{refunds}");
        assert!(refunds.contains("Report: https://ces.example/report/help-center") && !refunds.contains("@octocat"), "{refunds}");
        assert!(deliveries(&collector, &webhook).await.iter().all(|it| it["state"] == "delivered"));
        let shown = collector.ask("GET", "/v1/webhooks", &Value::Null).await.text;
        assert!(!shown.contains(TOKEN) && !shown.contains("whsec_"), "{shown}");
        pass(Duration::hours(-1));
    }
}

#[tokio::test]
async fn an_issue_whose_making_was_not_confirmed_is_found_and_not_made_again() {
    let (collector, (tracker, issues)) = (Collector::start().await, tracker().await);
    made(&collector, &draft(&tracker, "github")).await;
    collector.take(&about(1, "refunds", &[effort(1)])).await;
    let kept = Arc::clone(&issues);
    // It is made, and nobody is told.
    tracker.answer(move |came| {
        answer(&kept, came);
        of(502)
    });
    let mut sending = Sending::beside(&collector).await;
    sending.work_off().await;
    assert_eq!(issues.lock().unwrap().len(), 1);
    let kept = Arc::clone(&issues);
    tracker.answer(move |came| answer(&kept, came));
    collector.take(&about(2, "refunds", &[effort(1)])).await;
    sending.work_off().await;
    assert_eq!(tracker.came().len(), 1, "what comes meanwhile waits along");
    pass(Duration::seconds(10));
    sending.work_off().await;
    assert_eq!(issues.lock().unwrap().len(), 1);
    assert!(bodies(&issues, "body")[0].starts_with("**2 low answers**"));
}

#[tokio::test]
async fn what_was_revised_before_anybody_was_told_is_told_as_it_is_then() {
    let (collector, (tracker, issues)) = (Collector::start().await, tracker().await);
    made(&collector, &draft(&tracker, "github")).await;
    let mut sending = Sending::beside(&collector).await;
    collector.take(&about(1, "refunds", &[effort(1)])).await;
    sending.work_off().await;
    let said = about(2, "refunds", &[effort(7), text("I can")]);
    collector.take(&said).await;
    sending.work_off().await;
    let answers = about(2, "refunds", &[effort(7), text("I cannot log in")])["answers"].clone();
    collector.take(&changed(said, json!({ "rev": 2, "answers": answers }))).await;
    pass(Duration::hours(1));
    sending.work_off().await;
    let body = bodies(&issues, "body").remove(0);
    assert!(body.contains("I cannot log in"), "{body}");
}

#[tokio::test]
async fn a_closed_issue_stays_closed_and_what_comes_later_is_told_in_another() {
    let (collector, (tracker, issues)) = (Collector::start().await, tracker().await);
    made(&collector, &draft(&tracker, "github")).await;
    let mut sending = Sending::beside(&collector).await;
    let close = |number: usize, reason: &str, at: Timestamp| {
        let mut issues = issues.lock().unwrap();
        issues[number]["state"] = json!("closed");
        issues[number]["closed_at"] = json!(at.rfc3339());
        issues[number]["state_reason"] = json!(reason);
    };
    collector.take(&about(1, "refunds", &[effort(1)])).await;
    sending.work_off().await;
    collector.take(&about(2, "refunds", &[effort(1)])).await;
    close(0, "completed", Timestamp(NOW.0 + 1_000));
    pass(Duration::hours(1));
    sending.work_off().await;
    assert_eq!(issues.lock().unwrap().len(), 1, "what came before it was closed needs no other");

    close(0, "completed", Timestamp(NOW.0 - 1_000));
    collector.take(&about(3, "refunds", &[effort(1)])).await;
    pass(Duration::hours(1));
    sending.work_off().await;
    assert_eq!(issues.lock().unwrap().len(), 2);
    let later = bodies(&issues, "body")[1].clone();
    assert!(later.starts_with("**1 low answer**") && later.contains("#1, was closed"), "{later}");
    assert_eq!(issues.lock().unwrap()[0]["state"], "closed");

    close(1, "not_planned", Timestamp(NOW.0 - 1_000));
    collector.take(&about(4, "refunds", &[effort(1)])).await;
    pass(Duration::hours(1));
    sending.work_off().await;
    assert_eq!(issues.lock().unwrap().len(), 2, "nothing is to be done about it");
}
