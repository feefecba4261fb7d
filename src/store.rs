//! What is remembered of a visitor: displays and outcomes, the articles of this session, and where
//! an audience or a trigger asks, the visits, the answers and the way through the site.
//!
//! Never judges what it reads: what cannot be read is as good as forgotten.

use crate::page::{number_text, property, text_property, window};
use crate::value::json;
use crate::shelf::{Area, Device, Shelf};
use effortlet_core::memory::{History, Memory, Session, Trail};
use effortlet_core::source::{Value, parse};
use effortlet_core::time::Timestamp;
use std::rc::Rc;

/// Displays in what lasts, the session in what is this tab's.
pub(crate) const NAME: &str = "effortlet";
pub(crate) const VISITOR: &str = "effortlet:visitor";
/// Notes of `sleep`, one for each definition.
const SLEEP: &str = "effortlet:sleep:";
pub(crate) const TRAIL: &str = "effortlet:trail";

pub(crate) struct Store {
    lasting: Shelf,
    passing: Shelf,
    journeys: Option<&'static Journeys>,
}

/// How an edition remembers visits, answers and the way through the site that does so at all.
pub(crate) struct Journeys {
    /// Another tab begins with what this one is opened by remembers.
    begin: fn(&Store),
    history: fn(&Store) -> History,
    trail: fn(&Store, Timestamp) -> Trail,
    remember_history: fn(&Store, &History),
    remember_trail: fn(&Store, &Trail, Option<Timestamp>),
}

pub(crate) const JOURNEYS: Journeys = Journeys {
    begin: |store| {
        // Such a tab begins with a copy of what the other one remembers (HTML Standard, 7.3.1.1), but
        // it is another one.
        if is_opened_by_page() {
            store.passing.remove(TRAIL);
        }
    },
    history: |store| History::read(&read(&store.lasting, VISITOR)),
    trail: |store, at| Trail::read(&read(&store.passing, TRAIL), at),
    remember_history: |store, history| write(&store.lasting, VISITOR, &history.to_value()),
    remember_trail: |store, trail, left| write(&store.passing, TRAIL, &trail.to_value(left)),
};

impl Store {
    pub(crate) fn open(journeys: Option<&'static Journeys>, device: &Rc<Device>) -> Self {
        let store = Self { lasting: Shelf::open(Area::Local, device), passing: Shelf::open(Area::Session, device), journeys };
        if let Some(journeys) = journeys {
            (journeys.begin)(&store);
        }
        store
    }

    /// What must not last of a visitor who wants no history: what was kept before goes.
    pub(crate) fn forgo(&self, at: Timestamp) {
        self.lasting.remove(VISITOR);
        let mut memory = self.memory(at);
        if memory.number.take().is_some() {
            self.remember(&memory);
        }
    }

    /// What all tabs know by now.
    pub(crate) fn memory(&self, at: Timestamp) -> Memory {
        let mut memory = Memory::read(&read(&self.lasting, NAME), &read(&self.passing, NAME), at);
        if let Some(journeys) = self.journeys {
            memory.history = (journeys.history)(self);
        }
        memory
    }

    /// Nothing where no way is remembered.
    pub(crate) fn trail(&self, at: Timestamp) -> Option<Trail> {
        self.journeys.map(|journeys| (journeys.trail)(self, at))
    }

    pub(crate) fn remember(&self, memory: &Memory) {
        if memory.is_blank() {
            return self.lasting.remove(NAME);
        }
        write(&self.lasting, NAME, &memory.to_value());
    }

    /// Until when the loader may sleep that looks under this name. Before that time is over, none does.
    pub(crate) fn sleep(&self, note: &str, at: Timestamp, until: Timestamp) {
        if until > at {
            return self.lasting.put(note, &number_text(until.0 as f64));
        }
        self.lasting.names(SLEEP).iter().for_each(|name| self.lasting.remove(name));
    }

    pub(crate) fn remember_session(&self, session: &Session) {
        if *session == Session::default() {
            return self.passing.remove(NAME);
        }
        write(&self.passing, NAME, &session.to_value());
    }

    pub(crate) fn remember_history(&self, history: &History) {
        if let Some(journeys) = self.journeys {
            (journeys.remember_history)(self, history);
        }
    }

    /// `left` is when the page was left, if it was.
    pub(crate) fn remember_trail(&self, trail: &Trail, left: Option<Timestamp>) {
        if let Some(journeys) = self.journeys {
            (journeys.remember_trail)(self, trail, left);
        }
    }
}

fn read(shelf: &Shelf, name: &str) -> Value {
    shelf.get(name).map(|text| parse(&text)).unwrap_or_default()
}

fn write(shelf: &Shelf, name: &str, value: &Value) {
    shelf.put(name, &json(value));
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
