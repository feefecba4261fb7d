//! What stands unsent in a text when the page is left, hidden or has the widget stopped, and when the visitor goes
//! back: sent as a part of the answers, since there may be no later moment.
//!
//! Never leads on to another question, and is no answer once something else was given to its own, or nothing, or
//! the answers lead past it.

use super::{Interview, Progress};
use crate::answer::{Act, Answer};
use crate::question::Question;
use crate::time::Timestamp;
use alloc::string::String;

impl Interview<'_> {
    /// What is too long or blank is nothing, as is what was given before and only stands there again.
    pub(super) fn draft(&mut self, at: Timestamp, question: &Question<'_>, index: usize, text: String) -> Progress {
        let written = self.judge(question, Act::Write(text)).ok();
        let draft = written.filter(|it| self.answer(index) != Some(it)).map(|it| (index, it));
        if draft == self.draft {
            return Progress::Idle;
        }
        // Who has begun to write has begun to answer.
        if draft.is_some() {
            self.answered_at = Some(at);
        }
        self.draft = draft;
        Progress::Drafted
    }

    /// The visitor does not want it sent. True where it was.
    pub fn withdraw_draft(&mut self) -> bool {
        self.draft.take().is_some()
    }

    /// What was given to a question, or stands there unsent.
    pub(super) fn written(&self, index: usize) -> Option<&Answer> {
        let draft = self.draft.as_ref().filter(|(at, _)| *at == index);
        draft.map(|(_, draft)| draft).or_else(|| self.answer(index))
    }
}
