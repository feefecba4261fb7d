//! An interview as the response that is posted. Never knows the page's address, or when it is sent.

use super::Interview;
use crate::response::limits::{LONGEST_LOCALE, LONGEST_SECTION, first_characters};
use crate::response::{Answered, Context, Page, Response, SCHEMA, Timing, Value};
use alloc::{string::String, vec::Vec};

impl Interview<'_> {
    /// What is known of it so far; the site is its definition's, empty where that names none, section and
    /// article are those of the page it was shown on.
    pub fn response(&self, site: &str, section: Option<&str>, article: Option<&str>) -> Response {
        let mut answers = Vec::new();
        for answered in self.all_answered() {
            answers.push(owned(answered));
        }
        Response {
            schema: SCHEMA,
            id: self.id.clone(),
            rev: self.rev,
            state: self.state(),
            site: (!site.is_empty()).then(|| site.into()),
            survey: self.survey.id.into(),
            survey_version: self.survey.version.clone(),
            trigger: self.trigger.into(),
            locale: first_characters(&self.language, LONGEST_LOCALE).into(),
            answers,
            page: Page { section: section.map(|it| first_characters(it, LONGEST_SECTION).into()), article: article.map(String::from), ..Page::default() },
            timing: Timing {
                shown_at: self.shown.rfc3339(),
                answered_at: self.answered_at.map(|at| at.rfc3339()),
                sent_at: None,
            },
            context: Context::default(),
        }
    }
}

fn owned(answered: Answered<&str>) -> Answered {
    let Answered { question, kind, value, points, easy_is, order } = answered;
    let value = match value {
        Value::Rating(rating) => Value::Rating(rating),
        Value::Text(text) => Value::Text(text.into()),
    };
    Answered { question: question.into(), kind, value, points, easy_is, order }
}
