//! How far the end of an element is: a reading as that of a page that ends with it.
//!
//! Never looks for it but when the page is read.

use super::scroll::{Measured, Readings, Scroll};
use super::scroller::scroller_of;
use super::common::{Common, Sensor, distinct};
use crate::changes::Changes;
use crate::page::{document, first, number_property};
use effortlet_core::needs::Needs;
use effortlet_core::signal::Signal;
use std::cell::RefCell;
use std::rc::Rc;

/// What changes in a page when an element comes into it, or into sight.
const ATTRIBUTES: [&str; 4] = ["class", "hidden", "open", "style"];

struct Ends {
    names: Vec<String>,
    /// Those that are not there yet.
    missing: RefCell<Vec<String>>,
    /// On a page too short to scroll nothing else would say that one is there.
    changes: Changes,
}

/// Reads as the page scrolls, since whoever needs ends needs that too.
pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    let scroll = common.scroll.get().filter(|_| !needs.ends.is_empty())?;
    let reader = Rc::downgrade(scroll);
    let ends = Rc::new(Ends {
        names: distinct(&needs.ends),
        missing: RefCell::default(),
        changes: Changes::new(&ATTRIBUTES, move || {
            if let Some(scroll) = reader.upgrade() {
                scroll.read_soon();
            }
        }),
    });
    let measuring = Rc::downgrade(&ends);
    scroll.add(Readings {
        signal: Signal::EndScrolled,
        measure: Box::new(move |selector| measuring.upgrade()?.measure(selector)),
        names: ends.names.clone(),
    });
    ends.look_for_all(scroll);
    common.at_each_turn({
        let (ends, scroll) = (ends.clone(), scroll.clone());
        move || ends.look_for_all(&scroll)
    });
    Some(Box::new(ends))
}

impl Ends {
    fn look_for_all(&self, scroll: &Rc<Scroll>) {
        *self.missing.borrow_mut() = self.names.clone();
        self.changes.watch();
        scroll.read_soon();
    }

    /// What is hidden ends nowhere.
    fn measure(&self, selector: &str) -> Option<Measured> {
        let it = first(selector).filter(|it| it.get_client_rects().length() > 0)?;
        let mut missing = self.missing.borrow_mut();
        missing.retain(|name| name != selector);
        if missing.is_empty() {
            self.changes.rest();
        }
        let scroller = scroller_of(&it)?;
        let is_page = document().scrolling_element().as_ref() == Some(&scroller);
        let area = scroller.get_bounding_client_rect();
        let top = if is_page { 0.0 } else { area.top() + f64::from(scroller.client_top()) };
        let scrolled = number_property(&scroller, "scrollTop");
        let height = it.get_bounding_client_rect().bottom() - top + scrolled;
        Some(Measured { scroller, height })
    }
}
