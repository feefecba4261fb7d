//! One person answering one survey.
//!
//! Which questions were asked follows from the answers alone, so going back and answering
//! otherwise drops what no longer belongs. Never decides whether to ask.

use crate::answer::{Act, Answer, Mistake};
use crate::json::{Json, to_json};
use crate::help_center::Facts;
use crate::response::{Answered, Context, Page, Response, SCHEMA, State, Timing, Value};
use crate::survey::{Kind, Questions, Survey};
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
    /// The path of the page it was shown on.
    pub path: String,
    pub shown: Timestamp,
    /// The question on display; none once the end is reached.
    pub current: Option<usize>,
    pub mistake: Option<Mistake>,
    answered: Option<Timestamp>,
    rev: u32,
    /// By the position of the question.
    answers: Vec<Option<Answer>>,
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
        path: String,
        shown: Timestamp,
    ) -> Self {
        Self {
            survey,
            id,
            trigger,
            language,
            path,
            shown,
            current: Some(0),
            mistake: None,
            answered: None,
            rev: 0,
            answers: Vec::new(),
        }
    }

    pub fn act(&mut self, at: Timestamp, act: &Act, questions: &Questions<'_>) -> Progress {
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
                    let next = answer.next(question, index);
                    self.current = if next < questions.all().len() { Some(next) } else { None };
                    self.answers.resize(questions.all().len(), None);
                    if let Some(place) = self.answers.get_mut(index) {
                        *place = Some(answer);
                    }
                    let asked = self.asked(questions);
                    for (index, answer) in self.answers.iter_mut().enumerate() {
                        if asked & bit(index) == 0 {
                            *answer = None;
                        }
                    }
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

    fn answer(&self, question: usize) -> Option<&Answer> {
        self.answers.get(question)?.as_ref()
    }

    /// The question before the one on display.
    pub fn previous(&self, questions: &Questions<'_>) -> Option<usize> {
        let asked = self.asked(questions);
        (0..self.current?).rev().find(|index| asked & bit(*index) != 0)
    }

    /// The questions that the answers lead through, up to the first without an answer, one bit
    /// each. Branches lead forward only, so a set says their order too.
    fn asked(&self, questions: &Questions<'_>) -> u64 {
        let (mut asked, mut index) = (0, 0);
        while let Some(question) = questions.get(index) {
            asked |= bit(index);
            let Some(answer) = self.answer(index) else { break };
            index = answer.next(question, index);
        }
        asked
    }

    /// The next revision of the response: its number, its state, and all of it as JSON.
    ///
    /// `facts` are those of its path. The edge adds what else it knows of the page.
    pub fn respond(&mut self, survey: &Survey<'_>, facts: &Facts<'_>) -> (u32, State, Json) {
        self.rev += 1;
        let mut answers = Vec::new();
        for index in 0..self.answers.len() {
            answers.extend(self.answered(index, survey));
        }
        let state = match (self.done(), self.begun()) {
            (true, _) => State::Complete,
            (false, true) => State::Partial,
            (false, false) => State::Dismissed,
        };
        let (shown_at, answered_at) = (self.shown.rfc3339(), self.answered.map(Timestamp::rfc3339));
        let response: Response<&str> = Response {
            schema: SCHEMA,
            id: &self.id,
            rev: self.rev,
            state,
            survey: survey.id,
            survey_version: &survey.version,
            trigger: self.trigger,
            locale: &self.language,
            answers,
            page: Page { url: "", title: "", section: facts.section, article: facts.article },
            timing: Timing { shown_at: &shown_at, answered_at: answered_at.as_deref(), sent_at: None },
            context: Context::default(),
        };
        (self.rev, state, Json(to_json(&response)))
    }

    /// The answer as it goes on the wire; nothing when it was skipped.
    pub fn answered<'s>(&'s self, index: usize, survey: &Survey<'s>) -> Option<Answered<&'s str>> {
        let question = survey.questions.get(index)?;
        let value = match self.answer(index)? {
            Answer::YesNo(yes) => Value::Text(if *yes { "yes" } else { "no" }),
            Answer::Rating(rating) => Value::Rating(*rating),
            Answer::Text(text) => Value::Text(text.as_str()),
            Answer::Skipped => return None,
        };
        let scale = if question.kind == Kind::Effort { Some(&question.scale) } else { None };
        Some(Answered {
            question: question.id,
            kind: question.kind.word(),
            value,
            points: scale.map(|scale| scale.points.count()),
            easy_is: scale.map(|scale| scale.easy_is),
        })
    }
}

/// Reading lets no survey have more than 50 questions.
fn bit(index: usize) -> u64 {
    1 << (index & 63)
}
