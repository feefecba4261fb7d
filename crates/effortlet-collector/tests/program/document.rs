//! Responses as the widget posts them for the demo's definition.

use effortlet_core::edition::EXPLAINED;
use effortlet_core::response::Random;
use effortlet_core::source::{is_selector, parse_json};
use effortlet_core::time::Timestamp;
use effortlet_core::{definition, template};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// The survey of `www/effortlet.json` that everybody is asked.
const SURVEY: &str = "help-center";

const NOW: Timestamp = Timestamp(1_795_338_300_000);

pub(crate) const LAST_REV: u32 = 3;

pub(crate) fn id(number: u64) -> String {
    Random::new(number).uuid(NOW)
}

/// Revision 1 to 3 of a response: one more answer with each, complete with the last.
pub(crate) fn revision(number: u64, rev: u32) -> String {
    let answers = [
        json!({ "question": "found", "kind": "yesNo", "value": "yes" }),
        json!({ "question": "effort", "kind": "effort", "value": 6, "points": 7, "easyIs": "high" }),
        json!({ "question": "improve", "kind": "text", "value": format!("Shorter, please ({number})") }),
    ];
    let answers: Vec<Value> = answers.into_iter().take(rev as usize).collect();
    json!({
        "schema": 1, "id": id(number), "rev": rev, "state": if rev == LAST_REV { "complete" } else { "partial" },
        "survey": SURVEY, "surveyVersion": version(), "trigger": "scroll", "locale": "en", "answers": answers,
        "page": { "url": "https://acme.example/help/billing/refunds", "title": "Refunds" },
        "timing": { "shownAt": NOW.rfc3339(), "answeredAt": NOW.rfc3339() },
        "context": {},
    })
    .to_string()
}

/// The version that the demo's definition has today.
fn version() -> String {
    const DEFINITION: &str = include_str!("../../../../www/effortlet.json");
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let document = parse_json(DEFINITION).unwrap();
        let (definition, _) = definition::read(&document, &template::ALL, &EXPLAINED, is_selector);
        definition.surveys.iter().find(|it| it.id == SURVEY).unwrap().version.clone()
    });
    VERSION.clone()
}
