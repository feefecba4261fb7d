//! The document a team writes, read into what is known to be true.
//!
//! A survey with a problem is left out and never silences the others. The edition that most sites
//! load runs nothing of a definition with a problem: it only has to say that there is one.

#[cfg(feature = "full")]
mod layout;
mod question;
mod survey;
mod text;


use crate::edition::Edition;
use crate::endpoint;
use crate::help_center::HelpCenter;
use crate::source::{Node, Problems, Value};
use crate::survey::Survey;
#[cfg(feature = "full")]
use crate::theme::Theme;
use alloc::vec::Vec;
#[cfg(feature = "native")]
use {crate::{edition::FULL, lint::lint, source, template}, alloc::string::{String, ToString}};

/// Borrows its texts from the document.
#[derive(Debug, Default)]
pub struct Definition<'a> {
    /// Stands for `{organization}` in texts.
    pub organization: &'a str,
    /// The language that stands in where a text lacks the wanted one; empty for its first.
    pub default_locale: &'a str,
    /// Whether answers have somewhere to go; without, they are only announced to the page.
    pub endpoint: bool,
    pub help_center: HelpCenter<'a>,
    #[cfg(feature = "full")]
    pub theme: Option<Theme<'a>>,
    /// In the order in which they take precedence.
    pub surveys: Vec<Survey<'a>>,
}

/// Reads a definition as far as it is right, and says what is wrong with the rest.
///
/// `templates` is a list of ready surveys, each with its `id` and its `questions` as a team would
/// write them, in the languages that may be shown; English is the first of them.
/// `edition` is what is known. `is_selector` says whether a text is a CSS selector where the definition is used.
pub fn read<'a>(
    value: &'a Value,
    templates: &'a Value,
    edition: &'static Edition,
    is_selector: fn(&str) -> bool,
) -> (Definition<'a>, Problems) {
    let mut problems = Problems::new();
    let definition = read_document(Node::root(value), templates.one_or_many(), edition, is_selector, &mut problems);
    (definition, problems)
}

/// What is wrong with a definition in JSON text, and the ids of the surveys that run nevertheless.
#[cfg(feature = "native")]
pub fn check_json(text: &str) -> (Vec<String>, Problems) {
    match source::parse_json(text) {
        Ok(value) => {
            let (definition, problems) = read(&value, &template::ALL, &FULL, source::is_selector);
            (definition.surveys.iter().map(|survey| survey.id.to_string()).collect(), problems)
        }
        Err(problem) => (Vec::new(), Vec::from([problem])),
    }
}

/// What seems to be meant otherwise in a definition in JSON text; nothing where it cannot be read.
#[cfg(feature = "native")]
pub fn lint_json(text: &str) -> Problems {
    let Ok(value) = source::parse_json(text) else { return Problems::new() };
    lint(&value, &read(&value, &template::ALL, &FULL, source::is_selector).0)
}

#[cfg(not(feature = "full"))]
const KEYS: [&str; 8] = [
    "version", "organization", "endpoint", "defaultLocale", "sections", "helpCenter", "surveys", "$schema",
];
#[cfg(feature = "full")]
const KEYS: [&str; 9] = [
    "version", "organization", "endpoint", "defaultLocale", "sections", "helpCenter", "surveys", "theme", "$schema",
];

fn read_document<'a>(
    root: Node<'a>,
    templates: &'a [Value],
    edition: &Edition,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Definition<'a> {
    let mut definition = Definition::default();
    if !root.object(&KEYS, problems) {
        return definition;
    }
    root.field("version").number(1.0, 1.0, "1", problems);
    let organization = root.field("organization");
    if !organization.is_absent() {
        definition.organization = organization.text(problems).unwrap_or_default();
    }
    definition.endpoint = endpoint::read(root, problems);
    if let Some(given) = root.given("defaultLocale") {
        definition.default_locale = text::read_language(given, problems);
    }
    definition.help_center = HelpCenter::read(root, problems);
    #[cfg(feature = "full")]
    {
        definition.theme = Theme::read(root, problems);
    }

    let list = root.field("surveys");
    let Some(items) = list.items("a list of surveys", problems) else { return Definition::default() };
    let surveys = &mut definition.surveys;
    for item in items {
        survey::read(list.item(item), templates, surveys, edition, is_selector, problems);
    }
    if definition.organization.is_empty() {
        let named = surveys.iter().any(names_organization);
        // Where a mistake ends everything it does not matter which survey it silences.
        #[cfg(feature = "full")]
        surveys.retain(|survey| !names_organization(survey));
        let fits = !named || !organization.is_absent();
        organization.check(fits, "text, because a survey names {organization}", problems);
    }
    definition
}

fn names_organization(survey: &Survey<'_>) -> bool {
    let mut named = survey.thanks.names_organization();
    #[cfg(feature = "full")]
    {
        named |= survey.layout.label.names_organization();
    }
    for question in survey.questions.all() {
        for text in [question.text, question.scale.low, question.scale.high] {
            named |= text.names_organization();
        }
        #[cfg(feature = "full")]
        {
            let options = (0..question.choice.count()).filter_map(|index| question.choice.get(index));
            for text in question.scale.labels.iter().copied().chain(options.map(|(_, text)| text)) {
                named |= text.names_organization();
            }
        }
    }
    named
}
