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

struct Entry {
    area: Area,
    name: String,
    /// Nothing for what was removed.
    text: Option<String>,
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

    pub(super) fn put(&self, area: Area, name: &str, text: Option<&str>) {
        self.clear(area, name);
        self.entries.borrow_mut().push(Entry { area, name: name.into(), text: text.map(String::from) });
    }

    pub(super) fn clear(&self, area: Area, name: &str) {
        self.entries.borrow_mut().retain(|it| !it.is(area, name));
    }
}
