//! Keeps responses on the device until somebody has acknowledged them, each under a name of its own,
//! so that tabs never overwrite each other's, and with the address that it is meant for: a page that
//! posts somewhere else leaves it alone.
//!
//! Never knows when to post.

mod recovery;

use crate::page::{number_text, property, text_property};
use crate::shelf::{Area, Device, Shelf};
use effortlet_core::outbox::{Age, Item, kept};
use effortlet_core::response::Response;
use effortlet_core::time::Timestamp;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

const PREFIX: &str = "effortlet:outbox:";
/// What was given up.
const UNDELIVERED: &str = "effortlet:undelivered:";

pub(crate) struct Outbox {
    shelf: Shelf,
    /// What was given up is not taken up from the disk again.
    aside: Shelf,
    to: String,
    /// What this page wrote or posted last, by id: another tab may clear the device meanwhile.
    known: RefCell<Vec<(String, String)>>,
}

impl Outbox {
    /// `to` is the address that this page posts to.
    pub(crate) fn open(to: &str, device: &Rc<Device>) -> Self {
        let (shelf, aside) = (Shelf::open(Area::Safe, device), Shelf::open(Area::Local, device));
        Self { shelf, aside, to: to.into(), known: RefCell::default() }
    }

    /// Everything that waits for this page's address, from whatever page. What cannot be read is
    /// passed over.
    pub(crate) fn pending(&self) -> Vec<Item> {
        self.shelf.names(PREFIX).into_iter().filter_map(|name| self.describe(&self.shelf.get(&name)?)).collect()
    }

    /// The same for another device.
    #[allow(dead_code, reason = "nobody looks on in most editions")]
    pub(crate) fn on(&self, device: &Rc<Device>) -> Self {
        Self::open(&self.to, device)
    }

    /// Keeps everything that waits in memory, whatever becomes of the device.
    pub(crate) fn hold(&self) {
        self.shelf.hold(PREFIX);
    }

    /// Whether an event says that another page has kept something.
    pub(crate) fn is_news(event: &JsValue) -> bool {
        text_property(event, "key").starts_with(PREFIX) && !property(event, "newValue").is_null()
    }

    /// Gives what `pending` says of it.
    pub(crate) fn keep(&self, at: Timestamp, response: Response) -> Item {
        let (id, rev, state) = (response.id.clone(), response.rev, response.state);
        let text = kept::keep(at, &self.to, response, number_text);
        self.shelf.put(&name_of(&id), &text);
        let item = Item::new(id.clone(), rev, state, text.len(), at);
        self.know(&id, text);
        item
    }

    /// The response as it is kept now, to be posted; nothing when another tab has had it acknowledged.
    pub(crate) fn body(&self, id: &str, at: Timestamp) -> Option<String> {
        let text = self.shelf.get(&name_of(id)).or_else(|| self.forget(id))?;
        let body = kept::body(&text, at);
        self.know(id, text);
        body
    }

    /// Unless another tab has kept a later revision since.
    pub(crate) fn discard(&self, id: &str) {
        let name = name_of(id);
        let (known, now) = (self.forget(id), self.shelf.get(&name));
        if !kept::is_later(now, known) {
            self.shelf.discard(&name, is_later);
        }
    }

    /// Nobody posts it any more, and it stays on the device. False when it is not there.
    pub(crate) fn set_aside(&self, id: &str) -> bool {
        let text = self.shelf.get(&name_of(id)).or_else(|| self.forget(id));
        let is_there = text.is_some();
        if let Some(text) = text {
            self.aside.put(&[UNDELIVERED, id].concat(), &text);
            self.shelf.discard(&name_of(id), is_later);
        }
        if let Some(surplus) = kept::surplus(self.aside.names(UNDELIVERED)) {
            self.aside.remove(&surplus);
        }
        is_there
    }

    /// Writes down how old it is.
    pub(crate) fn note(&self, id: &str, age: Age) {
        let name = name_of(id);
        if let Some(text) = self.shelf.get(&name).and_then(|text| kept::aged(&text, age)) {
            self.shelf.put(&name, &text);
        }
    }

    /// Nothing where it is meant for another address.
    fn describe(&self, text: &str) -> Option<Item> {
        let (item, to) = kept::read(text)?;
        (to.is_empty() || to == self.to).then_some(item)
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

/// Whether the first says more of a response than the second.
fn is_later(text: &str, than: &str) -> bool {
    let rev = |text| kept::read(text).map(|(item, _)| item.rev);
    rev(text) > rev(than)
}

fn name_of(id: &str) -> String {
    [PREFIX, id].concat()
}
