//! The document a team writes, read into what is known to be true.
//!
//! A survey with a problem is left out and never silences the others.

mod question;
mod survey;
mod text;

use crate::endpoint;
use crate::help_center::HelpCenter;
use crate::source::{Node, Problems, Value};
use crate::survey::{Kind, Survey};
use alloc::vec::Vec;
#[cfg(feature = "native")]
use {crate::source, alloc::string::{String, ToString}};

/// Borrows its texts from the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition<'a> {
    /// Stands for `{organization}` in texts.
    pub organization: &'a str,
    /// The language that stands in where a text lacks the wanted one; empty for its first.
    pub default_locale: &'a str,
    /// Whether answers have somewhere to go; without, they are only announced to the page.
    pub endpoint: bool,
    pub help_center: HelpCenter<'a>,
    /// In the order in which they take precedence.
    pub surveys: Vec<Survey<'a>>,
}

/// Reads a definition as far as it is right, and says what is wrong with the rest.
///
/// `is_selector` says whether a text is a CSS selector where the definition is used.
pub fn read(value: &Value, is_selector: fn(&str) -> bool) -> (Definition<'_>, Problems) {
    let mut problems = Problems::new();
    let definition = read_document(&Node::root(value), is_selector, &mut problems);
    (definition.unwrap_or_default(), problems)
}

/// What is wrong with a definition in JSON text, and the ids of the surveys that run nevertheless.
#[cfg(feature = "native")]
pub fn check_json(text: &str) -> (Vec<String>, Problems) {
    match source::parse_json(text) {
        Ok(value) => {
            let (definition, problems) = read(&value, source::is_selector);
            (definition.surveys.iter().map(|survey| survey.id.to_string()).collect(), problems)
        }
        Err(problem) => (Vec::new(), Vec::from([problem])),
    }
}

const KEYS: [&str; 8] = [
    "version", "organization", "endpoint", "defaultLocale", "sections", "helpCenter", "surveys", "$schema",
];

fn read_document<'a>(
    root: &Node<'a>,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Option<Definition<'a>> {
    root.object(&KEYS, problems)?;
    root.field("version").number(1.0, 1.0, "1", problems);
    let organization = root.given("organization").map(|it| it.text(problems));
    let endpoint = endpoint::read(root, problems);
    let default_locale = root.given("defaultLocale").and_then(|it| text::read_language(&it, problems));
    let help_center = HelpCenter::read(root, problems);

    let mut surveys: Vec<Survey> = Vec::new();
    for node in root.field("surveys").items("a list of surveys", problems)? {
        let survey = survey::read(&node, &surveys, is_selector, problems);
        surveys.extend(survey);
    }
    if organization.flatten().is_none() && surveys.iter().any(names_organization) {
        surveys.retain(|survey| !names_organization(survey));
        if organization.is_none() {
            let expected = "text, because a survey names {organization}";
            root.field("organization").expect::<()>(expected, problems);
        }
    }
    Some(Definition {
        organization: organization.flatten().unwrap_or_default(),
        default_locale: default_locale.unwrap_or_default(),
        endpoint,
        help_center,
        surveys,
    })
}

fn names_organization(survey: &Survey<'_>) -> bool {
    survey.thanks.is_some_and(|text| text.names_organization())
        || survey.questions.all().iter().any(|question| {
            let labels = if let Kind::Effort(scale) = &question.kind { scale.labels } else { None };
            let named = |(low, high): (crate::text::Text<'_>, crate::text::Text<'_>)| {
                low.names_organization() || high.names_organization()
            };
            question.text.names_organization() || labels.is_some_and(named)
        })
}
