//! Several sites in one collector.

use axum::http::StatusCode;
use serde_json::{Value, json};
use crate::support::{Collector, changed, definition, effort, id, response, survey, text};

#[tokio::test]
async fn the_same_survey_of_two_sites_has_two_reports() {
    let collector = Collector::start().await;
    collector.know(&changed(definition(&[survey("help-center", "a")]), json!({ "site": "shop" }))).await;
    for number in 0..6 {
        collector.take(&response(number, &[effort(7), text("of the default site")])).await;
        collector.take(&changed(response(100 + number, &[effort(2), text("of the shop")]), json!({ "site": "shop" }))).await;
    }
    let own = collector.report("help-center").await;
    let shop = collector.get("/v1/sites/shop/surveys/help-center/report").await.json();
    let mean = |report: &Value| report["versions"][0]["scores"][0]["mean"]["value"].as_f64().unwrap();
    assert_eq!((mean(&own), mean(&shop)), (7.0, 2.0));
    for (report, site, words) in [(&own, "default", "of the default site"), (&shop, "shop", "of the shop")] {
        assert_eq!((&report["site"], &report["totals"]["responses"]), (&json!(site), &json!(6)));
        let comments = report["comments"].as_array().unwrap();
        assert!(comments.len() == 6 && comments.iter().all(|it| it["text"] == words), "{report}");
    }
    assert_eq!(collector.get("/v1/sites/default/surveys/help-center/report").await.json(), own);
    assert_eq!(collector.get("/v1/sites/other/surveys/help-center/report").await.status, StatusCode::NOT_FOUND);

    let list = collector.get("/report/").await.text;
    assert!(list.contains("href=\"./help-center\"") && list.contains("href=\"./shop/help-center\""), "{list}");
    let page = collector.get("/report/shop/help-center").await.text;
    assert!(page.contains("of the shop") && !page.contains("of the default site"));
    let page = collector.get("/report/help-center").await.text;
    assert!(page.contains("of the default site") && !page.contains("of the shop"));
}

#[tokio::test]
async fn a_response_never_moves_to_another_site_or_version() {
    let collector = Collector::start().await;
    collector.know(&changed(definition(&[survey("help-center", "a")]), json!({ "site": "shop" }))).await;
    collector.take(&response(1, &[effort(7)])).await;
    for change in [json!({ "site": "shop" }), json!({ "surveyVersion": "b" }), json!({ "survey": "other" })] {
        let reply = collector.post("text/plain", changed(changed(response(1, &[effort(1)]), json!({ "rev": 2 })), change).to_string()).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(reply.problems(), [format!("id: expected the survey that {} was first posted for", id(1))]);
    }
    assert_eq!(collector.report("help-center").await["versions"].as_array().unwrap().len(), 1);
}
