//! Reading the layout by a timer: within an event the browser would have to do it then and there.
//!
//! Never reads twice for what comes at once.

use crate::clock::{Timer, after};
use effortlet_core::time::Duration;
use std::cell::RefCell;
use std::rc::Rc;

#[must_use = "dropping it ends the reading"]
pub(super) struct Reading {
    look: Rc<dyn Fn()>,
    timer: RefCell<Option<Timer>>,
}

impl Reading {
    pub(super) fn of(look: impl Fn() + 'static) -> Self {
        Self { look: Rc::new(look), timer: RefCell::default() }
    }

    pub(super) fn soon(&self) {
        let look = self.look.clone();
        let timer = after(Duration(0), move || look());
        // One that is due already is let go.
        drop(self.timer.replace(Some(timer)));
    }
}
