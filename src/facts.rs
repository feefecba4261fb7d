//! What audiences and texts ask the page for.
//!
//! Never runs text as code, and reads own properties only. What is not there is nothing.

mod cookie;
pub(crate) mod title;

use crate::clock::minutes_from_utc;
use crate::page::{document, method, own_property, property, window};
use crate::value::scalar;
use crate::shelf::Area;
use effortlet_core::needs::{Fact, Source};
use effortlet_core::response::Context;
use effortlet_core::source::Value;
use js_sys::Object;
use title::Title;
use wasm_bindgen::prelude::*;

/// Reads them, and knows what was told of the page that was loaded.
pub(crate) struct Facts {
    title: Title,
    /// Kept here so that nothing of it is in an edition that never opens these.
    find: Find,
}

type Find = fn(&Title, &Fact<'_>, &Context, &Object) -> Value;

impl Facts {
    pub(crate) fn open() -> Self {
        Self { title: Title::open(), find }
    }

    /// What is asked for, in the same order.
    ///
    /// `traits` is what the page told of its visitor, `conditions` what it has to say to audiences, by
    /// name.
    pub(crate) fn read(&self, asked: &[Fact<'_>], traits: &Context, conditions: &Object) -> Vec<Value> {
        asked.iter().map(|it| (self.find)(&self.title, it, traits, conditions)).collect()
    }
}

fn find(title: &Title, fact: &Fact<'_>, traits: &Context, conditions: &Object) -> Value {
    let name = fact.name;
    match fact.source {
        Source::Pointer => pointer(),
        Source::Hover => matches("(hover: hover)").map_or(Value::Absent, Value::Flag),
        Source::Width => scalar(&property(&window(), "innerWidth")),
        Source::Offset => Value::Number(minutes_from_utc()),
        Source::TimeZone => scalar(&time_zone()),
        Source::Trait => traits.find(name),
        Source::Cookie => {
            let all = document().text("cookie");
            cookie::find(&all, name).map_or(Value::Absent, |found| Value::Text(decoded(found)))
        }
        Source::LocalStorage => stored(Area::Local, name),
        Source::SessionStorage => stored(Area::Session, name),
        Source::Global => scalar(&name.split('.').fold(window().into(), |it, name| own_property(&it, name))),
        Source::Element => document().query_selector(name).map_or(Value::Absent, |it| Value::Flag(it.is_some())),
        Source::Condition => condition(conditions, name),
        Source::Title => scalar(&title.read().into()),
    }
}

fn pointer() -> Value {
    let kinds = [("fine", "(pointer: fine)"), ("coarse", "(pointer: coarse)")];
    let found = kinds.iter().find(|(_, query)| matches(query) == Some(true));
    Value::Text(found.map_or("none", |(kind, _)| kind).into())
}

fn matches(query: &str) -> Option<bool> {
    Some(window().match_media(query).ok().flatten()?.matches())
}

fn time_zone() -> JsValue {
    let call = |of: &JsValue, name| method(of, name).and_then(|it| it.call0(of).ok()).unwrap_or_default();
    let format = call(&property(&window(), "Intl"), "DateTimeFormat");
    property(&call(&format, "resolvedOptions"), "timeZone")
}

/// What cannot be decoded is read as it is.
fn decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.into(), Into::into)
}

fn stored(area: Area, name: &str) -> Value {
    area.get(name).map_or(Value::Absent, Value::Text)
}

/// Whatever else a page says is not known.
fn condition(conditions: &Object, name: &str) -> Value {
    let said = method(conditions, name).and_then(|it| it.call0(conditions).ok());
    said.and_then(|it| it.as_bool()).map_or(Value::Absent, Value::Flag)
}
