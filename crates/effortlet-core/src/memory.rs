//! What is remembered on a visitor's device: past displays, and the articles of this session.
//!
//! Nothing is remembered before there is something worth it.

use crate::frequency::Outcome;
use crate::source::{Node, Source};
use crate::time::Timestamp;
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// As many displays as frequency rules can count; older ones are forgotten.
const MOST_DISPLAYS: usize = 50;

#[derive(Clone, Debug, Default, PartialEq)]
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

/// What outlives the session.
#[derive(Serialize)]
pub struct Lasting<'a> {
    number: Option<u32>,
    displays: &'a [Display],
}

const OUTCOMES: [(&str, Outcome); 5] = [
    ("answered", Outcome::Answered),
    ("partial", Outcome::Partial),
    ("dismissed", Outcome::Dismissed),
    ("snoozed", Outcome::Snoozed),
    ("ignored", Outcome::Ignored),
];

impl Memory {
    /// Reads what was remembered. What cannot be read is as good as forgotten.
    pub fn read<S: Source>(lasting: S, session: S, at: Timestamp) -> Self {
        let problems = &mut Vec::new();
        let (lasting, session) = (Node::root(lasting), Node::root(session));
        let displays = lasting.field("displays").items("", problems).unwrap_or_default();
        let articles = session.field("articles").items("", problems).unwrap_or_default();
        Self {
            number: lasting.field("number").peek_number().map(|number| number as u32),
            displays: displays.iter().filter_map(read_display).collect(),
            session: Session {
                started: read_moment(&session.field("started")).unwrap_or(at),
                articles: articles.iter().filter_map(|it| Some(it.peek_number()? as u32)).collect(),
            },
        }
    }

    pub fn lasting(&self) -> Lasting<'_> {
        Lasting { number: self.number, displays: &self.displays }
    }

    /// Whether this visitor has never been asked anything here.
    pub fn is_new(&self) -> bool {
        self.displays.is_empty()
    }

    pub fn show(&mut self, survey: &str, at: Timestamp) {
        if self.displays.len() >= MOST_DISPLAYS {
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

fn read_display<S: Source>(node: &Node<S>) -> Option<Display> {
    Some(Display {
        survey: node.field("survey").peek_text()?,
        at: read_moment(&node.field("at"))?,
        outcome: node.field("outcome").word(&OUTCOMES, &mut Vec::new())?,
        ended: read_moment(&node.field("ended"))?,
    })
}

fn read_moment<S: Source>(node: &Node<S>) -> Option<Timestamp> {
    node.peek_number().map(|number| Timestamp(number as i64))
}
