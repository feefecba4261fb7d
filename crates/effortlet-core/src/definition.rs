//! The document a team writes, read into what is known to be true.
//!
//! A survey with a problem is left out and never silences the others. What may be written is what the
//! edition has rows for.

mod survey;

pub(crate) use survey::KEYS as SURVEY_KEYS;

use crate::edition::Edition;
use crate::endpoint;
use crate::help_center::HelpCenter;
use crate::id::read_id;
use crate::outbox::Ack;
use crate::piping::Piping;
use crate::privacy::Privacy;
use crate::question::Question;
use crate::source::{Node, Problems, Value};
use crate::survey::Survey;
use crate::text::{self, Text};
use crate::theme::{self, Theme};
use alloc::vec::Vec;
#[cfg(feature = "native")]
use {crate::{edition::EXPLAINED, source, template}, alloc::string::{String, ToString}};

/// Borrows its texts from the document.
#[derive(Default)]
pub struct Definition<'a> {
    /// Stands for `{organization}` in texts.
    pub organization: &'a str,
    /// The language that stands in where a text lacks the wanted one; empty for its first.
    pub default_locale: &'a str,
    /// The id of the site that answers belong to; empty for the collector's own.
    pub site: &'a str,
    /// Whether answers have somewhere to go; without, they are only announced to the page.
    pub endpoint: bool,
    /// What proves there that a response was taken.
    pub ack: Ack,
    /// Whether it is posted there that a nudge was shown, also where nobody answers.
    pub counts_shown: bool,
    pub privacy: Privacy<'a>,
    pub help_center: HelpCenter<'a>,
    pub theme: Option<Theme<'a>>,
    /// What fills texts that name more than the organization.
    pub piping: Option<&'static Piping>,
    /// In the order in which they take precedence.
    pub surveys: Vec<Survey<'a>>,
}

/// Reads a definition as far as it is right, and says what is wrong with the rest.
///
/// `templates` is a list of ready surveys, each with its `id` and its `questions` as a team would
/// write them, in the languages that may be shown; English is the first of them.
/// `edition` is what may be written, `is_selector` says whether a text is a CSS selector where the definition is used.
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
    match source::parse_document(text) {
        Ok(value) => {
            let (definition, problems) = read(&value, &template::ALL, &EXPLAINED, source::is_selector);
            (definition.surveys.iter().map(|survey| survey.id.to_string()).collect(), problems)
        }
        Err(problem) => (Vec::new(), Vec::from([problem])),
    }
}

pub(crate) const KEYS: [&str; 12] = [
    "version", "organization", "site", "endpoint", "origins", "countShown", "page", "privacy", "defaultLocale", "sections",
    "helpCenter", "surveys",
];

fn read_document<'a>(
    root: Node<'a>,
    templates: &'a [Value],
    edition: &'static Edition,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Definition<'a> {
    let mut definition = Definition { piping: edition.piping, ..Definition::default() };
    let theme: &[&str] = if edition.theme.is_some() { &[theme::KEY] } else { &[] };
    if !root.object(&[&KEYS, theme, &["$schema"]].concat(), problems) {
        return definition;
    }
    root.field("version").number(1.0, 1.0, "1", problems);
    let organization = root.field("organization");
    if !organization.is_absent() {
        definition.organization = organization.text(problems).unwrap_or_default();
    }
    if let Some(given) = root.given("site") {
        definition.site = read_id(given, problems);
    }
    (definition.endpoint, definition.ack) = endpoint::read(root, problems);
    endpoint::read_origins(root, problems);
    definition.counts_shown = root.given("countShown").is_none_or(|it| it.flag(problems)) && definition.endpoint;
    definition.privacy = Privacy::read(root, problems);
    if let Some(given) = root.given("defaultLocale") {
        definition.default_locale = text::read_language(given, problems);
    }
    definition.help_center = HelpCenter::read(root, edition.help_centers, problems);
    if let Some(read) = edition.theme {
        definition.theme = read(root, problems);
    }

    let list = root.field("surveys");
    let Some(items) = list.items("a list of surveys", problems) else { return Definition::default() };
    let surveys = &mut definition.surveys;
    for item in items {
        survey::read(list.item(item), templates, surveys, edition, is_selector, problems);
    }
    if definition.organization.is_empty() {
        let named = surveys.iter().any(names_organization);
        surveys.retain(|survey| !names_organization(survey));
        let fits = !named || !organization.is_absent();
        organization.check(fits, "text, because a survey names {organization}", problems);
    }
    definition
}

fn names_organization(survey: &Survey<'_>) -> bool {
    let own = [survey.thanks, survey.layout.label];
    let asked = |question: &Question<'_>| {
        question.text.names_organization() || question.asks.texts().into_iter().any(Text::names_organization)
    };
    own.into_iter().any(Text::names_organization) || survey.questions.all().iter().any(asked)
}
