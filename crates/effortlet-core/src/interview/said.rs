//! What was answered, in the words that stood there, and where one answer is several.

use super::Interview;
use crate::answer::Answer;
use crate::response::{Answered, Value};
use crate::survey::{Kind, OTHER};
use crate::text::Text;
use alloc::{string::String, vec::Vec};

impl Interview<'_> {
    /// What was answered to a question, in the words that stood there, which `fill` gives; empty for
    /// nothing.
    pub fn said(&self, id: &str, fill: &dyn Fn(&Text<'_>) -> String) -> String {
        let index = self.survey.questions.all().iter().position(|question| question.id == id);
        let Some((index, question)) = index.and_then(|index| Some((index, self.survey.questions.get(index)?))) else {
            return String::new();
        };
        match self.answer(index) {
            Some(Answer::Rating(rating)) => RATINGS.get(usize::from(*rating)).copied().unwrap_or_default().into(),
            Some(Answer::Text(text)) => text.clone(),
            Some(Answer::Choice(chosen, other)) => {
                let choice = &question.choice;
                let options = (0..choice.count()).filter(|option| chosen & (1 << (option & 31)) > 0);
                let options = options.filter_map(|option| choice.get(option));
                // Whoever has words of their own is not said to have chosen something else.
                let options = options.filter(|(id, _)| *id != OTHER || other.is_empty());
                let mut said: Vec<String> = options.map(|(_, text)| fill(&text)).collect();
                said.extend((!other.is_empty()).then(|| other.clone()));
                said.join(", ")
            }
            Some(Answer::YesNo(_, word)) => word.clone(),
            Some(Answer::Skipped) | None => String::new(),
        }
    }

    /// The answer as it goes on the wire: one for each option that was chosen, and one for what was
    /// written of something else; none when it was skipped.
    pub fn each_answered(&self, index: usize) -> Vec<Answered<&str>> {
        let question = self.survey.questions.get(index);
        let (Some(Answer::Choice(chosen, other)), Some(question)) = (self.answer(index), question) else {
            return self.answered(index).into_iter().collect();
        };
        let said = |kind: Kind, value| Answered {
            question: question.id,
            kind: kind.word(),
            value: Value::Text(value),
            points: None,
            easy_is: None,
            order: None,
        };
        let options = (0..question.choice.count()).filter(|option| chosen & (1 << (option & 31)) > 0);
        let options = options.filter_map(|option| question.choice.get(option));
        let options = options.map(|(id, _)| said(Kind::Choice, id));
        options.chain((!other.is_empty()).then(|| said(Kind::Text, other.as_str()))).collect()
    }
}

/// In figures.
const RATINGS: [&str; 11] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
