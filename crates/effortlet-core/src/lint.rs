//! What is no mistake and yet seems to be one. Each kind of question knows by itself what to look for.
//!
//! Never keeps a survey from being asked.

#[cfg(all(test, feature = "native"))]
mod tests;

use crate::definition::Definition;
use crate::source::{Node, Problems, Value};
#[cfg(feature = "native")]
use crate::{definition, edition::EXPLAINED, source, template};

/// What seems to be meant otherwise, in reading order: at most one for each question.
pub fn lint(document: &Value, definition: &Definition<'_>) -> Problems {
    let mut warnings = Problems::new();
    let list = Node::root(document).field("surveys");
    for survey in &definition.surveys {
        let Some(node) = list.with_id(survey.id) else { continue };
        for question in survey.questions.all() {
            if let Some(lint) = question.kind.lint {
                lint(question.id, question.text, question.asks.as_ref(), node, &mut warnings);
            }
        }
    }
    warnings
}

/// What seems to be meant otherwise in a definition in JSON text; nothing where it cannot be read.
#[cfg(feature = "native")]
pub fn lint_json(text: &str) -> Problems {
    let Ok(value) = source::parse_json(text) else { return Problems::new() };
    lint(&value, &definition::read(&value, &template::ALL, &EXPLAINED, source::is_selector).0)
}
