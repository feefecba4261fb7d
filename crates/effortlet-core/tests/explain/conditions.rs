//! Each condition, what was observed of it, and whom the survey is for.

use super::*;
use effortlet_core::edition::EXPLAINED;

fn only_where() -> Vec<(Json, Observed, &'static str)> {
    vec![
        (json!({ "page": { "path": ["/a/**", "/b"], "url": { "contains": "x" } } }), text("https://a.example/"), r#"the page's path is /a/** or /b and address contains "x" (found https://a.example/)"#),
        (json!({ "page": { "kind": "article", "query": { "q": "x" } } }), text("https://a.example/, home"), r#"the page's kind is "article" and parameter q is "x" (found https://a.example/, home)"#),
        (json!({ "sample": { "percent": 5 } }), number(42.37), "the visitor falls in the sample of 5 % (found place 42.4 of 100)"),
        (json!({ "referrer": { "startsWith": "https://a" } }), text(""), r#"the referrer starts with "https://a" (found nothing)"#),
        (json!({ "entry": { "path": "/a" } }), text("https://a.example/b"), "the first page's path is /a (found https://a.example/b)"),
        (json!({ "utm": { "source": "mail" } }), text("https://a.example/"), r#"utm_source is "mail" (found https://a.example/)"#),
        (json!({ "visitor": { "is": "new" } }), number(2.0), "the visitor is new (found 2 visits)"),
        (json!({ "visitor": { "pageViews": { "atLeast": 3 } } }), number(1.0), "the number of pages in this visit is at least 3 (found 1 page)"),
        (json!({ "visitor": { "days": { "atMost": 3 } } }), number(4.0), "the number of days since the first visit is at most 3 (found 4 days)"),
        (json!({ "language": ["en", "ro"] }), text("ru"), "the visitor's language is en or ro (found ru)"),
        (json!({ "device": { "width": { "atLeast": 800 } } }), number(375.0), "the window's width in px is at least 800 (found 375 px)"),
        (json!({ "device": { "pointer": "fine", "hover": true } }), text("coarse"), r#"the pointer is "fine" and the device can hover (found coarse)"#),
        (json!({ "time": { "hours": ["09:00", "17:00"], "weekdays": ["mon", "fri"] } }), number(120.0), "the time is 09:00 to 17:00 and the day is mon or fri (found a clock 2 h ahead of UTC)"),
        (json!({ "time": { "from": "2026-01-01", "until": "2026-02-01" } }), number(-210.0), "the date is 2026-01-01 or later and the date is 2026-02-01 or earlier (found a clock 3.5 h behind UTC)"),
        (json!({ "timeZone": { "matches": "^Europe" } }), text("Asia/Tokyo"), "the time zone matches /^Europe/ (found Asia/Tokyo)"),
        (json!({ "traits": { "plan": "pro" } }), text("free"), r#"the trait plan is "pro" (found free)"#),
        (json!({ "cookie": { "beta": { "present": true } } }), text(""), "the cookie beta is there (found nothing)"),
        (json!({ "localStorage": { "seen": { "present": false } } }), text("1"), "localStorage seen is not there (found 1)"),
        (json!({ "sessionStorage": { "a": 1 } }), number(2.0), "sessionStorage a is 1 (found 2)"),
        (json!({ "global": { "app.user": true } }), text("false"), "window.app.user is true (found false)"),
        (json!({ "element": { "selector": ".vip" } }), text("false"), "the page has an element .vip (found none)"),
        (json!({ "answered": { "survey": "a", "question": "effort", "value": { "atMost": 3 }, "within": "30d" } }), number(6.0), "the answer to effort of a is at most 3 within 30 days (found 6)"),
        (json!({ "condition": { "name": "open" } }), text("false"), r#"the page says yes to "open" (found no)"#),
    ]
}

#[test]
fn a_survey_says_which_visits_it_is_for() {
    for (audience, observed, words) in only_where() {
        let known = vec![(Truth::False, observed)];
        let found = described(&json!({ "event": { "name": "go" } }), &audience, explanation(Hold::Audience(Truth::False), vec![], known));
        assert_eq!(found.hold, Some(format!("audience: only where {words}")));
    }
}

#[test]
fn every_condition_that_is_read_has_words() {
    let mut said: Vec<String> = only_where().iter().flat_map(|(tree, ..)| tree.as_object().unwrap().keys().cloned()).collect();
    said.dedup();
    let known: Vec<_> = EXPLAINED.conditions.iter().filter(|kind| kind.words.is_some()).map(|kind| kind.word).collect();
    assert_eq!(said, known);
}
