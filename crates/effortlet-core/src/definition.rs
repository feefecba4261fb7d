//! The document a team writes, read into what is known to be true.
//!
//! A survey with a problem is left out and never silences the others.

mod question;
mod survey;
mod text;

use crate::endpoint::Endpoint;
use crate::help_center::HelpCenter;
use crate::source::{Node, Problems, Source};
use crate::survey::{Kind, Survey};
use alloc::{string::String, vec::Vec};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition {
    /// Stands for `{organization}` in texts.
    pub organization: String,
    /// Without one, answers are only announced to the page.
    pub endpoint: Option<Endpoint>,
    pub help_center: HelpCenter,
    /// In the order in which they take precedence.
    pub surveys: Vec<Survey>,
}

/// Reads a definition as far as it is right, and says what is wrong with the rest.
pub fn read<S: Source>(value: S) -> (Definition, Problems) {
    let problems = &mut Problems::new();
    let definition = read_document(&Node::root(value), problems);
    (definition.unwrap_or_default(), core::mem::take(problems))
}

/// Reads a definition from JSON text.
#[cfg(feature = "native")]
pub fn read_json(text: &str) -> (Definition, Problems) {
    match crate::source::parse_json(text) {
        Ok(value) => read(&value),
        Err(problem) => (Definition::default(), Vec::from([problem])),
    }
}

const KEYS: &[&str] = &[
    "version", "organization", "endpoint", "defaultLocale", "sections", "helpCenter", "surveys", "$schema",
];

fn read_document<S: Source>(root: &Node<S>, problems: &mut Problems) -> Option<Definition> {
    root.object(KEYS, problems)?;
    root.field("version").number(1.0, 1.0, "1", problems);
    let organization = root.field("organization").given().and_then(|it| it.text(problems));
    let endpoint = root.field("endpoint").given().and_then(|it| Endpoint::read(&it, problems));
    let default_locale = root.field("defaultLocale").given().and_then(|it| text::read_language(&it, problems));
    let help_center = HelpCenter::read(root.field("helpCenter"), root.field("sections"), problems);

    let surveys = root.field("surveys");
    let mut read: Vec<Survey> = Vec::new();
    for node in surveys.items("a list of surveys", problems)? {
        let taken = |id: &str| read.iter().any(|survey| survey.id == id);
        read.extend(survey::read(&node, &taken, default_locale.as_deref(), problems));
    }
    if organization.is_none() && read.iter().any(names_organization) {
        read.retain(|survey| !names_organization(survey));
        if let None = root.field("organization").given() {
            root.field("organization").expect::<()>("text, because a question names {organization}", problems);
        }
    }
    let organization = organization.unwrap_or_default();
    Some(Definition { organization, endpoint, help_center, surveys: read })
}

fn names_organization(survey: &Survey) -> bool {
    let named = |text: &crate::text::Text| {
        text.by_language.iter().any(|(_, text)| text.contains("{organization}"))
    };
    survey.thanks.as_ref().is_some_and(named)
        || survey.questions.all().iter().any(|question| match &question.kind {
            Kind::Effort(scale) => {
                named(&question.text) || scale.labels.as_ref().is_some_and(|(low, high)| named(low) || named(high))
            }
            _ => named(&question.text),
        })
}
