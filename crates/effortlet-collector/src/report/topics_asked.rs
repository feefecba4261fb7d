//! Which topics an address asks for: the filters of a report, and some of their own. Never passes over one that
//! it does not know.

use super::asked::{FigureQuery, Queried};
use super::mistake::{LONGEST_VALUE, Mistake};
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::Filter;
use crate::store::{TopicClass, TopicState};
use axum::extract::Query;
use axum::http::Uri;

const OWN: [&str; 6] = ["site", "survey", "question", "language", "class", "state"];

/// What nobody has said the class of yet.
pub(super) const UNSORTED: &str = "unsorted";

const CLASSES: [&str; 5] = ["missing", "outdated", "wrong", "other", UNSORTED];
const STATES: [&str; 2] = ["open", "done"];

#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) site: String,
    pub(super) survey: String,
    pub(super) query: FigureQuery,
    /// Only of answers to this one.
    pub(super) question: Option<String>,
    /// Without a region: `ro`.
    pub(super) language: Option<String>,
    /// The inner one is none of what is not sorted.
    pub(super) class: Option<Option<TopicClass>>,
    pub(super) state: Option<TopicState>,
}

/// What of an address could be read, the filter that it comes to, and what is wrong.
pub(super) struct Read {
    pub(super) asked: Asked,
    pub(super) filter: Filter,
    pub(super) mistakes: Vec<Mistake>,
}

impl Asked {
    /// What is named before the question mark is not named behind it too.
    pub(super) fn read(uri: &Uri, before: impl IntoIterator<Item = (&'static str, String)>) -> Read {
        let before = before.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Vec<_>>();
        match Query::<Vec<(String, String)>>::try_from_uri(uri) {
            Ok(Query(pairs)) => Self::of(before.into_iter().chain(pairs).collect()),
            Err(_) => Read { mistakes: vec![Mistake::Unreadable], ..Self::of(before) },
        }
    }

    fn of(pairs: Vec<(String, String)>) -> Read {
        let (own, others): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| OWN.contains(&name.as_str()));
        let mut mistakes = Vec::new();
        for name in OWN {
            let given: Vec<&String> = own.iter().filter(|(it, _)| it == name).map(|(_, value)| value).collect();
            if given.len() > 1 {
                mistakes.push(Mistake::Twice(name.to_owned()));
            }
            if given.iter().any(|it| it.contains('\0')) {
                mistakes.push(Mistake::NoText(name.to_owned()));
            }
            let characters = given.iter().map(|it| it.chars().count()).max().unwrap_or(0);
            if characters > LONGEST_VALUE {
                mistakes.push(Mistake::TooLong { name, characters });
            }
        }
        let value = |name: &str| own.iter().find(|(it, text)| it == name && !text.is_empty()).map(|(_, text)| text.clone());
        let class = value("class").map(|it| (TopicClass::read(&it), it));
        let class = class.map(|(class, text)| {
            if class.is_none() && text != UNSORTED {
                mistakes.push(Mistake::NoneOf { name: "class", text, words: &CLASSES });
            }
            class
        });
        let state = value("state").and_then(|text| {
            let state = TopicState::read(&text);
            if state.is_none() {
                mistakes.push(Mistake::NoneOf { name: "state", text, words: &STATES });
            }
            state
        });
        let queried = Queried::of(others);
        let filter = queried.filter_or_mistakes().unwrap_or_else(|more| {
            mistakes.extend(more);
            Filter::default()
        });
        let site = value("site").unwrap_or_else(|| DEFAULT_SITE.to_owned());
        let survey = value("survey").unwrap_or_default();
        let asked = Self { site, survey, query: queried.query, question: value("question"), language: value("language"), class, state };
        Read { asked, filter, mistakes }
    }

    /// All of it by name, in the order of the page's form.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let class = self.class.map(|it| it.map_or(UNSORTED, TopicClass::word).to_owned());
        let own = [("question", self.question.clone()), ("language", self.language.clone()), ("class", class)];
        let own = own.into_iter().chain([("state", self.state.map(|it| it.word().to_owned()))]);
        let own = own.filter_map(|(name, value)| Some((name, value?)));
        let of = [("site", self.site.clone()), ("survey", self.survey.clone())];
        of.into_iter().chain(own).chain(self.query.pairs().into_iter().map(|(name, value)| (name, value.to_owned()))).collect()
    }

    /// Whether it asks for anything but all topics of a survey.
    pub(super) fn is_narrowed(&self) -> bool {
        self.pairs().len() > 2
    }
}
