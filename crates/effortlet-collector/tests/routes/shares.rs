//! Reports that are shared by an address: what it shows, to whom, and for how long.

use crate::clock::{move_to, now};
use crate::commands::run;
use crate::login::{PASSWORD, cookie, get_as, log_in, made, post, proxy};
use crate::support::{Collector, PERSON, Reply, changed, definition, effort, response, survey, text, url, yes_no};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use effortlet_collector::AccessOptions;
use effortlet_core::time::Duration;
use serde_json::{Value, json};
use std::net::SocketAddr;
use tempfile::TempDir;

/// What a visitor wrote, and must never be read by whoever was only sent an address.
const WRITTEN: &str = "My name is Canary Smith";

const REFUNDS: &str = "/report/-/shares?survey=help-center&section=billing";

async fn team_in(folder: TempDir, base_path: &str) -> Collector {
    let options = AccessOptions { public_report: false, login_header: Some(PERSON.parse().unwrap()) };
    let (collector, access) = Collector::closed(folder, &options, proxy(base_path), now).await;
    access.begin(Some(PASSWORD.to_owned())).await.unwrap();
    collector
}

/// Six of the section billing rate 7, and six of another 1; all write something.
async fn told() -> (Collector, String) {
    let collector = team_in(tempfile::tempdir().unwrap(), "").await;
    collector.know(&definition(&[survey("help-center", "a"), survey("other", "a")])).await;
    for number in 0..12 {
        let (section, rating) = if number < 6 { ("billing", 7) } else { ("setup", 1) };
        let answers = [yes_no("yes"), effort(rating), text(WRITTEN)];
        let page = json!({ "url": "https://acme.example/canary", "title": "Canary page", "section": section, "article": format!("{section}-1") });
        collector.take(&changed(response(number, &answers), json!({ "page": page }))).await;
    }
    let cookie = log_in(&collector).await;
    (collector, cookie)
}

/// Where an address that was just made leads.
fn address(page: &Reply) -> String {
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let token = page.text.split("shared/").nth(1).unwrap().split(['<', '"']).next().unwrap();
    assert_eq!(token.len(), 48, "{token}");
    format!("/shared/{token}")
}

async fn share(collector: &Collector, cookie: &str, of: &str, days: u16) -> String {
    address(&made(collector, of, &format!("days={days}"), cookie).await)
}

fn leads_to(page: &str) -> Vec<&str> {
    let all = page.split("href=\"").skip(1).map(|it| it.split('"').next().unwrap());
    all.filter(|it| !it.starts_with("data:")).collect()
}

#[tokio::test]
async fn a_shared_address_shows_the_figures_of_its_filters_and_nothing_else() {
    let (collector, cookie) = told().await;
    let own = get_as(&collector, "/report/help-center?section=billing", &cookie).await.text;
    assert!(own.contains(WRITTEN), "people read it");
    let shared = share(&collector, &cookie, REFUNDS, 7).await;
    let page = collector.get(&shared).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains("<strong>7.0</strong>") && page.text.contains("Section</span> <bdi>billing</bdi>"), "{}", page.text);
    let score = |page: &str| page.split("class=\"overview\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    assert_eq!(score(&page.text), score(&own), "the same figures");
    for never in [WRITTEN, "Smith", "acme.example", "setup", "<form", "<script", "Latest comments", "exports", "/report/help-center"] {
        assert!(!page.text.contains(never), "{never} in {}", page.text);
    }
    assert_eq!(leads_to(&page.text), ["../report/-/style.css", "#main"], "it leads nowhere");
    for (name, value) in [
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "private, no-store"),
        (header::HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
        (header::SET_COOKIE, ""),
    ] {
        assert_eq!(page.header(name.clone()), value, "{name}");
    }
    assert!(page.header(header::CONTENT_SECURITY_POLICY).contains("form-action 'none'"));
    assert_eq!(collector.get("/report/help-center").await.status, StatusCode::SEE_OTHER, "the login stays where it is");
}

