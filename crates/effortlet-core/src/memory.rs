//! What is remembered on a visitor's device: past displays, and the articles of this session.
//!
//! Nothing is remembered before there is something worth it.

use crate::frequency::Outcome;
use crate::source::Value;
use crate::time::Timestamp;
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// As many displays as frequency rules can count; older ones are forgotten.
const MOST_DISPLAYS: usize = 50;

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Memory {
    /// Places this visitor in samples. Drawn when a sample first asks for it.
    pub number: Option<u32>,
    /// Oldest first.
    pub displays: Vec<Display>,
    pub session: Session,
}

/// One showing of a survey.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Display {
    pub survey: String,
    pub at: Timestamp,
    /// Ignored until something else happens.
    pub outcome: Outcome,
    /// When the outcome came about.
    pub ended: Timestamp,
}

/// One visit in one tab.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Session {
    pub started: Timestamp,
    /// The articles that were read, as hashes of their addresses.
    pub articles: Vec<u32>,
}

impl Memory {
    /// Reads what was remembered. What cannot be read is as good as forgotten.
    pub fn read(value: &Value, at: Timestamp) -> Self {
        let session = value.field("session");
        let mut memory = Self {
            number: value.field("number").number().map(|number| number as u32),
            displays: Vec::new(),
            session: Session { started: read_moment(session.field("started")).unwrap_or(at), articles: Vec::new() },
        };
        for article in session.field("articles").one_or_many() {
            memory.session.articles.extend(article.number().map(|number| number as u32));
        }
        for display in value.field("displays").one_or_many() {
            memory.displays.extend(read_display(display));
        }
        memory
    }

    /// Whether this visitor has never been asked anything here.
    pub fn is_new(&self) -> bool {
        self.displays.is_empty()
    }

    pub fn show(&mut self, survey: &str, at: Timestamp) {
        while self.displays.len() >= MOST_DISPLAYS {
            self.displays.remove(0);
        }
        let survey = survey.into();
        self.displays.push(Display { survey, at, outcome: Outcome::Ignored, ended: at });
    }

    /// The display that began at `shown` has come to this.
    pub fn end(&mut self, survey: &str, shown: Timestamp, at: Timestamp, outcome: Outcome) {
        let found = self.displays.iter_mut().rfind(|it| it.survey == survey && it.at == shown);
        if let Some(display) = found {
            display.outcome = outcome;
            display.ended = at;
        }
    }
}

fn read_display(value: &Value) -> Option<Display> {
    Some(Display {
        survey: value.field("survey").text()?.into(),
        at: read_moment(value.field("at"))?,
        outcome: Outcome::read(value.field("outcome").text()?)?,
        ended: read_moment(value.field("ended"))?,
    })
}

fn read_moment(value: &Value) -> Option<Timestamp> {
    value.number().map(Timestamp::from_js)
}
