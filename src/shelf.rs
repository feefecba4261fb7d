//! Texts under names on the visitor's device. Every access may fail, and nothing breaks: then a text
//! is kept for as long as the tab, or else the page lives.
//!
//! Never knows what the texts say.

mod area;
mod overlay;

pub(crate) use area::Area;
pub(crate) use overlay::Overlay;

use std::rc::Rc;

/// What the tab keeps in the place of what refuses.
const COPY: &str = "effortlet:copy:";

pub(crate) struct Shelf {
    area: Area,
    overlay: Rc<Overlay>,
    is_preview: bool,
}

impl Shelf {
    pub(crate) fn open(area: Area) -> Self {
        Self { area, overlay: Rc::default(), is_preview: false }
    }

    /// The same where a team looks on: what is put or removed stays in memory, and the device as it is.
    pub(crate) fn preview(area: Area, overlay: Rc<Overlay>) -> Self {
        Self { area, overlay, is_preview: true }
    }

    pub(crate) fn get(&self, name: &str) -> Option<String> {
        if let Some(text) = self.overlay.get(self.area, name) {
            return text;
        }
        Area::Session.get(&copy_of(name)).or_else(|| self.area.get(name))
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        if self.is_preview {
            return self.overlay.put(self.area, name, Some(text));
        }
        if self.area.put(name, text) {
            self.clear(name);
        } else if Area::Session.put(&copy_of(name), text) {
            self.overlay.clear(self.area, name);
        } else {
            self.overlay.put(self.area, name, Some(text));
        }
    }

    pub(crate) fn remove(&self, name: &str) {
        if self.is_preview {
            return self.overlay.put(self.area, name, None);
        }
        self.clear(name);
        self.area.remove(name);
    }

    /// What the device has, under each name that begins so; what is kept in its place as well.
    pub(crate) fn names(&self, prefix: &str) -> Vec<String> {
        let mut names = self.area.names(prefix);
        for name in Area::Session.names(&copy_of(prefix)) {
            names.extend(name.strip_prefix(COPY).map(String::from));
        }
        names
    }

    /// Forgets what is kept in the place of what refused.
    fn clear(&self, name: &str) {
        self.overlay.clear(self.area, name);
        Area::Session.remove(&copy_of(name));
    }
}

fn copy_of(name: &str) -> String {
    [COPY, name].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_removed_in_a_preview_hides_what_the_device_has_and_what_was_never_touched_does_not() {
        let overlay = Rc::new(Overlay::default());
        let shelf = Shelf::preview(Area::Local, overlay.clone());
        shelf.put("name", "one");
        shelf.put("name", "two");
        assert_eq!(shelf.get("name"), Some("two".into()));
        shelf.remove("name");
        assert_eq!(shelf.get("name"), None);
        assert_eq!(overlay.get(Area::Local, "name"), Some(None));
        assert_eq!(overlay.get(Area::Local, "other"), None);
    }

    #[test]
    fn areas_of_a_preview_do_not_share_names() {
        let overlay = Rc::new(Overlay::default());
        Shelf::preview(Area::Local, overlay.clone()).put("name", "lasting");
        assert_eq!(overlay.get(Area::Session, "name"), None);
        assert_eq!(Shelf::preview(Area::Local, overlay).get("name"), Some("lasting".into()));
    }
}
