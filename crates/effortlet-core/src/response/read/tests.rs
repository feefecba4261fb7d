use super::*;
use crate::edition::FULL;
use crate::answer::Act;
use crate::{definition, source, template};
use crate::interview::{Interview, Progress};
use crate::response::Random;
use crate::time::Timestamp;
use serde_json::{Value as Json, json};

fn read(json: &Json) -> Result<Response, Refusal> {
    super::read(&Value::from(json))
}

fn complete() -> Json {
    json!({
        "schema": 1, "id": "01990000-abcd-7000-8000-00000000000a", "rev": 2, "state": "complete",
        "survey": "help-center", "surveyVersion": "3f9a", "trigger": "scroll", "locale": "ro",
        "answers": [
            { "question": "found", "kind": "yesNo", "value": "yes" },
            { "question": "effort", "kind": "effort", "value": 6, "points": 7, "easyIs": "high" },
            { "question": "improve", "kind": "text", "value": "Mai puțin text" },
        ],
        "page": { "url": "https://acme.example/help/billing/refunds", "title": "Refunds", "section": "billing" },
        "timing": { "shownAt": "2026-11-22T09:05:00Z", "answeredAt": "2026-11-22T09:05:09Z" },
        "context": { "plan": "team", "seats": 12, "trial": false },
    })
}

/// The complete response with one value put in the place of another, `null` to take it away.
fn with(pointer: &str, value: Json) -> Json {
    let mut document = complete();
    match document.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            document.pointer_mut(parent).unwrap()[key] = value;
        }
    }
    document
}

/// The response before anything was answered, with other values for some of its keys.
fn shown(changes: Json) -> Json {
    let mut document = complete();
    let first = json!({ "rev": 0, "state": "shown", "answers": [], "timing": { "shownAt": "2026-11-22T09:05:00Z" } });
    for (key, value) in [first, changes].iter().flat_map(|it| it.as_object().unwrap()) {
        document[key] = value.clone();
    }
    document
}

fn first_problem(problems: Vec<Problem>) -> String {
    problems.first().map(Problem::message).unwrap_or_default()
}

#[test]
fn a_response_is_read_as_the_widget_wrote_it() {
    let response = read(&complete()).unwrap();
    let mut written = serde_json::to_value(&response).unwrap();
    written["context"]["seats"] = json!(12);
    assert_eq!(written, complete());
    let more = shown(json!({ "site": "acme", "page": { "url": "/", "title": "", "revision": "7" }, "context": {} }));
    assert_eq!(serde_json::to_value(read(&more).unwrap()).unwrap(), more);
}

#[test]
fn what_is_possible_is_taken() {
    let one = json!([{ "question": "found", "kind": "yesNo", "value": "no" }]);
    let chosen = |id: &str| json!({ "question": "why", "kind": "choice", "value": id });
    let beside = json!({ "question": "why", "kind": "text", "value": "Too dear" });
    for (what, document) in [
        ("keys of a newer widget", with("/mood", json!({ "of": "the day" }))),
        ("a new key in an answer", with("/answers/0/tookMs", json!(812))),
        ("a trigger of a newer widget", with("/trigger", json!("sectionLeave"))),
        ("a way of a trigger", with("/trigger", json!("helpCenter.searches"))),
        ("a page without a title", with("/page/title", json!(""))),
        ("no context", with("/context", json!(null))),
        ("complete though all was skipped", with("/answers", json!([]))),
        ("a text of 5,000 characters", with("/answers/2/value", json!("ă".repeat(5_000)))),
        ("the highest rating", with("/answers/1/value", json!(7))),
        ("a whole number with a point", with("/answers/1/value", json!(7.0))),
        ("one answer", with("/answers", one)),
        ("one that was only shown", shown(json!({}))),
        ("the last revision there may be", with("/rev", json!(1_000))),
        ("the site of its definition", with("/site", json!("acme-help_2"))),
        ("the page's own revision", with("/page/revision", json!("2026-11-20T08:00:00+02:00"))),
        ("a scale from left to right", with("/answers/1/order", json!("leftToRight"))),
        ("one option of a choice", with("/answers", json!([chosen("price")]))),
        ("two options, and words beside", with("/answers", json!([chosen("price"), chosen("other"), beside]))),
    ] {
        assert!(read(&document).is_ok(), "{what}: {:?}", read(&document));
    }
}

