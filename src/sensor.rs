//! What happens in the page, reported as signals. One file for each thing we listen to.
//!
//! Listens only to what a trigger needs. Never stops, delays or changes an event of the page.

mod common;
mod route;
mod visible;
mod attention;
mod exit;
mod page_scroll;
mod scroll;
mod scroller;
mod click;
mod marked;
mod element_end;
mod dom_event;
mod data_layer;
mod event;
mod swipe;
mod leaving;
mod follow;

pub(crate) use event::properties;

use common::Common;
pub(crate) use common::{Sensor, Surroundings};
use effortlet_core::needs::Needs;
use std::rc::Rc;

/// What the sensors of most definitions do; in this order, since what needs a page view comes after it.
pub(crate) const ORDINARY: [Kind; 6] =
    [visible::watch, attention::watch, page_scroll::watch, route::watch, exit::watch, click::watch];

/// The same and what few definitions ask for.
pub(crate) const FULL: [Kind; 12] = [
    visible::watch,
    attention::watch,
    page_scroll::watch,
    route::watch,
    exit::watch,
    click::watch_words,
    marked::watch,
    leaving::watch,
    swipe::watch,
    element_end::watch,
    dom_event::watch,
    data_layer::watch,
];

/// Begins to listen to what a definition needs; nothing where it needs nothing of this kind.
pub(crate) type Kind = fn(&Needs<'_>, &Rc<Common>) -> Option<Sensor>;

#[must_use = "dropping it ends all listening"]
pub(crate) struct Sensors {
    _sensors: Vec<Sensor>,
    common: Rc<Common>,
}

impl Sensors {
    /// Reads how far the page is scrolled: it grows without an event.
    pub(crate) fn reading(&self) -> impl Fn() + use<> {
        let scroll = self.common.scroll.get().cloned();
        move || scroll.iter().for_each(|it| it.read())
    }
}

pub(crate) fn sense(needs: &Needs<'_>, kinds: &'static [Kind], surroundings: Surroundings) -> Sensors {
    let common = Common::new(surroundings);
    Sensors { _sensors: kinds.iter().filter_map(|watch| watch(needs, &common)).collect(), common }
}
