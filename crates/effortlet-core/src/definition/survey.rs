//! Reads one survey: a template, a template with changes, or written out.

use super::{question, text};
use crate::audience::{Audience, FNV, fnv};
use crate::frequency;
use crate::source::{Node, Problems};
use crate::survey::{Kind, Question, Questions, Survey};
use crate::template::{NAMES, TEMPLATES};
use crate::text::Text;
use crate::trigger;
use alloc::string::{String, ToString};

const KEYS: [&str; 8] =
    ["id", "version", "template", "questions", "thanks", "triggers", "audience", "frequency"];

/// `None` when anything in it is wrong: a survey that is not as its team meant it is not shown.
pub(super) fn read<'a>(
    node: &Node<'a>,
    earlier: &[Survey<'a>],
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Option<Survey<'a>> {
    let before = problems.len();
    node.object(&KEYS, problems)?;
    let id = read_id(&node.field("id"), earlier, problems);
    let questions = read_questions(node, problems);
    let thanks = node.given("thanks").map(|it| text::read(&it, problems));
    let triggers = trigger::read(&node.field("triggers"), is_selector, problems);
    let audience = Audience::read(node, problems);
    let frequency = frequency::read(node, problems);
    let version = node.given("version").map(|it| it.text(problems));
    if problems.len() > before {
        return None;
    }
    let questions = questions?;
    Some(Survey {
        id: id?,
        version: version.flatten().map_or_else(|| fingerprint(questions.all()), ToString::to_string),
        questions,
        thanks: thanks.flatten(),
        triggers: triggers?,
        audience: audience?,
        frequency: frequency?,
    })
}

fn read_id<'a>(node: &Node<'a>, earlier: &[Survey<'a>], problems: &mut Problems) -> Option<&'a str> {
    match node.value.text() {
        Some(id) if !is_id(id) => node.expect(ID, problems),
        Some(id) if earlier.iter().any(|survey| survey.id == id) => {
            node.expect("an id that no other survey has", problems)
        }
        Some(id) => Some(id),
        None => node.expect(ID, problems),
    }
}

/// Ids appear in addresses, so they keep to what needs no escaping.
pub(super) const ID: &str = "an id of 1 to 64 letters, digits, hyphens and underscores";

pub(super) fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

fn read_questions<'a>(node: &Node<'a>, problems: &mut Problems) -> Option<Questions<'a>> {
    let own = node.field("questions");
    let Some(template) = node.given("template") else {
        let nodes = own.items("a list of questions, or a template beside it", problems)?;
        if nodes.is_empty() {
            return own.expect("at least one question", problems);
        }
        return Questions::new(question::read_all(&nodes, problems));
    };
    let template = TEMPLATES.get(template.word(&NAMES, problems)?)?;
    let mut questions = template.questions();
    if !own.is_absent() {
        let changes = own.items("a list of changed questions", problems)?;
        question::change_all(&mut questions, &changes, problems);
    }
    Questions::new(questions)
}

/// A version for a survey that names none: it changes whenever a figure would change its meaning.
fn fingerprint(questions: &[Question<'_>]) -> String {
    let mut hash = FNV;
    for question in questions {
        hash = fnv(fnv(hash, question.id), question.kind.word());
        if let Kind::Effort(scale) = &question.kind {
            hash = hash.wrapping_mul(31) ^ (u32::from(scale.points.count()) * 2 + scale.easy_is as u32);
        }
        match question.text {
            Text::Ready(words) => hash = words.iter().fold(hash, |hash, text| fnv(hash, text)),
            Text::Written(value) => {
                hash = fnv(hash, value.text().unwrap_or_default());
                for (_, text) in value.entries() {
                    hash = fnv(hash, text.text().unwrap_or_default());
                }
            }
        }
    }
    (0..8).rev().filter_map(|place| char::from_digit(hash >> (4 * place) & 0xf, 16)).collect()
}
