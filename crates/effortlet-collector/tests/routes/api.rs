//! What programs read: responses a page at a time, surveys, and the description of it all.

use crate::support::{Collector, Reply, changed, effort, id, response, text, yes_no};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use std::net::SocketAddr;

/// Asks as a person whom the proxy names: responses are no stranger's.
pub(crate) async fn read(collector: &Collector, address: &str) -> Reply {
    let mut request = Request::get(address).header(crate::support::PERSON, "ana").body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4711))));
    collector.send(request).await
}

async fn page(collector: &Collector, query: &str) -> Value {
    let reply = read(collector, &format!("/v1/responses?{query}")).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    reply.json()
}

fn given(page: &Value) -> Vec<(String, u64)> {
    let one = |it: &Value| (it["id"].as_str().unwrap().to_owned(), it["rev"].as_u64().unwrap());
    page["responses"].as_array().unwrap().iter().map(one).collect()
}

fn rev(number: u64, rev: u64) -> Value {
    changed(response(number, &[effort(6)]), json!({ "rev": rev }))
}

#[tokio::test]
async fn a_whole_number_is_asked_for_as_it_was_told() {
    let collector = Collector::start().await;
    for number in 0..5 {
        let own = changed(response(number, &[effort(6)]), json!({ "context": { "plan": 1 + number % 2 } }));
        collector.take(&own).await;
    }
    for (query, found) in [("context=plan%3D2", 2), ("context=plan%3D1", 3), ("context=plan%3D22", 0)] {
        assert_eq!(given(&page(&collector, query).await).len(), found, "{query}");
    }
}

#[tokio::test]
async fn whoever_follows_next_misses_nothing_while_responses_come_in() {
    let collector = Collector::start().await;
    for number in 0..5 {
        collector.take(&rev(number, 1)).await;
    }
    let first = page(&collector, "limit=2").await;
    assert_eq!((given(&first), &first["more"]), (vec![(id(0), 1), (id(1), 1)], &json!(true)));
    // One that was given, one that was not yet, and a new one.
    for (number, now) in [(1, 2), (3, 2), (5, 1)] {
        collector.take(&rev(number, now)).await;
    }
    let mut all = Vec::new();
    let mut next = first["next"].as_str().unwrap().to_owned();
    loop {
        let page = page(&collector, &format!("limit=2&cursor={next}")).await;
        all.extend(given(&page));
        next = page["next"].as_str().unwrap().to_owned();
        if page["more"] == false {
            break;
        }
    }
    assert_eq!(all, [(id(2), 1), (id(4), 1), (id(1), 2), (id(3), 2), (id(5), 1)]);
    let nothing = page(&collector, &format!("cursor={next}")).await;
    assert_eq!((given(&nothing), &nothing["more"], &nothing["next"]), (vec![], &json!(false), &json!(next)));
    collector.take(&rev(6, 1)).await;
    assert_eq!(given(&page(&collector, &format!("cursor={next}")).await), [(id(6), 1)], "what came since");
}

#[tokio::test]
async fn a_response_is_given_as_it_was_posted_with_when_it_arrived() {
    let collector = Collector::start().await;
    let posted = response(1, &[yes_no("no"), effort(6), text("Mai puțin text")]);
    collector.take(&posted).await;
    let reply = read(&collector, "/v1/responses").await;
    assert_eq!(reply.header(header::CACHE_CONTROL), "private, no-store", "it is what somebody wrote");
    let mut page = reply.json();
    let given = &mut page["responses"][0];
    let arrived = given["timing"].as_object_mut().unwrap().remove("receivedAt").unwrap();
    assert_eq!((&*given, arrived), (&posted, json!(crate::support::NOW.rfc3339())));
}

