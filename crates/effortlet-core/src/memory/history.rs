//! What is remembered of a visitor beside displays, where an audience asks for it.

use crate::source::Value;
use crate::time::{Duration, Timestamp};
use alloc::{string::String, vec::Vec};

/// As many answers as conditions may look back on; older ones are forgotten.
const MOST_ANSWERS: usize = 50;

/// Who opens a page after a longer pause begins another visit, in whatever tab: the half-hour that
/// web analytics have agreed on.
const PAUSE: Duration = Duration::seconds(1_800);

#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// When the visitor was first seen.
    pub first: Timestamp,
    /// With this one; 0 before anything was remembered.
    pub visits: u32,
    /// When the visitor was last seen.
    pub last: Timestamp,
    /// The latest to each question, oldest first.
    pub answers: Vec<Given>,
}

/// Takes the survey, since when it is asked, and all that was answered in it by now, with the time of that.
pub type RememberAnswers = fn(&mut History, &str, Timestamp, Vec<(&str, Value)>, Timestamp);

/// An answer that was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub survey: String,
    pub question: String,
    /// A rating, or `yes` or `no`.
    pub value: Value,
    pub at: Timestamp,
}

impl History {
    /// Reads a flat list, as `to_value` has it. What cannot be read is as good as forgotten.
    pub fn read(value: &Value) -> Self {
        let mut history = Self::default();
        if let [Value::Number(first), Value::Number(visits), Value::Number(last), answers @ ..] = value.items() {
            (history.first, history.visits) = (Timestamp::from_js(*first), *visits as u32);
            history.last = Timestamp::from_js(*last);
            for answer in answers.chunks_exact(4) {
                if let [Value::Text(survey), Value::Text(question), value, Value::Number(at)] = answer {
                    let (survey, question, value) = (survey.clone(), question.clone(), value.clone());
                    history.answers.push(Given { survey, question, value, at: Timestamp::from_js(*at) });
                }
            }
        }
        history
    }

    /// A flat list: when the visitor was first seen, how many visits there were, when the visitor was
    /// last seen; then four for each answer.
    pub fn to_value(&self) -> Value {
        let mut list = Vec::from([Value::from(self.first), Value::Number(self.visits.into()), Value::from(self.last)]);
        for Given { survey, question, value, at } in &self.answers {
            list.extend([Value::Text(survey.clone()), Value::Text(question.clone()), value.clone(), Value::from(*at)]);
        }
        Value::List(list)
    }

    /// A page is opened.
    pub fn visit(&mut self, at: Timestamp) {
        if self.visits == 0 {
            self.first = at;
        }
        if self.visits == 0 || at - self.last > PAUSE {
            self.visits = self.visits.saturating_add(1);
        }
        self.last = at;
    }

    /// In place of earlier answers to the same questions, and of what was taken back since the survey is asked.
    pub fn answer(&mut self, survey: &str, since: Timestamp, all: Vec<(&str, Value)>, at: Timestamp) {
        self.answers.retain(|it| {
            it.survey != survey || it.at < since && all.iter().all(|(question, _)| it.question != *question)
        });
        for (question, value) in all {
            if self.answers.len() >= MOST_ANSWERS {
                self.answers.remove(0);
            }
            self.answers.push(Given { survey: survey.into(), question: question.into(), value, at });
        }
    }
}
