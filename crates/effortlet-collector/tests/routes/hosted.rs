//! The page of a survey that a message leads to.

use crate::login::{team, team_in};
use crate::support::{Collector, Reply, effort, response};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base64::Engine;
use sha2::{Digest, Sha256};

async fn opened(collector: &Collector, address: &str, language: &str) -> Reply {
    collector.send(Request::get(address).header(header::ACCEPT_LANGUAGE, language).body(Body::empty()).unwrap()).await
}

/// What stands between two texts.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    text.split(start).nth(1).and_then(|rest| rest.split(end).next()).unwrap_or_default()
}

#[tokio::test]
async fn whoever_opens_a_link_stores_nothing_however_often() {
    let (collector, _) = team().await;
    for number in 0..100 {
        let reply = collector.get(&format!("/s/help-center?rating={}", number % 7 + 1)).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert!(reply.text.contains(&format!("data-rating=\"{}\"", number % 7 + 1)), "{}", reply.text);
    }
    assert_eq!(collector.exported("help-center"), Vec::<serde_json::Value>::new());
    collector.take(&response(1, &[effort(6)])).await;
    assert_eq!(collector.exported("help-center").len(), 1, "what is posted is seen");
}

#[tokio::test]
async fn the_page_loads_this_collector_alone_and_runs_no_text() {
    let (collector, _) = team().await;
    for (address, script, widget) in [
        ("/s/help-center", "page.js", "../effortlet.js"),
        ("/s/default/help-center", "../page.js", "effortlet.js"),
    ] {
        let reply = collector.get(address).await;
        let style = between(&reply.text, "<style>", "</style>");
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style));
        let expected = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'sha256-{hash}'; \
             img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        );
        assert_eq!(reply.header(header::CONTENT_SECURITY_POLICY), expected, "{address}");
        assert_eq!(reply.header(header::REFERRER_POLICY), "no-referrer");
        assert_eq!(reply.header(header::CACHE_CONTROL), "no-cache");
        assert!(reply.text.contains(&format!("<script src=\"{script}\" data-survey=\"help-center\" data-widget=\"{widget}\" data-rates=\"effort\"></script>")), "{}", reply.text);
        assert!(!reply.text.contains("http"), "{}", reply.text);
    }
    let script = collector.get("/s/page.js").await;
    assert_eq!((script.status, script.header(header::CONTENT_TYPE)), (StatusCode::OK, "text/javascript; charset=utf-8"));
}

#[tokio::test]
async fn below_a_path_of_a_proxy_the_page_names_all_from_its_own_address() {
    let (collector, _) = team_in(tempfile::tempdir().unwrap(), "/ces").await;
    let page = collector.get("/ces/s/help-center").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text.contains("=\"/"), "{}", page.text);
    assert_eq!(collector.get("/ces/s/page.js").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_link_says_a_rating_and_nothing_else_of_anybody() {
    let (collector, _) = team().await;
    let plain = collector.get("/s/help-center").await.text;
    let more = "?article=refunds&section=billing&name=Ana&trait.plan=team&found=yes&improve=words";
    assert_eq!(collector.get(&format!("/s/help-center{more}")).await.text, plain);
    for query in ["?rating=0", "?rating=8", "?rating=six", "?rating=", "?effort=%22", "?rating=6%00"] {
        assert_eq!(collector.get(&format!("/s/help-center{query}")).await.text, plain, "{query}");
    }
    assert_ne!(collector.get("/s/help-center?effort=6").await.text, plain);
}

#[tokio::test]
async fn the_page_speaks_the_language_that_the_survey_is_asked_in() {
    let (collector, _) = team().await;
    for (address, accepted, language, closing) in [
        ("/s/help-center", "ro-MD,ro;q=0.9,en;q=0.8", "ro-md", "Puteți închide"),
        ("/s/help-center", "en", "en", "You can close"),
        ("/s/help-center", "ar", "en", "You can close"),
        ("/s/help-center", "", "en", "You can close"),
        ("/s/help-center?locale=ro", "en", "ro", "Puteți închide"),
        ("/s/help-center?locale=ar", "ro", "ro", "Puteți închide"),
        ("/s/help-center?locale=%22", "ro", "ro", "Puteți închide"),
    ] {
        let reply = opened(&collector, address, accepted).await;
        assert!(reply.text.contains(&format!("<html lang=\"{language}\" dir=\"ltr\">")), "{address} {accepted}: {}", reply.text);
        assert!(reply.text.contains(closing), "{address} {accepted}: {}", reply.text);
        assert_eq!(reply.header(header::VARY), "accept-language");
    }
}

#[tokio::test]
async fn a_survey_that_is_not_there_is_said_to_be_missing_in_words() {
    let (collector, _) = team().await;
    for (address, accepted, language, words) in [
        ("/s/nope?rating=6", "en", "lang=\"en\" dir=\"ltr\"", "There is no question here"),
        ("/s/acme/help-center", "ro", "lang=\"ro\" dir=\"ltr\"", "Aici nu este nicio întrebare"),
        ("/s/%3Cb%3E", "ar", "lang=\"ar\" dir=\"rtl\"", "لا يوجد سؤال هنا"),
    ] {
        let reply = opened(&collector, address, accepted).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{address}");
        assert!(reply.text.contains(words) && reply.text.contains(language), "{}", reply.text);
        assert!(!reply.text.contains("<script") && !reply.text.contains("<b>"), "{}", reply.text);
        assert!(reply.header(header::CONTENT_SECURITY_POLICY).contains("script-src 'none'"));
    }
    let without = Collector::ignorant().await.get("/s/help-center").await;
    assert!(without.status == StatusCode::NOT_FOUND && without.text.contains("There is no question here"), "none is published yet: {}", without.text);
}
