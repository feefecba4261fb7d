//! What comes up again and again in comments, as a list to work through: which article is missing, and whether it
//! helped that it was written.
//!
//! Never names what fewer than five people have written.

use super::meant::meant;
use super::topics_asked::Asked;
use crate::app::App;
use effortlet_columns::Filter;
use crate::error::{Error, unreadable};
use crate::phrases::{WrittenBy, phrases};
use crate::store::{Said, Sorted, TopicAt, TopicClass, TopicState, WhoseWords};
use effortlet_core::time::{Duration, Timestamp};
use std::collections::{BTreeMap, HashMap};

/// So many of a language are named, beside those that a team has sorted.
const MOST: usize = 40;

/// So many of the latest comments are read: some megabytes.
const MOST_READ: usize = 20_000;

/// What some people have written in a language, whatever its endings.
#[derive(Clone, Debug)]
pub(super) struct Topic {
    pub(super) language: String,
    pub(super) stems: String,
    /// As most people write it.
    pub(super) words: String,
    pub(super) people: u64,
    pub(super) sorted: Sorted,
    /// Where it is done: who wrote it before that, and since.
    pub(super) helped: Option<Helped>,
}

/// How many people have written it before it was done, and since; each over so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Helped {
    pub(super) before: u64,
    pub(super) since: u64,
    pub(super) long_before: Duration,
    pub(super) long_since: Duration,
}

/// Of comments that were looked at.
#[derive(Debug, Default)]
pub(super) struct Topics {
    pub(super) topics: Vec<Topic>,
    /// Whether there are older comments.
    pub(super) has_older: bool,
}

impl Topic {
    pub(super) fn state(&self) -> TopicState {
        if self.sorted.done.is_some() { TopicState::Done } else { TopicState::Open }
    }

    pub(super) fn is_meant(&self, asked: &Asked) -> bool {
        asked.class.is_none_or(|class| class == self.sorted.class)
            && asked.state.is_none_or(|state| state == self.state())
            && self.is_in_language(asked)
    }

    pub(super) fn is_in_language(&self, asked: &Asked) -> bool {
        asked.language.as_ref().is_none_or(|language| *language == self.language)
    }
}

/// Whether there is such a topic, whatever an address asks for.
pub(super) async fn is_there(app: &App, about: &TopicAt) -> Result<bool, Error> {
    let asked = Asked { site: about.site.clone(), survey: about.survey.clone(), ..Asked::default() };
    let all = of(app, &asked, &Filter::default()).await?;
    Ok(all.is_some_and(|it| it.topics.iter().any(|it| it.language == about.language && it.stems == about.stems)))
}

/// None where there is no such survey. Of every class and state, since all of them are counted.
pub(super) async fn of(app: &App, asked: &Asked, filter: &Filter) -> Result<Option<Topics>, Error> {
    let catalog = app.store.catalog().await;
    let (site, survey) = (asked.site.as_str(), asked.survey.as_str());
    if catalog.versions(site, survey).is_none() {
        return Ok(None);
    }
    let version = asked.query.version.as_deref().map(|it| meant(&catalog, site, survey, it));
    let whose = WhoseWords { site, survey, version: version.as_deref(), filter, before: None };
    let is_answer = |it: &Said| asked.question.as_ref().is_none_or(|question| *question == it.question);
    let said = app.store.said(&whose, MOST_READ, &is_answer).await.map_err(unreadable)?;
    let sorted = app.store.sorted_topics(site, survey).await.map_err(unreadable)?.into_iter().collect();
    Ok(Some(Topics { topics: topics(&said.comments, &sorted, (app.clock)()), has_older: said.older.is_some() }))
}

fn topics(comments: &[Said], sorted: &BTreeMap<(String, String), Sorted>, now: Timestamp) -> Vec<Topic> {
    let texts = comments.iter().map(|it| WrittenBy { language: &it.locale, person: &it.at.response, text: &it.text });
    let is_sorted = |language: &str, stems: &str| sorted.contains_key(&(language.to_owned(), stems.to_owned()));
    let came: HashMap<&str, Timestamp> = comments.iter().map(|it| (it.at.response.as_str(), it.revised)).collect();
    let first = came.values().copied().min().unwrap_or(now);
    let named = phrases(texts, MOST, &is_sorted).into_iter();
    let all = named.flat_map(|(language, phrases)| phrases.into_iter().map(move |it| (language.clone(), it)));
    let topic = |(language, it): (String, crate::phrases::Phrase)| {
        let sorted = sorted.get(&(language.clone(), it.stems.clone())).cloned().unwrap_or_default();
        let helped = sorted.done.map(|done| {
            let since = it.people.iter().filter(|person| came.get(*person).is_some_and(|came| *came >= done)).count();
            let lasted = |from: Timestamp, to: Timestamp| Duration(to.0.saturating_sub(from.0).max(0));
            Helped {
                before: (it.people.len() - since) as u64,
                since: since as u64,
                long_before: lasted(first, done),
                long_since: lasted(done, now),
            }
        });
        Topic { language, stems: it.stems, words: it.words, people: it.people.len() as u64, sorted, helped }
    };
    all.map(topic).collect()
}

/// Of what is missing: how much, and how much of it was written since.
pub(super) fn missing(topics: &[&Topic]) -> (u64, u64) {
    let missing = topics.iter().filter(|it| it.sorted.class == Some(TopicClass::Missing));
    (missing.clone().count() as u64, missing.filter(|it| it.state() == TopicState::Done).count() as u64)
}
