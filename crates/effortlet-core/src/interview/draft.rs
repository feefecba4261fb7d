//! What stands unsent in a text when the page is left, hidden or has the widget stopped, and when the visitor goes
//! back: sent as a part of the answers, since there may be no later moment.
//!
//! Never leads on to another question, and is no answer once something else was given to its own, or nothing, or
//! the answers lead past it.

use super::Interview;
use crate::answer::{Act, Answer};
use crate::time::Timestamp;

impl Interview<'_> {
    /// `act` would send it. What is too long or blank is nothing, as is what was given before and only stands there
    /// again. What stands in other questions stays. True where something else stands there now.
    pub fn draft(&mut self, at: Timestamp, act: Option<Act>) -> bool {
        let Some(index) = self.current else { return false };
        let Some(question) = self.survey.questions.get(index) else { return false };
        let written = act.and_then(|act| self.judge(question, act).ok());
        let draft = written.filter(|it| self.answer(index) != Some(it));
        if draft.as_ref() == self.drafted(index) {
            return false;
        }
        // Who has begun to write has begun to answer.
        if draft.is_some() {
            self.answered_at = Some(at);
        }
        self.drafts.retain(|(of, _)| *of != index);
        self.drafts.extend(draft.map(|it| (index, it)));
        true
    }

    /// The visitor does not want it sent. True where something was.
    pub fn withdraw_drafts(&mut self) -> bool {
        !core::mem::take(&mut self.drafts).is_empty()
    }

    /// What was given to a question, or stands there unsent.
    pub(super) fn written(&self, index: usize) -> Option<&Answer> {
        self.drafted(index).or_else(|| self.answer(index))
    }

    fn drafted(&self, index: usize) -> Option<&Answer> {
        self.drafts.iter().find(|(of, _)| *of == index).map(|(_, draft)| draft)
    }
}
