//! Reads one survey: a template, a template with changes, or written out. Never changes those read before.

use crate::audience;
use crate::edition::Edition;
use crate::frequency;
use crate::hash;
use crate::id::{ID, is_id};
use crate::layout;
use crate::response::limits::{LONGEST_VERSION, MOST_ANSWERED, first_characters};
use crate::question::{Question, Questions, Reader, read_all};
use crate::source::{Node, Problems, Value};
use crate::survey::Survey;
use crate::text::{self, Text};
use crate::trigger;
use alloc::{string::String, vec::Vec};
use core::cell::Cell;

pub(crate) const KEYS: [&str; 8] =
    ["id", "version", "template", "questions", "thanks", "triggers", "audience", "frequency"];

const LONGEST: &str = "texts whose limits come to 12,500 characters at most, with 45 for each answer, \
    on any way through the questions";

/// Adds a survey to those read earlier, unless anything in it is wrong: one that is not as its team
/// meant it is not shown.
pub(super) fn read<'a>(
    node: Node<'a>,
    templates: &'a [Value],
    surveys: &mut Vec<Survey<'a>>,
    edition: &'static Edition,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) {
    let before = problems.len();
    let layout: &[&str] = if edition.layouts.is_empty() { &[] } else { &[layout::KEY] };
    if !node.object(&[&KEYS, layout].concat(), problems) {
        return;
    }
    let id = read_id(node.field("id"), surveys, problems);
    let questions = Questions::new(read_questions(node, templates, edition, problems));
    if let Some(questions) = &questions {
        node.check(questions.longest() <= MOST_ANSWERED, LONGEST, problems);
    }
    let thanks = node.given("thanks").map(|it| text::read(it, problems)).unwrap_or_default();
    if let (Some(piping), Some(it), Some(questions)) = (edition.piping, node.given("thanks"), &questions) {
        (piping.check)(thanks, it, &|id| is_answered(questions.all(), id), problems);
    }
    let reader = trigger::Reader { survey: id, is_selector, told: Cell::default() };
    let triggers = trigger::read(node.field("triggers"), edition.triggers, edition.sequences, &reader, problems);
    let audience = audience::read(node, edition.conditions, is_selector, problems);
    let frequency = frequency::read(node, problems);
    let reader = layout::Reader { piping: edition.piping, is_selector };
    let layout = layout::read(node, edition.layouts, &reader, problems);
    let audience = match layout.condition {
        Some(condition) => audience.and(condition(layout.element)),
        None => audience,
    };
    let version = node.given("version").and_then(|it| {
        let text = it.text(problems)?;
        it.check(first_characters(text, LONGEST_VERSION) == text, "at most 100 characters", problems).then_some(text)
    });
    if let Some(questions) = questions
        && problems.len() == before
    {
        let written = node.value.field("questions");
        let version = version.map_or_else(|| fingerprint(questions.all(), written), String::from);
        let names_title = names_title(edition, &questions, thanks);
        surveys.push(Survey { id, version, questions, thanks, triggers, audience, frequency, layout, names_title });
    }
}

fn names_title(edition: &Edition, questions: &Questions<'_>, thanks: Text<'_>) -> bool {
    let mut texts = questions.all().iter().map(|question| question.text).chain([thanks]);
    edition.piping.is_some_and(|piping| texts.any(|text| (piping.names_title)(text)))
}

fn is_answered(questions: &[Question<'_>], id: &str) -> bool {
    questions.iter().any(|question| question.id == id && question.asks.is_answered())
}

fn read_id<'a>(node: Node<'a>, earlier: &[Survey<'a>], problems: &mut Problems) -> &'a str {
    let id = node.value.text_or_empty();
    if node.check(is_id(id), ID, problems) {
        let taken = earlier.iter().any(|survey| survey.id == id);
        node.check(!taken, "an id that no other survey has", problems);
    }
    id
}

fn read_questions<'a>(
    node: Node<'a>,
    templates: &'a [Value],
    edition: &'static Edition,
    problems: &mut Problems,
) -> Vec<Question<'a>> {
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
    let reader = Reader { piping: edition.piping };
    read_all(&mut questions, list, items, &ids, edition.questions, reader, problems);
    if template.is_some() && !own.is_absent() {
        let changes = own.items("a list of changed questions", problems).unwrap_or_default();
        read_all(&mut questions, own, changes, &ids, edition.questions, reader, problems);
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
/// Of the templates' texts only the English ones count, which are there in every browser, and of labels
/// and options the first language; of the questions that the team has `written` each language does.
fn fingerprint(questions: &[Question<'_>], written: &Value) -> String {
    let mut hash = hash::EMPTY;
    for question in questions {
        hash = hash::add(hash::add(hash, question.id), question.kind.word);
        hash = question.asks.fingerprint(hash, question.text.first());
        hash = question.asks.texts().iter().fold(hash, |hash, text| hash::add(hash, text.first()));
        hash = question.branches.iter().fold(hash, |hash, branch| branch.fingerprint(hash));
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
