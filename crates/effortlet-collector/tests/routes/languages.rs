//! The report in each of its languages: every text that a page shows is another one than in English, or it is
//! a name, a number or what people wrote.

use crate::clock::move_to;
use crate::login::{alone, form, post, team};
use crate::support::{Collector, NOW, PERSON, changed, choice, effort, response, text, yes_no};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use effortlet_core::time::Duration;
use serde_json::json;
use std::collections::BTreeSet;
use std::net::SocketAddr;

/// What is the same in every language, besides numbers: names, what people and teams wrote, and what is code.
const ALIKE: &[&str] = &[
    "Effortlet", "CSV", "Excel", "English", "Română", "Русский", "clock-1", "help-center", "other", "made-up", "default", "dashboard",
    "a", "b", "b c", "found", "effort", "improve", "why", "which", "en", "ro", "billing", "returns", "desktop", "phone",
    "refunds", "invoices", "cards", "Did you find it?", "What could be better?", "The price", "The speed", "The a", "The b", "refund button",
    "Where is the refund button?", "nothing", "ana", "×", "plan", "plan: pro", "nope",
    "/v1/definitions", "dateModified", "article:modified_time", "data-revision", "&quot;countShown&quot;: false",
    "effortlet serve --definition effortlet.json",
];

/// Texts between tags, and those that stand in attributes.
fn shown(page: &str) -> BTreeSet<String> {
    let mut shown = BTreeSet::new();
    let mut keep = |text: &str| {
        let text = text.trim();
        if text.chars().any(char::is_alphabetic) {
            shown.insert(text.to_owned());
        }
    };
    for part in page.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else { continue };
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if !matches!(name, "style" | "script" | "textarea") {
            keep(text);
        }
        for attribute in ["aria-label", "title", "placeholder", "alt"] {
            if let Some((_, rest)) = tag.split_once(&format!(" {attribute}=\"")) {
                keep(rest.split('"').next().unwrap_or_default());
            }
        }
    }
    shown
}

/// What no language translates: what people wrote, and a moment or a number with its unit.
fn is_alike(text: &str) -> bool {
    let text = text.strip_suffix(" · Effortlet").unwrap_or(text);
    let is_code = text.starts_with("&lt;script") || text == "?survey=" || text.starts_with("effortlet_") || text.starts_with("Authorization: Bearer");
    ALIKE.contains(&text) || text.starts_with("https://") || text.starts_with("n = ") || is_code
}

/// In a language, maybe with a cookie more, by a person of the team or by a stranger.
async fn get(collector: &Collector, address: &str, language: &str, is_person: bool) -> String {
    let mut request = Request::get(address).header(header::COOKIE, format!("effortlet_language={language}")).body(Body::empty()).unwrap();
    if is_person {
        request.headers_mut().insert(PERSON, "ana".parse().unwrap());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4711))));
    }
    let reply = collector.send(request).await;
    assert_eq!(reply.header(header::VARY), "accept-language, cookie", "{address}: {}", reply.text);
    let tag = language.split(';').next().unwrap();
    assert!(reply.text.contains(&format!("<html lang=\"{tag}\">")), "{address}: {}", reply.text);
    reply.text
}

/// What a page says in English as well, and keys that no language has.
fn left([english, romanian, russian]: [&str; 3]) -> Vec<String> {
    let english = shown(english);
    let is_key = |it: &&String| it.contains('-') && it.chars().all(|it| it.is_ascii_lowercase() || it == '-');
    let left = [shown(romanian), shown(russian)].into_iter().flat_map(|own| own.intersection(&english).cloned().collect::<Vec<_>>());
    left.chain(english.iter().filter(is_key).cloned()).filter(|it| !is_alike(it)).collect()
}

/// What a person of the team presses, in each language.
async fn pressed(collector: &Collector, address: &str, form: &str) -> Vec<String> {
    let mut pages = Vec::new();
    for language in ["en", "ro", "ru"] {
        let request = Request::post(address).header(header::COOKIE, format!("effortlet_language={language}"));
        let mut request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(form.to_owned())).unwrap();
        request.headers_mut().insert(PERSON, "ana".parse().unwrap());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4711))));
        let reply = collector.send(request).await;
        let made = format!("{language}; {}", crate::login::cookie(&reply));
        pages.push(if reply.status == StatusCode::SEE_OTHER { get(collector, address, &made, true).await } else { reply.text });
    }
    pages
}

async fn assert_translated(collector: &Collector, addresses: &[&str], is_person: bool) {
    let mut all = Vec::new();
    for address in addresses {
        let mut pages = Vec::new();
        for language in ["en", "ro", "ru"] {
            pages.push(get(collector, address, language, is_person).await);
        }
        all.extend(left([&pages[0], &pages[1], &pages[2]]).into_iter().map(|it| format!("{address}: {it}")));
    }
    assert_eq!(all, [""; 0], "still English");
}

