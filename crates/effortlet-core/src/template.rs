//! Ready surveys, worded as Customer Effort Score is practised.

use crate::locale::LANGUAGES;
use crate::survey::{Branch, EasyIs, Kind, Next, Points, Question, Scale, When};
use crate::text::Text;
use alloc::vec::Vec;

/// The names of the templates, as definitions write them.
pub const NAMES: [(&str, Template); 4] = [
    ("help-center", Template::HelpCenter),
    ("first-contact", Template::FirstContact),
    ("resolution", Template::Resolution),
    ("effort-10", Template::Effort10),
];

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
type Words = [&'static str; 3];

const FOUND: Words = [
    "Did you find the information you needed?",
    "Ai găsit informația de care aveai nevoie?",
    "Вы нашли нужную информацию?",
];
const HELPED: Words = [
    "To what extent do you agree or disagree: {organization} helped me find a solution to my problem.",
    "În ce măsură ești de acord: {organization} m-a ajutat să găsesc o soluție la problema mea.",
    "Насколько вы согласны: {organization} помогает мне найти решение моей проблемы.",
];
const SOUGHT: Words = ["What were you looking for?", "Ce căutai?", "Что вы искали?"];
const IMPROVE: Words = [
    "Is there anything we could do to improve this section?",
    "Am putea îmbunătăți ceva la această secțiune?",
    "Можем ли мы что-нибудь улучшить в этом разделе?",
];
const CONTACT: Words = [
    "How easy was it to contact support?",
    "Cât de ușor a fost să contactezi echipa de suport?",
    "Насколько легко было связаться с поддержкой?",
];
const SOLVE: Words = [
    "How easy was it to solve your problem?",
    "Cât de ușor a fost să îți rezolvi problema?",
    "Насколько легко было решить вашу проблему?",
];
const EASIER: Words = [
    "What could we have made easier?",
    "Ce am fi putut face mai ușor pentru tine?",
    "Что мы могли бы упростить?",
];
const HANDLE: Words = [
    "How easy was it to get what you came for?",
    "Cât de ușor a fost să obții ceea ce căutai?",
    "Насколько легко было получить то, за чем вы пришли?",
];
const AGREE: (Words, Words) = (
    ["Strongly disagree", "Dezacord total", "Совершенно не согласен"],
    ["Strongly agree", "Acord total", "Полностью согласен"],
);
const EASY: (Words, Words) = (
    ["Very difficult", "Foarte greu", "Очень трудно"],
    ["Very easy", "Foarte ușor", "Очень легко"],
);

impl Template {
    pub fn questions(self) -> Vec<Question> {
        match self {
            Self::HelpCenter => Vec::from([
                question("found", Kind::YesNo, FOUND, to(When::Yes(false), 2)),
                question("effort", effort(Points::Seven, AGREE), HELPED, to(When::Always, 3)),
                question("sought", TEXT, SOUGHT, Vec::new()),
                optional("improve", IMPROVE),
            ]),
            Self::FirstContact => rating_and_reason(CONTACT, Points::Seven),
            Self::Resolution => rating_and_reason(SOLVE, Points::Seven),
            Self::Effort10 => {
                Vec::from([question("effort", effort(Points::Ten, EASY), HANDLE, Vec::new())])
            }
        }
    }
}

const TEXT: Kind = Kind::Text { limit: TEXT_LIMIT };

fn rating_and_reason(words: Words, points: Points) -> Vec<Question> {
    let rating = question("effort", effort(points, EASY), words, Vec::new());
    Vec::from([rating, optional("improve", EASIER)])
}

fn question(id: &str, kind: Kind, words: Words, branches: Vec<Branch>) -> Question {
    Question { id: id.into(), kind, text: text(words), optional: false, branches }
}

fn optional(id: &str, words: Words) -> Question {
    Question { optional: true, ..question(id, TEXT, words, Vec::new()) }
}

fn to(when: When, target: usize) -> Vec<Branch> {
    Vec::from([Branch { when, to: Next::Question(target) }])
}

fn effort(points: Points, (low, high): (Words, Words)) -> Kind {
    Kind::Effort(Scale { points, easy_is: EasyIs::High, labels: Some((text(low), text(high))) })
}

fn text(words: Words) -> Text {
    let pairs = LANGUAGES.iter().zip(words);
    Text { by_language: pairs.map(|(tag, text)| ((*tag).into(), text.into())).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::Questions;

    #[test]
    fn every_template_is_a_legal_survey_in_every_language() {
        for (name, template) in NAMES {
            let questions = Questions::new(template.questions()).unwrap_or_else(|| panic!("{name}"));
            for question in questions.all() {
                for language in LANGUAGES {
                    assert!(question.text.exactly(language).is_some(), "{name} {} {language}", question.id);
                }
            }
        }
    }
}
