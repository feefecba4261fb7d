//! What all shelves of a page have in common: how far the device may be used, what stands in memory in
//! its place, and what is beside `localStorage`.
//!
//! Never remembers from one page to the next what may be kept.

use super::disk::Disk;
use super::overlay::Overlay;
use std::cell::Cell;
use std::rc::Rc;

pub(crate) struct Device {
    pub(super) overlay: Overlay,
    pub(super) disk: Rc<Disk>,
    pub(super) allowed: Cell<Use>,
}

/// How far the device may be used. What it may not keep is kept in memory.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Use {
    /// It is read and written.
    All,
    /// What was kept before is read, and may go. Nothing is added: the visitor has not been asked yet.
    NothingNew,
    /// Not at all: the visitor does not want it.
    Nothing,
    /// It is read, and stays as it is: a team looks on.
    #[allow(dead_code, reason = "in most editions nobody does")]
    Untouched,
}

impl Device {
    pub(crate) fn open(allowed: Use) -> Rc<Self> {
        Rc::new(Self { overlay: Overlay::default(), disk: Disk::new(), allowed: Cell::new(allowed) })
    }

    /// Whether all may be kept.
    pub(crate) fn is_free(&self) -> bool {
        self.allowed.get() == Use::All
    }

    /// Lets go of what is in memory, and of what was not written yet.
    pub(crate) fn let_go(&self) {
        self.overlay.drain();
        self.disk.let_go();
    }

    /// Something will be kept that may not be lost.
    pub(crate) fn expect(&self) {
        if self.allowed.get() == Use::All {
            self.disk.expect();
        }
    }

    /// The page is left, or back.
    pub(crate) fn rest(&self) {
        self.disk.close();
    }

    pub(crate) fn resume(&self) {
        if self.allowed.get() == Use::All {
            self.disk.resume();
        }
    }

    /// Calls once, later, with all texts that are on the disk beside `localStorage`, where it may be used.
    pub(crate) fn read_disk(&self, then: impl FnOnce(Vec<String>) + 'static) {
        if self.allowed.get() == Use::All {
            self.disk.read(then);
        }
    }
}
