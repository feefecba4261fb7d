//! Reads one survey: a template, a template with changes, or written out.

#[cfg(feature = "full")]
use super::layout;
use super::{question, text};
use crate::audience::{self, element::element};
use crate::edition::Edition;
use crate::frequency;
use crate::hash;
use crate::id::{ID, is_id};
use crate::source::{Node, Problems, Value};
use crate::survey::{Question, Questions, Survey};
use crate::trigger;
use alloc::{string::String, vec::Vec};

const KEYS: &[&str] = if cfg!(feature = "full") {
    &["id", "version", "template", "questions", "thanks", "triggers", "audience", "frequency", "layout"]
} else {
    &["id", "version", "template", "questions", "thanks", "triggers", "audience", "frequency"]
};

/// Adds a survey to those read earlier, unless anything in it is wrong: one that is not as its team
/// meant it is not shown.
pub(super) fn read<'a>(
    node: Node<'a>,
    templates: &'a [Value],
    surveys: &mut Vec<Survey<'a>>,
    edition: &Edition,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) {
    let before = problems.len();
    if !node.object(KEYS, problems) {
        return;
    }
    let id = read_id(node.field("id"), surveys, problems);
    let questions = Questions::new(read_questions(node, templates, problems));
    let thanks = node.given("thanks").map(|it| text::read(it, problems)).unwrap_or_default();
    #[cfg(feature = "full")]
    if let (Some(it), Some(questions)) = (node.given("thanks"), &questions) {
        question::rare::check_names(thanks, it, questions.all(), problems);
    }
    let reader = trigger::Reader { survey: id, is_selector };
    let triggers = trigger::read(node.field("triggers"), edition.triggers, edition.sequences, &reader, problems);
    let audience = audience::read(node, edition.conditions, is_selector, problems);
    let frequency = frequency::read(node, problems);
    #[cfg(feature = "full")]
    let layout = layout::read(node, is_selector, problems);
    #[cfg(feature = "full")]
    let audience = match layout.element {
        Value::Absent => audience,
        it => audience.and(element(it)),
    };
    let version = node.given("version").and_then(|it| it.text(problems));
    if let Some(questions) = questions
        && problems.len() == before
    {
        let written = node.value.field("questions");
        let version = version.map_or_else(|| fingerprint(questions.all(), written), String::from);
        surveys.push(Survey {
            id,
            version,
            questions,
            thanks,
            triggers,
            audience,
            frequency,
            #[cfg(feature = "full")]
            layout,
        });
    }
}

fn read_id<'a>(node: Node<'a>, earlier: &[Survey<'a>], problems: &mut Problems) -> &'a str {
    let id = node.value.text_or_empty();
    if node.check(is_id(id), ID, problems) {
        let taken = earlier.iter().any(|survey| survey.id == id);
        node.check(!taken, "an id that no other survey has", problems);
    }
    id
}

fn read_questions<'a>(node: Node<'a>, templates: &'a [Value], problems: &mut Problems) -> Vec<Question<'a>> {
    let own = node.field("questions");
    let mut list = own;
    let template = node.given("template");
    if let Some(name) = template {
        let Some(template) = templates.get(name.word(&ids(templates), problems)) else { return Vec::new() };
        list = Node::root(template).field("questions");
    }
    let Some(items) = list.items("a list of questions, or a template beside it", problems) else {
        return Vec::new();
    };
    list.check(!items.is_empty(), "at least one question", problems);
    let ids = ids(items);
    let mut questions = Vec::new();
    question::read_all(&mut questions, list, items, &ids, problems);
    if template.is_some() && !own.is_absent() {
        let changes = own.items("a list of changed questions", problems).unwrap_or_default();
        question::read_all(&mut questions, own, changes, &ids, problems);
    }
    questions
}

fn ids(items: &[Value]) -> Vec<&str> {
    let mut ids = Vec::with_capacity(items.len());
    for item in items {
        ids.push(item.field("id").text_or_empty().as_str());
    }
    ids
}

/// A version for a survey that names none: it changes whenever a figure would change its meaning.
///
/// Of the templates' texts only the English ones count, which are there in every browser; of those
/// that the team has `written` each language does.
fn fingerprint(questions: &[Question<'_>], written: &Value) -> String {
    let mut hash = hash::EMPTY;
    for question in questions {
        hash = hash::add(hash::add(hash, question.id), question.kind.word());
        let scale = &question.scale;
        hash = hash.wrapping_mul(31) ^ (u32::from(scale.points.count()) * 2 + scale.easy_is as u32);
        hash = hash::add(hash, question.text.first());
        // Nothing for what every edition knows: the version is the same in each.
        #[cfg(feature = "full")]
        {
            hash = hash.wrapping_mul(31u32.pow(scale.look as u32));
            hash = question.choice.options.iter().fold(hash, |hash, option| hash::add(hash, option.id));
        }
    }
    for question in written.one_or_many() {
        for (_, text) in question.field("text").entries() {
            hash = hash::add(hash, text.text_or_empty());
        }
    }
    let mut text = String::with_capacity(8);
    for _ in 0..8 {
        hash = hash.rotate_left(4);
        text.push(char::from_digit(hash & 0xf, 16).unwrap_or_default());
    }
    text
}
