//! The two kinds of storage that a browser has. The only file that touches them.
//!
//! Never throws: what cannot be read is not there, and what cannot be written is not kept.

use crate::page::{number_property, property, window};
use wasm_bindgen::JsCast;
use web_sys::Storage;

/// Where texts are kept.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Area {
    /// Shared by all tabs, and lasting.
    Local,
    /// The same, and on the disk at once: what may not be lost even if the browser is killed.
    Safe,
    /// This tab's alone.
    Session,
}

impl Area {
    fn storage(self) -> Option<Storage> {
        let name = match self {
            Self::Local | Self::Safe => "localStorage",
            Self::Session => "sessionStorage",
        };
        let storage = property(&window(), name);
        if storage.is_falsy() { None } else { Some(storage.unchecked_into()) }
    }

    pub(crate) fn get(self, name: &str) -> Option<String> {
        self.storage()?.get_item(name).ok()?
    }

    /// True where it is kept.
    pub(super) fn put(self, name: &str, text: &str) -> bool {
        self.storage().is_some_and(|it| it.set_item(name, text).is_ok())
    }

    pub(super) fn remove(self, name: &str) {
        if let Some(storage) = self.storage() {
            let _ = storage.remove_item(name);
        }
    }

    pub(super) fn names(self, prefix: &str) -> Vec<String> {
        let Some(storage) = self.storage() else { return Vec::new() };
        let count = number_property(&storage, "length") as u32;
        let all = (0..count).filter_map(|index| storage.key(index).ok()?);
        all.filter(|name| name.starts_with(prefix)).collect()
    }
}