/// A page that is loaded again posts nothing again, since it is not the answer to what was posted.
#[tokio::test]
async fn an_address_is_shown_once_and_made_once() {
    let (collector, session) = told().await;
    let posted = post(&collector, REFUNDS, "days=7", &[("cookie", &session)]).await;
    assert_eq!((posted.status, posted.header(header::LOCATION)), (StatusCode::SEE_OTHER, "../-/shares?site=default&survey=help-center&section=billing"));
    assert!(!posted.text.contains("shared/"), "{}", posted.text);
    let both = format!("{session}; {}", cookie(&posted));
    let shown = get_as(&collector, REFUNDS, &both).await;
    assert_eq!((shown.header(header::CACHE_CONTROL), shown.text.matches("/report/-/shares/end").count()), ("no-store", 0));
    let address = address(&shown);
    assert!(shown.header(header::SET_COOKIE).starts_with("effortlet_made=; Path=/report/-/shares; Max-Age=0;"), "taken away");
    assert!(shown.text.contains("data-copy=\"address\" data-said=\"Copied\"") && shown.text.contains("src=\"../-/copy.js\""), "{}", shown.text);
    let again = get_as(&collector, REFUNDS, &session).await.text;
    assert!(!again.contains("shared/") && again.matches("shares/end?").count() == 1, "{again}");
    let elsewhere = get_as(&collector, "/report/-/shares?survey=other", &both).await.text;
    assert!(!elsewhere.contains("shared/"), "it is of another survey: {elsewhere}");
    for planted in ["0".repeat(48), "planted".to_owned(), "%3Cb%3E".repeat(9)] {
        let page = get_as(&collector, REFUNDS, &format!("{session}; effortlet_made={planted}")).await.text;
        assert!(!page.contains("shared/") && !page.contains(&planted), "what was never made here is not shown: {page}");
    }
    assert_eq!(collector.get(&address).await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_chooses_other_filters_behind_a_shared_address() {
    let (collector, cookie) = told().await;
    let shared = share(&collector, &cookie, REFUNDS, 7).await;
    for name in ["section", "article", "from", "version", "locale", "per", "by"] {
        let reply = collector.get(&format!("{shared}?utm_source=mail&{name}=setup")).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{name}");
        assert!(reply.text.contains("no other filters") && !reply.text.contains("7.0"), "{}", reply.text);
    }
    let followed = collector.get(&format!("{shared}?utm_source=mail")).await;
    assert!(followed.status == StatusCode::OK && followed.text.contains("<strong>7.0</strong>"), "{}", followed.text);
    let unknown = collector.get("/shared/0?section=setup").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND, "no filter tells whether an address is one");
}

#[tokio::test]
async fn an_address_ends_when_its_days_are_over() {
    let (collector, cookie) = told().await;
    for days in [1, 7, 30, 90] {
        move_to(Duration(0));
        let shared = share(&collector, &cookie, REFUNDS, days).await;
        move_to(Duration(Duration::days(days.into()).0 - 1));
        assert_eq!(collector.get(&shared).await.status, StatusCode::OK, "{days}");
        move_to(Duration::days(days.into()));
        assert_eq!(collector.get(&shared).await.status, StatusCode::NOT_FOUND, "{days}");
    }
    move_to(Duration(0));
    for form in ["days=2", "days=0", "days=-1", "days=x", "days=65536", ""] {
        let refused = post(&collector, REFUNDS, form, &[("cookie", &cookie)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(refused.text.contains("Please choose 1, 7, 30 or 90 days.") && !refused.text.contains("shared/"), "{}", refused.text);
    }
}

#[tokio::test]
async fn an_address_that_has_ended_looks_like_one_that_never_was() {
    let (collector, cookie) = told().await;
    let ended = share(&collector, &cookie, REFUNDS, 7).await;
    let list = get_as(&collector, REFUNDS, &cookie).await.text;
    let id = list.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let of_another = post(&collector, "/report/-/shares/end?survey=other", &format!("id={id}"), &[("cookie", &cookie)]).await;
    assert_eq!((of_another.status, collector.get(&ended).await.status), (StatusCode::SEE_OTHER, StatusCode::OK));
    let end = post(&collector, &REFUNDS.replace("shares?", "shares/end?"), &format!("id={id}"), &[("cookie", &cookie)]).await;
    assert_eq!(end.header(header::LOCATION), "../../-/shares?site=default&survey=help-center&section=billing");
    let expired = share(&collector, &cookie, REFUNDS, 1).await;
    move_to(Duration::days(1));
    let mistyped = format!("/shared/{}", "0".repeat(48));
    let never = collector.get("/shared/x").await;
    assert_eq!(never.status, StatusCode::NOT_FOUND);
    assert!(never.text.contains("Ask whoever sent it to you for a new one."), "{}", never.text);
    for address in [&ended, &expired, &mistyped] {
        let reply = collector.get(address).await;
        assert_eq!((reply.status, &reply.text, &reply.headers), (never.status, &never.text, &never.headers), "{address}");
    }
}

#[tokio::test]
async fn a_team_sees_who_shared_what_and_when_it_was_opened() {
    let (collector, cookie) = told().await;
    let shared = share(&collector, &cookie, REFUNDS, 7).await;
    let list = get_as(&collector, REFUNDS, &cookie).await.text;
    for told in ["Shared by <bdi>the team</bdi>", "29 Nov 2026, 09:05 UTC", "Not opened yet.", "<bdi>billing</bdi>", "Version</span> <bdi>a</bdi>"] {
        assert!(list.contains(told), "{told} in {list}");
    }
    assert!(!list.contains(shared.strip_prefix("/shared/").unwrap()), "shown once");
    collector.send(Request::head(&shared).body(Body::empty()).unwrap()).await;
    assert!(get_as(&collector, REFUNDS, &cookie).await.text.contains("Not opened yet."), "a look at its headers is none");
    move_to(Duration::days(2));
    collector.get(&shared).await;
    assert!(get_as(&collector, REFUNDS, &cookie).await.text.contains("Last opened on 24 Nov 2026."));
    let others = get_as(&collector, "/report/-/shares?survey=other", &cookie).await;
    assert_eq!(others.status, StatusCode::OK, "{}", others.text);
    assert!(others.text.contains("None now."), "{}", others.text);
    let named = Request::post(REFUNDS).header(PERSON, "ana").header("content-type", "application/x-www-form-urlencoded");
    let mut named = named.body(Body::from("days=1")).unwrap();
    named.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4711))));
    assert_eq!(collector.send(named).await.status, StatusCode::SEE_OTHER);
    assert!(get_as(&collector, REFUNDS, &cookie).await.text.contains("Shared by <bdi>ana</bdi>"));
}

