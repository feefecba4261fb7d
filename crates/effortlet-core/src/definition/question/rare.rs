//! Reads what few questions say: a choice, what a scale looks like, answers of earlier questions.

use super::super::text;
use crate::id::{ID, is_id};
use crate::response::LEFT_TO_RIGHT;
use crate::source::{Node, Problems, Value};
use crate::survey::{Choice, ChoiceOption, Kind, Look, OTHER, Question, Scale};
use crate::text::{ARTICLE_TITLE, Text, cut, names};
use alloc::vec::Vec;

/// What only a choice has.
const OPTIONS: [&str; 3] = ["options", "many", "other"];

/// The options may be left out where a template has them.
pub(super) fn read_choice<'a>(question: &mut Question<'a>, node: Node<'a>, problems: &mut Problems) {
    if question.kind != Kind::Choice {
        for given in OPTIONS.iter().filter_map(|name| node.given(name)) {
            given.check(false, "nothing beside this kind", problems);
        }
        return;
    }
    let choice = &mut question.choice;
    if let Some(given) = node.given("many") {
        choice.many = given.flag(problems);
    }
    if let Some(given) = node.given("other") {
        choice.other = Some(read_beside(given, problems));
    }
    let options = node.field("options");
    if choice.options.is_empty() || !options.is_absent() {
        read_options(choice, options, problems);
    }
}

fn read_options<'a>(choice: &mut Choice<'a>, node: Node<'a>, problems: &mut Problems) {
    let Some(items) = node.items("a list of options", problems) else { return };
    node.check((2..=20).contains(&items.len()), "2 to 20 options", problems);
    choice.options = Vec::with_capacity(items.len());
    for value in items {
        let node = node.item(value);
        if !node.object(&["id", "text"], problems) {
            continue;
        }
        let place = node.field("id");
        let id = place.value.text_or_empty();
        if place.check(is_id(id), ID, problems) {
            let taken = id == OTHER || choice.options.iter().any(|option| option.id == id);
            place.check(!taken, "an id other than other that no other option has", problems);
        }
        choice.options.push(ChoiceOption { id, text: read_beside(node.field("text"), problems) });
    }
}

/// From where the points of a scale rise.
const ORDERS: [&str; 2] = ["reading", LEFT_TO_RIGHT];

/// What the points look like, and what each of them means.
pub(super) fn read_look<'a>(scale: &mut Scale<'a>, node: Node<'a>, problems: &mut Problems) {
    if let Some(given) = node.given("look") {
        scale.look = Look::ALL.get(given.word(&Look::WORDS, problems)).copied().unwrap_or_default();
    }
    scale.left_to_right = node.word_or_first("order", &ORDERS, problems) == 1;
    let labels = node.field("labels");
    if let Value::List(items) = labels.value
        && items.len() == usize::from(scale.points.count())
    {
        scale.labels = items.iter().map(|item| read_beside(labels.item(item), problems)).collect();
        scale.low = scale.labels.first().copied().unwrap_or_default();
        scale.high = scale.labels.last().copied().unwrap_or_default();
    }
    // Of any other number than two it is said anyhow.
    if scale.look == Look::Labels && (labels.is_absent() || labels.value.items().len() == 2) {
        labels.check(!scale.labels.is_empty(), "a text for each point", problems);
    }
}

/// The question that a condition is about, which is its own unless it names an earlier one, whose
/// position is noted; nothing where what it names is none.
pub(super) fn question_of<'q, 'a>(
    when: Node<'_>,
    own: &'q Question<'a>,
    earlier: &'q [Question<'a>],
    of: &mut Option<usize>,
    problems: &mut Problems,
) -> Option<&'q Question<'a>> {
    let Some(given) = when.given("answer") else { return Some(own) };
    let id = given.value.text_or_empty();
    *of = earlier.iter().position(|question| question.id == id);
    given.check(of.is_some(), "the id of an earlier question", problems);
    of.and_then(|of| earlier.get(of))
}

/// The ids of options, in their order; one that has none has been noted.
pub(super) fn option_ids<'a>(choice: &Choice<'a>) -> Vec<&'a str> {
    let ids = (0..choice.count()).filter_map(|index| choice.get(index)).map(|(id, _)| id);
    ids.filter(|id| !id.is_empty()).collect()
}

/// Only what was answered before, and what is known of the page, can be part of a text.
pub(in super::super) fn check_names(it: Text<'_>, node: Node<'_>, earlier: &[Question<'_>], problems: &mut Problems) {
    let (mut answers, mut article) = (true, true);
    names(it, &mut |name| match cut(name, b'.') {
        ("answer", id) => answers &= earlier.iter().any(|it| it.id == id && it.kind != Kind::Message),
        ("article", _) => article &= name == ARTICLE_TITLE,
        _ => {}
    });
    node.check(answers, "{answer.…} to name an earlier question that is no message", problems);
    // A place is named once.
    node.check(article || !answers, "{article.title}, all that a text may name of an article", problems);
}

/// A text that stands beside a question.
pub(in crate::definition) fn read_beside<'a>(node: Node<'a>, problems: &mut Problems) -> Text<'a> {
    let text = text::read(node, problems);
    let mut plain = true;
    names(text, &mut |name| plain &= !matches!(cut(name, b'.').0, "answer" | "article"));
    node.check(plain, "neither {answer.…} nor {article.…}, which only questions and thanks may name", problems);
    text
}
