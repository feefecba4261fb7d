//! Rows of the database as JSON, so that one statement writes those of a whole group.
//!
//! Never decides whether a row is written.

use super::next::word;
use super::received::Received;
use crate::catalog::{Misfit, site_of};
use effortlet_core::response::{Answered, Response, Value};
use effortlet_core::survey::EasyIs;
use serde::Serialize;
use std::borrow::Cow;

/// A response that counts, under the version that it belongs to.
#[derive(Serialize)]
pub(super) struct ResponseRow<'a> {
    pub(super) id: &'a str,
    rev: u32,
    state: &'static str,
    site: &'a str,
    survey: &'a str,
    survey_version: &'a str,
    trigger: &'a str,
    locale: Cow<'a, str>,
    page_url: Cow<'a, str>,
    page_title: Cow<'a, str>,
    page_section: Option<Cow<'a, str>>,
    page_article: Option<Cow<'a, str>>,
    page_revision: Option<Cow<'a, str>>,
    shown_at: i64,
    answered_at: Option<i64>,
    arrived: i64,
    context: String,
    pub(super) seq: i64,
}

#[derive(Serialize)]
pub(super) struct AnswerRow<'a> {
    response: &'a str,
    site: &'a str,
    position: usize,
    question: &'a str,
    kind: &'a str,
    choice: Option<&'a str>,
    rating: Option<u8>,
    points: Option<u8>,
    easy_is: Option<&'static str>,
    scale_order: Option<&'static str>,
    text: Option<Cow<'a, str>>,
}

/// A response that no known definition could have produced.
#[derive(Serialize)]
pub(super) struct ApartRow<'a> {
    pub(super) id: &'a str,
    rev: u32,
    state: &'static str,
    site: &'a str,
    survey: &'a str,
    survey_version: Cow<'a, str>,
    reason: &'static str,
    name: String,
    shown_at: i64,
    answered_at: Option<i64>,
    arrived: i64,
    pub(super) body: String,
}

impl<'a> ResponseRow<'a> {
    pub(super) fn of(received: &'a Received, version: &'a str) -> Result<Self, serde_json::Error> {
        let response = &received.response;
        let page = &response.page;
        Ok(Self {
            id: &response.id,
            rev: response.rev,
            state: word(response.state),
            site: site_of(response),
            survey: &response.survey,
            survey_version: version,
            trigger: &response.trigger,
            locale: clean(&response.locale),
            page_url: clean(&page.url),
            page_title: clean(&page.title),
            page_section: page.section.as_deref().map(clean),
            page_article: page.article.as_deref().map(clean),
            page_revision: page.revision.as_deref().map(clean),
            shown_at: received.shown_at.0,
            answered_at: received.answered_at.map(|at| at.0),
            arrived: received.arrived.0,
            context: clean_json(&response.context)?,
            seq: 0,
        })
    }
}

impl<'a> AnswerRow<'a> {
    pub(super) fn all(response: &'a Response) -> impl Iterator<Item = Self> {
        response.answers.iter().enumerate().map(|(position, answered)| Self::of(response, position, answered))
    }

    fn of(response: &'a Response, position: usize, answered: &'a Answered) -> Self {
        let (choice, rating, text) = match (&answered.value, answered.kind) {
            (Value::Rating(rating), _) => (None, Some(*rating), None),
            (Value::Text(word), "yesNo" | "choice") => (Some(word.as_str()), None, None),
            (Value::Text(text), _) => (None, None, Some(clean(text))),
        };
        Self {
            response: &response.id,
            site: site_of(response),
            position,
            question: &answered.question,
            kind: answered.kind,
            choice,
            rating,
            points: answered.points,
            easy_is: answered.easy_is.map(direction),
            scale_order: answered.order,
            text,
        }
    }
}

impl<'a> ApartRow<'a> {
    pub(super) fn of(received: &'a Received, misfit: &Misfit) -> Result<Self, serde_json::Error> {
        let response = &received.response;
        Ok(Self {
            id: &response.id,
            rev: response.rev,
            state: word(response.state),
            site: site_of(response),
            survey: &response.survey,
            survey_version: clean(&response.survey_version),
            reason: misfit.reason.word(),
            name: clean(&misfit.name).into_owned(),
            shown_at: received.shown_at.0,
            answered_at: received.answered_at.map(|at| at.0),
            arrived: received.arrived.0,
            body: clean_json(response)?,
        })
    }
}

fn direction(easy_is: EasyIs) -> &'static str {
    match easy_is {
        EasyIs::High => "high",
        EasyIs::Low => "low",
    }
}

/// PostgreSQL has no texts with U+0000 in them, and nobody writes one.
fn clean(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\u{FFFD}").into() } else { text.into() }
}

/// The same for each text within, and for each name.
fn clean_json(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let json = serde_json::to_string(value)?;
    if !json.contains("\\u0000") {
        return Ok(json);
    }
    let mut value = serde_json::from_str(&json)?;
    clean_value(&mut value);
    Ok(value.to_string())
}

fn clean_value(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) => *text = clean(text).into_owned(),
        serde_json::Value::Array(all) => all.iter_mut().for_each(clean_value),
        serde_json::Value::Object(all) => {
            for (name, mut value) in std::mem::take(all) {
                clean_value(&mut value);
                all.insert(clean(&name).into_owned(), value);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_no_sign_that_a_database_cannot_keep() {
        assert_eq!(clean("a\0b"), "a\u{FFFD}b");
        let context = serde_json::json!({ "p\0": "a\0b", "said": "\\u0000" });
        assert_eq!(clean_json(&context).unwrap(), "{\"p\u{FFFD}\":\"a\u{FFFD}b\",\"said\":\"\\\\u0000\"}");
    }
}
