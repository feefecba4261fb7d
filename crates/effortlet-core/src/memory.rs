//! What is remembered on a visitor's device: past displays, and the articles of this session.
//!
//! Nothing is remembered before there is something worth it.

mod display;
mod history;
mod trail;

pub use display::{Display, Outcome};
pub use history::{Given, History, RememberAnswers};
pub use trail::{Deferred, Trail};

use crate::source::Value;
use crate::time::Timestamp;
use alloc::vec::Vec;

/// As many displays of one survey with one outcome as frequency rules can count; older ones are
/// forgotten.
const MOST_DISPLAYS: usize = 50;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    /// Places this visitor in samples. Drawn when a sample first asks for it.
    pub number: Option<u32>,
    /// Whether the number may not last.
    pub is_private: bool,
    /// Oldest first.
    pub displays: Vec<Display>,
    pub session: Session,
    pub history: History,
}

/// One visit in one tab.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    pub started: Timestamp,
    /// The articles that were read, each by what all of its addresses have in common.
    pub articles: Vec<u32>,
}

impl Session {
    /// One that begins now, unless one has begun before.
    fn read(value: &Value, at: Timestamp) -> Self {
        let [Value::Number(started), articles @ ..] = value.items() else {
            return Self { started: at, articles: Vec::new() };
        };
        let articles = articles.iter().filter_map(Value::number).map(|article| article as u32).collect();
        // A clock may have been set back since.
        Self { started: Timestamp::from_js(*started).min(at), articles }
    }

    /// A flat list: when it began, then its articles.
    pub fn to_value(&self) -> Value {
        let mut list = Vec::from([Value::from(self.started)]);
        list.extend(self.articles.iter().map(|article| Value::Number((*article).into())));
        Value::List(list)
    }

    /// Counts an article once a session. True when it is a new one.
    pub fn read_article(&mut self, article: u32) -> bool {
        let new = !self.articles.contains(&article);
        if new {
            self.articles.push(article);
        }
        new
    }

    /// Adds the articles that other documents of the tab have counted.
    pub fn join(&mut self, other: Self) {
        for article in other.articles {
            if !self.articles.contains(&article) {
                self.articles.push(article);
            }
        }
    }
}

impl Memory {
    /// Reads what lasts and the session, each a flat list as `to_value` has it. What cannot be read is
    /// as good as forgotten.
    pub fn read(lasting: &Value, session: &Value, at: Timestamp) -> Self {
        let mut memory = Self { session: Session::read(session, at), ..Self::default() };
        if let [number, displays @ ..] = lasting.items() {
            memory.number = number.number().map(|number| number as u32);
            for display in displays.chunks_exact(4) {
                let [Value::Text(survey), Value::Number(at), Value::Number(outcome), Value::Number(ended)] = display
                else {
                    continue;
                };
                if let Some(outcome) = Outcome::at(*outcome as usize) {
                    let (at, ended) = (Timestamp::from_js(*at), Timestamp::from_js(*ended));
                    memory.displays.push(Display { survey: survey.clone(), at, outcome, ended });
                }
            }
        }
        memory
    }

    /// What lasts, as a flat list: the visitor's number, if it was drawn, then four for each display.
    pub fn to_value(&self) -> Value {
        let number = self.number.filter(|_| !self.is_private);
        let mut list = Vec::from([number.map_or(Value::Absent, |number| Value::Number(number.into()))]);
        for Display { survey, at, outcome, ended } in &self.displays {
            let outcome = Value::Number(f64::from(*outcome as u8));
            list.extend([Value::Text(survey.clone()), Value::from(*at), outcome, Value::from(*ended)]);
        }
        Value::List(list)
    }

    /// Whether this visitor has never been asked anything here.
    pub fn is_new(&self) -> bool {
        self.displays.is_empty()
    }

    /// Whether there is nothing to be remembered.
    pub fn is_blank(&self) -> bool {
        self.is_new() && self.number.is_none()
    }

    /// A clock moved back frees nothing: no display is older than what was remembered before it.
    pub fn show(&mut self, survey: &str, at: Timestamp) {
        let mut at = at.max(self.session.started);
        if let Some(last) = self.displays.last() {
            at = at.max(last.ended);
        }
        let is_needless = |it: &Display| {
            let alike = self.displays.iter().filter(|other| other.outcome == it.outcome && other.survey == it.survey);
            alike.count() >= MOST_DISPLAYS
        };
        if let Some(oldest) = self.displays.iter().position(is_needless) {
            self.displays.remove(oldest);
        }
        let survey = survey.into();
        self.displays.push(Display { survey, at, outcome: Outcome::Ignored, ended: at });
    }

    /// The last display of this survey was none after all, if it has come to nothing yet.
    pub fn take_back(&mut self, survey: &str) {
        let is_it = |it: &Display| it.survey == survey && it.outcome == Outcome::Ignored;
        if let Some(index) = self.displays.iter().rposition(is_it) {
            self.displays.remove(index);
        }
    }

    /// The last display of this survey has come to this.
    pub fn end(&mut self, survey: &str, at: Timestamp, outcome: Outcome) {
        if let Some(display) = self.displays.iter_mut().rfind(|it| it.survey == survey) {
            display.outcome = outcome;
            display.ended = display.ended.max(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::parse;

    #[test]
    fn what_was_remembered_is_read_again() {
        let (lasting, session) = (parse(r#"[7,"help-center",12,2,15]"#), parse("[5,1,4294967295]"));
        let read = Memory::read(&lasting, &session, Timestamp(99));
        assert_eq!((read.to_value(), read.session.to_value()), (lasting, session));
        let display =
            Display { survey: "help-center".into(), at: Timestamp(12), outcome: Outcome::Dismissed, ended: Timestamp(15) };
        let session = Session { started: Timestamp(5), articles: vec![1, u32::MAX] };
        assert_eq!(read, Memory { number: Some(7), displays: vec![display], session, ..Memory::default() });
    }

    #[test]
    fn many_displays_of_one_survey_push_out_no_other() {
        let mut memory = Memory::default();
        memory.show("rare", Timestamp(1));
        memory.show("often", Timestamp(2));
        memory.end("often", Timestamp(3), Outcome::Answered);
        for at in 4..100 {
            memory.show("often", Timestamp(at));
        }
        let ats: Vec<_> = memory.displays.iter().map(|display| display.at.0).collect();
        assert_eq!(ats[..3], [1, 2, 50]);
        assert_eq!(ats.len(), 2 + MOST_DISPLAYS);
    }

    #[test]
    fn what_cannot_be_read_is_forgotten() {
        let nothing = Memory { session: Session { started: Timestamp(99), articles: vec![] }, ..Memory::default() };
        for text in [
            "", "null", "[]", "[null,null]", "[{},[]]", "[7,7,7]", r#"[{"displays":[{}]},{"articles":7}]"#,
            r#"["x",["x"]]"#, r#"[[null,"a",12,9,15],[null,"x"]]"#, r#"[[null,"a",12,2],null]"#,
        ] {
            let stored = parse(text);
            let read = Memory::read(stored.item(0), stored.item(1), Timestamp(99));
            assert_eq!(read, nothing, "{text}");
        }
    }
}
