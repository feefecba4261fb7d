//! What the visitor has answered before.

use super::{AudienceContext, Condition, Kind, Words};
use crate::comparison::Comparison;
use crate::id::{ID, is_id};
use crate::memory::{Given, History};
use crate::needs::Needs;
use crate::observed::Observed;
use crate::phrase::{compared, span};
use crate::source::{Node, Problems, SPAN, Value};
use crate::time::Duration;
use alloc::{boxed::Box, string::String};

pub const ANSWERED: Kind = Kind {
    word: "answered",
    keys: &["survey", "question", "value", "within"],
    read,
    words: Some(Words::new(wants)),
};

struct Answered<'a> {
    /// Any where absent.
    survey: Option<&'a str>,
    question: &'a str,
    value: Comparison<'a>,
    within: Duration,
}

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    let mut within = Duration::NEVER;
    let (survey, question, value) = (node.given("survey"), node.field("question"), node.field("value"));
    if node.only(ANSWERED.keys, problems) {
        for id in [Some(question), survey].into_iter().flatten() {
            id.check(is_id(id.value.text_or_empty()), ID, problems);
        }
        Comparison::read(value, problems);
        if let [(_, present)] = value.value.entries() {
            let present = present.flag() != Some(false);
            value.field("present").check(present, "true, since every answer has a value", problems);
        }
        if let Some(given) = node.given("within") {
            within = given.span(SPAN, problems);
        }
    }
    Box::new(Answered {
        survey: survey.and_then(|it| it.value.text()),
        question: question.value.text_or_empty(),
        value: Comparison::of(value.value),
        within,
    })
}

impl Answered<'_> {
    /// Of the survey that is named, or any.
    fn is_meant(&self, answer: &Given) -> bool {
        answer.question == self.question && self.survey.is_none_or(|survey| answer.survey == survey)
    }
}

impl Condition for Answered<'_> {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.answers = Some(History::answer);
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        let mut answers = context.history.answers.iter();
        let is_recent = |answer: &Given| context.at - answer.at <= self.within;
        Some(answers.any(|answer| self.is_meant(answer) && is_recent(answer) && self.value.holds(&answer.value)))
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        let answer = context.history.answers.iter().find(|answer| self.is_meant(answer));
        answer.map_or(Observed::Nothing, |answer| Observed::from(&answer.value))
    }
}

fn wants(terms: &Value) -> String {
    let mut text = ["the answer to ", terms.field("question").text_or_empty()].concat();
    if let Some(survey) = terms.field("survey").text() {
        text += &[" of ", survey].concat();
    }
    text += &[" ", &compared(terms.field("value"))].concat();
    if *terms.field("within") != Value::Absent {
        text += &[" within ", &span(terms.field("within"))].concat();
    }
    text
}
