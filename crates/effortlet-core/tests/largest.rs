//! The largest response that any definition can ask for is below what the collector takes and the outbox
//! keeps.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use effortlet_core::answer::Act;
use effortlet_core::definition::{self, Definition};
use effortlet_core::edition::FULL;
use effortlet_core::interview::Interview;
use effortlet_core::privacy::Place;
use effortlet_core::response::limits::LARGEST_BODY;
use effortlet_core::response::{Context, Fact, Random, Response, read, stamped};
use effortlet_core::time::Timestamp;
use effortlet_core::{source, template};
use serde_json::{Value, json};

/// Four bytes each, and what JSON escapes.
const WIDEST: [&str; 3] = ["🙂", "\"", "\n"];

fn id(name: &str, number: usize) -> String {
    let name = format!("{name}{number}");
    [name.as_str(), &"-".repeat(64 - name.len())].concat()
}

/// As many questions as there may be: so many of them texts, of the others every second one a choice of
/// 20 options and words of one's own.
fn survey(texts: usize, choices: usize, limit: u32) -> Value {
    let options: Vec<_> = (0..20).map(|number| json!({ "id": id("o", number), "text": "An option" })).collect();
    let question = |number: usize| {
        let own = if number < texts {
            json!({ "kind": "text", "limit": limit })
        } else if number < texts + choices {
            json!({ "kind": "choice", "many": true, "options": options, "other": "Else", "limit": limit })
        } else {
            json!({ "kind": "effort", "scale": { "points": 10, "order": "leftToRight" } })
        };
        let mut question = json!({ "id": id("q", number), "text": "A question" });
        question.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
        question
    };
    json!({
        "id": id("s", 0), "version": "🙂".repeat(100), "triggers": { "exitIntent": {} },
        "questions": (0..50).map(question).collect::<Vec<_>>(),
    })
}

fn document(survey: &Value) -> source::Value {
    let long = ["/", &"é".repeat(5_000)].concat();
    source::Value::from(&json!({ "version": 1, "site": id("a", 0), "page": { "url": [long, "/**"] }, "surveys": [survey] }))
}

fn read_definition(document: &source::Value) -> Definition<'_> {
    definition::read(document, &template::ALL, &FULL, source::is_selector).0
}

fn largest(definition: &Definition<'_>, wide: &str) -> Response {
    let survey = definition.surveys.first().unwrap();
    let id = Random::new(1).uuid(Timestamp(1_795_338_300_000));
    let mut interview = Interview::begin(survey, "help-center", id, "x".repeat(500), "/".into(), Timestamp(0));
    for question in survey.questions.all() {
        let limit = question.asks.longest();
        let text = |used: u32| wide.repeat((limit - used) as usize);
        interview.act(Timestamp(1), match question.kind.word {
            "text" => Act::Write(["a", &text(45 + 2), "a"].concat()),
            "choice" => Act::Pick((1 << 21) - 1, ["a", &text(22 * 45 + 2), "a"].concat()),
            _ => Act::Rate(10),
        });
        interview.rev += 1;
    }
    assert!(interview.done() && interview.mistake.is_none());
    let much = wide.repeat(9_000);
    let mut response = interview.response(definition.site, Some(&much), Some(&much));
    let path = ["/", &"é".repeat(5_000)].concat();
    let place = Place { origin: "https://acme.example", path: &path, fragment: "" };
    definition.privacy.put(&mut response.page, &place, &much, Some(&wide.repeat(100)));
    let mut told = Context::default();
    for number in 0..60 {
        told.tell(&format!("{number}{}", wide.repeat(90)), Fact::Text(much.clone()), |_| String::new());
    }
    response.context = told;
    response
}

#[test]
fn the_largest_response_that_a_definition_can_ask_for_is_below_what_the_collector_takes() {
    let mut largest_of_all = 0;
    for (texts, choices) in [(2, 0), (3, 0), (50, 0), (12, 1), (12, 6), (1, 9), (0, 10), (25, 5)] {
        let fits = |limit: u32| !read_definition(&document(&survey(texts, choices, limit))).surveys.is_empty();
        let limits: Vec<u32> = (1..=5_000).collect();
        let limit = limits.partition_point(|limit| fits(*limit)) as u32;
        let document = document(&survey(texts, choices, limit));
        for wide in WIDEST {
            let response = largest(&read_definition(&document), wide);
            let value = source::Value::from(response);
            read(&value).unwrap();
            let text = stamped(&source::write(&value, |number| number.to_string()), Timestamp(i64::from(u32::MAX) * 1_000));
            assert!(text.len() <= LARGEST_BODY - "[]".len(), "{} bytes of {texts} texts, {choices} choices", text.len());
            largest_of_all = largest_of_all.max(text.len());
        }
    }
    assert!(largest_of_all > LARGEST_BODY * 9 / 10, "{largest_of_all} bytes, so more could be allowed");
}
