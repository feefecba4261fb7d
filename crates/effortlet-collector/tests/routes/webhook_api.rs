//! Making, listing, pausing and removing webhooks.

use crate::commands::run;
use crate::receiver::{deliveries, made};
use crate::support::{Collector, NOW, effort, response, url};
use axum::http::StatusCode;
use serde_json::{Value, json};

#[tokio::test]
async fn a_webhook_is_made_listed_paused_and_removed_and_shows_its_secret_once() {
    let collector = Collector::start().await;
    let draft = json!({
        "url": "https://hooks.slack.com/services/T0/B0/hidden", "form": "chat", "wants": ["response.low"], "survey": "help-center",
    });
    let made = made(&collector, &draft).await;
    assert!(made["secret"].as_str().unwrap().starts_with("whsec_"), "{made}");
    let path = format!("/v1/webhooks/{}", made["id"].as_str().unwrap());
    let one = collector.ask("GET", &path, &Value::Null).await;
    let listed = collector.ask("GET", "/v1/webhooks", &Value::Null).await;
    assert_eq!(listed.json()["webhooks"], json!([one.json()]));
    assert_eq!(one.json(), json!({
        "id": made["id"], "site": "default", "survey": "help-center", "url": "https://hooks.slack.com/…", "form": "chat",
        "wants": ["response.low"], "state": "active", "reason": null, "madeAt": NOW.rfc3339(),
    }));
    let paused = collector.ask("PATCH", &path, &json!({ "state": "paused" })).await;
    assert_eq!(paused.json()["state"], "paused");
    assert_eq!(collector.ask("PATCH", &path, &json!({ "state": "gone" })).await.problems(), ["state: expected active or paused"]);
    assert_eq!(collector.ask("DELETE", &path, &Value::Null).await.status, StatusCode::NO_CONTENT);
    assert_eq!(collector.ask("GET", &path, &Value::Null).await.problems(), ["id: expected the id of a webhook that is there"]);
    assert_eq!(collector.ask("GET", "/v1/webhooks", &Value::Null).await.json(), json!({ "webhooks": [] }));
}

#[tokio::test]
async fn a_webhook_with_mistakes_is_refused_with_their_places() {
    let collector = Collector::start().await;
    for (draft, problem) in [
        (json!({ "url": "ftp://example.com" }), "url: expected an address that starts with https://"),
        (json!({}), "url: expected an address of at most 2,048 characters, such as https://example.com/hook"),
        (json!({ "url": "https://example.com", "form": "fax" }), "form: expected standard, chat, github or gitlab"),
        (json!({ "url": "https://example.com", "wants": ["all"] }), "wants[0]: expected response.low, comment.created or digest"),
        (json!({ "url": "https://github.com/acme/docs", "form": "github" }), "token: expected a token that may write issues"),
        (json!({ "url": "https://example.com", "token": "x" }), "token: expected none but for github and gitlab"),
        (json!({ "url": "https://example.com", "secret": "x" }), "secret: expected no other key than url, wants, form, site, survey or token"),
        (json!([]), ": expected an object with url, wants, form, site, survey or token"),
    ] {
        let reply = collector.ask("POST", "/v1/webhooks", &draft).await;
        assert_eq!(reply.problems(), [problem], "{draft}");
    }
}

#[tokio::test]
async fn the_command_line_does_the_same_beside_a_collector() {
    let collector = Collector::start().await;
    let database = url(collector.folder());
    let webhook = |words: &[&str]| run(collector.folder(), &[&["webhook", "--database", &database], words].concat(), "");
    let refused = webhook(&["add", "https://127.0.0.1/hook"]);
    assert_eq!((refused.code, refused.err.as_str()), (1, "effortlet: url: expected a public address; --allow-private-webhooks allows others\n"));
    let added = webhook(&["add", "https://example.com/hook", "--wants", "response.low", "--survey", "help-center"]);
    let (id, secret) = added.out.trim().split_once("\nsecret ").unwrap();
    let id = id.strip_prefix("id ").unwrap();
    assert!(secret.starts_with("whsec_"), "{}", added.out);
    let listed = format!("{id} active standard response.low default/help-center https://example.com/hook\n");
    assert_eq!(webhook(&["list"]).out, listed);
    let after = run(collector.folder(), &["webhook", "list", "--database", &database], "");
    assert_eq!(after.out, listed, "wherever the database is named");

    let known = collector.ask("GET", &format!("/v1/webhooks/{id}"), &Value::Null).await.json();
    collector.take(&response(1, &[effort(1)])).await;
    assert_eq!(webhook(&["test", id]).code, 0);
    let kinds: Vec<_> = deliveries(&collector, &known).await.iter().map(|it| it["event"].clone()).collect();
    assert_eq!(kinds.len(), 2);
    assert!(kinds.contains(&json!("response.low")) && kinds.contains(&json!("webhook.test")), "{kinds:?}");
    assert_eq!(webhook(&["remove", id]).out, "it is told no more\n");
    assert_eq!(webhook(&["remove", id]).err, "effortlet: webhook: expected the id of one that is there\n");
    assert_eq!(webhook(&["list"]).out, "");
}

#[tokio::test]
async fn a_terminal_says_where_a_webhook_is_for_what_nothing_is_known_of() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[effort(6)])).await;
    let database = url(collector.folder());
    for (of, note) in [
        (&["--survey", "help-center"][..], None),
        (&[], None),
        (&["--survey", "helpcenter"], Some("note nothing is known of the survey helpcenter of the site default yet; known: clock-1, clock-2, help-center, other")),
        (&["--site", "acme"], Some("note nothing is known of the site acme yet; known: ")),
    ] {
        let ran = run(collector.folder(), &[&["webhook", "add", "https://example.com/hook", "--database", &database], of].concat(), "");
        let told = ran.out.lines().nth(2);
        assert!(ran.code == 0 && told.is_some() == note.is_some() && told.unwrap_or_default().starts_with(note.unwrap_or_default()), "{of:?}: {} {}", ran.out, ran.err);
    }
}