#[tokio::test]
async fn only_what_is_asked_for_is_given() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[effort(6)])).await;
    let page_of_it = json!({ "url": "https://acme.example/a", "title": "A", "section": "Billing", "article": "a&b" });
    let other = json!({ "survey": "other", "locale": "ro", "trigger": "exitIntent", "state": "partial", "page": page_of_it });
    collector.take(&changed(response(2, &[effort(2)]), other)).await;
    for (query, numbers) in [
        ("", &[1, 2][..]),
        ("survey=help-center", &[1]),
        ("site=default", &[1, 2]),
        ("site=shop", &[]),
        ("state=partial", &[2]),
        ("locale=ro", &[2]),
        ("locale=", &[1, 2]),
        ("trigger=scroll", &[1]),
        ("section=Billing", &[2]),
        ("article=a%26b", &[2]),
        ("from=2026-11-22&to=2026-11-22", &[1, 2]),
        ("from=2026-11-23", &[]),
        ("to=2026-11-21", &[]),
        ("from=2026-11-22T09:05:00Z", &[1, 2]),
        ("to=2026-11-22T09:05:00Z", &[]),
    ] {
        let expected: Vec<_> = numbers.iter().map(|number| (id(*number), 1)).collect();
        assert_eq!(given(&page(&collector, query).await), expected, "{query}");
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_told_with_its_place() {
    let collector = Collector::start().await;
    let names = "site, survey, state, from, to, locale, trigger, section, article, device, context";
    for (query, told) in [
        ("limit=0", "limit: expected a whole number from 1 to 1000".to_owned()),
        ("limit=1001", "limit: expected a whole number from 1 to 1000".to_owned()),
        ("limit=many", "limit: expected a whole number from 1 to 1000".to_owned()),
        ("cursor=4711", "cursor: expected what this collector gave as next".to_owned()),
        ("cursor=r00000000000fffff", "cursor: expected what this collector gave as next".to_owned()),
        ("state=done", "state: expected one of shown, partial, complete and dismissed".to_owned()),
        ("form=2026-11-22", format!("form: expected one of {names}, limit, cursor")),
        ("site=a&site=b", "site: expected one value".to_owned()),
        ("site=%00", "site: expected a text without a NUL character".to_owned()),
    ] {
        let reply = read(&collector, &format!("/v1/responses?{query}")).await;
        assert_eq!((reply.status, reply.problems()), (StatusCode::BAD_REQUEST, vec![told]), "{query}");
    }
    for ending in ["csv", "xlsx", "jsonl"] {
        let reply = read(&collector, &format!("/v1/exports/responses.{ending}?limit=5&from=x")).await;
        assert_eq!(reply.problems(), [format!("limit: expected one of {names}")]);
    }
    for (path, status) in [
        ("/v1/surveys/help-center/report?from=x", 400),
        ("/v1/surveys/help-center/report?from=2026-11-22&from=2026-11-23", 400),
        ("/v1/surveys/%ff/report", 404),
    ] {
        let reply = collector.get(path).await;
        assert_eq!((reply.status.as_u16(), reply.problems().len()), (status, 1), "{path}");
    }
}

#[tokio::test]
async fn surveys_are_listed_with_their_totals() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[effort(6)])).await;
    collector.take(&changed(response(2, &[]), json!({ "rev": 0, "state": "shown", "timing": { "shownAt": "2026-11-22T09:05:00.000Z" } }))).await;
    let totals = json!({ "shown": 2, "responses": 1, "complete": 1, "partial": 0, "dismissed": 0 });
    let survey = json!({ "site": "default", "survey": "help-center", "latestAt": "2026-11-22T09:05:00.000Z", "totals": totals });
    assert_eq!(collector.get("/v1/surveys").await.json(), json!({ "surveys": [survey] }));
}

#[tokio::test]
async fn the_description_has_every_route_below_v1() {
    let collector = Collector::start().await;
    let description = collector.get("/v1/openapi.json").await.json();
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"), "{description}");
    let paths = description["paths"].as_object().unwrap();
    let mut described: Vec<String> = Vec::new();
    for (path, methods) in paths {
        described.extend(methods.as_object().unwrap().keys().map(|method| format!("{} {path}", method.to_uppercase())));
    }
    described.sort();
    assert_eq!(described, crate::access::routes_below_v1(&collector));
}