/// Guards against answers that the widget posts and the collector refuses.
#[test]
fn whatever_an_interview_leads_to_is_taken() {
    let value = source::parse_json(INTERVIEWS).unwrap();
    let (definition, problems) = definition::read(&value, &template::ALL, &FULL, source::is_selector);
    assert_eq!(problems, []);
    let mut random = Random::new(5);
    let text = "ș".repeat(6_000);
    let mut posted = 0;
    for round in 0..400 {
        let survey = &definition.surveys[round % definition.surveys.len()];
        let id = random.uuid(Timestamp(1_795_338_300_000));
        let mut interview = Interview::begin(survey, "scroll", id.clone(), "en".into(), "/".into(), Timestamp(0));
        for step in 0..12 {
            match interview.act(Timestamp(step), any_act(&mut random, &text)) {
                Progress::Turned => continue,
                Progress::Closed if interview.begun() => break,
                Progress::Given(_) | Progress::Closed => {}
            }
            interview.rev += 1;
            let response = read(&composed(&interview)).unwrap();
            assert_eq!((&response.id, response.rev, response.state), (&id, interview.rev, interview.state()));
            posted += 1;
        }
    }
    assert!(posted > 400, "{posted}");
}

/// What `src/response.js` makes of it.
fn composed(interview: &Interview<'_>) -> Json {
    let survey = interview.survey;
    let answers: Vec<_> = interview.all_answered().collect();
    json!({
        "schema": SCHEMA, "id": interview.id, "rev": interview.rev, "state": interview.state(),
        "survey": survey.id, "surveyVersion": survey.version, "trigger": interview.trigger,
        "locale": interview.language, "answers": answers,
        "page": { "url": "https://acme.example/", "title": "" },
        "timing": {
            "shownAt": interview.shown.rfc3339(),
            "answeredAt": interview.answered_at.map(Timestamp::rfc3339),
        },
    })
}

const INTERVIEWS: &str = r#"{ "version": 1, "organization": "Acme", "endpoint": "/v1/responses", "surveys": [
    { "id": "a", "template": "help-center", "triggers": { "scroll": { "percent": 50 } } },
    { "id": "b", "template": "first-contact", "triggers": { "scroll": { "percent": 50 } } },
    { "id": "c", "template": "resolution", "triggers": { "scroll": { "percent": 50 } } },
    { "id": "d", "template": "effort-10", "triggers": { "scroll": { "percent": 50 } } },
    { "id": "e", "triggers": { "scroll": { "percent": 50 } }, "questions": [
        { "id": "why", "kind": "text", "text": "Why?", "optional": true },
        { "id": "five", "kind": "effort", "text": "How?", "scale": { "points": 5, "easyIs": "low" }, "optional": true },
        { "id": "found", "kind": "yesNo", "text": "Found?", "optional": true } ] },
    { "id": "f", "triggers": { "scroll": { "percent": 50 } }, "questions": [
        { "id": "why", "kind": "choice", "text": "Why?", "many": true, "other": "Something else", "optional": true,
          "options": [ { "id": "price", "text": "The price" }, { "id": "speed", "text": "The speed" } ] },
        { "id": "said", "kind": "message", "text": "Thank you for {answer.why}" },
        { "id": "one", "kind": "choice", "text": "Which?",
          "options": [ { "id": "a", "text": "A" }, { "id": "b", "text": "B" } ],
          "branch": [ { "when": { "answer": "why", "is": "price" }, "to": "end" } ] },
        { "id": "more", "kind": "text", "text": "More?", "optional": true } ] } ] }"#;

/// `text` is 6,000 characters of two bytes.
fn any_act(random: &mut Random, text: &str) -> Act {
    match random.draw() % 20 {
        0..4 => Act::Choose(random.draw().is_multiple_of(2), "Yes".into()),
        4..8 => Act::Rate((random.draw() % 12) as u8),
        8..11 => Act::Write(text[..2 * (random.draw() % 6_000) as usize].into()),
        11..13 => Act::Skip,
        13 => Act::Next,
        14 => Act::Back,
        15..19 => Act::Pick((random.draw() % 12) as u32, text[..2 * (random.draw() % 3_000) as usize].into()),
        _ => Act::Close,
    }
}

