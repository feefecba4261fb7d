//! Reads questions, their scales and their branches.

use super::survey::{ID, is_id};
use super::text;
use crate::source::{Node, Problems, Value};
use crate::survey::{Band, Branch, EasyIs, Kind, Next, Points, Question, Scale, When};
use crate::text::Text;
use alloc::vec::Vec;
use core::mem::discriminant;

const KEYS: [&str; 7] = ["id", "kind", "text", "optional", "scale", "limit", "branch"];
const KINDS: [&str; 3] = ["yesNo", "effort", "text"];

/// Free text is limited to this many characters where a definition does not say.
const TEXT_LIMIT: u32 = 2_000;

/// Reads a list of questions: over those of a template it changes the ones it names, over none it is
/// all of them. `ids` are those of all questions.
pub(super) fn read_all<'a>(
    questions: &mut Vec<Question<'a>>,
    list: Node<'a>,
    items: &'a [Value],
    ids: &[&'a str],
    problems: &mut Problems,
) {
    let complete = questions.is_empty();
    if complete {
        for id in ids {
            let text = Text::default();
            questions.push(Question { id, kind: Kind::YesNo, text, optional: false, branches: Vec::new() });
        }
    }
    for (position, value) in items.iter().enumerate() {
        let node = list.item(value);
        if !node.object(&KEYS, problems) {
            continue;
        }
        let place = node.field("id");
        let mut index = place.word(ids, problems);
        if complete {
            if !read_id(place, index == position, problems) {
                continue;
            }
            index = position;
        }
        let Some(question) = questions.get_mut(index) else { continue };
        let kind = node.field("kind");
        if (complete || !kind.is_absent()) && !read_kind(question, kind, problems) {
            continue;
        }
        let text = node.field("text");
        if complete || !text.is_absent() {
            question.text = text::read(text, problems);
        }
        read_rest(question, node, index, ids, problems);
    }
}

/// Whether a question can be read under its id.
fn read_id(place: Node<'_>, first: bool, problems: &mut Problems) -> bool {
    let id = place.value.text_or_empty();
    if !place.check(id != "end", "an id other than end, which is where a branch may lead", problems) {
        return false;
    }
    !place.check(is_id(id), ID, problems) || place.check(first, "an id that no earlier question has", problems)
}

fn read_kind(question: &mut Question<'_>, node: Node<'_>, problems: &mut Problems) -> bool {
    let kind = match node.word(&KINDS, problems) {
        0 => Kind::YesNo,
        1 => Kind::Effort(Scale::default()),
        2 => Kind::Text { limit: TEXT_LIMIT },
        _ => return false,
    };
    // Naming the kind it has already takes nothing away from it.
    if discriminant(&kind) != discriminant(&question.kind) {
        question.kind = kind;
    }
    true
}

/// What may be left out of a question.
fn read_rest<'a>(
    question: &mut Question<'a>,
    node: Node<'a>,
    index: usize,
    ids: &[&str],
    problems: &mut Problems,
) {
    if let Some(given) = node.given("optional") {
        question.optional = given.flag(problems);
    }
    if let Some(given) = node.given("scale") {
        match &mut question.kind {
            Kind::Effort(scale) => read_scale(scale, given, problems),
            _ => _ = given.check(false, "no scale beside this kind", problems),
        }
    }
    if let Some(given) = node.given("limit") {
        match &mut question.kind {
            Kind::Text { limit } => *limit = given.count(1, 5_000, "a whole number from 1 to 5000", problems),
            _ => _ = given.check(false, "no limit beside this kind", problems),
        }
    }
    if let Some(given) = node.given("branch") {
        question.branches.clear();
        for value in given.items("a list of branches", problems).unwrap_or_default() {
            let branch = read_branch(given.item(value), &question.kind, index, ids, problems);
            question.branches.extend(branch);
        }
    }
}

