//! Who may do what: every route, tried by everybody.

use crate::login::{PASSWORD, log_in, members, team};
use crate::support::{Collector, Reply, effort, response};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

/// What all get alike.
const fn open(status: u16) -> [u16; 3] {
    [status; 3]
}

/// Each route with an address of it, and what a stranger, a program with a read token and a person get.
///
/// 303 leads to the login page, whether there is such a survey or not. A 404 is the one of an
/// address that nothing is at.
const TABLE: &[(&str, &str, &str, [u16; 3])] = &[
    ("GET", "/", "/", open(307)),
    ("GET", "/livez", "/livez", open(200)),
    ("GET", "/readyz", "/readyz", open(200)),
    ("GET", "/metrics", "/metrics", [404, 200, 200]),
    ("POST", "/v1/responses", "/v1/responses", open(415)),
    ("OPTIONS", "/v1/responses", "/v1/responses", [200, 200, 200]),
    ("POST", "/s/{site}/v1/responses", "/s/acme/v1/responses", open(415)),
    ("GET", "/effortlet.js", "/effortlet.js", open(200)),
    ("GET", "/w/{version}/{name}", "/w/none/full.wasm", open(404)),
    ("GET", "/effortlet.json", "/effortlet.json", open(200)),
    ("GET", "/s/{site}/effortlet.json", "/s/default/effortlet.json", open(200)),
    ("GET", "/s/{site}/effortlet.json", "/s/acme/effortlet.json", open(404)),
    ("GET", "/s/{site}/effortlet.js", "/s/acme/effortlet.js", open(200)),
    ("GET", "/s/{site}/w/{version}/{name}", "/s/acme/w/none/full.wasm", open(404)),
    ("GET", "/builder", "/builder", open(308)),
    ("GET", "/builder/", "/builder/", open(200)),
    ("GET", "/builder/{name}", "/builder/builder.js", open(200)),
    ("GET", "/builder/{name}", "/builder/nope", open(404)),
    ("GET", "/s/page.js", "/s/page.js", open(200)),
    ("GET", "/s/{survey}", "/s/help-center?rating=6", open(200)),
    ("GET", "/s/{survey}", "/s/nope", open(404)),
    ("GET", "/s/{site}/{survey}", "/s/default/help-center", open(200)),
    ("GET", "/s/{site}/{survey}", "/s/acme/help-center", open(404)),
    ("GET", "/report", "/report", open(308)),
    ("GET", "/report/-/style.css", "/report/-/style.css", open(200)),
    ("GET", "/report/-/live.js", "/report/-/live.js", open(200)),
    ("GET", "/report/-/zone.js", "/report/-/zone.js", open(200)),
    ("GET", "/report/-/copy.js", "/report/-/copy.js", open(200)),
    ("POST", "/report/-/language", "/report/-/language", open(400)),
    ("GET", "/report/-/live", "/report/-/live?after=x", [303, 303, 400]),
    ("GET", "/report/-/login", "/report/-/login", [200, 200, 303]),
    ("POST", "/report/-/login", "/report/-/login", open(400)),
    ("GET", "/report/-/login/first", "/report/-/login/first?token=x", open(410)),
    ("POST", "/report/-/login/first", "/report/-/login/first", open(410)),
    ("GET", "/report/", "/report/", [303, 303, 200]),
    ("GET", "/report/{id}", "/report/help-center", [303, 303, 200]),
    ("GET", "/report/{id}", "/report/nope", [303, 303, 404]),
    ("GET", "/v1/surveys/{id}/report", "/v1/surveys/help-center/report", [404, 200, 200]),
    ("GET", "/v1/surveys/{id}/report", "/v1/surveys/nope/report", [404, 404, 404]),
    ("GET", "/report/{site}/{id}", "/report/acme/help-center", [303, 303, 404]),
    ("GET", "/v1/sites/{site}/surveys/{id}/report", "/v1/sites/default/surveys/help-center/report", [404, 200, 200]),
    ("GET", "/v1/surveys/{id}/effort", "/v1/surveys/help-center/effort", [404, 200, 200]),
    ("GET", "/v1/surveys/{id}/effort", "/v1/surveys/nope/effort", [404, 404, 404]),
    ("GET", "/v1/sites/{site}/surveys/{id}/effort", "/v1/sites/default/surveys/help-center/effort", [404, 200, 200]),
    ("GET", "/v1/surveys/{id}/edits", "/v1/surveys/help-center/edits", [404, 200, 200]),
    ("GET", "/v1/sites/{site}/surveys/{id}/edits", "/v1/sites/default/surveys/help-center/edits", [404, 200, 200]),
    ("GET", "/v1/surveys/{id}/comparison", "/v1/surveys/help-center/comparison?from=2026-01-01", [404, 200, 200]),
    ("GET", "/v1/sites/{site}/surveys/{id}/comparison", "/v1/sites/default/surveys/help-center/comparison?from=2026-01-01", [404, 200, 200]),
    ("GET", "/v1/surveys/{id}/trend", "/v1/surveys/help-center/trend", [404, 200, 200]),
    ("GET", "/v1/sites/{site}/surveys/{id}/trend", "/v1/sites/default/surveys/help-center/trend", [404, 200, 200]),
    ("GET", "/v1/surveys/{id}/nonresponse", "/v1/surveys/help-center/nonresponse", [404, 200, 200]),
    ("GET", "/v1/sites/{site}/surveys/{id}/nonresponse", "/v1/sites/default/surveys/help-center/nonresponse", [404, 200, 200]),
    ("GET", "/v1/openapi.json", "/v1/openapi.json", [404, 200, 200]),
    ("GET", "/v1/surveys", "/v1/surveys", [404, 200, 200]),
    ("GET", "/v1/responses", "/v1/responses", [404, 200, 200]),
    ("GET", "/v1/exports/responses.csv", "/v1/exports/responses.csv", [404, 200, 200]),
    ("GET", "/v1/exports/responses.xlsx", "/v1/exports/responses.xlsx", [404, 200, 200]),
    ("GET", "/v1/exports/responses.jsonl", "/v1/exports/responses.jsonl", [404, 200, 200]),
    ("GET", "/report/-/edits", "/report/-/edits?survey=help-center", [303, 303, 200]),
    ("GET", "/report/-/nonresponse", "/report/-/nonresponse?survey=help-center", [303, 303, 200]),
    ("GET", "/report/-/comments", "/report/-/comments?survey=help-center", [303, 303, 200]),
    ("POST", "/report/-/comments", "/report/-/comments?survey=help-center", [404, 404, 400]),
    ("GET", "/report/-/topics", "/report/-/topics?survey=help-center", [303, 303, 200]),
    ("POST", "/report/-/topics", "/report/-/topics?survey=help-center", [404, 404, 400]),
    ("GET", "/v1/surveys/{id}/topics", "/v1/surveys/help-center/topics", [404, 200, 200]),
    ("GET", "/v1/sites/{site}/surveys/{id}/topics", "/v1/sites/default/surveys/help-center/topics", [404, 200, 200]),
    ("GET", "/v1/surveys/{id}/topics.csv", "/v1/surveys/help-center/topics.csv", [404, 200, 200]),
    ("GET", "/v1/sites/{site}/surveys/{id}/topics.csv", "/v1/sites/default/surveys/help-center/topics.csv", [404, 200, 200]),
    ("GET", "/report/-/exports/topics.csv", "/report/-/exports/topics.csv?survey=help-center", [303, 303, 200]),
    ("GET", "/report/-/exports/responses.csv", "/report/-/exports/responses.csv", [303, 303, 200]),
    ("GET", "/report/-/exports/responses.xlsx", "/report/-/exports/responses.xlsx", [303, 303, 200]),
    ("GET", "/report/-/exports/responses.jsonl", "/report/-/exports/responses.jsonl", [303, 303, 200]),
    ("GET", "/report/-/digest", "/report/-/digest?survey=help-center", [303, 303, 200]),
    ("GET", "/v1/surveys/{id}/digest", "/v1/surveys/help-center/digest", [404, 200, 200]),
    ("GET", "/v1/surveys/{id}/digest", "/v1/surveys/nope/digest", [404, 404, 404]),
    ("GET", "/v1/sites/{site}/surveys/{id}/digest", "/v1/sites/default/surveys/help-center/digest", [404, 200, 200]),
    ("GET", "/report/-/shares", "/report/-/shares?survey=help-center", [303, 303, 200]),
    ("POST", "/report/-/shares", "/report/-/shares?survey=help-center", [404, 404, 422]),
    ("POST", "/report/-/shares/end", "/report/-/shares/end?survey=help-center", [404, 404, 400]),
    ("GET", "/shared/{token}", "/shared/none", open(404)),
    ("GET", "/v1/unknown", "/v1/unknown", [404, 200, 200]),
    ("POST", "/v1/definitions", "/v1/definitions", [404, 404, 422]),
    ("PUT", "/v1/surveys/{survey}/comparable", "/v1/surveys/help-center/comparable", [404, 404, 415]),
    ("PUT", "/v1/sites/{site}/surveys/{survey}/comparable", "/v1/sites/default/surveys/help-center/comparable", [404, 404, 415]),
    ("GET", "/v1/webhooks", "/v1/webhooks", [404, 200, 200]),
    ("POST", "/v1/webhooks", "/v1/webhooks", [404, 404, 400]),
    ("GET", "/v1/webhooks/{id}", "/v1/webhooks/none", [404, 404, 404]),
    ("PATCH", "/v1/webhooks/{id}", "/v1/webhooks/none", [404, 404, 404]),
    ("DELETE", "/v1/webhooks/{id}", "/v1/webhooks/none", [404, 404, 404]),
    ("POST", "/v1/webhooks/{id}/test", "/v1/webhooks/none/test", [404, 404, 404]),
    ("GET", "/v1/webhooks/{id}/deliveries", "/v1/webhooks/none/deliveries", [404, 404, 404]),
    ("POST", "/v1/deliveries/{id}/send", "/v1/deliveries/none/send", [404, 404, 404]),
    ("GET", "/report/-/builder", "/report/-/builder", open(303)),
    ("GET", "/report/-/definitions", "/report/-/definitions", [303, 303, 200]),
    ("POST", "/report/-/definitions", "/report/-/definitions", [404, 404, 422]),
    ("GET", "/report/-/definitions/{number}", "/report/-/definitions/1", [303, 303, 404]),
    ("GET", "/report/-/tokens", "/report/-/tokens", [303, 303, 200]),
    ("POST", "/report/-/tokens", "/report/-/tokens", [404, 404, 422]),
    ("POST", "/report/-/tokens/revoke", "/report/-/tokens/revoke", [404, 404, 400]),
    // Last, since it ends the session.
    ("POST", "/report/-/logout", "/report/-/logout", [404, 404, 303]),
];

