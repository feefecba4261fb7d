//! Surveys and versions that nothing has come of: what a page says instead of a report.

use crate::clock::{move_to, now};
use crate::login::{PASSWORD, proxy};
use crate::support::{Collector, PERSON, changed, definition, effort, response, survey};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use effortlet_collector::AccessOptions;
use effortlet_core::time::Duration;
use serde_json::{Value, json};
use std::net::SocketAddr;

/// What is put into pages where nothing was answered yet.
const STEPS: &str = "/effortlet.js&quot; async";

/// Five answers to versions `a` and `b` of a survey, none to its version `b c`.
async fn told() -> Collector {
    let collector = Collector::start().await;
    for number in 0..5 {
        collector.take(&response(number, &[effort(6)])).await;
    }
    move_to(Duration::hours(1));
    for number in 0..5 {
        collector.take(&changed(response(50 + number, &[effort(6)]), json!({ "surveyVersion": "b" }))).await;
    }
    collector
}

#[tokio::test]
async fn how_to_begin_is_told_with_the_address_of_the_collector_itself() {
    let folder = tempfile::tempdir().unwrap();
    let options = AccessOptions { public_report: false, login_header: Some(PERSON.parse().unwrap()) };
    let (collector, access) = Collector::closed(folder, &options, proxy("/ces"), now).await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    collector.know(&definition(&[survey("help-center", "a")])).await;
    for path in ["/ces/report/", "/ces/report/help-center", "/ces/report/nope"] {
        let request = Request::get(path).header(PERSON, "ana").header("host", "10.0.0.7").header("x-forwarded-host", "help.example");
        let mut request = request.header("x-forwarded-proto", "https").body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 4711))));
        let page = collector.send(request).await.text;
        assert!(page.contains("&lt;script src=&quot;https://help.example/ces/effortlet.js&quot; async&gt;&lt;/script&gt;"), "{path}: {page}");
    }
}

#[tokio::test]
async fn a_version_that_is_unknown_leads_to_those_that_are_there() {
    let collector = told().await;
    for (path, root) in [
        ("/report/help-center?version=z", "./"), ("/report/-/edits?survey=help-center&version=z", "../"), ("/report/-/nonresponse?survey=help-center&version=z", "../"),
    ] {
        let page = collector.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        let [newest, other] = ["b", "a"].map(|it| page.text.find(&format!("href=\"{root}help-center?version={it}\"")).unwrap_or_else(|| panic!("{path}: {}", page.text)));
        assert!(newest < other && page.text.contains(">b (newest)</a>"), "{}", page.text);
        assert!(page.text.contains("Version z of “help-center” is unknown") && page.text.contains(&format!("href=\"{root}help-center\"")), "{}", page.text);
        assert!(!page.text.contains(STEPS), "{}", page.text);
    }
    let expected = collector.get("/report/help-center?version=b%20c").await.text;
    assert!(expected.contains("Nothing for version b c of “help-center” yet") && expected.contains("href=\"./help-center?version=a\"") && !expected.contains(STEPS), "{expected}");
}

#[tokio::test]
async fn an_unknown_survey_leads_to_those_that_are_there() {
    let collector = told().await;
    let address = "href=\"./help-center\"";
    let unknown = collector.get("/report/nope").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.text.contains("There is no survey “nope” here") && unknown.text.contains(address) && !unknown.text.contains(STEPS), "{}", unknown.text);
    let expected = collector.get("/report/other").await;
    assert_eq!(expected.status, StatusCode::NOT_FOUND);
    assert!(expected.text.contains("Nothing for “other” yet") && expected.text.contains(STEPS), "it is expected: {}", expected.text);
}

#[tokio::test]
async fn a_page_that_is_told_no_survey_says_so_in_words() {
    let collector = told().await;
    for name in ["digest", "edits", "nonresponse"] {
        let page = collector.get(&format!("/report/-/{name}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{name}");
        let link = format!("href=\"../-/{name}?site=default&amp;survey=help-center\"");
        assert!(page.text.contains("No survey is named") && page.text.contains(&link), "{name}: {}", page.text);
    }
}

/// PostgreSQL takes no such text and says so; SQLite finds nothing under it. Neither is a failure of the database.
#[tokio::test]
async fn no_name_with_a_nul_in_it_is_taken_for_a_database_that_fails() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[effort(6)])).await;
    for address in [
        "/v1/surveys/a%00b/effort", "/v1/surveys/a%00b/report", "/v1/sites/a%00b/surveys/help-center/trend", "/v1/surveys/help-center/effort?version=a%00b",
        "/report/a%00b", "/report/a%00b/help-center", "/report/help-center?version=a%00b", "/report/-/edits?survey=a%00b",
        "/report/-/shares?survey=a%00b", "/s/a%00b",
    ] {
        let status = collector.ask("GET", address, &Value::Null).await.status;
        assert!([StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND].contains(&status), "{address}: {status}");
    }
    for (method, address) in [("POST", "/v1/deliveries/a%00b/send"), ("DELETE", "/v1/webhooks/a%00b")] {
        assert_eq!(collector.ask(method, address, &Value::Null).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert_eq!(collector.get("/readyz").await.status, StatusCode::OK);
}
