//! What is remembered of a visitor: displays and outcomes, the articles of this session, and where
//! an audience or a trigger asks, the visits, the answers and the way through the site.
//!
//! Never judges what it reads: what cannot be read is as good as forgotten.

use crate::page::{property, text_property, window};
use crate::shelf::{Area, Overlay, Shelf};
use effortlet_core::memory::{History, Memory, Session, Trail};
use effortlet_core::source::{Value, parse};
use effortlet_core::time::Timestamp;
use js_sys::{Array, JSON};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Displays in what lasts, the session in what is this tab's.
pub(crate) const NAME: &str = "effortlet";
pub(crate) const VISITOR: &str = "effortlet:visitor";
pub(crate) const TRAIL: &str = "effortlet:trail";

pub(crate) struct Store {
    lasting: Shelf,
    passing: Shelf,
}

impl Store {
    /// Nothing is written where there is an overlay.
    pub(crate) fn open(remembers_journeys: bool, overlay: Option<Rc<Overlay>>) -> Self {
        let open = |area| match &overlay {
            Some(overlay) => Shelf::preview(area, overlay.clone()),
            None => Shelf::open(area),
        };
        let store = Self { lasting: open(Area::Local), passing: open(Area::Session) };
        // Such a tab begins with a copy of what the other one remembers (HTML Standard, 7.3.1.1), but
        // it is another one.
        if remembers_journeys && is_opened_by_page() {
            store.passing.remove(TRAIL);
        }
        store
    }

    /// What all tabs know by now.
    pub(crate) fn memory(&self, at: Timestamp) -> Memory {
        Memory::read(&read(&self.lasting, NAME), &read(&self.passing, NAME), &read(&self.lasting, VISITOR), at)
    }

    pub(crate) fn trail(&self, at: Timestamp) -> Trail {
        Trail::read(&read(&self.passing, TRAIL), at)
    }

    pub(crate) fn remember(&self, memory: &Memory) {
        write(&self.lasting, NAME, &memory.to_value());
    }

    pub(crate) fn remember_session(&self, session: &Session) {
        write(&self.passing, NAME, &session.to_value());
    }

    pub(crate) fn remember_history(&self, history: &History) {
        write(&self.lasting, VISITOR, &history.to_value());
    }

    /// `left` is when the page was left, if it was.
    pub(crate) fn remember_trail(&self, trail: &Trail, left: Option<Timestamp>) {
        write(&self.passing, TRAIL, &trail.to_value(left));
    }
}

fn read(shelf: &Shelf, name: &str) -> Value {
    shelf.get(name).and_then(|text| read_text(&text)).unwrap_or_default()
}

/// Somebody else may have put a text there that is no JSON.
fn read_text(text: &str) -> Option<Value> {
    let text = JSON::stringify(&JSON::parse(text).ok()?).ok()?;
    Some(parse(&String::from(text)))
}

fn write(shelf: &Shelf, name: &str, value: &Value) {
    if let Ok(text) = JSON::stringify(&plain(value)) {
        shelf.put(name, &String::from(text));
    }
}

/// The same as JavaScript has it. What is remembered are lists of texts, numbers and nothings.
fn plain(value: &Value) -> JsValue {
    match value {
        Value::List(items) => items.iter().map(plain).collect::<Array>().into(),
        Value::Text(text) => text.into(),
        Value::Number(number) => (*number).into(),
        _ => JsValue::NULL,
    }
}

/// Whether this is the first document of a tab that another page has opened.
fn is_opened_by_page() -> bool {
    let window = window();
    let is_opened = !property(&window, "opener").is_falsy();
    let is_first = window.history().and_then(|it| it.length()).is_ok_and(|length| length == 1);
    is_opened && is_first && !is_reload()
}

/// No browser that does not say is taken to have reloaded.
fn is_reload() -> bool {
    let entries = window().performance().map(|it| it.get_entries_by_type("navigation"));
    entries.is_some_and(|it| text_property(&it.get(0), "type") == "reload")
}
