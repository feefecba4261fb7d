//! What was answered, in the words that stood there, and as it goes on the wire. What they are is for
//! the kind of question.

use super::Interview;
use crate::question::Fill;
use crate::response::Answered;
use alloc::{string::String, vec::Vec};

impl Interview<'_> {
    /// What was answered to a question, in words, which `fill` gives; empty for nothing.
    pub fn answer_words(&self, id: &str, fill: Fill<'_>) -> String {
        let questions = self.survey.questions.all();
        let index = questions.iter().position(|question| question.id == id);
        let answered = index.and_then(|index| Some((questions.get(index)?, self.answer(index)?.given()?)));
        answered.map(|(question, given)| question.asks.in_words(given, fill)).unwrap_or_default()
    }

    /// What was answered to a question, as it goes on the wire, or stands there unsent; none when it was skipped.
    pub fn answered(&self, index: usize) -> Vec<Answered<&str>> {
        let answered = self.survey.questions.get(index).zip(self.written(index).and_then(|answer| answer.given()));
        answered.map(|(question, given)| question.asks.answered(question.id, given)).unwrap_or_default()
    }

    /// All that was answered, in the order of the questions.
    pub fn all_answered(&self) -> impl Iterator<Item = Answered<&str>> {
        let mut all = Vec::new();
        for index in 0..self.survey.questions.all().len() {
            all.append(&mut self.answered(index));
        }
        all.into_iter()
    }
}
