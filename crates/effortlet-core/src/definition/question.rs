//! Reads questions, their scales and their branches.

#[cfg(feature = "full")]
pub(super) mod rare;

use crate::id::{ID, is_id};
use super::text;
use crate::source::{Node, Problems, Value};
#[cfg(feature = "full")]
use crate::survey::Choice;
#[cfg(feature = "full")]
use rare::read_beside;
#[cfg(not(feature = "full"))]
use text::read as read_beside;
use crate::survey::{Band, Branch, EasyIs, Kind, Points, Question, Scale, When};
use crate::text::Text;
use alloc::vec::Vec;

#[cfg(not(feature = "full"))]
const KEYS: [&str; 7] = ["id", "kind", "text", "optional", "scale", "limit", "branch"];
#[cfg(feature = "full")]
const KEYS: [&str; 10] =
    ["id", "kind", "text", "optional", "scale", "limit", "branch", "options", "many", "other"];

/// What a scale may say.
#[cfg(not(feature = "full"))]
const SCALE: [&str; 3] = ["points", "labels", "easyIs"];
#[cfg(feature = "full")]
const SCALE: [&str; 5] = ["points", "labels", "easyIs", "look", "order"];


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
            questions.push(Question {
                id,
                kind: Kind::YesNo,
                text: Text::default(),
                scale: Scale::default(),
                #[cfg(feature = "full")]
                choice: Choice::default(),
                limit: TEXT_LIMIT,
                optional: false,
                branches: Vec::new(),
            });
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
        #[cfg(feature = "full")]
        let before = index.min(questions.len());
        #[cfg(feature = "full")]
        let (earlier, questions) = questions.split_at_mut(before);
        #[cfg(feature = "full")]
        let Some(question) = questions.first_mut() else { continue };
        #[cfg(not(feature = "full"))]
        let (earlier, Some(question)) = (&[], questions.get_mut(index)) else { continue };
        let kind = node.field("kind");
        if (complete || !kind.is_absent()) && !read_kind(question, kind, problems) {
            continue;
        }
        let text = node.field("text");
        if complete || !text.is_absent() {
            question.text = text::read(text, problems);
        }
        #[cfg(feature = "full")]
        rare::check_names(question.text, text, earlier, problems);
        #[cfg(feature = "full")]
        rare::read_choice(question, node, problems);
        read_rest(question, node, earlier, index, ids, problems);
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
    let kind = Kind::ALL.get(node.word(&Kind::WORDS, problems));
    question.kind = kind.copied().unwrap_or(question.kind);
    kind.is_some()
}

/// What may be left out of a question.
fn read_rest<'a>(
    question: &mut Question<'a>,
    node: Node<'a>,
    earlier: &[Question<'a>],
    index: usize,
    ids: &[&str],
    problems: &mut Problems,
) {
    if let Some(given) = node.given("optional") {
        question.optional = given.flag(problems);
    }
    if let Some(given) = node.given("scale")
        && given.check(question.kind == Kind::Effort, "no scale beside this kind", problems)
    {
        read_scale(&mut question.scale, given, problems);
    }
    if let Some(given) = node.given("limit")
        && given.check(is_written(question.kind), "no limit beside this kind", problems)
    {
        question.limit = given.count(1, 5_000, "a whole number from 1 to 5000", problems);
    }
    if let Some(given) = node.given("branch") {
        question.branches.clear();
        for value in given.items("a list of branches", problems).unwrap_or_default() {
            let branch = read_branch(given.item(value), question, earlier, index, ids, problems);
            question.branches.push(branch);
        }
    }
}

/// Whether an answer may have words of one's own.
fn is_written(kind: Kind) -> bool {
    #[cfg(feature = "full")]
    if kind == Kind::Choice {
        return true;
    }
    kind == Kind::Text
}

fn read_scale<'a>(scale: &mut Scale<'a>, node: Node<'a>, problems: &mut Problems) {
    if !node.only(&SCALE, problems) {
        return;
    }
    if let Some(given) = node.given("points") {
        let number = given.value.number();
        let points = Points::ALL.into_iter().find(|points| number == Some(points.count().into()));
        given.check(points.is_some(), "5, 7 or 10", problems);
        scale.points = points.unwrap_or_default();
    }
    if let Some(given) = node.given("easyIs") {
        scale.easy_is = match given.word(&["high", "low"], problems) {
            0 => EasyIs::High,
            _ => EasyIs::Low,
        };
    }
    #[cfg(feature = "full")]
    rare::read_look(scale, node, problems);
    #[cfg(feature = "full")]
    let names_each = !scale.labels.is_empty();
    #[cfg(not(feature = "full"))]
    let names_each = false;
    if let Some(given) = node.given("labels")
        && !names_each
    {
        if let Value::List(items) = given.value && let [low, high] = items.as_slice() {
            scale.low = read_beside(given.item(low), problems);
            scale.high = read_beside(given.item(high), problems);
        } else {
            given.check(false, "two texts, for the lowest and the highest point, or one for each point", problems);
        }
    }
}

