//! Reads a definition with the core's own reader, as a widget of the full edition would.
//!
//! Never takes one with a mistake in it: a survey that is left out would be asked nowhere, and its
//! answers kept apart without anybody knowing why.

use super::DEFAULT_SITE;
use super::asked::{AskedOption, AskedQuestion, AskedScale};
use effortlet_core::answer::Given;
use effortlet_core::edition::FULL;
use effortlet_core::question::{Question, When};
use effortlet_core::response::Value as Answer;
use effortlet_core::scale::{EasyIs, Look, Scale};
use effortlet_core::source::{Problems, Value, is_selector, parse_document};
use effortlet_core::text::Text;
use effortlet_core::{definition, template};
use serde_json::Value as Json;

/// A definition as far as answers depend on it.
#[derive(Clone, Debug)]
pub(crate) struct Definition {
    pub(crate) site: String,
    pub(crate) organization: String,
    pub(crate) default_locale: String,
    /// Whose pages may post, as they are written there.
    pub(crate) origins: Vec<String>,
    pub(crate) surveys: Vec<Survey>,
}

#[derive(Clone, Debug)]
pub(crate) struct Survey {
    pub(crate) id: String,
    /// What widgets call this version.
    pub(crate) posted: String,
    /// Whether its team has given that name, and says by another one that figures are not to be mixed.
    pub(crate) is_named: bool,
    pub(crate) asked: Vec<AskedQuestion>,
}

pub(crate) fn read(document: &str) -> Result<Definition, Problems> {
    let value = parse_document(document).map_err(|problem| Problems::from([problem]))?;
    let (definition, problems) = definition::read(&value, &template::ALL, &FULL, is_selector);
    if !problems.is_empty() {
        return Err(problems);
    }
    // Without a problem none was left out.
    let written = value.field("surveys").items();
    let surveys = definition.surveys.iter().zip(written).map(|(survey, written)| Survey {
        is_named: *written.field("version") != Value::Absent,
        id: survey.id.to_owned(),
        posted: survey.version.clone(),
        asked: survey.questions.all().iter().map(|it| question(it, survey.questions.all())).collect(),
    });
    Ok(Definition {
        site: Some(definition.site).filter(|site| !site.is_empty()).unwrap_or(DEFAULT_SITE).to_owned(),
        organization: definition.organization.to_owned(),
        default_locale: definition.default_locale.to_owned(),
        origins: value.field("origins").items().iter().map(|it| it.text_or_empty().clone()).collect(),
        surveys: surveys.collect(),
    })
}

fn question(question: &Question<'_>, all: &[Question<'_>]) -> AskedQuestion {
    let branch = |branch: &effortlet_core::question::Branch| {
        let id = |place: usize| all.get(place).map_or("end", |it| it.id);
        let when = match branch.when {
            When::Always => "always".to_owned(),
            When::Skipped => "skipped".to_owned(),
            When::Given { kind, marks } => format!("{kind} {marks:x}"),
        };
        format!("{} {when} {}", branch.of.map_or("", id), id(branch.to))
    };
    let options = options(question);
    AskedQuestion {
        id: question.id.to_owned(),
        kind: question.kind.word.to_owned(),
        text: json(question.text),
        scale: question.asks.scale().map(scale),
        many: may_have_several(question, options.len()),
        options,
        branches: question.branches.iter().map(branch).collect(),
    }
}

fn scale(scale: &Scale<'_>) -> AskedScale {
    let ends = [scale.low, scale.high];
    AskedScale {
        points: scale.points.count(),
        easy_is: match scale.easy_is {
            EasyIs::High => "high".to_owned(),
            EasyIs::Low => "low".to_owned(),
        },
        left_to_right: scale.left_to_right,
        look: Look::WORDS.get(scale.look as usize).copied().unwrap_or_default().to_owned(),
        labels: ends.iter().chain(&scale.labels).map(|text| json(*text)).collect(),
    }
}

/// The ids are those that go on the wire for what was chosen, the texts stand beside the question.
fn options(question: &Question<'_>) -> Vec<AskedOption> {
    if question.asks.scale().is_some() {
        return Vec::new();
    }
    let texts = question.asks.texts();
    let option = |(position, text): (u32, Text<'_>)| {
        let given = Given { marks: 1 << position, text: String::new() };
        let answered = question.asks.answered(question.id, &given);
        answered.into_iter().find_map(|it| match it.value {
            Answer::Text(id) => Some(AskedOption { id: id.to_owned(), text: json(text) }),
            Answer::Rating(_) => None,
        })
    };
    (0..32).zip(texts).filter_map(option).collect()
}

/// Whether a second option is taken beside the first.
fn may_have_several(question: &Question<'_>, options: usize) -> bool {
    use effortlet_core::answer::Act;
    options > 1 && question.asks.answer(Act::Pick(0b11, "x".to_owned())).is_ok()
}

fn json(text: Text<'_>) -> Json {
    match text.0 {
        Value::Text(text) => Json::String(text.clone()),
        Value::Object(entries) => {
            entries.iter().map(|(tag, text)| (tag.clone(), Json::String(text.text_or_empty().clone()))).collect()
        }
        _ => Json::Null,
    }
}