#[tokio::test]
async fn what_is_shared_stays_as_it_was_chosen() {
    let (collector, cookie) = told().await;
    let shared = share(&collector, &cookie, "/report/-/shares?survey=help-center&per=day&by=section", 30).await;
    move_to(Duration::hours(1));
    collector.know(&definition(&[survey("help-center", "b c")])).await;
    for number in 100..110 {
        collector.take(&changed(response(number, &[effort(2)]), json!({ "surveyVersion": "b c" }))).await;
    }
    let page = collector.get(&shared).await.text;
    assert!(page.contains("<strong>4.0</strong>") && page.contains("The sections at which most visitors were lost"), "{page}");
    let newest = get_as(&collector, "/report/help-center", &cookie).await.text;
    assert!(newest.contains("<strong>2.0</strong>"), "the report has gone on to another version");
    let unknown = post(&collector, "/report/-/shares?survey=help-center&colour=red", "days=1", &[("cookie", &cookie)]).await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
    assert!(unknown.text.contains("There is no filter “colour”."), "{}", unknown.text);
}

#[tokio::test]
async fn whoever_tries_addresses_is_slowed_and_whoever_has_one_is_not() {
    let (collector, cookie) = told().await;
    let shared = share(&collector, &cookie, REFUNDS, 7).await;
    for number in 0..10 {
        assert_eq!(collector.get(&format!("/shared/{number}")).await.status, StatusCode::NOT_FOUND);
    }
    let slowed = collector.get("/shared/11").await;
    assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: u64 = slowed.header(header::RETRY_AFTER).parse().unwrap();
    assert!((1..=30).contains(&wait), "{wait}");
    assert_eq!(collector.get(&shared).await.status, StatusCode::OK);
    log_in(&collector).await;
}

