//! Read tokens, what is kept of secrets, and the path below which all of it works.

use crate::login::{PASSWORD, alone, clock, cookie, form, get_as, log_in, members, post, proxy, team, team_in};
use crate::support::{Collector, effort, response};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use effortlet_collector::AccessOptions;

#[tokio::test]
async fn a_read_token_reads_until_it_is_revoked() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    collector.take(&response(1, &[effort(6)])).await;
    let session = log_in(&collector).await;
    let token = members::token(&collector, &session, "dashboard").await;
    let page = get_as(&collector, "/report/-/tokens", &session).await;
    assert!(page.text.contains("dashboard") && !page.text.contains(&token), "shown once");
    let read = async || {
        let request = Request::get("/v1/surveys/help-center/report").header("authorization", format!("Bearer {token}"));
        collector.send(request.body(Body::empty()).unwrap()).await.status.as_u16()
    };
    assert_eq!(read().await, 200);
    let twice = post(&collector, "/report/-/tokens", "name=dashboard", &[("cookie", &session)]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.text.contains("a name that no other token has"));
    let id = page.text.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let revoked = post(&collector, "/report/-/tokens/revoke", &format!("id={id}"), &[("cookie", &session)]).await;
    assert_eq!(revoked.header(header::LOCATION), "../../-/tokens");
    assert_eq!(read().await, 404);
}

/// A page that is loaded again makes nothing again, and a token is shown to whoever made it.
#[tokio::test]
async fn a_token_is_shown_once_after_it_was_posted() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let session = log_in(&collector).await;
    let posted = post(&collector, "/report/-/tokens", "name=dashboard", &[("cookie", &session)]).await;
    assert_eq!((posted.status, posted.header(header::LOCATION), posted.text.as_str()), (StatusCode::SEE_OTHER, "../-/tokens", ""));
    let set = posted.header(header::SET_COOKIE);
    assert!(set.ends_with("; Path=/report/-/tokens; Max-Age=60; HttpOnly; SameSite=Strict"), "{set}");
    let shown = get_as(&collector, "/report/-/tokens", &format!("{session}; {}", cookie(&posted))).await;
    assert!(shown.text.contains("<code id=\"token\">effortlet_") && shown.text.contains("data-copy=\"token\""), "{}", shown.text);
    assert_eq!(shown.header(header::CACHE_CONTROL), "no-store");
    assert!(shown.header(header::SET_COOKIE).starts_with("effortlet_made=; Path=/report/-/tokens; Max-Age=0;"));
    let planted = get_as(&collector, "/report/-/tokens", &format!("{session}; effortlet_made=effortlet_{}", "0".repeat(48))).await;
    assert!(!planted.text.contains("id=\"token\""), "it is none: {}", planted.text);
}

#[tokio::test]
async fn no_secret_is_in_the_database() {
    let (collector, access) = alone(tempfile::tempdir().unwrap()).await;
    let first = access.begin(None).await.unwrap().unwrap();
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let session = log_in(&collector).await;
    let token = members::token(&collector, &session, "dashboard").await;
    drop(access);
    let folder = collector.ended().await;
    let kept = crate::database::kept(folder.path());
    let holds = |text: &str| kept.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds("$argon2id$") && holds("dashboard"));
    for secret in [first.split('=').nth(1).unwrap(), PASSWORD, session.split('=').nth(1).unwrap(), &token] {
        assert!(!holds(secret), "{secret}");
    }
}

#[tokio::test]
async fn whoever_had_asked_for_a_page_is_led_back_to_it_and_nowhere_else() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let asked = collector.get("/report/help-center?version=b%20c").await;
    assert_eq!(asked.header(header::LOCATION), "./-/login?next=help-center%3Fversion%3Db%2520c");
    let page = collector.get("/report/-/login?next=help-center%3Fversion%3Db%2520c").await;
    assert!(page.text.contains("name=\"next\" value=\"help-center?version=b%20c\""), "{}", page.text);
    for (next, expected) in [
        ("help-center%3Fversion%3Db%2520c", "../help-center?version=b%20c"),
        ("", "../"),
        ("%2F%2Fevil.example", "..///evil.example"),
        ("https%3A%2F%2Fevil.example", "../https://evil.example"),
        ("..%2F..%2Felsewhere", "../"),
        ("%5C%5Cevil.example", "../"),
        ("a%0d%0aset-cookie:%20x", "../"),
    ] {
        let reply = post(&collector, "/report/-/login", &format!("{}&next={next}", form(PASSWORD)), &[]).await;
        assert_eq!(reply.header(header::LOCATION), expected, "{next}");
    }
}

#[tokio::test]
async fn all_works_below_a_path_whether_a_proxy_takes_it_off_or_not() {
    for prefix in ["/ces", ""] {
        let (collector, access) = team_in(tempfile::tempdir().unwrap(), "/ces").await;
        access.begin(Some(PASSWORD.to_owned())).await.unwrap();
        collector.take(&response(1, &[effort(6)])).await;
        let at = |path: &str| format!("{prefix}{path}");
        assert_eq!(collector.get(&at("/")).await.header(header::LOCATION), "/ces/report/");
        assert_eq!(collector.get(&at("/report")).await.header(header::LOCATION), "report/");
        assert_eq!(collector.get(&at("/report/")).await.header(header::LOCATION), "./-/login");
        assert_eq!(collector.get(&at("/livez")).await.status, StatusCode::OK);
        let reply = post(&collector, &at("/report/-/login"), &form(PASSWORD), &[]).await;
        assert!(reply.header(header::SET_COOKIE).contains("Path=/ces/report/;"), "{:?}", reply.headers);
        assert_eq!(reply.header(header::LOCATION), "../");
        let session = cookie(&reply);
        for path in ["/report/", "/report/help-center", "/report/nope", "/report/-/tokens", "/report/-/login/first"] {
            let page = get_as(&collector, &at(path), &session).await;
            assert!(page.text.contains("<html"), "{path}: {}", page.text);
            for rooted in ["href=\"/", "action=\"/", "src=\"/"] {
                assert!(!page.text.contains(rooted), "{rooted} in {path}: {}", page.text);
            }
        }
    }
    let (_collector, access) = Collector::closed(tempfile::tempdir().unwrap(), &AccessOptions::default(), proxy("/ces"), clock).await;
    let first = access.begin(None).await.unwrap().unwrap();
    assert!(first.starts_with("/ces/report/-/login/first?token="), "{first}");
}
