//! What was told of the page view that is open, as it stands now.
//!
//! Never asks the page.

use super::words::percent;
use effortlet_core::engine::{Effect, Input};
use effortlet_core::signal::{Departure, Distraction, Reading, Signal};
use effortlet_core::time::Timestamp;
use serde::Serialize;

#[derive(Default, Serialize)]
pub(crate) struct PageView {
    scrolls: Vec<Scroll>,
    /// The last one.
    departure: Option<Left>,
    /// When the engine looks again.
    wake: Option<f64>,
}

#[derive(Serialize)]
struct Scroll {
    /// Empty for the page.
    name: String,
    /// How much was seen, in percent.
    seen: u32,
    /// Pixels from the top, and how many there are at most.
    top: f64,
    most: f64,
}

#[derive(Serialize)]
struct Left {
    at: f64,
    y: f64,
    speed: f64,
    age: f64,
    distraction: &'static str,
}

impl PageView {
    pub(crate) fn hear(&mut self, at: Timestamp, input: &Input) {
        match input {
            Input::Page { .. } => {
                self.scrolls.clear();
                self.departure = None;
            }
            Input::Signal(Signal::Scrolled(name, Reading { top, view, height, .. })) => {
                self.scrolls.retain(|it| it.name != *name);
                let (seen, most) = (percent(*top, *view, *height), height - view);
                self.scrolls.push(Scroll { name: name.clone(), seen, top: *top, most });
            }
            Input::Signal(Signal::PointerLeft(Departure { y, speed, age, distraction })) => {
                let (at, age, distraction) = (at.0 as f64, age.0 as f64, words_of(*distraction));
                self.departure = Some(Left { at, y: *y, speed: *speed, age, distraction });
            }
            _ => {}
        }
    }

    pub(crate) fn follow(&mut self, effect: &Effect<'_>) {
        if let Effect::WakeAt(at) = effect {
            self.wake = Some(at.0 as f64);
        }
    }
}

/// What else the visitor may have been doing when the pointer left.
fn words_of(distraction: Option<Distraction>) -> &'static str {
    match distraction {
        None => "none",
        Some(Distraction::Dragging) => "a button was held",
        Some(Distraction::Editing) => "a field or a list had the focus",
        Some(Distraction::Expanded) => "something was expanded",
        Some(Distraction::Menu) => "a context menu was open",
        Some(Distraction::Unfocused) => "another window had the focus",
        Some(Distraction::Framed) => "the page is in a frame",
    }
}
