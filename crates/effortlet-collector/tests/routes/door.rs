//! Who may post and how often.

use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use effortlet_collector::Proxies;
use hyper::body::Frame;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use crate::support::{Collector, Reply, changed, definition, door, door_behind, effort, response, survey, text, yes_no};

/// A body whose first byte never comes.
struct Endless;

impl hyper::body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

/// A post from an address, by a page of this origin.
fn request(address: &str, origin: &str, document: &Value) -> Request<Body> {
    let mut request = Request::post("/v1/responses")
        .header(header::CONTENT_TYPE, "text/plain")
        .header(header::HOST, "ces.example")
        .extension(ConnectInfo::<SocketAddr>(format!("{address}:40000").parse().unwrap()));
    if !origin.is_empty() {
        request = request.header(header::ORIGIN, origin);
    }
    request.body(Body::from(document.to_string())).unwrap()
}

async fn post(collector: &Collector, address: &str, origin: &str, document: &Value) -> Reply {
    collector.send(request(address, origin, document)).await
}

/// The status of each, and what else a widget hears, when all are posted at once from one address.
async fn posted_at_once(collector: &Collector, documents: Vec<Value>) -> Vec<(u16, String, String)> {
    let post = |document: &Value| {
        let (routes, request) = (collector.routes.clone(), request("192.0.2.1", "https://acme.example", document));
        tokio::spawn(async move {
            let reply = tower::ServiceExt::oneshot(routes, request).await.unwrap();
            let told = |name| reply.headers().get(name).map_or("", |it| it.to_str().unwrap()).to_owned();
            (reply.status().as_u16(), told(header::RETRY_AFTER), told(header::ACCESS_CONTROL_ALLOW_ORIGIN))
        })
    };
    let mut told = Vec::new();
    for post in documents.iter().map(post).collect::<Vec<_>>() {
        told.push(post.await.unwrap());
    }
    told
}

/// The five posts of a visitor who goes through `help-center`: three answers, one more text, the end.
fn visit(number: u64) -> Vec<Value> {
    let answers = [yes_no("yes"), effort(6), text("More"), changed(text("And more"), json!({ "question": "else" }))];
    let mut posts: Vec<Value> = (1..=4_usize)
        .map(|rev| changed(response(number, &answers[..rev]), json!({ "rev": rev, "state": "partial" })))
        .collect();
    posts.push(changed(response(number, &answers), json!({ "rev": 5 })));
    posts
}

#[tokio::test]
async fn two_hundred_visitors_behind_one_address_pass_and_a_flood_does_not() {
    let collector = Collector::behind(door(&["--address-rate", "1"])).await;
    let told = |status, again: &str| (status, again.to_owned(), "*".to_owned());
    for rev in 0..5 {
        let documents = (0..200).map(|number| visit(number)[rev].clone()).collect();
        assert_eq!(posted_at_once(&collector, documents).await, vec![told(200, ""); 200], "rev {}", rev + 1);
    }
    let flood = response(1_000, &[effort(5)]);
    let mut flooded = posted_at_once(&collector, vec![flood.clone(); 600]).await;
    flooded.retain(|it| *it != told(200, ""));
    assert!(flooded.len() > 500, "only {} of 600 were refused", flooded.len());
    assert_eq!(flooded, vec![told(429, "1"); flooded.len()]);
    assert_eq!(post(&collector, "192.0.2.2", "https://acme.example", &flood).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_site_has_a_bucket_of_its_own() {
    let words = ["--site-rate", "1", "--site-burst", "3", "--allow-origin", "https://acme.example"];
    let collector = Collector::behind(door(&words)).await;
    collector.door.allowed.list("other", vec!["https://other.example".parse().unwrap()]);
    let from = |number: u64, origin| {
        let (address, document) = (format!("192.0.2.{number}"), response(number, &[effort(5)]));
        let collector = &collector;
        async move { post(collector, &address, origin, &document).await.status }
    };
    for number in 1..=3 {
        assert_eq!(from(number, "https://acme.example").await, StatusCode::OK);
    }
    assert_eq!(from(4, "https://acme.example").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(from(4, "https://other.example").await, StatusCode::OK);
}

#[tokio::test]
async fn a_forwarded_header_of_anybody_changes_no_bucket() {
    let collector = Collector::behind(door(&["--address-burst", "3", "--address-rate", "1"])).await;
    let mut statuses = Vec::new();
    for number in 0..5 {
        let request = Request::post("/v1/responses")
            .header(header::CONTENT_TYPE, "text/plain")
            .header("x-forwarded-for", format!("198.51.100.{number}"))
            .header("forwarded", format!("for=198.51.100.{number}"))
            .extension(ConnectInfo::<SocketAddr>("192.0.2.1:40000".parse().unwrap()));
        let body = response(number, &[effort(5)]).to_string();
        statuses.push(collector.send(request.body(Body::from(body)).unwrap()).await.status.as_u16());
    }
    assert_eq!(statuses, [200, 200, 200, 429, 429]);
}

#[tokio::test]
async fn only_pages_of_listed_origins_and_its_own_may_post_once_there_is_a_list() {
    let words = ["--allow-origin", "https://acme.example", "--allow-origin", "https://docs.acme.example:8443"];
    let collector = Collector::behind(door(&words)).await;
    for (number, origin, status) in [
        (1, "https://acme.example", 200),
        (2, "https://docs.acme.example:8443", 200),
        (3, "https://ces.example", 200),
        (4, "", 200),
        (5, "https://evil.example", 403),
        (6, "http://acme.example", 403),
        (7, "null", 403),
    ] {
        let reply = post(&collector, "192.0.2.1", origin, &response(number, &[effort(5)])).await;
        assert_eq!(reply.status.as_u16(), status, "{origin}");
        let echoed = if status == 200 { origin } else { "" };
        assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), echoed, "{origin}");
        assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_CREDENTIALS), "", "{origin}");
    }
    let preflight = |origin: &str| {
        let request = Request::options("/v1/responses").header(header::ORIGIN, origin);
        let request = request.header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST");
        collector.send(request.body(Body::empty()).unwrap())
    };
    let allowed = preflight("https://acme.example").await;
    assert_eq!(allowed.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "https://acme.example");
    assert!(varies_by_origin(&allowed.headers));
    assert_eq!(preflight("https://evil.example").await.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "");
    assert_eq!(collector.report("help-center").await["totals"]["responses"], 4);
}