/// The router's own account of itself: each route it has, by method.
fn routes_of(collector: &Collector) -> BTreeSet<(String, String)> {
    let told = format!("{:?}", collector.routes);
    let mut methods = BTreeMap::new();
    let mut paths = BTreeMap::new();
    // What follows answers whatever no route does.
    let told = told.split(", fallback_router: ").next().unwrap();
    for part in told.split("RouteId(").skip(1) {
        let Some((id, rest)) = part.split_once("): ") else { continue };
        let id = id.to_owned();
        match rest.strip_prefix('"') {
            Some(path) => drop(paths.insert(id, path.split('"').next().unwrap().to_owned())),
            None => {
                let allowed = rest.split("allow_header: Bytes(b\"").nth(1);
                methods.insert(id, allowed.map_or("ANY", |it| it.split('"').next().unwrap()).to_owned());
            }
        }
    }
    let of = |(id, path): (&String, &String)| {
        let allowed: Vec<_> = methods[id].split(',').filter(|it| *it != "HEAD").map(str::to_owned).collect();
        allowed.into_iter().map(|method| (method, path.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of).collect()
}

async fn ask(collector: &Collector, method: &str, address: &str, peer: &str, headers: &[(&str, &str)]) -> Reply {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut request = request.body(Body::empty()).unwrap();
    // Whoever tries addresses that show nothing is slowed, so that each who asks for one comes from elsewhere.
    let apart = format!("2001:db8:{:x}::1", headers.iter().map(|(_, value)| value.len()).sum::<usize>());
    let peer = if address.starts_with("/shared/") { format!("[{apart}]") } else { peer.to_owned() };
    let peer: SocketAddr = format!("{peer}:4711").parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    collector.send(request).await
}

/// Who it is, from where, with which headers.
type Visitor<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// What programs may use, as `GET /v1/surveys`.
pub(crate) fn routes_below_v1(collector: &Collector) -> Vec<String> {
    let there = routes_of(collector).into_iter().filter(|(_, path)| path.contains("/v1/"));
    // What browsers ask before a post.
    let there = there.filter(|(method, _)| method != "OPTIONS");
    let mut told: Vec<String> = there.map(|(method, path)| format!("{method} {path}")).collect();
    told.sort();
    told
}

#[tokio::test]
async fn every_route_is_in_the_table_and_lets_in_whom_it_says() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    collector.take(&response(1, &[effort(6)])).await;
    let cookie = log_in(&collector).await;
    let token = members::token(&collector, &cookie, "dashboard").await;
    let token = format!("Bearer {token}");

    let listed: BTreeSet<_> = TABLE.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
    let there = routes_of(&collector);
    let unlisted: Vec<_> = there.difference(&listed).collect();
    assert!(unlisted.is_empty(), "routes without a line in the table: {unlisted:?}");
    let gone: Vec<_> = listed.difference(&there).collect();
    assert!(gone.is_empty(), "lines of the table without a route: {gone:?}");

    let outside = "203.0.113.9";
    let proxy = "10.0.0.1";
    let strangers: [Visitor; 7] = [
        ("nobody", outside, &[]),
        ("nobody, by the proxy", proxy, &[]),
        ("a made-up token", outside, &[("authorization", "Bearer effortlet_000000000000000000000000000000000000000000000000")]),
        ("a password as a token", outside, &[("authorization", "Bearer a long word")]),
        ("a made-up session", outside, &[("cookie", "effortlet_session=AAAAAAAAAAAAAAAAAAAAAA")]),
        ("a proxy's header from elsewhere", outside, &[("x-forwarded-user", "ana")]),
        ("an empty header of the proxy", proxy, &[("x-forwarded-user", " ")]),
    ];
    let programs: [Visitor; 1] = [("a read token", outside, &[("authorization", &token)])];
    let people: [Visitor; 2] =
        [("the proxy's header", proxy, &[("x-forwarded-user", "ana")]), ("a session", outside, &[("cookie", &cookie)])];

    let nowhere = ask(&collector, "GET", "/nowhere", outside, &[]).await;
    for (method, _, address, expected) in TABLE {
        let of = |status: u16| if !built() && address.ends_with("/effortlet.js") { 503 } else { status };
        for (whose, expected) in [(&strangers[..], expected[0]), (&programs[..], expected[1]), (&people[..], expected[2])] {
            for (who, peer, headers) in whose {
                let reply = ask(&collector, method, address, peer, headers).await;
                assert_eq!(reply.status.as_u16(), of(expected), "{method} {address} as {who}: {}", reply.text);
                if *method == "GET" {
                    let head = ask(&collector, "HEAD", address, peer, headers).await;
                    assert_eq!(head.status, reply.status, "HEAD {address} as {who}");
                }
            }
        }
        let reply = ask(&collector, method, address, outside, &[]).await;
        match expected[0] {
            303 => assert!(reply.header(header::LOCATION).contains("-/login"), "{address}: {:?}", reply.headers),
            404 if expected[2] != 404 => assert_eq!(reply.text, nowhere.text, "{address}"),
            _ => {}
        }
        if expected[0] != expected[2] && !address.starts_with("/report/-/login") {
            let reply = ask(&collector, "DELETE", address, outside, &[]).await;
            assert_eq!((reply.status, reply.text), (nowhere.status, nowhere.text.clone()), "DELETE {address}");
        }
    }
}

/// Whether `dist/` is there; a debug build serves it from there.
fn built() -> bool {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/effortlet.js").is_file()
}

#[tokio::test]
async fn a_stranger_cannot_tell_which_surveys_there_are() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    collector.take(&response(1, &[effort(6)])).await;
    for (known, unknown) in [
        ("/report/help-center", "/report/other-center"),
        ("/v1/surveys/help-center/report", "/v1/surveys/other-center/report"),
        ("/v1/surveys/help-center/report?version=a", "/v1/surveys/help-center/report?version=b"),
    ] {
        let (known, unknown) = (collector.get(known).await, collector.get(unknown).await);
        assert_eq!(known.status, unknown.status);
        assert_eq!(known.text, unknown.text);
        let address = |reply: &Reply| reply.header(header::LOCATION).replace("help-center", "other-center");
        assert_eq!(address(&known), address(&unknown));
    }
}

#[tokio::test]
async fn a_public_report_is_read_by_all_and_changed_by_none() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[effort(6)])).await;
    for (address, status) in [
        ("/report/", 200),
        ("/report/help-center", 200),
        ("/v1/surveys/help-center/report", 200),
        ("/report/-/tokens", 303),
        ("/v1/webhooks", 404),
    ] {
        assert_eq!(collector.get(address).await.status.as_u16(), status, "{address}");
    }
    for address in ["/report/-/tokens", "/report/-/tokens/revoke", "/report/-/logout"] {
        let reply = collector.send(Request::post(address).body(Body::empty()).unwrap()).await;
        assert_eq!(reply.status.as_u16(), 404, "{address}");
    }
    assert!(!collector.get("/report/").await.text.contains("Log out"));
    for address in ["/v1/responses", "/v1/exports/responses.csv", "/v1/exports/responses.jsonl", "/v1/exports/responses.xlsx"] {
        assert_eq!(collector.get(address).await.status.as_u16(), 404, "{address} tells of single people");
    }
}
