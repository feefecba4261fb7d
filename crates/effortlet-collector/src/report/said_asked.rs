//! Which comments an address asks for: the filters of a report, and some of their own. Never passes over one
//! that it does not know.

use super::asked::{FigureQuery, Queried};
use super::mistake::Mistake;
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::Filter;
use crate::language::{Text, text};
use crate::phrases::Sought;
use crate::store::{CommentState, Said};
use effortlet_core::scale::Band;

/// The longest text that is searched for, in characters.
const LONGEST_SEARCH: usize = 200;

const OWN: [&str; 8] = ["site", "survey", "q", "question", "topic", "low", "state", "before"];

/// What an address asks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) site: String,
    pub(super) survey: String,
    pub(super) query: FigureQuery,
    /// Words that stand in the text or in the note.
    pub(super) words: String,
    /// Only answers to this one.
    pub(super) question: Option<String>,
    /// A topic's language and stems.
    pub(super) topic: Option<(String, String)>,
    /// Only of people who found it difficult.
    pub(super) low: bool,
    pub(super) state: Option<CommentState>,
    /// Only what is older than this number.
    pub(super) before: Option<i64>,
}

/// What is wrong with an address.
pub(super) enum Wrong {
    /// One of these pages' own names stands there more than once.
    Twice(&'static str),
    /// The key of what is said of it.
    Own(&'static str),
    Filter(Mistake),
}

impl Wrong {
    pub(super) fn sentence(&self) -> Text {
        match self {
            Self::Twice(name) => text("said-wrong-twice").with("name", *name),
            Self::Own(key) => text(key),
            Self::Filter(mistake) => mistake.sentence(),
        }
    }
}

impl Asked {
    /// What can be read with the filter that it comes to, and what is wrong.
    pub(super) fn of(pairs: Vec<(String, String)>) -> (Self, Filter, Vec<Wrong>) {
        let (own, others): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| OWN.contains(&name.as_str()));
        let mut wrong = Vec::new();
        for name in OWN {
            if own.iter().filter(|(it, _)| it == name).count() > 1 {
                wrong.push(Wrong::Twice(name));
            }
        }
        if own.iter().any(|(_, value)| value.contains('\0')) {
            wrong.push(Wrong::Own("said-wrong-nul"));
        }
        let value = |name: &str| own.iter().find(|(it, text)| it == name && !text.is_empty()).map(|(_, text)| text.clone());
        let words = value("q").unwrap_or_default();
        if words.chars().count() > LONGEST_SEARCH {
            wrong.push(Wrong::Own("said-wrong-words"));
        }
        let topic = value("topic").map(|it| topic(&it));
        if topic == Some(None) {
            wrong.push(Wrong::Own("said-wrong-topic"));
        }
        let low = value("low").map(|it| matches!(it.as_str(), "1" | "on"));
        if low == Some(false) {
            wrong.push(Wrong::Own("said-wrong-low"));
        }
        let state = value("state").map(|it| CommentState::read(&it));
        if state == Some(None) {
            wrong.push(Wrong::Own("said-wrong-state"));
        }
        let before = value("before").map(|it| it.parse::<i64>().ok().filter(|it| *it > 0));
        if before == Some(None) {
            wrong.push(Wrong::Own("said-wrong-before"));
        }
        let survey = value("survey").unwrap_or_default();
        if survey.is_empty() {
            wrong.push(Wrong::Own("said-wrong-survey"));
        }
        let queried = Queried::of(others);
        let filter = queried.filter_or_mistakes().unwrap_or_else(|mistakes| {
            wrong.extend(mistakes.into_iter().map(Wrong::Filter));
            Filter::default()
        });
        let site = value("site").unwrap_or_else(|| DEFAULT_SITE.to_owned());
        let low = low == Some(true);
        let (question, topic, state, before) = (value("question"), topic.flatten(), state.flatten(), before.flatten());
        (Self { site, survey, query: queried.query, words, question, topic, low, state, before }, filter, wrong)
    }

    /// The topic that comments are about, and the question that they answer, as an address has them.
    pub(super) fn of_topic(&self) -> Vec<(&'static str, String)> {
        let topic = self.topic.as_ref().map(|(language, stems)| ("topic", format!("{language}:{stems}")));
        topic.into_iter().chain(self.question.clone().map(|it| ("question", it))).collect()
    }

    /// What comments are asked for its topic, made ready once for all of them.
    pub(super) fn sought(&self) -> Option<Sought> {
        self.topic.as_ref().map(|(language, stems)| Sought::of(language, stems))
    }

    pub(super) fn is_meant(&self, it: &Said, sought: Option<&Sought>) -> bool {
        let words = self.words.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&words);
        (words.is_empty() || has(&it.text) || has(&it.note))
            && (!self.low || it.ratings.iter().any(|it| it.band == Band::Difficult))
            && self.state.is_none_or(|state| state == it.state)
            && self.question.as_ref().is_none_or(|question| *question == it.question)
            && sought.is_none_or(|sought| sought.is_in(&it.locale, &it.text))
    }
}

/// `ro:factur`.
fn topic(text: &str) -> Option<(String, String)> {
    let (language, stems) = text.split_once(':')?;
    let is_one = !language.is_empty() && !stems.is_empty() && stems.chars().count() <= LONGEST_SEARCH;
    is_one.then(|| (language.to_owned(), stems.to_owned()))
}
