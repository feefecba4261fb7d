//! What is kept on the device beyond the page: what a killed browser has left there, and how far the visitor
//! lets us.
//!
//! Never decides what the visitor wants: the page says.

use super::Runtime;
use crate::clock::after;
use crate::outbox::Outbox;
use crate::page::is_hidden;
use crate::shelf::{self, Device, Use};
use effortlet_core::engine::Input;
use effortlet_core::time::Duration;
use std::rc::Rc;

/// Whoever is just having a response acknowledged is done with it by then.
const SETTLED: Duration = Duration::seconds(1);

/// The page has said how far the device may be used, and something may run.
pub(crate) fn allow(device: &Rc<Device>, allowed: Use, runtime: Option<Rc<Runtime>>) {
    if allowed == Use::Nothing {
        // What was given is sent nevertheless.
        Outbox::open("", device).hold();
    }
    shelf::allow(device, allowed);
    let Some(runtime) = runtime else { return };
    if allowed == Use::All {
        runtime.fall_asleep();
        runtime.recover(None);
    } else {
        runtime.lock.leave_device();
    }
}

impl Runtime {
    /// Takes up what earlier pages have left.
    pub(super) fn take_up(&self) {
        if self.has_endpoint {
            if is_hidden() {
                self.tell(Input::Leave);
            }
            self.outbox.pending().into_iter().for_each(|item| self.tell(Input::Pending(item)));
        }
        self.fall_asleep();
        self.recover(None);
    }

    /// On the next pages. Nobody does by what a team only looks at, or where nothing may be kept.
    fn fall_asleep(&self) {
        if !self.note.is_empty() && self.observer.is_none() && self.device.is_free() {
            self.tell(Input::Armed);
        }
    }

    /// Takes up what is on the disk alone; what is there only for a moment is another tab's. So it is looked at
    /// twice: `lost` is what was found before.
    pub(super) fn recover(&self, lost: Option<Vec<String>>) {
        if !self.has_endpoint {
            return;
        }
        let own = self.own.clone();
        self.device.read_disk(move |texts| {
            let Some(runtime) = own.upgrade() else { return };
            let found = runtime.outbox.lost(texts);
            let Some(lost) = lost else {
                if !found.is_empty() {
                    let again = runtime.later(|runtime| runtime.recover(Some(found)));
                    *runtime.recovery.borrow_mut() = Some(after(SETTLED, again));
                }
                return;
            };
            for text in &found {
                if lost.contains(text)
                    && let Some(item) = runtime.outbox.recover(text)
                {
                    runtime.tell(Input::Pending(item));
                }
            }
        });
    }
}
