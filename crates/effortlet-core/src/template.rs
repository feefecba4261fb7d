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

/// A question with at most one branch.
struct Ready {
    question: Question<'static>,
    branch: Option<Branch>,
}

static HELP_CENTER: [Ready; 4] = [
    ready("found", Kind::YesNo, &FOUND, to(2, When::Yes(false))),
    ready("effort", effort(Points::Seven, &AGREE), &HELPED, to(3, When::Always)),
    ready("sought", TEXT, &SOUGHT, None),
    improve(&IMPROVE),
];
static FIRST_CONTACT: [Ready; 2] =
    [ready("effort", effort(Points::Seven, &EASY), &CONTACT, None), improve(&EASIER)];
static RESOLUTION: [Ready; 2] = [ready("effort", effort(Points::Seven, &EASY), &SOLVE, None), improve(&EASIER)];
static EFFORT_10: [Ready; 1] = [ready("effort", effort(Points::Ten, &EASY), &HANDLE, None)];

const TEXT: Kind<'static> = Kind::Text { limit: TEXT_LIMIT };

const fn effort(points: Points, [low, high]: &'static [Words; 2]) -> Kind<'static> {
    let labels = Some((Text::Ready(low), Text::Ready(high)));
    Kind::Effort(Scale { points, easy_is: EasyIs::High, labels })
}

const fn ready(
    id: &'static str,
    kind: Kind<'static>,
    words: &'static Words,
    branch: Option<Branch>,
) -> Ready {
    let text = Text::Ready(words);
    Ready { question: Question { id, kind, text, optional: false, branches: Vec::new() }, branch }
}

const fn to(question: usize, when: When) -> Option<Branch> {
    Some(Branch { when, to: Next::Question(question) })
}

const fn improve(words: &'static Words) -> Ready {
    let mut ready = ready("improve", TEXT, words, None);
    ready.question.optional = true;
    ready
}

impl Template {
    pub fn questions(self) -> Vec<Question<'static>> {
        let ready: &[Ready] = match self {
            Self::HelpCenter => &HELP_CENTER,
            Self::FirstContact => &FIRST_CONTACT,
            Self::Resolution => &RESOLUTION,
            Self::Effort10 => &EFFORT_10,
        };
        let mut questions = Vec::with_capacity(ready.len());
        for Ready { question, branch } in ready {
            let mut branches = Vec::new();
            branches.extend(*branch);
            questions.push(Question { branches, ..*question });
        }
        questions
    }
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
