//! What is on display, and the page it was shown on.
//!
//! Never asks for the layout.

use crate::page::{document, location, plain, property, text_property};
use crate::value::text;
use crate::revision::read_revision;
use effortlet_core::privacy::{ENOUGH, Place, Privacy};
use effortlet_core::response::{Context, Response, Value};
use effortlet_core::source;
use wasm_bindgen::JsValue;

pub(crate) struct Display {
    survey: String,
    trigger: &'static str,
    response: String,
    /// Of the page it was shown on.
    origin: String,
    path: String,
    fragment: String,
    address: String,
    title: String,
    revision: Option<String>,
}

impl Display {
    pub(crate) fn begin(survey: &str, trigger: &'static str, response: &str) -> Self {
        let place = |name| text_property(&location(), name);
        Self {
            survey: survey.into(),
            trigger,
            response: response.into(),
            origin: place("origin"),
            path: place("pathname"),
            fragment: place("hash"),
            address: address(),
            title: title(),
            revision: read_revision(),
        }
    }

    /// What an event tells of it.
    pub(crate) fn detail(&self, answer: Option<(&str, Value<&str>)>) -> JsValue {
        let (question, value) = answer.map_or_else(Default::default, |(question, value)| (question.into(), value.into()));
        plain(&source::Value::given(&mut [
            ("survey", self.survey.as_str().into()),
            ("trigger", self.trigger.into()),
            ("response", self.response.as_str().into()),
            ("question", question),
            ("value", value),
        ]))
    }

    /// Puts to a response what only the page knows, as far as the team lets it be known.
    pub(crate) fn complete(&mut self, response: &mut Response, privacy: &Privacy<'_>, traits: &Context) {
        // Some apps have these of a route only when its text has come.
        if self.address == address() {
            self.title = title();
            self.revision = read_revision();
        }
        let place = Place { origin: &self.origin, path: &self.path, fragment: &self.fragment };
        privacy.put(&mut response.page, &place, &self.title, self.revision.as_ref());
        response.context.clone_from(traits);
    }
}

fn title() -> String {
    text(&property(&document(), "title"), ENOUGH).unwrap_or_default()
}

fn address() -> String {
    text_property(&location(), "href")
}