#[test]
fn a_response_of_another_shape_is_malformed() {
    for (document, expected) in [
        (json!("hello"), "definition: expected an object"),
        (json!([1]), "definition: expected an object"),
        (with("/schema", json!("1")), "schema: expected 1"),
        (with("/id", json!(7)), "id: expected text that is not blank"),
        (with("/rev", json!("2")), "rev: expected a whole number from 0 to 1000"),
        (with("/state", json!("done")), "state: expected shown, partial, complete or dismissed"),
        (with("/survey", json!(" ")), "survey: expected text that is not blank"),
        (with("/surveyVersion", json!(null)), "surveyVersion: expected text that is not blank"),
        (with("/trigger", json!(null)), "trigger: expected text that is not blank"),
        (with("/locale", json!(3)), "locale: expected text that is not blank"),
        (with("/answers", json!({})), "answers: expected a list of answers"),
        (with("/answers/0", json!("yes")), "answers[0]: expected an object"),
        (with("/answers/0/question", json!(null)), "answers[0].question: expected text that is not blank"),
        (with("/answers/0/kind", json!("stars")), "answers[0].kind: expected yesNo, effort, text or choice"),
        (with("/answers/0/value", json!(["yes"])), "answers[0].value: expected yes or no"),
        (with("/answers/1/value", json!(null)), "answers[1].value: expected a whole number from 1 to 7"),
        (with("/answers/1/points", json!(null)), "answers[1].points: expected 5, 7 or 10"),
        (with("/answers/1/easyIs", json!("up")), "answers[1].easyIs: expected high or low"),
        (with("/answers/2/value", json!({})), "answers[2].value: expected text"),
        (with("/page", json!("/help")), "page: expected an object"),
        (with("/page/url", json!(null)), "page.url: expected text that is not blank"),
        (with("/page/title", json!(null)), "page.title: expected text"),
        (with("/page/section", json!(4)), "page.section: expected text that is not blank"),
        (with("/timing", json!(null)), "timing: expected an object"),
        (with("/timing/shownAt", json!(null)), "timing.shownAt: expected a moment in RFC 3339"),
        (with("/timing/sentAt", json!(5)), "timing.sentAt: expected text that is not blank"),
        (with("/context", json!([])), "context: expected an object"),
        (with("/context/plan", json!({})), "context.plan: expected text, a number, true or false"),
    ] {
        match read(&document) {
            Err(Refusal::Malformed(problems)) => assert_eq!(first_problem(problems), expected),
            other => panic!("{expected}: {other:?}"),
        }
    }
}

