//! Texts under names on the visitor's device. Every access may fail, and nothing breaks: then a text
//! is kept for as long as the tab, or else the page lives.
//!
//! Never knows what the texts say.

mod area;
mod device;
mod disk;
mod overlay;

pub(crate) use area::Area;
pub(crate) use device::{Device, Use};

use std::rc::Rc;

/// How far the device may be used from now on. What was in memory until now goes there once it may.
pub(crate) fn allow(device: &Rc<Device>, allowed: Use) {
    device.allowed.set(allowed);
    if allowed != Use::All {
        return device.disk.let_go();
    }
    for it in device.overlay.drain() {
        let shelf = Shelf::open(it.area, device);
        match &it.text {
            Some(text) => shelf.put(&it.name, text),
            None => shelf.remove(&it.name),
        }
    }
}

/// What the tab keeps in the place of what refuses.
const COPY: &str = "effortlet:copy:";

pub(crate) struct Shelf {
    area: Area,
    device: Rc<Device>,
}

impl Shelf {
    pub(crate) fn open(area: Area, device: &Rc<Device>) -> Self {
        Self { area, device: device.clone() }
    }

    pub(crate) fn get(&self, name: &str) -> Option<String> {
        match self.in_memory(name) {
            Some(text) => text,
            None if self.device.allowed.get() == Use::Nothing => None,
            None => self.kept(name),
        }
    }

    /// What is kept in memory in place of what the device has: a text, or that there is none; nothing where there is
    /// nothing in its place.
    pub(crate) fn in_memory(&self, name: &str) -> Option<Option<String>> {
        self.device.overlay.get(self.area, name)
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        if self.device.allowed.get() != Use::All {
            return self.device.overlay.put(self.area, name, Some(text));
        }
        if self.area == Area::Safe {
            self.device.disk.keep(name, text);
        }
        if self.area.put(name, text) {
            self.clear(name);
        } else if Area::Session.put(&copy_of(name), text) {
            self.device.overlay.clear(self.area, name);
        } else {
            self.device.overlay.put(self.area, name, Some(text));
        }
    }

    pub(crate) fn remove(&self, name: &str) {
        if self.device.allowed.get() == Use::Untouched {
            return self.device.overlay.put(self.area, name, None);
        }
        self.clear(name);
        self.area.remove(name);
    }

    /// Removes it from the disk as well, unless what is there says more.
    pub(crate) fn discard(&self, name: &str, is_later: fn(&str, &str) -> bool) {
        let there = if self.device.allowed.get() == Use::All { self.get(name) } else { self.kept(name) };
        if let Some(text) = there {
            self.device.disk.discard(name, &text, is_later);
        }
        self.remove(name);
    }

    /// What there is, under each name that begins so, wherever it is kept.
    pub(crate) fn names(&self, prefix: &str) -> Vec<String> {
        let mut names = self.device.overlay.names(self.area, prefix);
        if self.device.allowed.get() == Use::Nothing {
            return names;
        }
        let mut add = |name: &str| {
            if !names.iter().any(|it| it == name) {
                names.push(name.into());
            }
        };
        self.area.names(prefix).iter().for_each(|name| add(name));
        for name in Area::Session.names(&copy_of(prefix)) {
            name.strip_prefix(COPY).into_iter().for_each(&mut add);
        }
        names
    }

    /// Takes into memory what there is under each name that begins so.
    pub(crate) fn hold(&self, prefix: &str) {
        for name in self.names(prefix) {
            if let Some(text) = self.get(&name) {
                self.device.overlay.put(self.area, &name, Some(&text));
            }
        }
    }

    /// What the device has, or the tab in its place.
    fn kept(&self, name: &str) -> Option<String> {
        Area::Session.get(&copy_of(name)).or_else(|| self.area.get(name))
    }

    /// Forgets what is kept in the place of what refused.
    fn clear(&self, name: &str) {
        self.device.overlay.clear(self.area, name);
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
        let device = Device::open(Use::Untouched);
        let shelf = Shelf::open(Area::Local, &device);
        shelf.put("name", "one");
        shelf.put("name", "two");
        assert_eq!(shelf.get("name"), Some("two".into()));
        shelf.remove("name");
        assert_eq!(shelf.get("name"), None);
        assert_eq!(device.overlay.get(Area::Local, "name"), Some(None));
        assert_eq!(device.overlay.get(Area::Local, "other"), None);
    }

    #[test]
    fn areas_in_memory_do_not_share_names() {
        let device = Device::open(Use::Untouched);
        Shelf::open(Area::Local, &device).put("name", "lasting");
        assert_eq!(device.overlay.get(Area::Session, "name"), None);
        assert_eq!(Shelf::open(Area::Local, &device).get("name"), Some("lasting".into()));
    }

    #[test]
    fn what_the_device_may_not_keep_is_found_in_memory_until_it_is_let_go() {
        let device = Device::open(Use::Nothing);
        let shelf = Shelf::open(Area::Safe, &device);
        shelf.put("outbox:b", "two");
        shelf.put("outbox:a", "one");
        assert_eq!(shelf.names("outbox:"), ["outbox:b", "outbox:a"]);
        device.let_go();
        assert_eq!(shelf.names("outbox:"), [""; 0]);
        assert_eq!(shelf.get("outbox:a"), None);
    }
}
