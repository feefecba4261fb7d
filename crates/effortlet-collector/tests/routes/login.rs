//! The password, sessions, read tokens, and the path below which all of it works.

use crate::support::{Collector, NOW, PERSON, Reply, definition, survey};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use effortlet_collector::{Access, AccessOptions, ProxyOptions};
use effortlet_core::time::Timestamp;
use std::cell::Cell;
use std::net::SocketAddr;

pub(crate) const PASSWORD: &str = "four words of one team";

const HOUR: i64 = 60 * 60 * 1_000;
const DAY: i64 = 24 * HOUR;

thread_local! {
    /// Each test has a thread of its own, and with it a time of its own.
    static LATER: Cell<i64> = const { Cell::new(0) };
}

pub(crate) fn clock() -> Timestamp {
    Timestamp(NOW.0 + LATER.get())
}

pub(crate) fn proxy(base_path: &str) -> ProxyOptions {
    let trusted_proxy = ["10.0.0.0/8", "127.0.0.1/32"].map(|it| it.parse().unwrap()).to_vec();
    ProxyOptions { trusted_proxy, base_path: base_path.parse().unwrap() }
}

/// With a login, and a proxy that may name people.
pub(crate) async fn team() -> (Collector, Access) {
    team_in(tempfile::tempdir().unwrap(), "").await
}

pub(crate) async fn team_in(folder: tempfile::TempDir, base_path: &str) -> (Collector, Access) {
    let options = AccessOptions { public_report: false, login_header: Some(PERSON.parse().unwrap()) };
    let (collector, access) = Collector::closed(folder, &options, proxy(base_path), clock).await;
    collector.know(&definition(&[survey("help-center", "a")])).await;
    (collector, access)
}

/// Without a header: as a team starts that has no proxy.
pub(crate) async fn alone(folder: tempfile::TempDir) -> (Collector, Access) {
    Collector::closed(folder, &AccessOptions::default(), ProxyOptions::default(), clock).await
}

pub(crate) mod members {
    use super::*;

    /// A read token of this name, as its page shows it.
    pub(crate) async fn token(collector: &Collector, cookie: &str, name: &str) -> String {
        let reply = made(collector, "/report/-/tokens", &format!("name={name}"), cookie).await;
        let token = reply.text.split("<code id=\"token\">").nth(1).unwrap().split('<').next().unwrap();
        assert!(token.starts_with("effortlet_"), "{token}");
        token.to_owned()
    }
}

pub(crate) async fn post(collector: &Collector, address: &str, form: &str, headers: &[(&str, &str)]) -> Reply {
    let mut request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    collector.send(request.body(Body::from(form.to_owned())).unwrap()).await
}

/// The page on which what was posted is shown, once.
pub(crate) async fn made(collector: &Collector, address: &str, form: &str, session: &str) -> Reply {
    let posted = post(collector, address, form, &[("cookie", session)]).await;
    assert_eq!(posted.status, StatusCode::SEE_OTHER, "{}", posted.text);
    let shown = get_as(collector, address, &format!("{session}; {}", cookie(&posted))).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
    shown
}

