//! Reports under a period and conditions, and whether counts agree with what is stored.

use crate::commands::run;
use crate::support::{Collector, NOW, changed, effort, response, text, url, yes_no};
use axum::http::StatusCode;
use effortlet_collector::{Facts, Store};
use serde_json::{Value, json};

/// Ten people in English who rate 7, ten in Romanian who rate 1.
pub(crate) async fn with_two_languages() -> Collector {
    let collector = Collector::start().await;
    for number in 0..20 {
        let (locale, rating) = if number % 2 == 0 { ("en", 7) } else { ("ro", 1) };
        let page = json!({
            "url": "https://acme.example/help", "title": "Help", "section": "billing", "article": format!("{locale}-refunds"),
        });
        let of = json!({ "locale": locale, "page": page, "context": {
            "device": if number < 10 { "phone" } else { "desktop" }, "plan": if number % 4 < 2 { json!("free") } else { json!(true) }, "userId": number,
        } });
        collector.take(&changed(response(number, &[yes_no("yes"), effort(rating), text(locale)]), of)).await;
    }
    collector
}

async fn mean(collector: &Collector, query: &str) -> (Value, Value) {
    let reply = collector.get(&format!("/v1/surveys/help-center/report?{query}")).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    let mean = reply.json()["versions"][0]["scores"][0]["mean"].clone();
    (mean["n"].clone(), mean["value"].clone())
}

#[tokio::test]
async fn figures_under_conditions_are_those_of_whom_they_hold() {
    let collector = with_two_languages().await;
    for (query, n, value) in [
        ("", 20, json!(4.0)),
        ("locale=", 20, json!(4.0)),
        ("locale=en", 10, json!(7.0)),
        ("article=ro-refunds", 10, json!(1.0)),
        ("section=billing&locale=ro", 10, json!(1.0)),
        ("device=phone&locale=en", 5, json!(7.0)),
        ("locale=de", 0, Value::Null),
        ("context=plan%3Dfree", 10, json!(4.0)),
        ("context=plan%3Dfree&locale=ro", 5, json!(1.0)),
        ("context=plan%3Dtrue&locale=en", 5, json!(7.0)),
        ("context=plan%3Dgold", 0, Value::Null),
        ("context=", 20, json!(4.0)),
        ("trigger=scroll&locale=en", 10, json!(7.0)),
    ] {
        assert_eq!(mean(&collector, query).await, (json!(n), value), "{query}");
    }
}

#[tokio::test]
async fn a_terminal_shows_the_figures_of_whom_each_of_its_conditions_holds() {
    let collector = with_two_languages().await;
    let database = url(collector.folder());
    for (words, n, value) in [
        (&["--context", "plan=free"][..], 10, 4.0),
        (&["--context", "plan=free", "--locale", "ro"], 5, 1.0),
        (&["--article", "en-refunds", "--device", "phone"], 5, 7.0),
        (&["--section", "billing", "--trigger", "scroll"], 20, 4.0),
    ] {
        let ran = run(collector.folder(), &[&["report", "help-center", "--format", "json", "--database", &database], words].concat(), "");
        let said: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{words:?}: {} {}", ran.out, ran.err));
        let mean = &said["versions"][0]["scores"][0]["mean"];
        assert_eq!((&mean["n"], &mean["value"]), (&json!(n), &json!(value)), "{words:?}");
    }
}