fn read_scale<'a>(scale: &mut Scale<'a>, node: Node<'a>, problems: &mut Problems) {
    if !node.only(&["points", "labels", "easyIs"], problems) {
        return;
    }
    if let Some(given) = node.given("points") {
        let number = given.value.number();
        let points = Points::ALL.iter().find(|(count, _)| number == Some(f64::from(*count)));
        if !given.check(points.is_some(), "5, 7 or 10", problems) {
            return;
        }
        scale.points = points.map_or(Points::Seven, |(_, points)| *points);
    }
    if let Some(given) = node.given("easyIs") {
        scale.easy_is = match given.word(&["high", "low"], problems) {
            0 => EasyIs::High,
            1 => EasyIs::Low,
            _ => return,
        };
    }
    if let Some(given) = node.given("labels") {
        if let Value::List(items) = given.value && let [low, high] = items.as_slice() {
            scale.low = text::read(given.item(low), problems);
            scale.high = text::read(given.item(high), problems);
        } else {
            given.check(false, "two texts, for the lowest and the highest point", problems);
        }
    }
}

fn read_branch(
    node: Node<'_>,
    kind: &Kind<'_>,
    index: usize,
    ids: &[&str],
    problems: &mut Problems,
) -> Option<Branch> {
    if !node.only(&["when", "to"], problems) {
        return None;
    }
    let when = match node.given("when") {
        Some(when) => read_when(when, kind, problems)?,
        None => When::Always,
    };
    let to = node.field("to");
    let target = to.value.text_or_empty();
    if target == "end" {
        return Some(Branch { when, to: Next::End });
    }
    match ids.iter().position(|id| *id == target) {
        Some(target) if target > index => Some(Branch { when, to: Next::Question(target) }),
        _ => to.expect("the id of a later question, or \"end\"", problems),
    }
}

fn read_when(node: Node<'_>, kind: &Kind<'_>, problems: &mut Problems) -> Option<When> {
    if let Some(skipped) = node.given("skipped") {
        let only = node.only(&["skipped"], problems);
        return (only && skipped.check(skipped.value.flag() == Some(true), "true", problems)).then_some(When::Skipped);
    }
    match kind {
        Kind::YesNo if !node.only(&["is", "skipped"], problems) => None,
        Kind::YesNo => match node.field("is").word(&["yes", "no"], problems) {
            0 => Some(When::Yes(true)),
            1 => Some(When::Yes(false)),
            _ => None,
        },
        Kind::Effort(scale) => read_rating(node, scale.points, problems),
        Kind::Text { .. } => node.expect("skipped: true, the only condition on a text", problems),
    }
}

/// `{ "is": 3 }`, `{ "atLeast": 5 }`, `{ "atMost": 3 }`, both, or `{ "band": "difficult" }`.
fn read_rating(node: Node<'_>, points: Points, problems: &mut Problems) -> Option<When> {
    if !node.only(&["is", "band", "atLeast", "atMost", "skipped"], problems) {
        return None;
    }
    if let Some(band) = node.given("band") {
        if !node.only(&["band"], problems) {
            return None;
        }
        return Some(When::Band(match band.word(&["difficult", "neutral", "easy"], problems) {
            0 => Band::Difficult,
            1 => Band::Neutral,
            2 => Band::Easy,
            _ => return None,
        }));
    }
    let highest = points.count();
    let expected = match points {
        Points::Five => "a rating from 1 to 5",
        Points::Seven => "a rating from 1 to 7",
        Points::Ten => "a rating from 1 to 10",
    };
    let before = problems.len();
    let [is, least, most] = ["is", "atLeast", "atMost"].map(|name| match node.given(name) {
        Some(given) if problems.len() == before => given.count(1, highest.into(), expected, problems) as u8,
        _ => 0,
    });
    if problems.len() > before {
        return None;
    }
    if is > 0 {
        return node.only(&["is"], problems).then_some(When::Rating { least: is, most: is });
    }
    if least + most == 0 {
        return node.expect("is, band, atLeast, atMost or skipped", problems);
    }
    if most > 0 && least > most {
        return node.expect("atLeast to be no more than atMost", problems);
    }
    Some(When::Rating { least, most: if most > 0 { most } else { highest } })
}