/// What the people of one day have answered, about three articles, one of which is edited and gets better.
async fn arrive(collector: &Collector, day: i64, number: &mut u64) {
    move_to(Duration::days(day));
    let at = (NOW + Duration::days(day)).rfc3339();
    let is_late = day >= 20;
    let mut all = Vec::new();
    for (article, section, lost) in [("refunds", "billing", if is_late { 1 } else { 8 }), ("invoices", "billing", 2), ("cards", "returns", 2)] {
        for person in 0..14_u64 {
            *number += 1;
            let mut answers = vec![yes_no(if person < lost { "no" } else { "yes" }), effort(u8::try_from(1 + (person + lost) % 7).unwrap())];
            match person {
                0 => answers.push(text("Where is the refund button?")),
                1 => answers.extend([choice("why", "price"), choice("why", "speed")]),
                2 => answers.push(choice("which", "a")),
                _ => {}
            }
            let (state, answers) = match person {
                10 => ("partial", vec![yes_no("yes")]),
                11 => ("dismissed", Vec::new()),
                12.. => ("shown", Vec::new()),
                _ => ("complete", answers),
            };
            let trigger = ["scroll", "helpCenter.searches", "click"][usize::try_from(person % 3).unwrap()];
            all.push(changed(response(*number, &answers), json!({
                "state": state, "rev": if state == "shown" { 0 } else { 1 }, "surveyVersion": if is_late { "b" } else { "a" },
                "locale": if person % 2 == 0 { "en" } else { "ro" }, "trigger": trigger,
                "timing": if answers.is_empty() { json!({ "shownAt": at }) } else { json!({ "shownAt": at, "answeredAt": at }) },
                "context": { "device": if person % 2 == 0 { "desktop" } else { "phone" } },
                "page": { "url": format!("https://acme.example/help/{article}"), "title": article, "section": section, "article": article,
                    "revision": if is_late && article != "cards" { "2026-12-16" } else { "2026-01-01" } },
            })));
        }
    }
    assert_eq!(collector.post("application/json", json!(all).to_string()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn nothing_that_a_page_says_is_left_in_english() {
    let collector = Collector::start().await;
    let mut number = 0;
    for day in 0..30 {
        arrive(&collector, day, &mut number).await;
    }
    for few in 0..3 {
        let of_other = json!({ "survey": "other" });
        collector.take(&changed(response(10_000 + few, &[effort(5), choice("why", "price")]), of_other)).await;
        let unknown = collector.post("application/json", changed(response(20_000 + few, &[effort(5)]), json!({ "survey": "made-up" })).to_string());
        unknown.await;
    }
    let long = format!("/report/help-center?colour=red&from=x&per=year&section={}&device=&device=", "x".repeat(2_000));
    assert_translated(&collector, &[
        "/report/", "/report/help-center", "/report/help-center?version=a", "/report/help-center?from=2026-12-13&to=2026-12-21&version=b",
        "/report/help-center?from=2026-12-02&version=a&section=billing", "/report/help-center?by=section&per=day", "/report/help-center?by=locale&per=month",
        "/report/help-center?by=trigger", "/report/help-center?by=device&to=2026-12-20", "/report/help-center?article=nothing", &long,
        "/report/help-center?from=2026-12-13&to=2026-12-01", "/report/other", "/report/made-up",
        "/report/-/comments?survey=help-center", "/report/-/comments?survey=help-center&low=1&version=b&from=2026-12-01", "/report/-/comments?survey=help-center&q=zzz",
        "/report/-/comments?survey=other", "/report/-/comments?survey=help-center&low=x&state=x&before=x&q=1&q=2&colour=red", "/report/-/comments",
        "/report/-/edits?survey=help-center", "/report/-/edits?survey=other&section=billing", "/report/-/edits?survey=help-center&from=x",
        "/report/-/nonresponse?survey=help-center", "/report/-/nonresponse?survey=other", "/report/-/nonresponse?survey=help-center&article=refunds",
        "/report/-/tokens", "/report/help-center?withVersion=a", "/report/help-center?version=a&from=2026-12-01&to=2026-12-03&withFrom=2026-11-24&withTo=2026-11-28",
        "/report/help-center?from=2026-12-01&to=2026-12-03&withFrom=2026-12-02&withTo=2026-12-09", "/report/help-center?withVersion=nope",
        "/report/help-center?withFrom=2026-12-01", "/report/help-center?context=plan&from=2026-12-01", "/report/help-center?context=plan%3Dpro",
        "/report/-/topics?survey=help-center", "/report/-/topics?survey=help-center&class=missing&language=en", "/report/-/topics?survey=help-center&class=lost",
        "/report/-/topics?survey=other", "/report/-/comments?survey=help-center&topic=x",
        "/report/-/shares?survey=help-center", "/report/-/shares?survey=help-center&section=billing&to=2026-12-20", "/shared/nothing",
        "/report/-/digest?survey=help-center", "/report/-/digest?survey=help-center&week=2026-W48", "/report/-/digest?survey=help-center&week=x&colour=red",
        "/report/-/digest?survey=other&week=2026-W47", "/report/help-center?version=nope", "/report/other?version=nope", "/report/-/digest", "/report/-/edits", "/report/-/digest?survey=help-center&week=2030-W01",
    ], true).await;
    let shared = pressed(&collector, "/report/-/shares?survey=help-center&section=billing", "days=7").await;
    let address = shared[0].split("/shared/").nth(1).unwrap().split(['"', '<']).next().unwrap();
    let address = format!("/shared/{address}");
    assert_eq!(left([&shared[0], &shared[1], &shared[2]]), [""; 0]);
    assert_translated(&collector, &[&address, &format!("{address}?section=billing"), "/report/-/shares?survey=help-center"], true).await;
    for (address, form) in [
        ("/report/-/shares?survey=help-center", "days=2"), ("/report/-/comments?survey=help-center", "site=default&response=x&position=1&state=new&note="),
        ("/report/-/topics?survey=help-center", "topic-language=en&stems=nothing&class=missing&note="), ("/report/-/tokens", "name="), ("/report/-/tokens", "name=dashboard"),
    ] {
        let pages = pressed(&collector, address, form).await;
        assert_eq!(left([&pages[0], &pages[1], &pages[2]]), [""; 0], "{address} {form}");
    }
}

#[tokio::test]
async fn neither_is_anything_of_a_collector_that_knows_nothing_yet() {
    let collector = Collector::ignorant().await;
    assert_translated(&collector, &["/report/", "/report/help-center"], true).await;
}

#[tokio::test]
async fn neither_is_anything_of_the_login() {
    let (collector, access) = alone(tempfile::tempdir().unwrap()).await;
    let first = access.begin(None).await.unwrap().unwrap();
    assert_translated(&collector, &["/report/-/login", &first, "/report/-/login/first?token=x"], false).await;
    let token = first.split_once('=').unwrap().1.to_owned();
    let told = |address: &'static str, form: String| {
        let collector = &collector;
        async move {
            let mut pages = Vec::new();
            for language in ["en", "ro", "ru"] {
                pages.push(post(collector, address, &form, &[("cookie", &format!("effortlet_language={language}"))]).await.text);
            }
            left([&pages[0], &pages[1], &pages[2]])
        }
    };
    let first = |password: &str, again: &str| format!("token={token}&password={password}&again={again}");
    for form in [first("short", "short"), first(&"x".repeat(1_001), "x"), first("long+enough+words", "other+words")] {
        assert_eq!(told("/report/-/login/first", form).await, [""; 0]);
    }
    for _ in 0..8 {
        assert_eq!(told("/report/-/login", form("wrong words")).await, [""; 0]);
    }
    assert_eq!(told("/report/-/login", String::new()).await, [""; 0]);
}

#[tokio::test]
async fn a_language_is_chosen_without_a_script_and_kept_and_leads_back_to_the_page() {
    let (collector, _) = team().await;
    let address = "/report/-/login?next=help-center%3Fby%3Dsection";
    let page = collector.get(address).await.text;
    let next = page.split("name=\"next\" value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(next, address.strip_prefix("/report/").unwrap(), "{page}");
    let choose = |form: String| {
        let collector = &collector;
        async move { post(collector, "/report/-/language", &form, &[]).await }
    };
    for (next, leads_to) in [
        (next.replace('%', "%25"), "../-/login?next=help-center%3Fby%3Dsection"),
        ("https://elsewhere.example/".to_owned(), "../https://elsewhere.example/"),
        ("../../elsewhere".to_owned(), "../"),
        ("a%0d%0aset-cookie:x".to_owned(), "../"),
    ] {
        let reply = choose(format!("language=ro&next={next}")).await;
        assert_eq!((reply.status, reply.header(header::LOCATION)), (StatusCode::SEE_OTHER, leads_to));
        let cookie = "effortlet_language=ro; Path=/report/; Max-Age=31536000; HttpOnly; SameSite=Lax";
        assert!(reply.header(header::SET_COOKIE).starts_with(cookie), "{:?}", reply.headers);
    }
    assert_eq!(choose("language=xx&next=".to_owned()).await.status, StatusCode::BAD_REQUEST);
    let elsewhere = post(&collector, "/report/-/language", "language=ro", &[("sec-fetch-site", "cross-site")]).await;
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
    let page = get(&collector, "/report/-/login", "ru", false).await;
    assert!(page.contains("value=\"ru\" lang=\"ru\" aria-pressed=\"true\">Русский"), "{page}");
}

#[tokio::test]
async fn what_programs_read_is_english_whatever_they_accept() {
    let (collector, _) = team().await;
    let request = |path: &str| Request::get(path).header(header::ACCEPT_LANGUAGE, "ru").header(PERSON, "ana").extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4711)))).body(Body::empty()).unwrap();
    let page = collector.send(request("/report/")).await;
    assert!(page.text.contains("Ответов пока нет"), "{}", page.text);
    let json = collector.send(request("/v1/surveys/nope/report")).await;
    assert_eq!((json.header(header::VARY), json.problems()), ("", vec!["survey: expected the id of a survey that has responses".to_owned()]));
}
