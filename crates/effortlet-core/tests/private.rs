//! What is remembered of a visitor who wants no lasting number and no history, and of one whom nobody can
//! ask anything.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use effortlet_core::definition;
use effortlet_core::edition::FULL;
use effortlet_core::engine::{Circumstances, Effect, Engine, Input, Journeys};
use effortlet_core::memory::{History, Memory, Session};
use effortlet_core::signal::Signal;
use effortlet_core::source::{Value, is_selector, parse_json, write};
use effortlet_core::template;
use effortlet_core::time::Timestamp;

const NOW: i64 = 1_795_338_300_000;

/// What is written in a visit in which the survey's trigger comes: each as it is kept.
fn remembered(audience: &str, is_private: bool, memory: &Memory) -> Vec<String> {
    let text = format!(
        r#"{{ "version": 1, "surveys": [{{ "id": "s", "template": "resolution", "audience": {audience},
            "triggers": {{ "event": {{ "name": "go" }} }}, "frequency": {{ "preset": "none", "rules": [{{ "on": "dismissed", "quiet": "1d" }}] }} }}] }}"#
    );
    let document = parse_json(&text).unwrap();
    let (definition, problems) = definition::read(&document, &template::ALL, &FULL, is_selector);
    assert_eq!(problems, []);
    let engine = Engine::new(&definition, &Journeys, memory.clone(), "en".into(), 7);
    let mut engine = if is_private { engine.in_private() } else { engine };
    let mut kept = Vec::new();
    let mut keep = |name: &str, value: Value| kept.push(format!("{name} {}", write(&value, |number| number.to_string())));
    let page = Input::Page { path: "/".into(), address: "https://acme.example/".into(), referrer: String::new(), signs: Vec::new() };
    let event = Input::Signal(Signal::Event("go".into(), Value::Absent));
    for input in [page, event, Input::Claimed(memory.clone(), Circumstances::default())] {
        engine.step(Timestamp(NOW), input, &mut |effect| match effect {
            Effect::Remember(memory) => keep("lasting", memory.to_value()),
            Effect::RememberSession(session) => keep("session", session.to_value()),
            Effect::RememberHistory(history) => keep("history", history.to_value()),
            _ => {}
        });
    }
    kept
}

fn seen() -> Memory {
    let history = History { first: Timestamp(1), visits: 5, last: Timestamp(2), ..History::default() };
    Memory { number: Some(9), history, session: Session { started: Timestamp(NOW), ..Session::default() }, ..Memory::default() }
}

fn new() -> Memory {
    Memory { number: None, history: History::default(), ..seen() }
}

/// Nobody is in so small a sample, and somebody has to draw a number to know it.
const SMALL: &str = r#"{ "sample": { "percent": 0.0000001 } }"#;

#[test]
fn who_wants_nothing_that_lasts_is_in_a_sample_for_the_session() {
    let session = format!("session [{NOW}]");
    assert_eq!(remembered(SMALL, true, &new()), [session.as_str()]);
    assert_eq!(remembered(SMALL, true, &seen()), [session.as_str()], "also where a number was kept before");
    let lasting = remembered(SMALL, false, &new());
    assert!(matches!(lasting.as_slice(), [number, _] if number.starts_with("lasting [") && number != "lasting [null]"), "{lasting:?}");
}

#[test]
fn who_wants_nothing_that_lasts_is_shown_what_asks_for_nothing_of_it() {
    let shown = remembered(r#"{ "page": { "path": "/" } }"#, true, &seen());
    assert_eq!(shown, [format!("lasting [null,\"s\",{NOW},3,{NOW}]"), format!("session [{NOW}]")]);
}

#[test]
fn visits_are_neither_counted_nor_known_of_who_wants_no_history() {
    for audience in [r#"{ "visitor": { "is": "new" } }"#, r#"{ "visitor": { "is": "returning" } }"#, r#"{ "visitor": { "visits": 5 } }"#, r#"{ "not": { "visitor": { "days": 1 } } }"#] {
        assert_eq!(remembered(audience, true, &seen()), [""; 0], "{audience}");
        assert!(!remembered(audience, false, &new()).is_empty(), "{audience}");
    }
}

#[test]
fn no_number_is_drawn_where_nobody_can_be_asked() {
    let mut dismissed = new();
    dismissed.show("s", Timestamp(NOW - 1));
    dismissed.end("s", Timestamp(NOW - 1), effortlet_core::memory::Outcome::Dismissed);
    let ended = r#"{ "all": [{ "sample": { "percent": 50 } }, { "page": { "path": "/other" } }] }"#;
    for (audience, memory) in [(r#"{ "sample": { "percent": 0 } }"#, &new()), (ended, &new()), (SMALL, &dismissed)] {
        assert_eq!(remembered(audience, false, memory), [""; 0], "{audience}");
    }
    let everybody = remembered(r#"{ "sample": { "percent": 100 } }"#, false, &new());
    assert!(everybody.iter().any(|it| it.starts_with("lasting [null,\"s\"")), "{everybody:?}");
}
