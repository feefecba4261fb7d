//! Reads the answers of a posted response: each must fit its kind, and none comes twice. A choice is
//! an answer for each option that was chosen, and one in text for what was written beside.

use super::findings::{Findings, Posted, named, whole, word};
use crate::id::{ID, is_id};
use crate::response::limits::MOST_CHARACTERS;
use crate::response::{Answered, LEFT_TO_RIGHT, Value};
use crate::scale::{EasyIs, Points};

/// More than any survey leads to: 50 questions, each a choice of 20 options and some words.
const MOST_ANSWERS: usize = 50 * 22;

#[derive(Clone, Copy)]
enum Kind {
    YesNo,
    Effort,
    Text,
    Choice,
}

const KINDS: [(&str, Kind); 4] =
    [("yesNo", Kind::YesNo), ("effort", Kind::Effort), ("text", Kind::Text), ("choice", Kind::Choice)];

const DIRECTIONS: [(&str, EasyIs); 2] = [("high", EasyIs::High), ("low", EasyIs::Low)];

/// The answers in the order they were given.
pub(super) fn answers(node: &Posted, findings: &mut Findings) -> Option<Vec<Answered>> {
    let items = node.items("a list of answers", &mut findings.malformed)?;
    if items.len() > MOST_ANSWERS {
        return node.expect("at most 1,100 answers", &mut findings.impossible);
    }
    let mut answers: Vec<Answered> = Vec::with_capacity(items.len());
    for value in items {
        let item = node.item(value);
        let Some(answered) = answer(&item, findings) else { continue };
        if answers.iter().any(|earlier| earlier.question == answered.question && !may_follow(&answered, earlier)) {
            let expected = "each question answered once";
            item.field("question").expect::<()>(expected, &mut findings.impossible);
        }
        answers.push(answered);
    }
    Some(answers)
}

/// Another option of the same choice, or what was written beside.
fn may_follow(answered: &Answered, earlier: &Answered) -> bool {
    earlier.kind == "choice" && (answered.kind == "text" || answered.kind == "choice" && answered.value != earlier.value)
}

fn answer(node: &Posted, findings: &mut Findings) -> Option<Answered> {
    node.entries("an object", &mut findings.malformed)?;
    let question = named(&node.field("question"), findings);
    let kind = word(&node.field("kind"), &KINDS, &mut findings.malformed);
    let value = node.field("value");
    match kind? {
        Kind::Effort => rating(question, node, findings),
        Kind::YesNo => {
            let chosen = text(&value, "yes or no", findings);
            unrated(node, findings);
            match chosen? {
                word if word == "yes" || word == "no" => {
                    Some(said(question?, "yesNo", word))
                }
                _ => value.expect("yes or no", &mut findings.impossible),
            }
        }
        Kind::Choice => {
            let chosen = text(&value, "the id of an option", findings);
            unrated(node, findings);
            match chosen? {
                id if is_id(&id) => Some(said(question?, "choice", id)),
                _ => value.expect(ID, &mut findings.impossible),
            }
        }
        Kind::Text => {
            let written = text(&value, "text", findings);
            unrated(node, findings);
            match written? {
                words if words.trim().is_empty() => {
                    value.expect("text", &mut findings.impossible)
                }
                words if words.chars().count() > MOST_CHARACTERS => {
                    value.expect("at most 5,000 characters", &mut findings.impossible)
                }
                words => Some(said(question?, "text", words)),
            }
        }
    }
}

fn said(question: String, kind: &'static str, words: String) -> Answered {
    Answered::plain(question, kind, Value::Text(words))
}

/// An effort answer: a rating from 1 to as many points as its own scale has.
fn rating(question: Option<String>, node: &Posted, findings: &mut Findings) -> Option<Answered> {
    let points = points(&node.field("points"), findings);
    let easy_is = word(&node.field("easyIs"), &DIRECTIONS, &mut findings.malformed);
    let value = node.field("value");
    let expected = match points {
        Some(Points::Five) => "a whole number from 1 to 5",
        Some(Points::Seven) => "a whole number from 1 to 7",
        Some(Points::Ten) | None => "a whole number from 1 to 10",
    };
    if value.value.text().is_some() {
        return value.expect(expected, &mut findings.impossible);
    }
    let most = points.map_or(10, Points::count);
    let rating = whole(&value, 1, u32::from(most), expected, findings);
    Some(Answered {
        question: question?,
        kind: "effort",
        value: Value::Rating(u8::try_from(rating?).ok()?),
        points: Some(points?.count()),
        easy_is: Some(easy_is?),
        order: node.given("order").and_then(|it| word(&it, &[(LEFT_TO_RIGHT, LEFT_TO_RIGHT)], &mut findings.impossible)),
    })
}

fn points(node: &Posted, findings: &mut Findings) -> Option<Points> {
    let count = whole(node, 5, 10, "5, 7 or 10", findings)?;
    match Points::new(count) {
        Some(points) => Some(points),
        None => node.expect("5, 7 or 10", &mut findings.impossible),
    }
}

/// Only ratings have a scale.
fn unrated(node: &Posted, findings: &mut Findings) {
    for name in ["points", "easyIs", "order"] {
        if let Some(given) = node.given(name) {
            given.expect::<()>("nothing, since only a rating has a scale", &mut findings.impossible);
        }
    }
}

/// A text, where a number would be an answer to another kind of question.
fn text(node: &Posted, expected: &str, findings: &mut Findings) -> Option<String> {
    match node.value.text() {
        Some(text) => Some(text.into()),
        None if node.value.number().is_some() => node.expect(expected, &mut findings.impossible),
        None => node.expect(expected, &mut findings.malformed),
    }
}
