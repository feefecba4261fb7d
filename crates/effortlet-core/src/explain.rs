//! Why a survey is not shown, in words for those who wrote its definition: the first thing that holds
//! it back, and each part of its triggers and its audience.
//!
//! Each kind says itself what it wants and what was observed; here is only what combines them. Never
//! a part of the widget.

mod finding;
mod hold;
mod lack;

pub use finding::Finding;

use crate::edition::EXPLAINED;
use crate::explanation::{Explanation, Hold};
use crate::observed::Observed;
use crate::phrase::span;
use crate::source::Value;
use crate::time::Timestamp;
use crate::tree::Truth;
use alloc::{string::String, vec::Vec};
use finding::{Said, finding};
use lack::{lacks, only_where, waiting};
use serde::Serialize;

/// What `explain` resolves to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Description {
    pub survey: String,
    /// The first thing that holds the survey back; nothing when it would show now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold: Option<String>,
    /// When that is over, in RFC 3339; nothing when it is not a matter of time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    pub triggers: Finding,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Finding>,
}

/// `definition` is the document that the survey was read from.
pub fn describe(definition: &Value, explanation: &Explanation) -> Description {
    let Explanation { survey: id, hold, until, triggers, conditions } = explanation;
    let (triggers, audience) = trees(definition, id, triggers, conditions);
    let hold = hold.map(|hold| match (hold, &audience) {
        (Hold::Trigger, _) => ["triggers: ", &lacks(&triggers, &waiting)].concat(),
        (Hold::Audience(_), Some(audience)) => ["audience: ", &left_out(audience)].concat(),
        _ => hold::words(hold, until.is_none()),
    });
    let until = until.map(|until| Timestamp::from_js(until).rfc3339());
    Description { survey: id.clone(), hold, until, triggers, audience }
}

/// The trees of a survey's triggers and of its audience, with what is known of their leaves.
pub(crate) fn trees(
    definition: &Value,
    id: &str,
    triggers: &[(Truth, Observed)],
    conditions: &[(Truth, Observed)],
) -> (Finding, Option<Finding>) {
    let survey = survey(definition, id);
    let say = |name: &str, observed: &Observed, terms: &Value| say_trigger(name, observed, terms, id);
    let triggers = finding(survey.field("triggers"), &mut triggers.iter(), &say);
    let asked = audience(survey);
    (triggers, asked.map(|asked| finding(&asked, &mut conditions.iter(), &say_condition)))
}

/// As it stands in the document.
pub(crate) fn survey<'v>(definition: &'v Value, id: &str) -> &'v Value {
    let mut surveys = definition.field("surveys").items().iter();
    surveys.find(|survey| survey.field("id").text() == Some(id)).unwrap_or_default()
}

/// Whom a survey is for, as a tree; nothing where that is everybody.
pub(crate) fn audience(survey: &Value) -> Option<Value> {
    whom(survey.field("audience"), survey.field("layout").field("inline"))
}

/// What would have to be otherwise with a visit, in words.
pub(crate) fn left_out(audience: &Finding) -> String {
    lacks(audience, &only_where)
}

fn say_trigger(name: &str, observed: &Observed, terms: &Value, survey: &str) -> Said {
    let words = EXPLAINED.triggers.iter().find(|kind| kind.word == name).and_then(|kind| kind.words);
    let Some(words) = words else { return Said::default() };
    Said {
        wants: (words.wants)(terms, survey),
        later: later(terms),
        found: (words.observed)(observed, terms),
        grows: words.grows,
        unknown: "nothing was read yet",
    }
}

fn say_condition(name: &str, observed: &Observed, terms: &Value) -> Said {
    let words = EXPLAINED.conditions.iter().find(|kind| kind.word == name).and_then(|kind| kind.words);
    let Some(words) = words else { return Said::default() };
    Said {
        wants: (words.wants)(terms),
        found: (words.observed)(observed, terms),
        unknown: words.unknown,
        ..Said::default()
    }
}

/// When a survey is due after its trigger has come; nothing where that is at once.
fn later(terms: &Value) -> Option<String> {
    let mut parts = Vec::new();
    if *terms.field("delay") != Value::Absent {
        parts.push([span(terms.field("delay")).as_str(), " later"].concat());
    }
    if terms.field("defer").flag() == Some(true) {
        parts.push("on the next page".into());
    }
    if parts.is_empty() { None } else { Some(["shown ", &parts.join(", ")].concat()) }
}

/// What stands in an element is asked only where the element is: a condition after all others.
fn whom(audience: &Value, element: &Value) -> Option<Value> {
    let there = || Value::Object(Vec::from([("element".into(), element.clone())]));
    match (audience, element) {
        (Value::Absent, Value::Absent) => None,
        (audience, Value::Absent) => Some(audience.clone()),
        (Value::Absent, _) => Some(there()),
        (audience, _) => {
            let both = Value::List(Vec::from([audience.clone(), there()]));
            Some(Value::Object(Vec::from([("all".into(), both)])))
        }
    }
}
