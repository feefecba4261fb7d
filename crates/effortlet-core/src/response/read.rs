//! Reads a posted response and says what is wrong with it.
//!
//! Keys that are not known are left alone, since a newer widget may add some.
//! Never lets through what no widget could have produced.

mod findings;
mod answer;
mod moment;

pub use moment::moment;

use super::limits::LONGEST_PAGE_REVISION;
use super::{Context, Fact, Page, Response, SCHEMA, State, Timing};
use crate::id::is_id;
use crate::source::{Node, Problem, Value};
use answer::answers;
use findings::{Findings, Posted, named, whole, word};

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
    let rev = revision(&node.field("rev"), findings);
    let state = word(&node.field("state"), &STATES, &mut findings.malformed);
    let site = node.given("site").map(|it| named(&it, findings));
    let survey = named(&node.field("survey"), findings);
    let survey_version = node.field("surveyVersion").text(&mut findings.malformed);
    let trigger = triggered(&node.field("trigger"), findings);
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
        site: site.flatten(),
        survey: survey?,
        survey_version: survey_version?.into(),
        trigger: trigger?,
        locale: locale?.into(),
        answers: answers?,
        page: page?,
        timing: timing?,
        context: context?,
    };
    fits_its_state(&response, node, findings)?;
    Some(response)
}

/// A trigger, or a way of one: `helpCenter.searches`.
fn triggered(node: &Posted, findings: &mut Findings) -> Option<String> {
    let text = node.text(&mut findings.malformed)?;
    let (trigger, way) = text.split_once('.').map_or((text, None), |(trigger, way)| (trigger, Some(way)));
    if is_id(trigger) && way.is_none_or(is_id) && text.len() <= 64 {
        return Some(text.into());
    }
    node.expect("an id of 1 to 64 letters, digits, hyphens and underscores, or two with a dot between them", &mut findings.impossible)
}

const STATES: [(&str, State); 4] = [
    ("shown", State::Shown),
    ("partial", State::Partial),
    ("complete", State::Complete),
    ("dismissed", State::Dismissed),
];

/// More than anybody comes to: each of 50 questions answered, and changed 19 times.
const MOST_REVISIONS: u32 = 50 * (1 + 19);

/// 0 is the one that says it was shown.
fn revision(node: &Posted, findings: &mut Findings) -> Option<u32> {
    if node.value.number() == Some(0.0) {
        return Some(0);
    }
    whole(node, 1, MOST_REVISIONS, "a whole number from 0 to 1000", findings)
}

/// One that was shown or dismissed was never answered; any other was, be it only by skipping what is
/// optional, and says when. What is shown comes before everything else.
fn fits_its_state(response: &Response, node: &Posted, findings: &mut Findings) -> Option<()> {
    let answered_at = node.field("timing").field("answeredAt");
    match (response.state, &response.timing.answered_at) {
        (State::Shown, _) if response.rev != 0 => {
            node.field("rev").expect("0 while it is shown", &mut findings.impossible)
        }
        (State::Partial | State::Complete | State::Dismissed, _) if response.rev == 0 => {
            node.field("rev").expect("a whole number from 1 to 1000", &mut findings.impossible)
        }
        (State::Shown | State::Dismissed, _) if !response.answers.is_empty() => {
            let expected = "no answers in a response that was only shown or dismissed";
            node.field("answers").expect(expected, &mut findings.impossible)
        }
        (State::Shown | State::Dismissed, Some(_)) => {
            let expected = "nothing in a response that was only shown or dismissed";
            answered_at.expect(expected, &mut findings.impossible)
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
    let revision = optional_text(node.field("revision"), findings);
    if revision.as_ref().is_some_and(|it| it.chars().count() > LONGEST_PAGE_REVISION) {
        return node.field("revision").expect("at most 100 characters", &mut findings.impossible);
    }
    Some(Page { url: url?.into(), title: title?.into(), section, article, revision })
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
