//! How far the page is scrolled, read often, from the first touch on: a swipe is over soon.
//!
//! Never reads often where nobody touches.

use super::scroll::{Readings, Scroll, Scrolling};
use super::common::{Common, Sensor};
use crate::listener::{Sampler, listen};
use crate::page::window;
use effortlet_core::needs::Needs;
use effortlet_core::time::Duration;
use std::cell::OnceCell;
use std::rc::Rc;

/// Between two readings.
const PAUSE: Duration = Duration(100);

pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    if !needs.swipes {
        return None;
    }
    let scroll = Scroll::new(common.tell(), common.acted.clone(), PAUSE);
    scroll.add(Readings::of_page([String::new()].into()));
    let reading: OnceCell<Scrolling> = OnceCell::new();
    Some(Box::new(listen(&window(), &["touchstart"], move |_| {
        reading.get_or_init(|| {
            scroll.read_soon();
            scroll.clone().follow(&Sampler::new(PAUSE))
        });
    })))
}