#[tokio::test]
async fn a_whole_number_is_asked_for_as_it_was_told() {
    let collector = Collector::start().await;
    for number in 0..12 {
        collector.take(&changed(response(number, &[effort(6)]), json!({ "context": { "plan": if number < 5 { 2 } else { 3 } } }))).await;
    }
    let exported = run(collector.folder(), &["export", "--database", &url(collector.folder())], "").out;
    assert_eq!(exported.matches(r#""plan":2}"#).count(), 5, "{exported}");
    assert_eq!(mean(&collector, "context=plan%3D2").await.0, 5);
}

#[tokio::test]
async fn a_report_says_what_was_asked_for_and_which_days_are_counted() {
    let collector = with_two_languages().await;
    let today = &NOW.rfc3339()[..10];
    let query = format!("from=2026-01-01&to={today}&locale=en");
    let report = collector.get(&format!("/v1/surveys/help-center/report?{query}")).await.json();
    assert_eq!(report["filters"], json!({ "from": "2026-01-01", "to": today, "locale": "en" }));
    assert_eq!(report["versions"][0]["period"], json!({ "from": today, "to": today }));
    assert_eq!(report["versions"][0]["totals"]["complete"], 10);
    let texts: Vec<&Value> = report["comments"].as_array().unwrap().iter().map(|it| &it["text"]).collect();
    assert_eq!(texts, vec![&json!("en"); 10]);
    let before = collector.get("/v1/surveys/help-center/report?to=2026-01-01").await.json();
    assert_eq!((&before["versions"][0]["totals"]["complete"], &before["versions"][0]["period"]), (&json!(0), &Value::Null));
    assert_eq!(before["comments"], json!([]));
    let all = collector.report("help-center").await;
    assert_eq!((&all["filters"], &all["versions"][0]["period"]), (&Value::Null, &Value::Null));
    let page = collector.get(&format!("/report/help-center?{query}")).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test]
async fn a_filter_that_cannot_be_followed_is_refused_with_its_place() {
    let collector = with_two_languages().await;
    for (query, problem) in [
        ("from=yesterday", "from: expected a day such as 2026-11-29"),
        ("to=2026-02-30", "to: expected a day such as 2026-11-29"),
        ("from=2026-02-03&to=2026-02-02", "to: expected a day that is not before from"),
        ("locale=ro&locale=en", "locale: expected one value"),
        ("lang=ro", "lang: expected one of version, from, to, section, article, locale, trigger, device, context"),
    ] {
        for path in ["/v1/surveys/help-center/report", "/v1/sites/default/surveys/help-center/report"] {
            let reply = collector.get(&format!("{path}?{query}")).await;
            assert_eq!((reply.status, reply.problems()), (StatusCode::BAD_REQUEST, vec![problem.to_owned()]), "{path}");
        }
    }
}

#[tokio::test]
async fn a_recount_says_whether_counts_agree() {
    let folder = with_two_languages().await.ended().await;
    let database = url(folder.path());
    let recount = |more: &[&str]| {
        let ran = run(folder.path(), &[&["recount", "--database", &database], more].concat(), "");
        (ran.code, ran.out)
    };
    let agrees = "help-center of default: 20 responses, counts agree\n";
    let (code, out) = recount(&[]);
    assert!(code == 0 && out.contains(agrees), "{out}");
    let (code, out) = recount(&["--repair"]);
    assert!(code == 0 && out.contains(agrees), "{out}");
    sqlx::any::install_default_drivers();
    let pool = sqlx::AnyPool::connect(&database).await.unwrap();
    // A response goes and nobody is told.
    let id = crate::support::id(3);
    sqlx::query("delete from response where id = $1").bind(id).execute(&pool).await.unwrap();
    pool.close().await;
    let (code, out) = recount(&[]);
    assert!(code == 1 && out.contains("counts do not agree\n  segment 1 of 1 to 20: 1 responses too many, 0 too few"), "{out}");
    let (code, out) = recount(&["--repair"]);
    assert!(code == 0 && out.contains("19 responses, counts agree"), "{out}");
}

#[tokio::test]
async fn a_fact_that_the_collector_does_not_name_is_refused_wherever_it_stands() {
    let collector = with_two_languages().await;
    for (path, told) in [
        ("/v1/surveys/help-center/report?context=userId%3D4", "context: expected one of the facts plan"),
        ("/v1/surveys/help-center/effort?context=userId%3D4", "context: expected one of the facts plan"),
        ("/v1/surveys/help-center/report?context=plan", "context: expected a fact and its value such as plan=pro"),
        ("/report/-/exports/responses.jsonl?context=plan", "context: expected a fact and its value such as plan=pro"),
        ("/report/help-center?context=userId%3D4", "Nothing can be filtered by “userId”, but by plan."),
        ("/report/help-center?context=%3Dfree", "“=free” is no fact with its value. One is written plan=pro."),
        ("/report/-/edits?survey=help-center&context=userId%3D4", "Nothing can be filtered by “userId”, but by plan."),
        ("/report/-/shares?survey=help-center&context=userId%3D4", "Nothing can be filtered by “userId”, but by plan."),
        ("/report/-/comments?survey=help-center&context=userId%3D4", "Nothing can be filtered by “userId”, but by plan."),
    ] {
        let reply = collector.ask("GET", path, &Value::Null).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{path}");
        let problems = reply.text.starts_with('{').then(|| {
            let problem = &reply.json()["problems"][0];
            format!("{}: expected {}", problem["place"].as_str().unwrap(), problem["expected"].as_str().unwrap())
        });
        assert!(problems.as_deref().unwrap_or(&reply.text).contains(told), "{path}: {}", reply.text);
    }
}

#[tokio::test]
async fn a_fact_narrows_pages_comments_and_exports_alike() {
    let collector = with_two_languages().await;
    let page = collector.get("/report/help-center?context=plan%3Dfree").await.text;
    assert!(page.contains("plan: free") && page.contains(r#"<option value="plan=true""#), "{page}");
    assert!(!page.contains("userId"), "what nobody named is not offered");
    let lines = |text: String| text.lines().count();
    assert_eq!(lines(collector.ask("GET", "/report/-/exports/responses.jsonl?survey=help-center&context=plan%3Dfree", &Value::Null).await.text), 10);
    assert_eq!(lines(collector.ask("GET", "/report/-/exports/responses.jsonl?survey=help-center&context=plan%3Dtrue", &Value::Null).await.text), 10);
    let comments = collector.ask("GET", "/report/-/comments?survey=help-center&context=plan%3Dtrue", &Value::Null).await.text;
    assert_eq!(comments.matches("<blockquote").count(), 10);
}

/// It could not be asked for.
#[tokio::test]
async fn a_fact_that_is_empty_is_not_offered() {
    let collector = Collector::start().await;
    for number in 0..10 {
        let plan = if number < 5 { "" } else { "pro" };
        collector.take(&changed(response(number, &[effort(5)]), json!({ "context": { "plan": plan } }))).await;
    }
    let page = collector.get("/report/help-center").await.text;
    assert!(page.contains(r#"<option value="plan=pro""#) && !page.contains(r#"<option value="plan=""#), "{page}");
}

#[tokio::test]
async fn columns_are_made_anew_where_other_facts_are_named() {
    let folder = with_two_languages().await.ended().await;
    let database = url(folder.path());
    let refold = || assert_eq!(run(folder.path(), &["recount", "--repair", "--database", &database], "").code, 0);
    refold();
    for names in [vec!["userId"], vec![]] {
        let (store, writing) = Store::open(&database).await.unwrap();
        Facts::begin(&store, names.iter().map(|it| it.parse().unwrap()).collect()).await.unwrap();
        drop(store);
        writing.drained().await;
    }
    let collector = Collector::in_folder(folder).await;
    assert_eq!(mean(&collector, "context=plan%3Dfree").await, (json!(10), json!(4.0)), "of no segment yet");
    let folder = collector.ended().await;
    let database = url(folder.path());
    assert_eq!(run(folder.path(), &["recount", "--repair", "--database", &database], "").code, 0);
    let collector = Collector::in_folder(folder).await;
    assert_eq!(mean(&collector, "context=plan%3Dfree").await, (json!(10), json!(4.0)), "of a segment");
}
