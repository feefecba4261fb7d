//! Keeps responses on the device until somebody has acknowledged them, each under a name of its own,
//! so that tabs never overwrite each other's.
//!
//! Never knows when to post.

use crate::page::{plain, property, text_property};
use crate::shelf::{Area, Shelf};
use effortlet_core::outbox::Item;
use effortlet_core::response::{Response, State};
use effortlet_core::time::Timestamp;
use js_sys::JSON;
use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

const PREFIX: &str = "effortlet:outbox:";

pub(crate) struct Outbox {
    shelf: Shelf,
    /// What this page wrote or posted last, by id: another tab may clear the device meanwhile.
    known: RefCell<Vec<(String, String)>>,
}

/// What stands on the device.
#[derive(Serialize)]
struct Kept<'r> {
    /// When it was kept, in milliseconds since 1970.
    at: f64,
    response: &'r Response,
}

impl Outbox {
    pub(crate) fn open() -> Self {
        Self { shelf: Shelf::open(Area::Local), known: RefCell::default() }
    }

    /// Everything that waits, from whatever page. What cannot be read is passed over.
    pub(crate) fn pending(&self) -> Vec<Item> {
        let names = self.shelf.names(PREFIX).into_iter();
        names.filter_map(|name| describe(&self.shelf.get(&name)?)).collect()
    }

    /// Gives what `pending` says of it.
    pub(crate) fn keep(&self, at: Timestamp, response: &Response) -> Option<Item> {
        let kept = plain(&Kept { at: at.0 as f64, response });
        let text = String::from(JSON::stringify(&kept).ok()?);
        self.shelf.put(&name_of(&response.id), &text);
        let item = describe(&text);
        self.know(&response.id, text);
        item
    }

    /// The response as it is kept now; nothing when another tab has had it acknowledged.
    pub(crate) fn take(&self, id: &str) -> Option<JsValue> {
        let text = self.shelf.get(&name_of(id)).or_else(|| self.forget(id))?;
        let response = property(&JSON::parse(&text).ok()?, "response");
        self.know(id, text);
        (!response.is_falsy()).then_some(response)
    }

    /// Unless another tab has kept a later revision since.
    pub(crate) fn discard(&self, id: &str) {
        let name = name_of(id);
        let known = self.forget(id);
        if known.is_none() || known == self.shelf.get(&name) {
            self.shelf.remove(&name);
        }
    }

    fn know(&self, id: &str, text: String) {
        self.forget(id);
        self.known.borrow_mut().push((id.into(), text));
    }

    fn forget(&self, id: &str) -> Option<String> {
        let mut known = self.known.borrow_mut();
        let index = known.iter().position(|(it, _)| it == id)?;
        Some(known.swap_remove(index).1)
    }
}

fn describe(text: &str) -> Option<Item> {
    let kept = JSON::parse(text).ok()?;
    let response = property(&kept, "response");
    let id = property(&response, "id").as_string()?;
    let rev = property(&response, "rev").as_f64()? as u32;
    let is_complete = text_property(&response, "state") == "complete";
    let state = if is_complete { State::Complete } else { State::Partial };
    let since = Timestamp::from_js(property(&kept, "at").as_f64()?);
    Some(Item::new(id, rev, state, text.encode_utf16().count(), since))
}

fn name_of(id: &str) -> String {
    [PREFIX, id].concat()
}
