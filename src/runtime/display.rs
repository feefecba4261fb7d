//! What is on display, and the page it was shown on.
//!
//! Never asks for the layout.

use crate::page::{document, entries, location, plain};
use effortlet_core::response::{Context, Fact, Response, Value};
use js_sys::Object;
use serde::Serialize;
use wasm_bindgen::JsValue;

pub(crate) struct Display {
    survey: String,
    trigger: &'static str,
    response: String,
    /// Of the page it was shown on, without query and fragment; then the whole of it.
    url: String,
    address: String,
    title: String,
}

/// What an event tells of it.
#[derive(Serialize)]
struct Detail<'d> {
    survey: &'d str,
    trigger: &'d str,
    response: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value<&'d str>>,
}

impl Display {
    pub(crate) fn begin(survey: &str, trigger: &'static str, response: &str) -> Self {
        Self {
            survey: survey.into(),
            trigger,
            response: response.into(),
            url: [origin(), location().pathname().unwrap_or_default()].concat(),
            address: address(),
            title: document().title(),
        }
    }

    pub(crate) fn detail(&self, answer: Option<(&str, Value<&str>)>) -> JsValue {
        let Self { survey, trigger, response, .. } = self;
        let (question, value) = answer.unzip();
        plain(&Detail { survey, trigger, response, question, value })
    }

    /// Puts to a response what only the page knows.
    pub(crate) fn complete(&mut self, response: &mut Response, traits: &Object) {
        // Some apps have a route's title only when its text has come.
        if self.address == address() {
            self.title = document().title();
        }
        response.page.url.clone_from(&self.url);
        response.page.title.clone_from(&self.title);
        response.context = Context(entries(traits).into_iter().filter_map(|(name, it)| Some((name, fact(&it)?))).collect());
    }
}

/// A text, a finite number or a flag; anything else is none.
pub(crate) fn fact(told: &JsValue) -> Option<Fact> {
    if let Some(flag) = told.as_bool() {
        return Some(Fact::Flag(flag));
    }
    if let Some(number) = told.as_f64() {
        return number.is_finite().then_some(Fact::Number(number));
    }
    told.as_string().map(Fact::Text)
}

fn origin() -> String {
    location().origin().unwrap_or_default()
}

fn address() -> String {
    location().href().unwrap_or_default()
}
