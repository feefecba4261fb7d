//! Each trigger, what was observed of it, and what the survey waits for.

use super::*;
use effortlet_core::edition::EXPLAINED;

fn waiting() -> Vec<(Json, Observed, &'static str)> {
    vec![
        (json!({ "exitIntent": {} }), number(0.0), "exit intent (the pointer has not left by the top)"),
        (json!({ "exitIntent": { "edge": 20 } }), number(1.0), "exit intent up to 20 px below the top (it left with a button held)"),
        (json!({ "exitIntent": {} }), number(2.0), "exit intent (it left from a field or a list, or while one had the focus)"),
        (json!({ "exitIntent": {} }), number(3.0), "exit intent (it left while something was expanded)"),
        (json!({ "exitIntent": {} }), number(4.0), "exit intent (it left from a context menu)"),
        (json!({ "exitIntent": {} }), number(5.0), "exit intent (it left while another window had the focus)"),
        (json!({ "exitIntent": {} }), number(6.0), "exit intent (it left out of a frame)"),
        (json!({ "exitIntent": {} }), number(7.0), "exit intent (it left before the page was visible for 5 seconds)"),
        (json!({ "exitIntent": {} }), number(8.0), "exit intent (it left before the visitor did anything else)"),
        (json!({ "exitIntent": {} }), number(9.0), "exit intent (it left after it had rested)"),
        (json!({ "exitIntent": {} }), number(10.0), "exit intent (it left slowly)"),
        (json!({ "exitIntent": {} }), number(11.0), "exit intent (it left by the top)"),
        (json!({ "exitIntent": {} }), number(12.0), "exit intent (it came back)"),
        (json!({ "exitIntent": { "touch": ["fastScrollUp", "tabReturn"] } }), number(0.0), "exit intent or, on a touch screen, scrolling up fast or coming back from elsewhere (the pointer has not left by the top)"),
        (json!({ "scroll": { "percent": 75 } }), number(40.04), "scrolling to 75 % (so far 40 %)"),
        (json!({ "scroll": { "percent": 75, "of": "progress" } }), number(0.0), "scrolling to 75 % of the way (so far 0 %)"),
        (json!({ "scroll": { "px": 800, "container": ".main" } }), number(12.4), "scrolling to 800 px in .main (so far 12 px)"),
        (json!({ "scroll": { "element": "#end" } }), number(61.0), "the end of #end to come into view (so far 61 %)"),
        (json!({ "click": { "selector": ".cta", "delay": "2s" } }), text(""), "a click on .cta"),
        (json!({ "click": { "text": "Share" } }), text(""), r#"a click on "Share""#),
        (json!({ "click": { "selector": "button", "text": "Share" } }), text(""), r#"a click on button that says "Share""#),
        (json!({ "click": {} }), text(""), "a click on what is marked with data-effortlet"),
        (json!({ "helpCenter": { "visited": true } }), number(0.0), "a page of the help center"),
        (json!({ "helpCenter": { "articles": 3 } }), number(1.0), "3 different articles (so far 1 article)"),
        (json!({ "helpCenter": { "articles": 3 } }), number(0.0), "3 different articles (so far none. If this page is an article, name its address in helpCenter of the definition)"),
        (json!({ "helpCenter": { "searches": 2 } }), number(1.0), "2 different searches (so far 1 search)"),
        (json!({ "helpCenter": { "searchWithoutClick": true } }), number(7.0), "a search that is left, or looked at for 20 s, without opening an article (so far 7 s)"),
        (json!({ "helpCenter": { "pingPong": 2 } }), number(1.0), "2 quick ways from an article back to a list (so far once)"),
        (json!({ "helpCenter": { "contactAfter": 1 } }), number(0.0), "the contact page after 1 article (so far 0 articles)"),
        (json!({ "helpCenter": { "dwell": "1m" } }), number(12.34), "1 min spent on an article (so far 12.3 s)"),
        (json!({ "helpCenter": { "deadEnd": true } }), text(""), "an error page, or a search that finds nothing"),
        (json!({ "event": { "name": "go", "count": 3, "within": "10m" } }), number(2.0), r#"the event "go" 3 times within 10 min (so far 2 times)"#),
        (json!({ "event": { "name": "go", "where": { "plan": ["a", "b"], "total": { "atLeast": 5 } } } }), number(0.0), r#"the event "go" where plan is "a" or "b" and total is at least 5"#),
        (json!({ "sectionLeave": { "section": "billing" } }), text(""), r#"leaving the section "billing" (in no section)"#),
        (json!({ "sectionLeave": {} }), text("a b"), r#"leaving a section (in the section "a b")"#),
        (json!({ "time": { "activeTime": "30s" } }), number(4.0), "30 s of activity (so far 4 s)"),
        (json!({ "time": { "idle": "500ms" } }), number(0.25), "500 ms without activity (so far 0.3 s)"),
        (json!({ "link": {} }), text("https://a.example/"), "a link with ?effortlet=help-center (https://a.example/)"),
    ]
}

#[test]
fn a_survey_says_what_it_waits_for() {
    for (triggers, observed, words) in waiting() {
        let found = described(&triggers, &json!(null), explanation(Hold::Trigger, vec![(Truth::False, observed)], vec![]));
        assert_eq!(found.hold, Some(format!("triggers: waiting for {words}")));
    }
}

#[test]
fn a_trigger_says_when_its_survey_is_shown_where_that_is_not_at_once() {
    for (terms, expected) in [
        (json!({ "name": "go" }), None),
        (json!({ "name": "go", "delay": "5s" }), Some("shown 5 s later")),
        (json!({ "name": "go", "defer": true }), Some("shown on the next page")),
        (json!({ "name": "go", "delay": "2h", "defer": true }), Some("shown 2 h later, on the next page")),
    ] {
        let known = vec![(Truth::True, number(1.0))];
        let found = described(&json!({ "event": terms }), &json!(null), explanation(None, known, vec![]));
        assert_eq!(found.triggers.later.as_deref(), expected);
    }
}

#[test]
fn every_trigger_that_is_read_has_words() {
    let mut said: Vec<String> = waiting().iter().flat_map(|(tree, ..)| tree.as_object().unwrap().keys().cloned()).collect();
    said.dedup();
    let known: Vec<_> = EXPLAINED.triggers.iter().filter(|kind| kind.words.is_some()).map(|kind| kind.word).collect();
    assert_eq!(said, known);
}
