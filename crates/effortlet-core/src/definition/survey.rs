//! Reads one survey: a template, a template with changes, or written out.

use super::{question, text};
use crate::audience::{self, fnv};
use crate::frequency;
use crate::source::{Node, Problems, Source};
use crate::survey::{Kind, Question, Questions, Scale, Survey};
use crate::template::NAMES;
use crate::trigger;
use alloc::string::String;

const KEYS: &[&str] =
    &["id", "version", "template", "questions", "thanks", "triggers", "audience", "frequency"];

/// `None` when anything in it is wrong: a survey that is not as its team meant it is not shown.
pub(super) fn read<S: Source>(
    node: &Node<S>,
    taken: &dyn Fn(&str) -> bool,
    default_locale: Option<&str>,
    problems: &mut Problems,
) -> Option<Survey> {
    let before = problems.len();
    node.object(KEYS, problems)?;
    let id = read_id(&node.field("id"), taken, problems);
    let questions = read_questions(node, default_locale, problems);
    let thanks = node.field("thanks").given().and_then(|it| text::read(&it, default_locale, problems));
    let triggers = trigger::read(&node.field("triggers"), problems);
    let audience = audience::read(node.field("audience"), problems);
    let frequency = frequency::read(node.field("frequency"), problems);
    let version = node.field("version").given().and_then(|it| it.text(problems));
    if problems.len() > before {
        return None;
    }
    let questions = questions?;
    Some(Survey {
        id: id?,
        version: version.unwrap_or_else(|| fingerprint(questions.all())),
        questions,
        thanks,
        triggers: triggers?,
        audience: audience?,
        frequency: frequency?,
    })
}

fn read_id<S: Source>(node: &Node<S>, taken: &dyn Fn(&str) -> bool, problems: &mut Problems) -> Option<String> {
    let expected = "an id of 1 to 64 letters, digits, hyphens and underscores";
    match node.peek_text() {
        Some(id) if !is_id(&id) => node.expect(expected, problems),
        Some(id) if taken(&id) => node.expect("an id that no other survey has", problems),
        Some(id) => Some(id),
        None => node.expect(expected, problems),
    }
}

/// Ids appear in addresses, so they keep to what needs no escaping.
pub(super) fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

fn read_questions<S: Source>(
    node: &Node<S>,
    default_locale: Option<&str>,
    problems: &mut Problems,
) -> Option<Questions> {
    let own = node.field("questions");
    let Some(template) = node.field("template").given() else {
        let nodes = own.items("at least one question, or a template beside it", problems)?;
        if nodes.is_empty() {
            return own.expect("at least one question", problems);
        }
        return Questions::new(question::read_all(&nodes, default_locale, problems)?);
    };
    let mut questions = template.word(&NAMES, problems)?.questions();
    for question in &mut questions {
        text::put_first(&mut question.text, default_locale);
        if let Kind::Effort(Scale { labels: Some((low, high)), .. }) = &mut question.kind {
            text::put_first(low, default_locale);
            text::put_first(high, default_locale);
        }
    }
    if let Some(own) = own.given() {
        let changes = own.items("a list of changed questions", problems)?;
        question::change_all(&mut questions, &changes, default_locale, problems);
    }
    Questions::new(questions)
}

/// A version for a survey that names none: it changes whenever a figure would change its meaning.
fn fingerprint(questions: &[Question]) -> String {
    let mut text = String::new();
    for question in questions {
        text.push_str(&question.id);
        text.push_str(question.kind.word());
        if let Kind::Effort(scale) = &question.kind {
            text.push(char::from(scale.points.count()));
            text.push(char::from(scale.easy_is as u8));
        }
        for (_, wording) in &question.text.by_language {
            text.push_str(wording);
        }
    }
    let hash = fnv(&text);
    (0..8).rev().filter_map(|place| char::from_digit(hash >> (4 * place) & 0xf, 16)).collect()
}
