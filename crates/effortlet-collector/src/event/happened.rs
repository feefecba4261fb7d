//! The events of a response: a low score, and each comment.
//!
//! An answer comes with the text that was asked, so that whoever is told needs no definition. Never
//! holds what a page told of its visitor.

use super::body::{Answer, Comment, Data, Event, Page};
use super::kind::Kind;
use crate::catalog::{Version, as_read, site_of};
use effortlet_core::response::{Answered, FREE_TEXT, Response, Value};
use effortlet_core::scale::{Band, Points};
use effortlet_core::time::Timestamp;

/// The events of a response; `version` is the one that it counts under.
pub(crate) fn events(response: &Response, name: &str, version: &Version, at: Timestamp) -> Vec<Event> {
    let answers: Vec<Answer> = response.answers.iter().map(|it| answer(it, version)).collect();
    let event = |kind, comment| Event {
        kind,
        timestamp: at.rfc3339(),
        data: Data {
            site: site_of(response).to_owned(),
            survey: response.survey.clone(),
            survey_version: name.to_owned(),
            response: response.id.clone(),
            rev: response.rev,
            locale: response.locale.clone(),
            trigger: response.trigger.clone(),
            comment,
            answers: answers.clone(),
            page: Page {
                url: response.page.url.clone(),
                title: response.page.title.clone(),
                section: response.page.section.clone(),
                article: response.page.article.clone(),
            },
            report: None,
        },
    };
    let low = answers.iter().any(|it| it.low).then(|| event(Kind::Low, None));
    let comments = response.answers.iter().filter_map(|it| comment(it, version));
    low.into_iter().chain(comments.map(|it| event(Kind::Comment, Some(it)))).collect()
}

fn answer(answered: &Answered, version: &Version) -> Answer {
    let points = answered.points.and_then(|points| Points::new(points.into()));
    let easy_is = answered.easy_is.unwrap_or_default();
    let low = match (&answered.value, points) {
        (Value::Rating(rating), Some(points)) => points.band(easy_is, *rating) == Band::Difficult,
        (Value::Text(word), _) => {
            answered.kind == "yesNo" && word == "no" && version.first_yes_or_no() == Some(&answered.question)
        }
        (Value::Rating(_), None) => false,
    };
    Answer {
        question: answered.question.clone(),
        asked: asked(&answered.question, version),
        kind: answered.kind.to_owned(),
        value: match &answered.value {
            Value::Rating(rating) => (*rating).into(),
            Value::Text(text) => text.as_str().into(),
        },
        points: answered.points,
        easy_is: answered.easy_is.map(|it| it.word().to_owned()),
        low,
    }
}

fn comment(answered: &Answered, version: &Version) -> Option<Comment> {
    match &answered.value {
        Value::Text(text) if answered.kind == FREE_TEXT && !text.trim().is_empty() => Some(Comment {
            question: answered.question.clone(),
            asked: asked(&answered.question, version),
            text: text.clone(),
        }),
        _ => None,
    }
}

/// In the language of the team.
fn asked(question: &str, version: &Version) -> String {
    let asked = version.asked.iter().flatten().find(|it| it.id == question);
    asked.map(|it| as_read(&it.text, &version.default_locale, &version.organization)).unwrap_or_default()
}

/// What is tried with: nobody's answer.
pub(crate) fn test(site: &str, survey: Option<&str>, at: Timestamp) -> Event {
    let text = "This is a test. Nobody has answered.";
    let (question, asked) = ("improve".to_owned(), "What could be better?".to_owned());
    let rating = Answer {
        question: "effort".to_owned(),
        asked: "It was easy to find what I needed".to_owned(),
        kind: "effort".to_owned(),
        value: 2.into(),
        points: Some(7),
        easy_is: Some("high".to_owned()),
        low: true,
    };
    let words = Answer { kind: FREE_TEXT.to_owned(), ..Answer::plain(question.clone(), asked.clone(), text.into()) };
    let page = Page { title: "Test".to_owned(), article: Some("test".to_owned()), ..Page::default() };
    let data = Data {
        site: site.to_owned(),
        survey: survey.unwrap_or("test").to_owned(),
        survey_version: "test".to_owned(),
        response: "test".to_owned(),
        locale: "en".to_owned(),
        trigger: "test".to_owned(),
        comment: Some(Comment { question, asked, text: text.to_owned() }),
        answers: vec![rating, words],
        page,
        ..Data::default()
    };
    Event { kind: Kind::Test, timestamp: at.rfc3339(), data }
}
