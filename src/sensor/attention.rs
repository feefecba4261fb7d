//! Signs of life: whether somebody is there, and by what they act.
//!
//! Never counts what a script does.

use super::common::{Common, Sensor};
use crate::clock::now;
use crate::listener::{Sampler, listen};
use crate::page::{text_property, window};
use effortlet_core::needs::Needs;
use effortlet_core::signal::{Means, Signal};
use effortlet_core::time::{Duration, Timestamp};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::Event;

/// Between two that are told, unless somebody acts by other means; as the engine has it.
const PAUSE: Duration = Duration::seconds(5);

struct Signs {
    tell: Rc<dyn Fn(Signal)>,
    acted: Rc<Cell<Timestamp>>,
    /// What was told last, and when.
    told: Cell<Option<(Means, Timestamp)>>,
}

pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    if !needs.attention {
        return None;
    }
    let signs = Rc::new(Signs { tell: common.tell(), acted: common.acted.clone(), told: Cell::default() });
    let note = || {
        let signs = signs.clone();
        move |event: Event| signs.note(&event)
    };
    let window = window();
    let single = listen(&window, &["pointerdown", "keydown", "touchstart"], note());
    let repeated = common.glances.listen(&window, &["wheel", "touchmove"], note(), || {});
    let moves = Sampler::new(PAUSE).listen(&window, &["pointermove"], note(), || {});
    Some(Box::new((single, repeated, moves)))
}

impl Signs {
    fn note(&self, event: &Event) {
        // What a finger presses is told as a touch.
        if !event.is_trusted() || text_property(event, "pointerType") == "touch" {
            return;
        }
        let means = means_of(&event.type_());
        let at = now();
        if means != Means::Motion {
            self.acted.set(at);
        }
        if self.told.get().is_some_and(|(last, told)| last == means && (at - told).0.abs() < PAUSE.0) {
            return;
        }
        self.told.set(Some((means, at)));
        (self.tell)(Signal::Acted(means));
    }
}

/// Not told by mousemove: browsers make one of each tap (Touch Events, "Interaction with Mouse Events
/// and click").
fn means_of(event: &str) -> Means {
    match event {
        "pointermove" => Means::Motion,
        "touchstart" | "touchmove" => Means::Touch,
        _ => Means::Press,
    }
}
