//! Reads questions, their scales and their branches.

use super::survey::{ID, is_id};
use super::text;
use crate::source::{Node, Problems};
use crate::survey::{Band, Branch, EasyIs, Kind, Next, Points, Question, Scale, When};
use crate::template::TEXT_LIMIT;
use alloc::vec::Vec;

const KEYS: [&str; 7] = ["id", "kind", "text", "optional", "scale", "limit", "branch"];
const KINDS: [&str; 3] = ["yesNo", "effort", "text"];

/// Reads a whole list of questions.
pub(super) fn read_all<'a>(nodes: &[Node<'a>], problems: &mut Problems) -> Vec<Question<'a>> {
    let mut ids = Vec::with_capacity(nodes.len());
    for node in nodes {
        ids.push(node.value.field("id").text().unwrap_or_default());
    }
    let mut questions = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.iter().enumerate() {
        questions.extend(read(node, index, &ids, problems));
    }
    questions
}

fn read<'a>(node: &Node<'a>, index: usize, ids: &[&'a str], problems: &mut Problems) -> Option<Question<'a>> {
    node.object(&KEYS, problems)?;
    let (id, place) = (*ids.get(index)?, node.field("id"));
    if id == "end" {
        return place.expect("an id other than end, which is where a branch may lead", problems);
    }
    if !is_id(id) {
        place.expect::<()>(ID, problems);
    } else if ids.iter().position(|other| *other == id) != Some(index) {
        return place.expect("an id that no earlier question has", problems);
    }
    let kind = read_kind(node, problems)?;
    let text = text::read(&node.field("text"), problems);
    let unread = crate::text::Text::Written(node.value);
    let mut question =
        Question { id, kind, text: text.unwrap_or(unread), optional: false, branches: Vec::new() };
    read_rest(&mut question, node, index, ids, problems);
    Some(question)
}

/// Changes the questions of a template that are named.
pub(super) fn change_all<'a>(questions: &mut [Question<'a>], nodes: &[Node<'a>], problems: &mut Problems) {
    let mut ids = Vec::with_capacity(questions.len());
    for question in questions.iter() {
        ids.push(question.id);
    }
    for node in nodes {
        change(questions, &ids, node, problems);
    }
}

fn change<'a>(
    questions: &mut [Question<'a>],
    ids: &[&'a str],
    node: &Node<'a>,
    problems: &mut Problems,
) -> Option<()> {
    node.object(&KEYS, problems)?;
    let index = node.field("id").word(ids, problems)?;
    let question = questions.get_mut(index)?;
    if !node.field("kind").is_absent() {
        let kind = read_kind(node, problems)?;
        // Naming the kind it has already takes nothing away from it.
        if kind.word() != question.kind.word() {
            question.kind = kind;
        }
    }
    if let Some(given) = node.given("text") {
        question.text = text::read(&given, problems).unwrap_or(question.text);
    }
    read_rest(question, node, index, ids, problems);
    Some(())
}

fn read_kind<'a>(node: &Node<'a>, problems: &mut Problems) -> Option<Kind<'a>> {
    Some(match node.field("kind").word(&KINDS, problems)? {
        0 => Kind::YesNo,
        1 => Kind::Effort(Scale { points: Points::Seven, easy_is: EasyIs::High, labels: None }),
        _ => Kind::Text { limit: TEXT_LIMIT },
    })
}

/// What may be left out of a question.
fn read_rest<'a>(
    question: &mut Question<'a>,
    node: &Node<'a>,
    index: usize,
    ids: &[&'a str],
    problems: &mut Problems,
) {
    if let Some(optional) = node.given("optional") {
        question.optional = optional.flag(problems).unwrap_or_default();
    }
    if let Some(given) = node.given("scale") {
        if let Kind::Effort(scale) = &mut question.kind {
            read_scale(scale, &given, problems);
        } else {
            given.expect::<()>("no scale beside this kind", problems);
        }
    }
    if let Some(given) = node.given("limit") {
        if let Kind::Text { limit } = &mut question.kind {
            *limit = given.count(1, 5_000, "a whole number from 1 to 5000", problems).unwrap_or(*limit);
        } else {
            given.expect::<()>("no limit beside this kind", problems);
        }
    }
    if let Some(given) = node.given("branch") {
        question.branches.clear();
        for node in given.items("a list of branches", problems).unwrap_or_default() {
            question.branches.extend(read_branch(&node, &question.kind, index, ids, problems));
        }
    }
}