#[tokio::test]
async fn its_own_pages_are_those_of_the_host_that_a_proxy_tells() {
    let proxies = Proxies::new(&["192.0.2.0/24".parse().unwrap()]);
    let collector = Collector::behind(door_behind(&["--allow-origin", "https://acme.example"], proxies)).await;
    for (number, address, told, status) in [
        (1, "192.0.2.1", "help.acme.example", 200),
        (2, "192.0.2.1", "evil.example", 403),
        (3, "198.51.100.1", "help.acme.example", 403),
    ] {
        let mut request = request(address, "https://help.acme.example", &response(number, &[effort(5)]));
        request.headers_mut().insert("x-forwarded-host", told.parse().unwrap());
        let reply = collector.send(request).await;
        assert_eq!(reply.status.as_u16(), status, "{address} tells {told}");
        let echoed = if status == 200 { "https://help.acme.example" } else { "" };
        assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), echoed);
    }
}

#[tokio::test]
async fn a_posted_definition_lists_whose_pages_may_post_until_the_next_one_does() {
    let collector = Collector::ignorant().await;
    let listing = |origins: Value| changed(definition(&[survey("help-center", "a")]), json!({ "origins": origins }));
    let mut number = 0;
    for (origins, statuses) in [
        (json!(["https://acme.example"]), [200, 403]),
        (json!(["https://acme.example", "https://other.example"]), [200, 200]),
        (json!(["https://other.example"]), [403, 200]),
        (json!([]), [200, 200]),
    ] {
        collector.know(&listing(origins.clone())).await;
        for (origin, status) in ["https://acme.example", "https://other.example"].into_iter().zip(statuses) {
            number += 1;
            let reply = post(&collector, "192.0.2.1", origin, &response(number, &[effort(5)])).await;
            assert_eq!(reply.status.as_u16(), status, "{origin} where {origins} are listed");
        }
    }
    let wrong = listing(json!(["https://acme.example", "acme.example/help"])).to_string();
    let refused = collector.send(Request::post("/v1/definitions").body(wrong.into()).unwrap()).await;
    assert_eq!(refused.status.as_u16(), 422);
    let told = "origins[1]: expected an origin such as \"https://acme.example\"";
    assert_eq!(refused.problems(), [told]);
}

fn varies_by_origin(headers: &HeaderMap) -> bool {
    headers.get_all(header::VARY).iter().any(|it| it.to_str().unwrap().contains("origin"))
}

#[tokio::test]
async fn more_requests_than_there_are_places_for_are_told_to_come_back() {
    let collector = Collector::behind(door(&["--max-requests", "1"])).await;
    let endless = Body::new(Endless);
    let waiting = Request::post("/v1/responses").header(header::CONTENT_TYPE, "text/plain").body(endless).unwrap();
    let routes = collector.routes.clone();
    let under_way = tokio::spawn(tower::ServiceExt::oneshot(routes, waiting));
    tokio::task::yield_now().await;
    let reply = collector.post("application/json", response(1, &[effort(5)]).to_string()).await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(reply.header(header::RETRY_AFTER), "1");
    assert_eq!(reply.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    for page in ["/report/", "/s/help-center"] {
        assert_eq!(collector.get(page).await.status, StatusCode::SERVICE_UNAVAILABLE, "{page}");
    }
    for (address, status) in [("/livez", StatusCode::OK), ("/effortlet.json", StatusCode::NOT_FOUND), ("/metrics", StatusCode::NOT_FOUND)] {
        assert_eq!(collector.get(address).await.status, status, "{address}: whoever watches it still hears, and what is at hand is handed out");
    }
    under_way.abort();
    assert!(under_way.await.unwrap_err().is_cancelled());
    collector.take(&response(1, &[effort(5)])).await;
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_before_it_is_read() {
    let collector = Collector::start().await;
    for (content_type, length, status) in [("text/plain", 65_537, 413), ("text/html", 100, 415), ("", 100, 415)] {
        let request = Request::post("/v1/responses")
            .header(header::CONTENT_TYPE, content_type)
            .header(header::CONTENT_LENGTH, length)
            .body(Body::new(Endless));
        let reply = collector.send(request.unwrap()).await;
        assert_eq!(reply.status.as_u16(), status, "{content_type} of {length} bytes");
    }
}
