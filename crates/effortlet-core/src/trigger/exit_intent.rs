//! The pointer leaves the window by the top; with gestures, what touch screens have in its place.

mod departure;
mod gesture;
mod swipe;

use super::{Kind, Reader, Trigger, Words};
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::{list, plain};
use crate::source::{Node, Problems, Value};
use crate::time::Timestamp;
use alloc::{boxed::Box, string::String};
use departure::{DOUBTS, Departures};
use gesture::{GESTURES, Gestures};

/// Of the pointer alone.
pub const POINTER: Kind =
    Kind { word: "exitIntent", keys: &["edge"], read: |node, _, problems| Box::new(read_pointer(node, problems)), words: None };

/// Of the pointer, in frames too, and of fingers.
pub const EXIT_INTENT: Kind =
    Kind { word: "exitIntent", keys: &["edge", "frames", "touch"], read: read_all, words: Some(WORDS) };

/// The pointer left by the top, and did not come back.
#[derive(Clone)]
struct Pointer {
    /// So many pixels below the top count, 0 to 200.
    edge: f64,
    /// Whether leaving a frame counts.
    frames: bool,
    departures: Departures,
}

fn read_pointer(node: Node<'_>, problems: &mut Problems) -> Pointer {
    Pointer {
        edge: node.given("edge").map_or(0.0, |it| it.number(0.0, 200.0, "pixels from 0 to 200", problems)),
        frames: node.given("frames").is_some_and(|it| it.flag(problems)),
        departures: Departures::default(),
    }
}

impl Trigger for Pointer {
    fn needs(&self, needs: &mut Needs<'_>) {
        (needs.exit, needs.attention) = (true, true);
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        match occurrence {
            Occurrence::PointerLeft(departure) => self.departures.leave(departure, view),
            Occurrence::PointerBack => self.departures.cancel(),
            Occurrence::Elapsed => {
                let meant = self.departures.confirm(view.at);
                return meant.is_some_and(|leave| (self.frames || !leave.framed) && leave.y <= self.edge);
            }
            _ => {}
        }
        false
    }

    fn due(&self, _view: &PageView<'_>) -> Timestamp {
        self.departures.due()
    }

    fn observed(&self, _view: &PageView<'_>) -> Observed {
        Observed::Number(f64::from(self.departures.doubt() as u8))
    }
}

/// What counts where there is a pointer, and where there is none.
#[derive(Clone)]
struct PointerOrFinger {
    pointer: Pointer,
    gestures: Gestures,
}

fn read_all<'a>(node: Node<'a>, _: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let pointer = read_pointer(node, problems);
    Box::new(PointerOrFinger { pointer, gestures: Gestures::read(node, problems) })
}

impl Trigger for PointerOrFinger {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        self.pointer.needs(needs);
        needs.swipes |= self.gestures.fast_scroll_up;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        self.gestures.is_moment(occurrence, view) || self.pointer.is_moment(occurrence, view)
    }

    fn due(&self, view: &PageView<'_>) -> Timestamp {
        self.pointer.due(view)
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        self.pointer.observed(view)
    }
}

const WORDS: Words = Words { wants, observed, grows: false };

fn wants(terms: &Value, _: &str) -> String {
    let mut text = String::from("exit intent");
    if let Some(edge) = terms.field("edge").number().filter(|edge| *edge != 0.0) {
        text += &[" up to ", &plain(edge), " px below the top"].concat();
    }
    let touch = terms.field("touch");
    if *touch != Value::Absent {
        let gesture = |name: &Value| {
            let known = GESTURES.iter().find(|(word, _)| name.text() == Some(word));
            known.map_or_else(String::new, |(_, words)| (*words).into())
        };
        text += &[" or, on a touch screen, ", &list(touch, &gesture)].concat();
    }
    text
}

fn observed(observed: &Observed, _: &Value) -> Option<String> {
    let Observed::Number(doubt) = observed else { return None };
    DOUBTS.get(*doubt as usize).map(|words| (*words).into())
}