pub(crate) async fn get_as(collector: &Collector, address: &str, cookie: &str) -> Reply {
    collector.send(Request::get(address).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
}

/// `name=value` of the cookie that a reply sets.
pub(crate) fn cookie(reply: &Reply) -> String {
    reply.header(header::SET_COOKIE).split(';').next().unwrap().to_owned()
}

pub(crate) fn form(password: &str) -> String {
    format!("password={}", password.replace(' ', "+"))
}

pub(crate) async fn log_in(collector: &Collector) -> String {
    let reply = post(collector, "/report/-/login", &form(PASSWORD), &[]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    cookie(&reply)
}

async fn is_in(collector: &Collector, cookie: &str) -> bool {
    get_as(collector, "/report/", cookie).await.status == StatusCode::OK
}

#[tokio::test]
async fn the_one_time_address_sets_the_password_once() {
    let (collector, access) = alone(tempfile::tempdir().unwrap()).await;
    let first = access.begin(None).await.unwrap().unwrap();
    let token = first.strip_prefix("/report/-/login/first?token=").unwrap().to_owned();
    let page = collector.get(&first).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("autocomplete=\"new-password\""));
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");

    let set = |password: &str, again: &str| format!("token={token}&password={password}&again={again}");
    for (password, again, told) in [
        ("short", "short", "at least 10 characters"),
        ("a+long+word", "a+long+worm", "not the same"),
    ] {
        let reply = post(&collector, "/report/-/login/first", &set(password, again), &[]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text.contains(told), "{}", reply.text);
    }
    let wrong = post(&collector, "/report/-/login/first", "token=00&password=a+long+word&again=a+long+word", &[]).await;
    assert_eq!(wrong.status, StatusCode::GONE);

    let reply = post(&collector, "/report/-/login/first", &set("a+long+word", "a+long+word"), &[]).await;
    assert_eq!((reply.status, reply.header(header::LOCATION)), (StatusCode::SEE_OTHER, "../../"));
    assert!(is_in(&collector, &cookie(&reply)).await, "whoever sets the password is logged in");

    let again = post(&collector, "/report/-/login/first", &set("another+word", "another+word"), &[]).await;
    assert_eq!(again.status, StatusCode::GONE);
    assert!(again.headers.get(header::SET_COOKIE).is_none());
    assert_eq!(collector.get(&first).await.status, StatusCode::GONE);
    assert_eq!(post(&collector, "/report/-/login", &form("another word"), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&collector, "/report/-/login", &form("a long word"), &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(access.begin(None).await, Ok(None), "a password is set");
}

#[tokio::test]
async fn each_start_without_a_password_prints_another_address() {
    let (collector, access) = alone(tempfile::tempdir().unwrap()).await;
    let first = access.begin(None).await.unwrap().unwrap();
    drop(access);
    let (collector, access) = alone(collector.ended().await).await;
    let second = access.begin(None).await.unwrap().unwrap();
    assert_ne!(first, second);
    assert_eq!(collector.get(&first).await.status, StatusCode::GONE);
    assert_eq!(collector.get(&second).await.status, StatusCode::OK);
}

#[tokio::test]
async fn two_who_set_the_first_password_at_once_do_not_both_succeed() {
    let (collector, access) = alone(tempfile::tempdir().unwrap()).await;
    let first = access.begin(None).await.unwrap().unwrap();
    let token = first.split('=').nth(1).unwrap();
    let one = format!("token={token}&password=the+word+of+one&again=the+word+of+one");
    let two = format!("token={token}&password=the+word+of+two&again=the+word+of+two");
    let address = "/report/-/login/first";
    let (one, two) = tokio::join!(post(&collector, address, &one, &[]), post(&collector, address, &two, &[]));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
}

#[tokio::test]
async fn a_session_cookie_is_for_the_report_alone_and_out_of_reach_of_scripts() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let reply = post(&collector, "/report/-/login", &form(PASSWORD), &[]).await;
    let whole = reply.header(header::SET_COOKIE);
    let mut parts: Vec<&str> = whole.split("; ").skip(1).collect();
    parts.sort_unstable();
    assert_eq!(parts, ["HttpOnly", "Max-Age=2592000", "Path=/report/", "SameSite=Strict"], "{whole}");

    for (peer, proto, is_secure) in [("10.0.0.1", "https", true), ("10.0.0.1", "http", false), ("203.0.113.9", "https", false)] {
        let request = Request::post("/report/-/login").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let mut request = request.header("x-forwarded-proto", proto).body(Body::from(form(PASSWORD))).unwrap();
        let peer: SocketAddr = format!("{peer}:1").parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        let reply = collector.send(request).await;
        assert_eq!(reply.header(header::SET_COOKIE).contains("; Secure"), is_secure, "{peer} {proto}");
    }
}

#[tokio::test]
async fn a_login_has_a_new_id_and_ends_the_session_before() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let before = log_in(&collector).await;
    assert!(is_in(&collector, &before).await);
    let reply = post(&collector, "/report/-/login", &form(PASSWORD), &[("cookie", &before)]).await;
    let after = cookie(&reply);
    assert_ne!(before, after);
    assert!(is_in(&collector, &after).await && !is_in(&collector, &before).await);
    let planted = "effortlet_session=AAAAAAAAAAAAAAAAAAAAAA";
    let reply = post(&collector, "/report/-/login", &form(PASSWORD), &[("cookie", planted)]).await;
    assert_ne!(cookie(&reply), planted);
    assert!(!is_in(&collector, planted).await);
}

#[tokio::test]
async fn logging_out_ends_the_session_and_not_those_of_others() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let (mine, yours) = (log_in(&collector).await, log_in(&collector).await);
    let reply = post(&collector, "/report/-/logout", "", &[("cookie", &mine)]).await;
    assert_eq!((reply.status, reply.header(header::LOCATION)), (StatusCode::SEE_OTHER, "../-/login"));
    assert!(!is_in(&collector, &mine).await && is_in(&collector, &yours).await);
}

