//! The document being left.

use super::common::{Common, Sensor};
use crate::listener::listen;
use crate::page::window;
use effortlet_core::needs::Needs;
use effortlet_core::signal::Signal;
use std::rc::Rc;

pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    if !needs.leaving {
        return None;
    }
    let tell = common.tell();
    Some(Box::new(listen(&window(), &["pagehide"], move |_| tell(Signal::Leaving))))
}
