//! Reads questions, their scales and their branches.

use super::survey::is_id;
use super::text;
use crate::source::{Node, Problems, Source};
use crate::survey::{Band, Branch, EasyIs, Kind, Next, Points, Question, Scale, When};
use crate::template::TEXT_LIMIT;
use alloc::{string::String, vec::Vec};

const KEYS: &[&str] = &["id", "kind", "text", "optional", "scale", "limit", "branch"];

/// Reads a whole list of questions.
pub(super) fn read_all<S: Source>(
    nodes: &[Node<S>],
    default_locale: Option<&str>,
    problems: &mut Problems,
) -> Option<Vec<Question>> {
    let ids: Vec<String> =
        nodes.iter().map(|node| node.field("id").peek_text().unwrap_or_default()).collect();
    let mut questions = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let Some(()) = node.object(KEYS, problems) else { continue };
        let id = node.field("id");
        let id = match id.peek_text() {
            Some(text) if !is_id(&text) => None,
            Some(text) if text == "end" => {
                id.expect::<()>("an id other than end, which is where a branch may lead", problems);
                continue;
            }
            Some(text) if ids.iter().take(index).any(|earlier| *earlier == text) => {
                id.expect::<()>("an id that no earlier question has", problems);
                continue;
            }
            given => given,
        };
        if id.is_none() {
            let expected = "an id of 1 to 64 letters, digits, hyphens and underscores";
            node.field("id").expect::<()>(expected, problems);
        }
        let Some(kind) = read_kind(node, problems) else { continue };
        let text = text::read(&node.field("text"), default_locale, problems);
        let mut question =
            Question { id: id.unwrap_or_default(), kind, text: text.unwrap_or_default(), optional: false, branches: Vec::new() };
        read_rest(&mut question, node, index, &ids, default_locale, problems);
        questions.push(question);
    }
    Some(questions)
}

/// Changes the questions of a template that are named.
pub(super) fn change_all<S: Source>(
    questions: &mut [Question],
    nodes: &[Node<S>],
    default_locale: Option<&str>,
    problems: &mut Problems,
) {
    let ids: Vec<String> = questions.iter().map(|question| question.id.clone()).collect();
    let known: Vec<_> = ids.iter().enumerate().map(|(index, id)| (id.as_str(), index)).collect();
    for node in nodes {
        let Some(()) = node.object(KEYS, problems) else { continue };
        let Some(index) = node.field("id").word(&known, problems) else { continue };
        let Some(question) = questions.get_mut(index) else { continue };
        if node.field("kind").given().is_some() {
            let Some(kind) = read_kind(node, problems) else { continue };
            // Naming the kind it has already takes nothing away from it.
            if kind.word() != question.kind.word() {
                question.kind = kind;
            }
        }
        if let Some(given) = node.field("text").given() {
            question.text = text::read(&given, default_locale, problems).unwrap_or_default();
        }
        read_rest(question, node, index, &ids, default_locale, problems);
    }
}

fn read_kind<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<Kind> {
    let scale = Scale { points: Points::Seven, easy_is: EasyIs::High, labels: None };
    match node.field("kind").word(&[("yesNo", 0), ("effort", 1), ("text", 2)], problems)? {
        0 => Some(Kind::YesNo),
        1 => Some(Kind::Effort(scale)),
        _ => Some(Kind::Text { limit: TEXT_LIMIT }),
    }
}

/// What may be left out of a question.
fn read_rest<S: Source>(
    question: &mut Question,
    node: &Node<S>,
    index: usize,
    ids: &[String],
    default_locale: Option<&str>,
    problems: &mut Problems,
) {
    if let Some(optional) = node.field("optional").given() {
        question.optional = optional.flag(problems).unwrap_or_default();
    }
    match (node.field("scale").given(), &mut question.kind) {
        (None, _) => {}
        (Some(given), Kind::Effort(scale)) => {
            read_scale(scale, &given, default_locale, problems);
        }
        (Some(given), _) => {
            given.expect::<()>("no scale beside this kind", problems);
        }
    }
    match (node.field("limit").given(), &mut question.kind) {
        (None, _) => {}
        (Some(given), Kind::Text { limit }) => {
            let read = given.count(1, 5_000, "a whole number from 1 to 5000", problems);
            *limit = read.unwrap_or(*limit);
        }
        (Some(given), _) => {
            given.expect::<()>("no limit beside this kind", problems);
        }
    }
    if let Some(branches) = node.field("branch").given() {
        let nodes = branches.items("a list of branches", problems).unwrap_or_default();
        let read = nodes.iter().filter_map(|node| read_branch(node, &question.kind, index, ids, problems));
        question.branches = read.collect();
    }
}

