//! How far the page is scrolled, read seldom, on every page view anew.
//!
//! Never listens where no trigger asks for it.

use super::common::{Common, GLANCE, Sensor, distinct};
use super::scroll::{Readings, Scroll};
use effortlet_core::needs::Needs;
use std::rc::Rc;

pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    if needs.scrolls.is_empty() {
        return None;
    }
    let scroll = Scroll::new(common.tell(), common.acted.clone(), GLANCE);
    scroll.add(Readings::of_page(distinct(&needs.scrolls)));
    let _ = common.scroll.set(scroll.clone());
    common.at_each_turn({
        let scroll = scroll.clone();
        move || scroll.read_soon()
    });
    Some(Box::new(scroll.follow(&common.glances)))
}
