//! `/report/-/definitions`: what the builder publishes, and goes back to.

use crate::support::{Collector, Reply, changed, definition, effort, response, survey};
use axum::http::StatusCode;
use serde_json::{Value, json};

async fn publish(collector: &Collector, document: &Value) -> Reply {
    collector.ask("POST", "/report/-/definitions", document).await
}

async fn served(collector: &Collector) -> Reply {
    collector.get("/effortlet.json").await
}

fn asking(version: &str) -> Value {
    definition(&[survey("help-center", version)])
}

#[tokio::test]
async fn what_is_published_is_served_and_counted_and_an_earlier_version_is_gone_back_to() {
    let collector = Collector::ignorant().await;
    assert_eq!(served(&collector).await.status, StatusCode::NOT_FOUND);
    for (version, number) in [("a", 1), ("b", 2)] {
        let reply = publish(&collector, &asking(version)).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        assert_eq!(reply.json()["current"], number);
        assert_eq!(served(&collector).await.json(), asking(version));
        assert_eq!(reply.json()["isNew"], true);
        let again = publish(&collector, &asking(version)).await.json();
        assert_eq!((&again["current"], &again["isNew"]), (&json!(number), &json!(false)), "the same again");
    }
    let answer = changed(response(1, &[effort(6)]), json!({ "surveyVersion": "b" }));
    assert_eq!(collector.take(&answer).await["stored"], 1);

    let listed = collector.ask("GET", "/report/-/definitions", &Value::Null).await.json();
    let numbers: Vec<_> = listed["versions"].as_array().unwrap().iter().map(|it| it["number"].as_i64().unwrap()).collect();
    assert_eq!(numbers, [2, 1]);
    let first = collector.ask("GET", "/report/-/definitions/1", &Value::Null).await.json();
    assert_eq!(publish(&collector, &first).await.json()["current"], 3);
    assert_eq!(served(&collector).await.json(), asking("a"));
    let nowhere = collector.ask("GET", "/report/-/definitions/9", &Value::Null).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_definition_with_a_mistake_is_not_published() {
    let collector = Collector::ignorant().await;
    publish(&collector, &asking("a")).await;
    let mut wrong = asking("b");
    wrong["surveys"][0]["triggers"] = json!({ "scroll": { "percent": 400 } });
    let reply = publish(&collector, &wrong).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.problems(), ["surveys[0].triggers.scroll.percent: expected a number above 0, up to 100"]);
    assert_eq!(served(&collector).await.json(), asking("a"));
}

#[tokio::test]
async fn a_site_has_versions_of_its_own() {
    let collector = Collector::ignorant().await;
    publish(&collector, &asking("a")).await;
    publish(&collector, &changed(asking("a"), json!({ "site": "shop" }))).await;
    let listed = collector.ask("GET", "/report/-/definitions?site=shop", &Value::Null).await.json();
    assert_eq!((listed["site"].as_str(), listed["versions"].as_array().unwrap().len()), (Some("shop"), 1));
    assert_eq!(collector.get("/s/shop/effortlet.json").await.json()["site"], "shop");
}

#[tokio::test]
async fn a_definition_among_the_sites_files_is_served_until_one_is_published() {
    let site = tempfile::tempdir().unwrap();
    std::fs::write(site.path().join("effortlet.json"), "{}").unwrap();
    let collector = Collector::with_site(site.path()).await;
    assert_eq!(served(&collector).await.json(), json!({}));
    publish(&collector, &asking("a")).await;
    assert_eq!(served(&collector).await.json(), asking("a"));
}