#[tokio::test]
async fn the_address_is_told_as_the_browser_reaches_this_collector() {
    let collector = team_in(tempfile::tempdir().unwrap(), "/ces").await;
    collector.know(&definition(&[survey("help-center", "a")])).await;
    collector.take(&response(1, &[effort(6)])).await;
    let by_proxy = async |method: &str, made: &str, form: &str| {
        let request = Request::builder().method(method).uri(format!("/ces{REFUNDS}")).header("content-type", "application/x-www-form-urlencoded");
        let request = request.header(PERSON, "ana").header("host", "10.0.0.7").header("x-forwarded-host", "help.example").header("cookie", made);
        let mut request = request.header("x-forwarded-proto", "https").body(Body::from(form.to_owned())).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 4711))));
        collector.send(request).await
    };
    let posted = by_proxy("POST", "", "days=7").await;
    let set = posted.header(header::SET_COOKIE);
    assert!(set.ends_with("; Path=/ces/report/-/shares; Max-Age=60; HttpOnly; SameSite=Strict; Secure"), "{set}");
    let page = by_proxy("GET", &cookie(&posted), "").await;
    assert!(page.text.contains("<code id=\"address\">https://help.example/ces/shared/"), "{}", page.text);
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    let shared = collector.get(&format!("/ces{}", address(&page))).await;
    assert_eq!(shared.status, StatusCode::OK);
    assert!(leads_to(&shared.text).iter().all(|it| !it.starts_with('/')), "{}", shared.text);
}

#[tokio::test]
async fn an_erased_person_is_in_no_shared_figure_and_a_copy_of_the_database_opens_nothing() {
    let (collector, cookie) = told().await;
    let shared = share(&collector, &cookie, REFUNDS, 7).await;
    let answered = async || collector.get(&shared).await.text.split("Answered to the end</dt><dd>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert_eq!(answered().await, "6");
    let erased = run(collector.folder(), &["erase", "--database", &url(collector.folder()), "--response", &crate::support::id(0)], "");
    assert_eq!(erased.code, 0, "{}", erased.err);
    assert_eq!(answered().await, "5");
    let folder = collector.ended().await;
    let kept = crate::database::kept(folder.path());
    let holds = |text: &str| kept.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds("billing") && !holds(shared.strip_prefix("/shared/").unwrap()), "only its hash is kept");
    // PostgreSQL has a program of its own for it.
    if let Some(file) = crate::database::file(folder.path()) {
        let copy = tempfile::tempdir().unwrap();
        let to = crate::database::file(copy.path()).unwrap();
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        let database = format!("sqlite://{}", file.display());
        let ran = run(folder.path(), &["backup", "--database", &database, to.to_str().unwrap()], "");
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_eq!(team_in(copy, "").await.get(&shared).await.status, StatusCode::OK, "what is shared is in a backup");
    }
}

#[tokio::test]
async fn where_the_report_is_public_only_people_share_it() {
    let collector = Collector::start().await;
    collector.take(&response(1, &[effort(6)])).await;
    assert!(!collector.get("/report/help-center").await.text.contains("-/shares"));
    assert!(collector.ask("GET", "/report/help-center", &Value::Null).await.text.contains("Share this report"));
    assert_eq!(collector.get("/report/-/shares?survey=help-center").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_form_that_names_no_survey_is_told_so_on_a_page() {
    let (collector, cookie) = told().await;
    for (address, form) in [("/report/-/shares", "days=1"), ("/report/-/shares/end", "id=1")] {
        let reply = post(&collector, address, form, &[("cookie", &cookie)]).await;
        assert_eq!((reply.status, reply.header(header::CONTENT_TYPE)), (StatusCode::NOT_FOUND, "text/html; charset=utf-8"), "{address}");
        assert!(reply.text.contains("<code>?survey=</code>"), "{}", reply.text);
    }
}