fn read_scale<'a>(scale: &mut Scale<'a>, node: &Node<'a>, problems: &mut Problems) -> Option<()> {
    node.only(&["points", "labels", "easyIs"], problems)?;
    if let Some(points) = node.given("points") {
        let read = points.value.number().filter(|count| *count == f64::from(*count as u32));
        match read.and_then(|count| Points::new(count as u32)) {
            Some(read) => scale.points = read,
            None => return points.expect("5, 7 or 10", problems),
        }
    }
    if let Some(easy_is) = node.given("easyIs") {
        let low = easy_is.word(&["high", "low"], problems)? == 1;
        scale.easy_is = if low { EasyIs::Low } else { EasyIs::High };
    }
    if let Some(labels) = node.given("labels") {
        let expected = "two texts, for the lowest and the highest point";
        let items = labels.items(expected, problems)?;
        let [low, high] = items.as_slice() else { return labels.expect(expected, problems) };
        let (low, high) = (text::read(low, problems), text::read(high, problems));
        scale.labels = Some((low?, high?));
    }
    Some(())
}

fn read_branch(
    node: &Node<'_>,
    kind: &Kind<'_>,
    index: usize,
    ids: &[&str],
    problems: &mut Problems,
) -> Option<Branch> {
    node.only(&["when", "to"], problems)?;
    let when = match node.given("when") {
        Some(when) => read_when(&when, kind, problems)?,
        None => When::Always,
    };
    let to = node.field("to");
    let target = to.value.text();
    if target == Some("end") {
        return Some(Branch { when, to: Next::End });
    }
    match ids.iter().position(|id| Some(*id) == target) {
        Some(target) if target > index => Some(Branch { when, to: Next::Question(target) }),
        _ => to.expect("the id of a later question, or \"end\"", problems),
    }
}

fn read_when(node: &Node<'_>, kind: &Kind<'_>, problems: &mut Problems) -> Option<When> {
    if let Some(skipped) = node.given("skipped") {
        node.only(&["skipped"], problems)?;
        return match skipped.value.flag() {
            Some(true) => Some(When::Skipped),
            _ => skipped.expect("true", problems),
        };
    }
    match kind {
        Kind::YesNo => {
            node.only(&["is", "skipped"], problems)?;
            node.field("is").word(&["yes", "no"], problems).map(|word| When::Yes(word == 0))
        }
        Kind::Effort(scale) => read_rating(node, scale.points, problems),
        Kind::Text { .. } => node.expect("skipped: true, the only condition on a text", problems),
    }
}

/// `{ "is": 3 }`, `{ "atLeast": 5 }`, `{ "atMost": 3 }`, both, or `{ "band": "difficult" }`.
fn read_rating(node: &Node<'_>, points: Points, problems: &mut Problems) -> Option<When> {
    node.only(&["is", "band", "atLeast", "atMost", "skipped"], problems)?;
    if let Some(band) = node.given("band") {
        node.only(&["band"], problems)?;
        let bands = [Band::Difficult, Band::Neutral, Band::Easy];
        let word = band.word(&["difficult", "neutral", "easy"], problems)?;
        return bands.get(word).copied().map(When::Band);
    }
    let highest = points.count();
    let expected = match points {
        Points::Five => "a rating from 1 to 5",
        Points::Seven => "a rating from 1 to 7",
        Points::Ten => "a rating from 1 to 10",
    };
    let mut rating = |name: &str| match node.given(name) {
        Some(given) => given.count(1, highest.into(), expected, problems).map(|count| count as u8),
        None => Some(0),
    };
    let (is, least, most) = (rating("is")?, rating("atLeast")?, rating("atMost")?);
    if is > 0 {
        node.only(&["is"], problems)?;
        return Some(When::Rating { least: is, most: is });
    }
    if least + most == 0 {
        return node.expect("is, band, atLeast, atMost or skipped", problems);
    }
    if most > 0 && least > most {
        return node.expect("atLeast to be no more than atMost", problems);
    }
    Some(When::Rating { least, most: if most > 0 { most } else { highest } })
}
