//! One person answering one survey.
//!
//! Which questions were asked follows from the answers alone, so going back and answering
//! otherwise drops what no longer belongs. Never decides whether to ask.

mod response;
#[cfg(feature = "full")]
mod said;

use crate::answer::{Act, Answer, Mistake};
#[cfg(feature = "full")]
use crate::response::LEFT_TO_RIGHT;
use crate::response::{Answered, State, Value};
use crate::survey::{Kind, Question, Survey};
use crate::time::Timestamp;
use alloc::{string::String, vec::Vec};

#[derive(Clone, Debug)]
pub struct Interview<'a> {
    pub survey: &'a Survey<'a>,
    /// The id of the response.
    pub id: String,
    pub trigger: &'static str,
    pub language: String,
    /// The path of the page it was shown on, and the section that the page itself says.
    pub path: String,
    pub section: String,
    pub shown: Timestamp,
    /// The question on display; none once the end is reached.
    pub current: Option<usize>,
    pub mistake: Option<Mistake>,
    /// When something was last given or skipped.
    pub answered_at: Option<Timestamp>,
    /// How often the response was sent.
    pub rev: u32,
    /// A rating of the first question that the visitor has chosen elsewhere, to be confirmed here; 0
    /// for none.
    #[cfg(feature = "full")]
    pub suggested: u8,
    /// Of the page it was shown on, where a text names it; empty where it has none.
    #[cfg(feature = "full")]
    pub title: String,
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

impl<'a> Interview<'a> {
    pub fn begin(
        survey: &'a Survey<'a>,
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
            section: String::new(),
            shown,
            current: Some(0),
            mistake: None,
            answered_at: None,
            rev: 0,
            #[cfg(feature = "full")]
            suggested: 0,
            #[cfg(feature = "full")]
            title: String::new(),
            answers: Vec::new(),
        }
    }

    pub fn act(&mut self, at: Timestamp, act: Act) -> Progress {
        self.mistake = None;
        let Some((index, question)) = self.current.and_then(|index| Some((index, self.survey.questions.get(index)?)))
        else {
            return Progress::Closed;
        };
        match act {
            Act::Close => Progress::Closed,
            Act::Back => {
                self.current = self.previous().or(self.current);
                Progress::Turned
            }
            act => match Answer::new(act, question) {
                Err(mistake) => {
                    self.mistake = Some(mistake);
                    Progress::Turned
                }
                Ok(answer) => {
                    let next = self.next(question, index, &answer);
                    self.current = if next < self.survey.questions.all().len() { Some(next) } else { None };
                    while self.answers.len() < self.survey.questions.all().len() {
                        self.answers.push(None);
                    }
                    if let Some(place) = self.answers.get_mut(index) {
                        *place = Some(answer);
                    }
                    let asked = self.asked();
                    for (index, answer) in self.answers.iter_mut().enumerate() {
                        if asked & bit(index) == 0 {
                            *answer = None;
                        }
                    }
                    self.answered_at = Some(at);
                    Progress::Given(index)
                }
            },
        }
    }

    /// Whether the visitor has given or skipped anything.
    pub fn begun(&self) -> bool {
        self.answered_at.is_some()
    }

    pub fn done(&self) -> bool {
        self.current.is_none()
    }

    /// What was answered to the question on display before.
    pub fn given(&self) -> Option<Value<&str>> {
        let given = self.answer(self.current?);
        #[cfg(feature = "full")]
        if let (Some(0), None, Some(question)) = (self.current, given, self.survey.questions.get(0))
            && question.kind == Kind::Effort
            && (1..=question.scale.points.count()).contains(&self.suggested)
        {
            return Some(Value::Rating(self.suggested));
        }
        given.and_then(Answer::value)
    }

    fn answer(&self, question: usize) -> Option<&Answer> {
        self.answers.get(question)?.as_ref()
    }

    /// The question before the one on display.
    pub fn previous(&self) -> Option<usize> {
        let asked = self.asked();
        (0..self.current?).rev().find(|index| asked & bit(*index) != 0)
    }

    /// The questions that the answers lead through, up to the first without an answer, one bit
    /// each. Branches lead forward only, so a set says their order too.
    fn asked(&self) -> u64 {
        let (mut asked, mut index) = (0, 0);
        while let Some(question) = self.survey.questions.get(index) {
            asked |= bit(index);
            let Some(answer) = self.answer(index) else { break };
            index = self.next_on(asked, question, index, answer);
        }
        asked
    }

    /// Where an answer leads: the first branch that matches, else the question after `index`.
    fn next(&self, question: &Question<'_>, index: usize, answer: &Answer) -> usize {
        // What was answered before counts as far as it leads here.
        #[cfg(feature = "full")]
        let asked = self.asked();
        #[cfg(not(feature = "full"))]
        let asked = 0;
        self.next_on(asked, question, index, answer)
    }

    /// The same after these questions, one bit each.
    fn next_on(
        &self,
        #[cfg_attr(not(feature = "full"), expect(unused_variables))] asked: u64,
        question: &Question<'_>,
        index: usize,
        answer: &Answer,
    ) -> usize {
        let matching = question.branches.iter().find(|branch| {
            #[cfg(feature = "full")]
            if let Some(of) = branch.of {
                let earlier = self.answer(of).filter(|_| asked & bit(of) != 0);
                return earlier.zip(self.survey.questions.get(of)).is_some_and(|(answer, question)| {
                    answer.matches(&branch.when, &question.scale)
                });
            }
            answer.matches(&branch.when, &question.scale)
        });
        matching.map_or(index + 1, |branch| branch.to)
    }

    /// How far the response is.
    pub fn state(&self) -> State {
        match (self.done(), self.begun()) {
            (true, _) => State::Complete,
            (false, true) => State::Partial,
            (false, false) => State::Dismissed,
        }
    }

    /// The options that were chosen for the question on display before, one bit each, and what was
    /// written of something else.
    #[cfg(feature = "full")]
    pub fn chosen(&self) -> (u32, &str) {
        match self.current.and_then(|index| self.answer(index)) {
            Some(Answer::Choice(chosen, other)) => (*chosen, other),
            _ => (0, ""),
        }
    }

    /// All that was answered, in the order of the questions.
    #[cfg(feature = "full")]
    pub fn all_answered(&self) -> impl Iterator<Item = Answered<&str>> {
        (0..self.answers.len()).flat_map(|index| self.each_answered(index))
    }

    /// All that was answered, in the order of the questions.
    #[cfg(not(feature = "full"))]
    pub fn all_answered(&self) -> impl Iterator<Item = Answered<&str>> {
        (0..self.answers.len()).filter_map(|index| self.answered(index))
    }

    /// The answer as it goes on the wire; nothing when it was skipped.
    pub fn answered(&self, index: usize) -> Option<Answered<&str>> {
        let question = self.survey.questions.get(index)?;
        let value = self.answer(index)?.value()?;
        let scale = if question.kind == Kind::Effort { Some(&question.scale) } else { None };
        Some(Answered {
            question: question.id,
            kind: question.kind.word(),
            value,
            points: scale.map(|scale| scale.points.count()),
            easy_is: scale.map(|scale| scale.easy_is),
            #[cfg(feature = "full")]
            order: scale.filter(|scale| scale.left_to_right).map(|_| LEFT_TO_RIGHT),
        })
    }
}

/// Reading lets no survey have more than 50 questions.
fn bit(index: usize) -> u64 {
    1 << (index & 63)
}