fn read_scale<S: Source>(
    scale: &mut Scale,
    node: &Node<S>,
    default_locale: Option<&str>,
    problems: &mut Problems,
) -> Option<()> {
    node.only(&["points", "labels", "easyIs"], problems)?;
    if let Some(points) = node.field("points").given() {
        scale.points = match points.peek_number() {
            Some(count) if count == 5.0 => Points::Five,
            Some(count) if count == 7.0 => Points::Seven,
            Some(count) if count == 10.0 => Points::Ten,
            _ => return points.expect("5, 7 or 10", problems),
        };
    }
    if let Some(easy_is) = node.field("easyIs").given() {
        scale.easy_is = easy_is.word(&[("high", EasyIs::High), ("low", EasyIs::Low)], problems)?;
    }
    if let Some(labels) = node.field("labels").given() {
        let expected = "two texts, for the lowest and the highest point";
        let items = labels.items(expected, problems)?;
        let [low, high] = items.as_slice() else { return labels.expect(expected, problems) };
        let low = text::read(low, default_locale, problems);
        scale.labels = Some((low?, text::read(high, default_locale, problems)?));
    }
    Some(())
}

fn read_branch<S: Source>(
    node: &Node<S>,
    kind: &Kind,
    index: usize,
    ids: &[String],
    problems: &mut Problems,
) -> Option<Branch> {
    node.only(&["when", "to"], problems)?;
    let when = match node.field("when").given() {
        Some(when) => read_when(&when, kind, problems)?,
        None => When::Always,
    };
    let to = node.field("to");
    let target = to.peek_text();
    if target.as_deref() == Some("end") {
        return Some(Branch { when, to: Next::End });
    }
    match ids.iter().position(|id| Some(id) == target.as_ref()) {
        Some(target) if target > index => Some(Branch { when, to: Next::Question(target) }),
        _ => to.expect("the id of a later question, or \"end\"", problems),
    }
}

fn read_when<S: Source>(node: &Node<S>, kind: &Kind, problems: &mut Problems) -> Option<When> {
    if let Some(skipped) = node.field("skipped").given() {
        node.only(&["skipped"], problems)?;
        return match skipped.peek_flag() {
            Some(true) => Some(When::Skipped),
            _ => skipped.expect("true", problems),
        };
    }
    match kind {
        Kind::YesNo => {
            node.only(&["is", "skipped"], problems)?;
            node.field("is").word(&[("yes", true), ("no", false)], problems).map(When::Yes)
        }
        Kind::Effort(scale) => read_rating(node, scale.points, problems),
        Kind::Text { .. } => node.expect("skipped: true, the only condition on a text", problems),
    }
}

/// `{ "is": 3 }`, `{ "atLeast": 5 }`, `{ "atMost": 3 }`, both, or `{ "band": "difficult" }`.
fn read_rating<S: Source>(node: &Node<S>, points: Points, problems: &mut Problems) -> Option<When> {
    node.only(&["is", "band", "atLeast", "atMost", "skipped"], problems)?;
    if let Some(band) = node.field("band").given() {
        node.only(&["band"], problems)?;
        let words = [("difficult", Band::Difficult), ("neutral", Band::Neutral), ("easy", Band::Easy)];
        return band.word(&words, problems).map(When::Band);
    }
    let highest = points.count();
    let expected = match points {
        Points::Five => "a rating from 1 to 5",
        Points::Seven => "a rating from 1 to 7",
        Points::Ten => "a rating from 1 to 10",
    };
    let mut rating = |name: &str| match node.field(name).given() {
        Some(given) => given.count(1, highest.into(), expected, problems).map(|count| Some(count as u8)),
        None => Some(None),
    };
    if let Some(is) = rating("is")? {
        node.only(&["is"], problems)?;
        return Some(When::Rating { least: is, most: is });
    }
    match (rating("atLeast")?, rating("atMost")?) {
        (None, None) => node.expect("is, band, atLeast, atMost or skipped", problems),
        (Some(least), Some(most)) if least > most => node.expect("atLeast to be no more than atMost", problems),
        (least, most) => Some(When::Rating { least: least.unwrap_or(1), most: most.unwrap_or(highest) }),
    }
}
