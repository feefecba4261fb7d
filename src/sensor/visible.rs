//! Whether the document can be seen.

use super::common::{Common, Sensor};
use crate::listener::listen;
use crate::page::document;
use effortlet_core::needs::Needs;
use effortlet_core::signal::Signal;
use std::rc::Rc;

pub(super) fn watch(_: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    let tell = common.tell();
    let report = move || tell(Signal::Visible(!document().hidden()));
    report();
    Some(Box::new(listen(&document(), &["visibilitychange"], move |_| report())))
}
