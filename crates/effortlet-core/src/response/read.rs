//! Reads a posted response and says what is wrong with it.
//!
//! Keys that are not known are left alone, since a newer widget may add some.
//! Never lets through what no widget could have produced.

mod findings;
mod answer;
mod moment;

pub use moment::moment;

use super::{Context, Fact, Page, Response, SCHEMA, State, Timing};
use crate::source::{Node, Problem, Value};
use answer::answers;
use findings::{Findings, Posted, whole, word};

/// Why a posted response is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not the shape of a response.
    Malformed(Vec<Problem>),
    /// It has the shape, but no widget could have produced it.
    Impossible(Vec<Problem>),
}

/// The response, or every problem of the graver kind.
pub fn read(value: &Value) -> Result<Response, Refusal> {
    let mut findings = Findings::default();
    let response = response(&Node::root(value), &mut findings);
    match response {
        _ if !findings.malformed.is_empty() => Err(Refusal::Malformed(findings.malformed)),
        Some(response) if findings.impossible.is_empty() => Ok(response),
        _ => Err(Refusal::Impossible(findings.impossible)),
    }
}

fn response(node: &Posted, findings: &mut Findings) -> Option<Response> {
    node.entries("an object", &mut findings.malformed)?;
    let schema = whole(&node.field("schema"), SCHEMA, SCHEMA, "1", findings);
    let id = identifier(&node.field("id"), findings);
    let rev = whole(&node.field("rev"), 1, u32::MAX, "a whole number from 1", findings);
    let state = word(&node.field("state"), &STATES, &mut findings.malformed);
    let survey = node.field("survey").text(&mut findings.malformed);
    let survey_version = node.field("surveyVersion").text(&mut findings.malformed);
    let trigger = node.field("trigger").text(&mut findings.malformed);
    let locale = node.field("locale").text(&mut findings.malformed);
    let answers = answers(&node.field("answers"), findings);
    let page = page(&node.field("page"), findings);
    let timing = timing(&node.field("timing"), findings);
    let context = context(node.field("context"), findings);
    let response = Response {
        schema: schema?,
        id: id?,
        rev: rev?,
        state: state?,
        survey: survey?.into(),
        survey_version: survey_version?.into(),
        trigger: trigger?.into(),
        locale: locale?.into(),
        answers: answers?,
        page: page?,
        timing: timing?,
        context: context?,
    };
    fits_its_state(&response, node, findings)?;
    Some(response)
}

const STATES: [(&str, State); 3] =
    [("partial", State::Partial), ("complete", State::Complete), ("dismissed", State::Dismissed)];

/// A dismissed response was never answered; any other was, be it only by skipping what is
/// optional, and says when.
fn fits_its_state(response: &Response, node: &Posted, findings: &mut Findings) -> Option<()> {
    let answered_at = node.field("timing").field("answeredAt");
    match (response.state, &response.timing.answered_at) {
        (State::Dismissed, _) if !response.answers.is_empty() => {
            let expected = "no answers in a dismissed response";
            node.field("answers").expect(expected, &mut findings.impossible)
        }
        (State::Dismissed, Some(_)) => {
            answered_at.expect("nothing in a dismissed response", &mut findings.impossible)
        }
        (State::Partial | State::Complete, None) => {
            let expected = "the moment of the latest answer, or of what was skipped";
            answered_at.expect(expected, &mut findings.impossible)
        }
        _ => Some(()),
    }
}

fn page(node: &Posted, findings: &mut Findings) -> Option<Page> {
    node.entries("an object", &mut findings.malformed)?;
    let url = node.field("url").text(&mut findings.malformed);
    let title = match node.field("title").value.text() {
        Some(title) => Some(title),
        None => node.field("title").expect("text", &mut findings.malformed),
    };
    let section = optional_text(node.field("section"), findings);
    let article = optional_text(node.field("article"), findings);
    Some(Page { url: url?.into(), title: title?.into(), section, article })
}

fn timing(node: &Posted, findings: &mut Findings) -> Option<Timing> {
    node.entries("an object", &mut findings.malformed)?;
    let [shown_at, answered_at, sent_at] = ["shownAt", "answeredAt", "sentAt"].map(|name| {
        let text = optional_text(node.field(name), findings)?;
        match moment(&text) {
            Some(_) => Some(text),
            None => node.field(name).expect("a moment in RFC 3339", &mut findings.impossible),
        }
    });
    if node.given("shownAt").is_none() {
        return node.field("shownAt").expect("a moment in RFC 3339", &mut findings.malformed);
    }
    Some(Timing { shown_at: shown_at?, answered_at, sent_at })
}

fn context(node: Posted<'_>, findings: &mut Findings) -> Option<Context> {
    if node.is_absent() {
        return Some(Context::default());
    }
    let mut facts = Vec::new();
    for (name, _) in node.entries("an object", &mut findings.malformed)? {
        let node = node.field(name);
        let flag = node.value.flag().map(Fact::Flag);
        let fact = flag.or_else(|| node.value.number().map(Fact::Number));
        match fact.or_else(|| node.value.text().map(|text| Fact::Text(text.into()))) {
            Some(fact) => facts.push((name.clone(), fact)),
            None => node.expect("text, a number, true or false", &mut findings.malformed)?,
        }
    }
    Some(Context(facts))
}

/// A UUIDv7 as RFC 9562 writes it, in lower case.
fn identifier(node: &Posted, findings: &mut Findings) -> Option<String> {
    let text = node.text(&mut findings.malformed)?;
    let fits = |(place, character): (usize, char)| match place {
        8 | 13 | 18 | 23 => character == '-',
        14 => character == '7',
        19 => matches!(character, '8' | '9' | 'a' | 'b'),
        _ => matches!(character, '0'..='9' | 'a'..='f'),
    };
    if text.len() == 36 && text.chars().enumerate().all(fits) {
        Some(text.into())
    } else {
        node.expect("a UUID of version 7", &mut findings.impossible)
    }
}

fn optional_text(node: Posted<'_>, findings: &mut Findings) -> Option<String> {
    if node.is_absent() { None } else { node.text(&mut findings.malformed).map(String::from) }
}

#[cfg(test)]
mod tests;
