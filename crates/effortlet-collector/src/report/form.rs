//! What the form of a page sends, by name. A form that cannot be read is told on a page, on which nothing was changed.
//!
//! Never passes on a text that no database keeps.

use super::mistake::{Mistake, first};
use super::page::frame;
use super::setting::Setting;
use crate::app::App;
use crate::language::{Text, text};
use axum::Form;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;
use std::collections::BTreeMap;
use std::convert::Infallible;

/// The longest note, in characters: some paragraphs.
const LONGEST_NOTE: usize = 2_000;

/// A form with the longest note, each of whose characters may take twelve bytes on the way.
pub(super) const LARGEST_FORM_WITH_A_NOTE: usize = 32 * 1_024;

/// The fields of a form. Whoever takes them asks `is_well` before anything is made of them.
pub(crate) struct Sent {
    fields: BTreeMap<String, String>,
    wrong: Vec<Text>,
    status: StatusCode,
}

impl FromRequest<App> for Sent {
    type Rejection = Infallible;

    async fn from_request(request: Request, app: &App) -> Result<Self, Infallible> {
        let mut sent = Self { fields: BTreeMap::new(), wrong: Vec::new(), status: StatusCode::BAD_REQUEST };
        let pairs = match Form::<Vec<(String, String)>>::from_request(request, app).await {
            Ok(Form(pairs)) => pairs,
            Err(rejection) => {
                if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                    sent.status = StatusCode::PAYLOAD_TOO_LARGE;
                }
                sent.wrong.push(text("login-wrong-form"));
                Vec::new()
            }
        };
        for (name, value) in pairs {
            if value.contains('\0') {
                sent.wrong.push(Mistake::NoText(name.clone()).sentence());
            }
            sent.fields.insert(name, value);
        }
        Ok(sent)
    }
}

impl Sent {
    pub(crate) fn text(&mut self, name: &'static str) -> String {
        self.text_if_any(name).unwrap_or_else(|| {
            self.wrong.push(text("form-lacking").with("name", name));
            String::new()
        })
    }

    pub(crate) fn text_if_any(&self, name: &str) -> Option<String> {
        self.fields.get(name).cloned()
    }

    pub(crate) fn number(&mut self, name: &'static str) -> i64 {
        let said = self.text(name);
        said.parse().unwrap_or_else(|_| {
            if !said.is_empty() {
                self.wrong.push(text("form-no-number").with("text", first(&said)).with("name", name));
            }
            0
        })
    }

    /// One of a few words, as `read` knows them. None where it is not.
    pub(crate) fn one_of<T>(&mut self, name: &'static str, words: &'static [&'static str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let said = self.text(name);
        let found = read(&said);
        if found.is_none() && self.fields.contains_key(name) {
            self.wrong.push(Mistake::NoneOf { name, text: said, words }.sentence());
        }
        found
    }

    /// With the ends of lines as people count them.
    pub(super) fn note(&mut self) -> String {
        let note = self.text("note").replace("\r\n", "\n").trim().to_owned();
        let characters = note.chars().count();
        if characters > LONGEST_NOTE {
            let told = text("form-too-long").with("name", "note").number("characters", characters as u64);
            self.wrong.push(told.number("most", LONGEST_NOTE as u64));
        }
        note
    }

    pub(crate) fn is_well(&self) -> bool {
        self.wrong.is_empty()
    }

    /// What was wrong, and the way back to the page that sent it.
    pub(crate) fn refused(&self, setting: &Setting, back: &str) -> Response {
        let main = html! {
            section class="card empty" {
                h1 { (text("form-refused")) }
                div class="problem" role="alert" { @for it in &self.wrong { p dir="auto" { (it) } } }
                p { a href=(back) { (text("form-back")) } }
            }
        };
        (self.status, frame(setting, &text("form-refused").to_string(), main)).into_response()
    }
}
