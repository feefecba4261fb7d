//! One person answering one survey.
//!
//! Which questions were asked follows from the answers alone, so going back and answering
//! otherwise drops what no longer belongs. Never decides whether to ask.

mod screen;
mod response;
mod wording;
mod draft;

use crate::answer::{Act, Answer, Given, Mistake};
use crate::help_center::HelpCenter;
use crate::question::Question;
use crate::response::State;
use crate::survey::Survey;
use crate::time::Timestamp;
use alloc::{borrow::Cow, string::String, vec::Vec};

#[derive(Clone)]
pub struct Interview<'a> {
    pub survey: &'a Survey<'a>,
    /// The id of the response.
    pub id: String,
    pub trigger: &'static str,
    pub language: String,
    /// The path of the page it was shown on, and the section that the page itself says.
    pub path: String,
    pub section: String,
    /// As that page says of itself whose it is.
    pub help_center: HelpCenter<'a>,
    pub shown: Timestamp,
    /// The question on display; none once the end is reached.
    pub current: Option<usize>,
    pub mistake: Option<Mistake>,
    /// When something was last given or skipped.
    pub answered_at: Option<Timestamp>,
    /// How often the response was sent since it was shown.
    pub rev: u32,
    /// A rating that the visitor has chosen elsewhere, to be confirmed at the first question that asks for
    /// one; 0 for none.
    pub suggested: u8,
    /// Of the page it was shown on, where a text names it; empty where it has none.
    pub title: String,
    /// Whether what is written is masked before anything else comes of it.
    pub masks: bool,
    /// By the position of the question.
    answers: Vec<Option<Answer>>,
    /// What stood unsent in the questions at these positions when they or the page were left.
    drafts: Vec<(usize, Answer)>,
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
            help_center: HelpCenter::default(),
            shown,
            current: Some(0),
            mistake: None,
            answered_at: None,
            rev: 0,
            suggested: 0,
            title: String::new(),
            masks: false,
            answers: Vec::new(),
            drafts: Vec::new(),
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
            act => {
                match self.judge(question, act) {
                    Ok(answer) => self.take(at, question, index, answer),
                    Err(Mistake::Missing) if question.optional => self.take(at, question, index, Answer::Skipped),
                    Err(mistake) => {
                        self.mistake = Some(mistake);
                        return Progress::Turned;
                    }
                }
                Progress::Given(index)
            }
        }
    }

    /// What an act gives, masked where that is wanted.
    fn judge(&self, question: &Question<'_>, act: Act) -> Result<Answer, Mistake> {
        let answer = question.asks.answer(act)?;
        Ok(if self.masks { answer.masked() } else { answer })
    }

    fn take(&mut self, at: Timestamp, question: &Question<'_>, index: usize, answer: Answer) {
        // What was answered before counts as far as it leads here.
        let next = self.next(self.asked(), question, index, &answer);
        let count = self.survey.questions.all().len();
        self.current = Some(next).filter(|next| *next < count);
        self.answers.resize(count, None);
        if let Some(place) = self.answers.get_mut(index) {
            *place = Some(answer);
        }
        let asked = self.asked();
        for (index, answer) in self.answers.iter_mut().enumerate() {
            if asked & bit(index) == 0 {
                *answer = None;
            }
        }
        if question.asks.scale().is_some() {
            self.suggested = 0;
        }
        self.drafts.retain(|(of, _)| *of != index && asked & bit(*of) != 0);
        self.answered_at = Some(at);
    }

    /// Whether the visitor has given or skipped anything.
    pub fn begun(&self) -> bool {
        self.answered_at.is_some()
    }

    pub fn done(&self) -> bool {
        self.current.is_none()
    }

    /// What was given to the question on display before, or stood there unsent, or is to be confirmed there.
    fn given(&self) -> Option<Cow<'_, Given>> {
        let index = self.current?;
        match self.written(index) {
            Some(answer) => answer.given().map(Cow::Borrowed),
            None => self.survey.questions.get(index)?.asks.suggested(self.suggested).map(Cow::Owned),
        }
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
            index = self.next(asked, question, index, answer);
        }
        asked
    }

    /// Where an answer leads: the first branch that matches, else the question after `index`. Earlier
    /// answers count as far as these questions, one bit each, were asked.
    fn next(&self, asked: u64, question: &Question<'_>, index: usize, answer: &Answer) -> usize {
        let matching = question.branches.iter().find(|branch| {
            let Some(of) = branch.of else { return branch.when.holds(answer, question.kind.word) };
            let earlier = self.answer(of).filter(|_| asked & bit(of) != 0);
            let about = earlier.zip(self.survey.questions.get(of));
            about.is_some_and(|(answer, question)| branch.when.holds(answer, question.kind.word))
        });
        matching.map_or(index + 1, |branch| branch.to)
    }

    /// How far the response is.
    pub fn state(&self) -> State {
        match (self.done(), self.begun()) {
            (true, _) => State::Complete,
            (false, true) => State::Partial,
            (false, false) if self.rev == 0 => State::Shown,
            (false, false) => State::Dismissed,
        }
    }
}

/// Reading lets no survey have more than 50 questions.
fn bit(index: usize) -> u64 {
    1 << (index & 63)
}
