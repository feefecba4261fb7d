//! Trees: the first thing of all, each of any, and what must not be; and whole definitions.

use super::*;
use effortlet_core::source::parse_json;
use std::path::Path;
use std::fs;

#[test]
fn of_a_tree_of_triggers_is_said_what_lacks() {
    let (go, cta) = (json!({ "event": { "name": "go" } }), json!({ "click": { "selector": ".cta" } }));
    let scroll = json!({ "scroll": { "percent": 75 } });
    for (tree, known, words) in [
        (
            json!({ "all": [go, cta, scroll] }),
            vec![(Truth::True, number(1.0)), (Truth::False, text("")), (Truth::False, number(9.0))],
            "waiting for a click on .cta",
        ),
        (
            json!({ "any": [go, scroll] }),
            vec![(Truth::False, number(0.0)), (Truth::False, number(9.0))],
            r#"waiting for the event "go", or scrolling to 75 % (so far 9 %)"#,
        ),
        (
            json!({ "seq": [go, cta], "within": "1h" }),
            vec![(Truth::True, number(1.0)), (Truth::False, text(""))],
            "waiting for a click on .cta",
        ),
        (
            json!({ "all": [go, { "not": cta }] }),
            vec![(Truth::True, number(1.0)), (Truth::True, text(""))],
            "not after a click on .cta, which has come",
        ),
        (scroll.clone(), vec![(Truth::Unknown, number(0.0))], "waiting for scrolling to 75 % (nothing was read yet)"),
        (
            json!({ "not": scroll }),
            vec![(Truth::Unknown, number(0.0))],
            "not after scrolling to 75 %, which may still come",
        ),
    ] {
        let found = described(&tree, &json!(null), explanation(Hold::Trigger, known, vec![]));
        assert_eq!(found.hold, Some(format!("triggers: {words}")));
    }
}

#[test]
fn of_a_tree_of_conditions_is_said_what_lacks() {
    let (page, open) = (json!({ "page": { "path": "/a" } }), json!({ "condition": { "name": "open" } }));
    for (tree, known, words) in [
        (
            json!({ "not": page }),
            vec![(Truth::True, text("https://a.example/a"))],
            "not where the page's path is /a (found https://a.example/a)",
        ),
        (
            json!({ "any": [page, open] }),
            vec![(Truth::False, text("/b")), (Truth::Unknown, text(""))],
            r#"only where the page's path is /a (found /b), or where the page says yes to "open" (not known)"#,
        ),
        (
            json!({ "not": { "all": [page, open] } }),
            vec![(Truth::True, text("/a")), (Truth::True, text("true"))],
            r#"not where the page's path is /a (found /a), or not where the page says yes to "open""#,
        ),
        (
            json!({ "sample": { "percent": 5 } }),
            vec![(Truth::Unknown, text(""))],
            "only where the visitor falls in the sample of 5 % (drawn when the triggers come)",
        ),
    ] {
        let hold = Hold::Audience(Truth::False);
        let found = described(&json!({ "event": { "name": "go" } }), &tree, explanation(hold, vec![], known));
        assert_eq!(found.hold, Some(format!("audience: {words}")));
    }
}

#[test]
fn a_sequence_says_within_what_time() {
    let tree = json!({ "seq": [{ "event": { "name": "go" } }, { "link": {} }], "within": "10m" });
    let known = vec![(Truth::True, number(1.0)), (Truth::Unknown, text(""))];
    let found = described(&tree, &json!(null), explanation(None, known, vec![])).triggers;
    assert_eq!((found.is, found.wants.as_str()), (Truth::Unknown, "in this order within 10 min"));
    assert_eq!(found.terms, Some(Value::from(&json!({ "within": "10m" }))));
}

/// As the types in `loader/effortlet.d.ts` have it.
#[test]
fn what_is_told_has_the_fields_that_teams_know() {
    let tree = json!({ "any": [{ "scroll": { "percent": 75 } }] });
    let known = vec![(Truth::False, number(40.0))];
    let found = described(&tree, &json!(null), explanation(Hold::Trigger, known, vec![]));
    assert_eq!(serde_json::to_value(found).unwrap(), json!({
        "survey": "help-center",
        "hold": "triggers: waiting for scrolling to 75 % (so far 40 %)",
        "triggers": {
            "name": "any", "is": "false", "wants": "any of",
            "parts": [
                { "name": "scroll", "is": "false", "terms": { "percent": 75.0 }, "wants": "scrolling to 75 %", "found": "40 %" },
            ],
        },
    }));
}

#[test]
fn what_stands_in_an_element_is_asked_only_where_that_is() {
    let survey = json!({ "id": "help-center", "triggers": { "link": {} }, "layout": { "inline": { "selector": ".here" } } });
    let explanation = explanation(Hold::Audience(Truth::False), vec![], vec![(Truth::False, text("false"))]);
    let found = describe(&Value::from(&json!({ "surveys": [survey] })), &explanation);
    assert_eq!(found.hold.as_deref(), Some("audience: only where the page has an element .here (found none)"));
}

#[test]
fn every_survey_of_a_good_definition_is_said_in_words_whatever_it_leaves_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/definitions/good");
    let mut described = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let definition = parse_json(&fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        for survey in definition.field("surveys").items() {
            let known = || vec![(Truth::False, text("")); 50];
            let survey = survey.field("id").text_or_empty().clone();
            let explanation = Explanation { survey, ..explanation(Hold::Trigger, known(), known()) };
            let mut words = serde_json::to_value(describe(&definition, &explanation)).unwrap();
            leave_terms_out(&mut words);
            let words = words.to_string();
            for wrong in ["null", "NaN", "and and", "and\"", "\"wants\":\"\"", "  ", " )"] {
                assert!(!words.contains(wrong), "{wrong} in {words}");
            }
            described += 1;
        }
    }
    assert!(described > 100, "only {described} surveys");
}

fn leave_terms_out(value: &mut Json) {
    match value {
        Json::Object(entries) => {
            entries.remove("terms");
            entries.values_mut().for_each(leave_terms_out);
        }
        Json::Array(items) => items.iter_mut().for_each(leave_terms_out),
        _ => {}
    }
}