fn read_branch(
    node: Node<'_>,
    question: &Question<'_>,
    #[cfg_attr(not(feature = "full"), expect(unused_variables))] earlier: &[Question<'_>],
    index: usize,
    ids: &[&str],
    problems: &mut Problems,
) -> Branch {
    let mut branch = Branch {
        #[cfg(feature = "full")]
        of: None,
        when: When::Always,
        to: index,
    };
    if node.only(&["when", "to"], problems) {
        if let Some(when) = node.given("when") {
            #[cfg(feature = "full")]
            let about = rare::question_of(when, question, earlier, &mut branch.of, problems);
            #[cfg(not(feature = "full"))]
            let about = Some(question);
            if let Some(about) = about {
                branch.when = read_when(when, about, problems);
            }
        }
        let to = node.field("to");
        branch.to = to.position(ids);
        let later = branch.to > index && branch.to < ids.len();
        let ends = to.value.text_or_empty() == "end";
        to.check(later || ends, "the id of a later question, or \"end\"", problems);
    }
    branch
}

/// What a condition may say, each beside the earlier question that it is about.
const SKIPPED: &[&str] = about(&["skipped", "answer"]);
const CHOSEN: &[&str] = about(&["is", "skipped", "answer"]);
const RATED: &[&str] = about(&["is", "band", "atLeast", "atMost", "skipped", "answer"]);
const BAND: &[&str] = about(&["band", "answer"]);
const IS: &[&str] = about(&["is", "answer"]);

/// The last is known to the full edition alone.
const fn about(keys: &'static [&'static str]) -> &'static [&'static str] {
    keys
}

fn read_when(node: Node<'_>, question: &Question<'_>, problems: &mut Problems) -> When {
    if let Some(skipped) = node.given("skipped") {
        if node.only(SKIPPED, problems) {
            skipped.check(skipped.value.flag() == Some(true), "true", problems);
        }
        return When::Skipped;
    }
    match question.kind {
        Kind::YesNo if node.only(CHOSEN, problems) => {
            When::Yes(node.field("is").word(&["yes", "no"], problems) == 0)
        }
        Kind::Effort if node.only(RATED, problems) => {
            read_rating(node, question.scale.points, problems)
        }
        Kind::Text => {
            node.check(false, "skipped: true, the only condition on a text", problems);
            When::Always
        }
        #[cfg(feature = "full")]
        Kind::Choice if node.only(CHOSEN, problems) => {
            When::Chosen(node.field("is").word(&rare::option_ids(&question.choice), problems))
        }
        #[cfg(feature = "full")]
        Kind::Message => {
            node.check(false, "no condition on a message", problems);
            When::Always
        }
        _ => When::Always,
    }
}

/// `{ "is": 3 }`, `{ "atLeast": 5 }`, `{ "atMost": 3 }`, both, or `{ "band": "difficult" }`.
fn read_rating(node: Node<'_>, points: Points, problems: &mut Problems) -> When {
    if let Some(band) = node.given("band") {
        if !node.only(BAND, problems) {
            return When::Always;
        }
        return When::Band(match band.word(&["difficult", "neutral", "easy"], problems) {
            0 => Band::Difficult,
            1 => Band::Neutral,
            _ => Band::Easy,
        });
    }
    let highest = points.count();
    let expected = match points {
        Points::Five => "a rating from 1 to 5",
        Points::Seven => "a rating from 1 to 7",
        Points::Ten => "a rating from 1 to 10",
    };
    let before = problems.len();
    let [is, least, most] = ["is", "atLeast", "atMost"].map(|name| {
        node.given(name).map_or(0, |given| given.count(1, highest.into(), expected, problems) as u8)
    });
    if problems.len() > before {
        return When::Always;
    }
    if is > 0 {
        node.only(IS, problems);
        return When::Rating { least: is, most: is };
    }
    node.check(least + most > 0, "is, band, atLeast, atMost or skipped", problems);
    let most = if most > 0 { most } else { highest };
    node.check(least <= most, "atLeast to be no more than atMost", problems);
    When::Rating { least, most }
}
