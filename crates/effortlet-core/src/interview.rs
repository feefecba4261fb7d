//! One person answering one survey.
//!
//! Which questions were asked follows from the answers alone, so going back and answering
//! otherwise drops what no longer belongs. Never decides whether to ask.

use crate::answer::{Act, Answer, Mistake};
use crate::response::{self, Answered, Context, Response, SCHEMA, State, Timing, Value};
use crate::survey::{Kind, Next, Questions, Survey};
use crate::time::Timestamp;
use alloc::{string::String, vec::Vec};

#[derive(Clone, Debug, PartialEq)]
pub struct Interview {
    /// The position of the survey in the definition.
    pub survey: usize,
    /// The id of the response.
    pub id: String,
    pub trigger: &'static str,
    pub language: String,
    pub page: response::Page,
    pub shown: Timestamp,
    /// The question on display; none once the end is reached.
    pub current: Option<usize>,
    pub mistake: Option<Mistake>,
    answered: Option<Timestamp>,
    rev: u32,
    answers: Vec<(usize, Answer)>,
}

/// What an act led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The question at this position was answered or skipped.
    Given(usize),
    /// The screen changed, or says what is missing.
    Turned,
    Closed,
}

impl Interview {
    pub fn begin(
        survey: usize,
        trigger: &'static str,
        id: String,
        language: String,
        page: response::Page,
        shown: Timestamp,
    ) -> Self {
        Self {
            survey,
            id,
            trigger,
            language,
            page,
            shown,
            current: Some(0),
            mistake: None,
            answered: None,
            rev: 0,
            answers: Vec::new(),
        }
    }

    pub fn act(&mut self, at: Timestamp, act: &Act, questions: &Questions) -> Progress {
        self.mistake = None;
        let Some((index, question)) = self.current.and_then(|index| Some((index, questions.get(index)?)))
        else {
            return Progress::Closed;
        };
        match act {
            Act::Close => Progress::Closed,
            Act::Back => {
                self.current = self.previous(questions).or(self.current);
                Progress::Turned
            }
            act => match Answer::new(act, question) {
                Err(mistake) => {
                    self.mistake = Some(mistake);
                    Progress::Turned
                }
                Ok(answer) => {
                    self.current = match answer.next(question, index) {
                        Next::Question(next) if next < questions.all().len() => Some(next),
                        _ => None,
                    };
                    self.answers.retain(|(known, _)| *known != index);
                    self.answers.push((index, answer));
                    let path = self.path(questions);
                    self.answers.retain(|(known, _)| path.contains(known));
                    self.answered = Some(at);
                    Progress::Given(index)
                }
            },
        }
    }

    /// Whether the visitor has given or skipped anything.
    pub fn begun(&self) -> bool {
        self.answered.is_some()
    }

    pub fn done(&self) -> bool {
        self.current.is_none()
    }

    /// What was answered to the question on display before.
    pub fn given(&self) -> Option<&Answer> {
        self.answer(self.current?)
    }

    pub fn answer(&self, question: usize) -> Option<&Answer> {
        self.answers.iter().find(|(known, _)| *known == question).map(|(_, answer)| answer)
    }

    /// The question before the one on display.
    pub fn previous(&self, questions: &Questions) -> Option<usize> {
        let current = self.current?;
        self.path(questions).into_iter().take_while(|index| *index != current).last()
    }

    /// The questions that the answers lead through, up to the first without an answer.
    fn path(&self, questions: &Questions) -> Vec<usize> {
        let mut path = Vec::new();
        let mut next = Some(0);
        while let Some((index, question)) = next.and_then(|index| Some((index, questions.get(index)?))) {
            path.push(index);
            next = match self.answer(index).map(|answer| answer.next(question, index)) {
                Some(Next::Question(index)) => Some(index),
                Some(Next::End) | None => None,
            };
        }
        path
    }

    /// The next revision of the response.
    pub fn respond(&mut self, survey: &Survey, context: &Context) -> Response {
        self.rev += 1;
        let answers = self.path(&survey.questions).into_iter();
        let answers: Vec<Answered> = answers.filter_map(|index| self.answered(index, survey)).collect();
        let state = match (self.done(), self.begun()) {
            (true, _) => State::Complete,
            (false, true) => State::Partial,
            (false, false) => State::Dismissed,
        };
        Response {
            schema: SCHEMA,
            id: self.id.clone(),
            rev: self.rev,
            state,
            survey: survey.id.clone(),
            survey_version: survey.version.clone(),
            trigger: self.trigger.into(),
            locale: self.language.clone(),
            answers,
            page: self.page.clone(),
            timing: Timing {
                shown_at: self.shown.rfc3339(),
                answered_at: self.answered.map(Timestamp::rfc3339),
                sent_at: None,
            },
            context: context.clone(),
        }
    }

    /// The answer as it goes on the wire; nothing when it was skipped.
    pub fn answered(&self, index: usize, survey: &Survey) -> Option<Answered> {
        let question = survey.questions.get(index)?;
        let value = match self.answer(index)? {
            Answer::YesNo(yes) => Value::Text(if *yes { "yes" } else { "no" }.into()),
            Answer::Rating(rating) => Value::Rating(*rating),
            Answer::Text(text) => Value::Text(text.clone()),
            Answer::Skipped => return None,
        };
        let scale = if let Kind::Effort(scale) = &question.kind { Some(scale) } else { None };
        Some(Answered {
            question: question.id.clone(),
            kind: question.kind.word(),
            value,
            points: scale.map(|scale| scale.points.count()),
            easy_is: scale.map(|scale| scale.easy_is),
        })
    }
}