#[test]
fn a_response_that_no_widget_could_produce_is_impossible() {
    let chosen = |id: &str| json!({ "question": "why", "kind": "choice", "value": id });
    let beside = json!({ "question": "why", "kind": "text", "value": "Too dear" });
    let once = "answers[1].question: expected each question answered once";
    let many: Vec<Json> = (0..1_101)
        .map(|index| json!({ "question": format!("q{index}"), "kind": "yesNo", "value": "no" }))
        .collect();
    let mut dismissed = with("/state", json!("dismissed"));
    dismissed["answers"] = json!([]);
    let unanswered = with("/timing/answeredAt", json!(null));
    for (document, expected) in [
        (with("/schema", json!(2)), "schema: expected 1"),
        (with("/id", json!("01990000-abcd-4000-8000-00000000000a")), "id: expected a UUID of version 7"),
        (with("/id", json!("01990000-ABCD-7000-8000-00000000000A")), "id: expected a UUID of version 7"),
        (with("/id", json!("01990000-abcd-7000-c000-00000000000a")), "id: expected a UUID of version 7"),
        (with("/id", json!("42")), "id: expected a UUID of version 7"),
        (with("/rev", json!(0)), "rev: expected a whole number from 1 to 1000"),
        (with("/rev", json!(1_001)), "rev: expected a whole number from 0 to 1000"),
        (with("/rev", json!(4_294_967_295_u32)), "rev: expected a whole number from 0 to 1000"),
        (with("/state", json!("shown")), "rev: expected 0 while it is shown"),
        (shown(json!({ "rev": 1 })), "rev: expected 0 while it is shown"),
        (shown(json!({ "answers": complete()["answers"] })), "answers: expected no answers in a response that was only shown or dismissed"),
        (shown(json!({ "timing": complete()["timing"] })), "timing.answeredAt: expected nothing in a response that was only shown or dismissed"),
        (with("/survey", json!("help center")), "survey: expected an id of 1 to 64 letters, digits, hyphens and underscores"),
        (with("/site", json!("../acme")), "site: expected an id of 1 to 64 letters, digits, hyphens and underscores"),
        (with("/trigger", json!("<b>")), "trigger: expected an id of 1 to 64 letters, digits, hyphens and underscores, or two with a dot between them"),
        (with("/trigger", json!("helpCenter.")), "trigger: expected an id of 1 to 64 letters, digits, hyphens and underscores, or two with a dot between them"),
        (with("/trigger", json!("a.b.c")), "trigger: expected an id of 1 to 64 letters, digits, hyphens and underscores, or two with a dot between them"),
        (with("/answers/0/question", json!("x".repeat(65))), "answers[0].question: expected an id of 1 to 64 letters, digits, hyphens and underscores"),
        (with("/page/revision", json!("x".repeat(101))), "page.revision: expected at most 100 characters"),
        (with("/rev", json!(-1)), "rev: expected a whole number from 0 to 1000"),
        (with("/rev", json!(1.5)), "rev: expected a whole number from 0 to 1000"),
        (with("/state", json!("dismissed")), "answers: expected no answers in a response that was only shown or dismissed"),
        (dismissed, "timing.answeredAt: expected nothing in a response that was only shown or dismissed"),
        (unanswered, "timing.answeredAt: expected the moment of the latest answer, or of what was skipped"),
        (with("/answers", json!(many)), "answers: expected at most 1,100 answers"),
        (with("/answers", json!([chosen("price"), chosen("price")])), once),
        (with("/answers", json!([beside, chosen("price")])), once),
        (with("/answers", json!([beside, beside])), once),
        (with("/answers", json!([chosen("no id")])), "answers[0].value: expected an id of 1 to 64 letters, digits, hyphens and underscores"),
        (with("/answers/0", json!({ "question": "why", "kind": "choice", "value": 1 })), "answers[0].value: expected the id of an option"),
        (with("/answers/0/value", json!("maybe")), "answers[0].value: expected yes or no"),
        (with("/answers/0/value", json!(1)), "answers[0].value: expected yes or no"),
        (with("/answers/0/points", json!(7)), "answers[0].points: expected nothing, since only a rating has a scale"),
        (with("/answers/1/value", json!("6")), "answers[1].value: expected a whole number from 1 to 7"),
        (with("/answers/1/value", json!(0)), "answers[1].value: expected a whole number from 1 to 7"),
        (with("/answers/1/value", json!(8)), "answers[1].value: expected a whole number from 1 to 7"),
        (with("/answers/1/value", json!(-3)), "answers[1].value: expected a whole number from 1 to 7"),
        (with("/answers/1/value", json!(5.5)), "answers[1].value: expected a whole number from 1 to 7"),
        (with("/answers/1/points", json!(5)), "answers[1].value: expected a whole number from 1 to 5"),
        (with("/answers/1/points", json!(6)), "answers[1].points: expected 5, 7 or 10"),
        (with("/answers/1/points", json!(11)), "answers[1].points: expected 5, 7 or 10"),
        (with("/answers/1/order", json!("upward")), "answers[1].order: expected leftToRight"),
        (with("/answers/0/order", json!("leftToRight")), "answers[0].order: expected nothing, since only a rating has a scale"),
        (with("/answers/2/value", json!(4)), "answers[2].value: expected text"),
        (with("/answers/2/value", json!("  ")), "answers[2].value: expected text"),
        (with("/answers/2/value", json!("x".repeat(5_001))), "answers[2].value: expected at most 5,000 characters"),
        (with("/answers/2/easyIs", json!("low")), "answers[2].easyIs: expected nothing, since only a rating has a scale"),
        (with("/answers/2/question", json!("found")), "answers[2].question: expected each question answered once"),
        (with("/timing/shownAt", json!("yesterday")), "timing.shownAt: expected a moment in RFC 3339"),
        (with("/timing/answeredAt", json!("2026-11-31T09:05:00Z")), "timing.answeredAt: expected a moment in RFC 3339"),
        (with("/timing/sentAt", json!("12:00")), "timing.sentAt: expected a moment in RFC 3339"),
    ] {
        match read(&document) {
            Err(Refusal::Impossible(problems)) => assert_eq!(first_problem(problems), expected),
            other => panic!("{expected}: {other:?}"),
        }
    }
}

#[test]
fn every_problem_of_the_graver_kind_is_told() {
    let mut document = with("/survey", json!(null));
    document["locale"] = json!(null);
    document["rev"] = json!(0);
    let Err(Refusal::Malformed(problems)) = read(&document) else { panic!() };
    let places: Vec<&str> = problems.iter().map(|problem| problem.place.as_str()).collect();
    assert_eq!(places, ["survey", "locale"]);
}
