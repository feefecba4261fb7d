//! Texts in memory that stand over what the device has.
//!
//! Never touches storage.

use super::Area;
use std::cell::RefCell;

/// What stands in memory over what the device has.
#[derive(Default)]
pub(crate) struct Overlay {
    entries: RefCell<Vec<Entry>>,
}

pub(super) struct Entry {
    pub(super) area: Area,
    pub(super) name: String,
    /// Nothing for what was removed.
    pub(super) text: Option<String>,
}

impl Entry {
    fn is(&self, area: Area, name: &str) -> bool {
        self.area == area && self.name == name
    }
}

impl Overlay {
    /// Nothing where the device may have something, nothing in it for what was removed.
    pub(super) fn get(&self, area: Area, name: &str) -> Option<Option<String>> {
        let entries = self.entries.borrow();
        entries.iter().find(|it| it.is(area, name)).map(|it| it.text.clone())
    }

    /// What stands in it under each name that begins so.
    pub(super) fn names(&self, area: Area, prefix: &str) -> Vec<String> {
        let mut names = Vec::new();
        for it in self.entries.borrow().iter() {
            if it.area == area && it.text.is_some() && it.name.starts_with(prefix) {
                names.push(it.name.clone());
            }
        }
        names
    }

    /// All that stands in it, which it lets go of.
    pub(super) fn drain(&self) -> Vec<Entry> {
        self.entries.take()
    }

    pub(super) fn put(&self, area: Area, name: &str, text: Option<&str>) {
        self.clear(area, name);
        self.entries.borrow_mut().push(Entry { area, name: name.into(), text: text.map(String::from) });
    }

    pub(super) fn clear(&self, area: Area, name: &str) {
        self.entries.borrow_mut().retain(|it| !it.is(area, name));
    }
}