#[tokio::test]
async fn a_session_ends_after_a_week_without_a_visit_and_after_a_month() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let (idle, busy) = (log_in(&collector).await, log_in(&collector).await);
    for day in 1..30 {
        LATER.set(day * DAY);
        assert!(is_in(&collector, &busy).await, "day {day}");
        if day == 6 {
            assert!(is_in(&collector, &idle).await);
        }
    }
    LATER.set(30 * DAY - 1);
    assert!(!is_in(&collector, &idle).await && is_in(&collector, &busy).await);
    LATER.set(30 * DAY);
    assert!(!is_in(&collector, &busy).await);
}

#[tokio::test]
async fn another_password_ends_all_sessions_and_the_same_one_none() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let session = log_in(&collector).await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    assert!(is_in(&collector, &session).await);
    access.begin(Some("another of that team".to_owned())).await.unwrap();
    assert!(!is_in(&collector, &session).await);
    let refused = access.begin(Some("short".to_owned())).await;
    assert_eq!(refused, Err("EFFORTLET_PASSWORD: expected at least 10 characters".to_owned()));
}

#[tokio::test]
async fn wrong_passwords_are_slowed_and_told_when_to_come_back() {
    for is_set in [true, false] {
        let (collector, access) = alone(tempfile::tempdir().unwrap()).await;
        access.begin(is_set.then(|| PASSWORD.to_owned())).await.unwrap();
        for attempt in 0..10 {
            let reply = post(&collector, "/report/-/login", &form("not the password"), &[]).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{attempt}");
            assert!(reply.text.contains("That is not the password"));
        }
        let reply = post(&collector, "/report/-/login", &form(PASSWORD), &[]).await;
        assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS);
        let wait: u64 = reply.header(header::RETRY_AFTER).parse().unwrap();
        assert!((1..=30).contains(&wait), "{wait}");
        assert!(reply.headers.get(header::SET_COOKIE).is_none());
    }
}

#[tokio::test]
async fn what_a_page_from_elsewhere_posts_is_refused() {
    let (collector, access) = team().await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    let session = log_in(&collector).await;
    for (headers, status) in [
        (&[("sec-fetch-site", "cross-site")][..], 403),
        (&[("sec-fetch-site", "same-site")], 403),
        (&[("origin", "https://evil.example"), ("host", "ces.example")], 403),
        (&[("origin", "null"), ("host", "ces.example")], 403),
        (&[("origin", "https://ces.example:444"), ("host", "ces.example")], 403),
        (&[("origin", "https://ces.example"), ("host", "ces.example")], 303),
        (&[("sec-fetch-site", "same-origin"), ("origin", "null")], 303),
        (&[], 303),
    ] {
        let with_cookie: Vec<(&str, &str)> = headers.iter().copied().chain([("cookie", session.as_str())]).collect();
        let reply = post(&collector, "/report/-/tokens/revoke", "id=1", &with_cookie).await;
        assert_eq!(reply.status.as_u16(), status, "{headers:?}");
        if status == 403 {
            let reply = post(&collector, "/report/-/login", &form(PASSWORD), headers).await;
            assert_eq!(reply.status.as_u16(), 403, "login {headers:?}");
        }
    }
}
