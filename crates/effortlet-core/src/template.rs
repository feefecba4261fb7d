//! Ready surveys, worded as Customer Effort Score is practised.

use crate::locale::LANGUAGES;
use crate::survey::{Branch, EasyIs, Kind, Next, Points, Question, Scale, When};
use crate::text::Text;
use alloc::vec::Vec;

/// The names of the templates, as definitions write them.
pub const NAMES: [&str; 4] = ["help-center", "first-contact", "resolution", "effort-10"];

/// In the order of `NAMES`.
pub const TEMPLATES: [Template; 4] =
    [Template::HelpCenter, Template::FirstContact, Template::Resolution, Template::Effort10];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// Found it? Then how much help it was, else what was missing; then what to improve.
    HelpCenter,
    /// How easy it was to reach support.
    FirstContact,
    /// How easy it was to get a problem solved.
    Resolution,
    /// One rating from 1 to 10.
    Effort10,
}

/// Free text is limited to this many characters where a definition does not say.
pub const TEXT_LIMIT: u32 = 2_000;

/// A text in each of `LANGUAGES`.
type Words = [&'static str; LANGUAGES.len()];

static FOUND: Words = [
    "Did you find the information you needed?",
    "Ai găsit informația de care aveai nevoie?",
    "Вы нашли нужную информацию?",
];
static HELPED: Words = [
    "To what extent do you agree or disagree: {organization} helped me find a solution to my problem.",
    "În ce măsură ești de acord: {organization} m-a ajutat să găsesc o soluție la problema mea.",
    "Насколько вы согласны: {organization} помогает мне найти решение моей проблемы.",
];
static SOUGHT: Words = ["What were you looking for?", "Ce căutai?", "Что вы искали?"];
static IMPROVE: Words = [
    "Is there anything we could do to improve this section?",
    "Am putea îmbunătăți ceva la această secțiune?",
    "Можем ли мы что-нибудь улучшить в этом разделе?",
];
static CONTACT: Words = [
    "How easy was it to contact support?",
    "Cât de ușor a fost să contactezi echipa de suport?",
    "Насколько легко было связаться с поддержкой?",
];
static SOLVE: Words = [
    "How easy was it to solve your problem?",
    "Cât de ușor a fost să îți rezolvi problema?",
    "Насколько легко было решить вашу проблему?",
];
static EASIER: Words = [
    "What could we have made easier?",
    "Ce am fi putut face mai ușor pentru tine?",
    "Что мы могли бы упростить?",
];
static HANDLE: Words = [
    "How easy was it to get what you came for?",
    "Cât de ușor a fost să obții ceea ce căutai?",
    "Насколько легко было получить то, за чем вы пришли?",
];
static AGREE: [Words; 2] = [
    ["Strongly disagree", "Dezacord total", "Совершенно не согласен"],
    ["Strongly agree", "Acord total", "Полностью согласен"],
];
static EASY: [Words; 2] = [
    ["Very difficult", "Foarte greu", "Очень трудно"],
    ["Very easy", "Foarte ușor", "Очень легко"],
];

impl Template {
    pub fn questions(self) -> Vec<Question<'static>> {
        match self {
            Self::HelpCenter => Vec::from([
                question("found", Kind::YesNo, &FOUND, Some((When::Yes(false), 2))),
                question("effort", effort(Points::Seven, &AGREE), &HELPED, Some((When::Always, 3))),
                question("sought", TEXT, &SOUGHT, None),
                improve(&IMPROVE),
            ]),
            Self::FirstContact => rating_and_reason(&CONTACT),
            Self::Resolution => rating_and_reason(&SOLVE),
            Self::Effort10 => Vec::from([question("effort", effort(Points::Ten, &EASY), &HANDLE, None)]),
        }
    }
}

const TEXT: Kind<'static> = Kind::Text { limit: TEXT_LIMIT };

fn rating_and_reason(words: &'static Words) -> Vec<Question<'static>> {
    Vec::from([question("effort", effort(Points::Seven, &EASY), words, None), improve(&EASIER)])
}

fn question(
    id: &'static str,
    kind: Kind<'static>,
    words: &'static Words,
    branch: Option<(When, usize)>,
) -> Question<'static> {
    let branches = branch.map(|(when, target)| Branch { when, to: Next::Question(target) });
    let branches = branches.into_iter().collect();
    Question { id, kind, text: Text::Ready(words), optional: false, branches }
}

fn improve(words: &'static Words) -> Question<'static> {
    Question { optional: true, ..question("improve", TEXT, words, None) }
}

fn effort(points: Points, [low, high]: &'static [Words; 2]) -> Kind<'static> {
    let labels = Some((Text::Ready(low), Text::Ready(high)));
    Kind::Effort(Scale { points, easy_is: EasyIs::High, labels })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::Questions;

    #[test]
    fn every_template_is_a_legal_survey_in_every_language() {
        for (name, template) in NAMES.iter().zip(TEMPLATES) {
            let questions = Questions::new(template.questions()).unwrap_or_else(|| panic!("{name}"));
            for question in questions.all() {
                for language in LANGUAGES {
                    assert!(question.text.exactly(language).is_some(), "{name} {} {language}", question.id);
                }
            }
        }
    }
}
