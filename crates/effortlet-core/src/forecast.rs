//! What a definition comes to before anybody has visited: what each survey waits for, where, for whom and how often,
//! and what cannot come at all.
//!
//! Never invents: what a page or a visitor would have to say is told as unknown. Never a part of the widget.

mod page;
mod given;
mod known;
mod often;
mod told;
mod lines;

pub use lines::lines;
pub use page::{Found, Page};

use crate::definition::Definition;
use crate::explain::{Finding, left_out, trees};
use crate::observed::Observed;
use crate::phrase::say;
use crate::source::Value;
use crate::survey::Survey;
use crate::time::Timestamp;
use crate::tree::Truth;
use alloc::{string::{String, ToString}, vec::Vec};
use given::Given;
use known::Known;
use serde::Serialize;
use told::Told;

/// What `npx effortlet explain` says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Forecast {
    /// The page that was named; nothing where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Found>,
    /// In the order in which they take precedence.
    pub surveys: Vec<Asked>,
    /// What is to be known of all of them.
    pub notes: Vec<String>,
}

/// When one survey is asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    pub survey: String,
    pub triggers: Finding,
    /// What has to be so of the page, and of its visitor; all of it.
    pub pages: Vec<Finding>,
    pub visitors: Vec<Finding>,
    pub frequency: Vec<String>,
    /// What cannot come, whoever visits whatever page.
    pub never: Vec<String>,
    /// What the page that was named has to do with it.
    pub here: Vec<String>,
    /// What cannot be told from what was given.
    pub unknown: Vec<String>,
}

/// Of the surveys of a definition that have no mistakes; `document` is what it was read from.
pub fn forecast(document: &Value, definition: &Definition<'_>, page: Option<&Page<'_>>, at: Timestamp) -> Forecast {
    let found = page.map(|page| page.found(document, &definition.help_center));
    let given = Given { document, page, found: found.as_ref() };
    let surveys = definition.surveys.iter().map(|survey| asked(survey, given, at)).collect();
    let mut notes = Vec::from([String::from(
        "Nothing is asked while the visitor is busy: while a dialog is open, something is typed or selected, or a video plays with its sound on. A survey waits up to 30 seconds for the end of that.",
    )]);
    if definition.surveys.len() > 1 {
        notes.push("Where two surveys could be asked at the same moment, the one that stands first in the definition is.".into());
    }
    if !definition.endpoint {
        notes.push("No endpoint is named: answers go to v1/responses beside the script tag's file where the definition stands there too, as with `effortlet serve`; elsewhere they are told to the page alone, and stored nowhere.".into());
    }
    Forecast { page: found, surveys, notes }
}

fn asked(survey: &Survey<'_>, given: Given<'_>, at: Timestamp) -> Asked {
    let known = Known::of(survey, given, at);
    let untold: Vec<_> = survey.triggers.moments.iter().map(|_| (Truth::Unknown, Observed::Nothing)).collect();
    let (triggers, certain) = trees(given.document, survey.id, &untold, &known.certain);
    let (_, audience) = trees(given.document, survey.id, &untold, &known.here);
    let mut told = Told::default();
    for part in parts(certain).iter().filter(|part| part.is == Truth::False) {
        told.never.push(say(&["Nobody is asked: ", &left_out(part), "."]));
    }
    if told.never.is_empty() {
        for part in parts(audience.clone()).iter().filter(|part| part.is == Truth::False) {
            told.here.push(say(&["It is not asked on this page: ", &left_out(part), "."]));
        }
    }
    told.triggers(survey, &triggers, given);
    let (pages, visitors) = parts(audience).into_iter().partition(known::is_of_page);
    let frequency = often::words(&survey.frequency);
    let Told { never, here, unknown } = told;
    Asked { survey: survey.id.to_string(), triggers, pages, visitors, frequency, never, here, unknown }
}

/// All that has to hold together.
fn parts(audience: Option<Finding>) -> Vec<Finding> {
    match audience {
        Some(Finding { name, parts: Some(parts), .. }) if name == "all" => parts,
        one => one.into_iter().collect(),
    }
}
