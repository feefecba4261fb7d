//! The pointer leaving the window, and how it left.
//!
//! Never does anything at a move of the pointer: there are many, and the browser itself keeps them.

use super::common::{Common, Sensor};
use crate::clock::{Delay, now};
use crate::listener::{Sampled, Sampler, Unheard, listen, listen_at};
use crate::page::{Document, document, first, focused, method, number_property, property, window};
use effortlet_core::needs::Needs;
use effortlet_core::signal::{Departure, Distraction, Signal};
use effortlet_core::time::{Duration, Timestamp};
use js_sys::Array;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget, MouseEvent};

/// For which a context menu explains a departure.
const MENU: Duration = Duration::seconds(1);

/// Until a window's new size is laid out.
const PAUSE: Duration = Duration(100);

/// Fields and lists that open beyond the page's edge, or that somebody is busy with.
const EDITABLE: &str = "input,select,textarea,[contenteditable]";

/// Milliseconds for which the place of the pointer says something.
const FRESH: f64 = 200.0;

/// After so long all moves but the last two are let go.
const REST: Duration = Duration::seconds(5);

const MOVE: &str = "mousemove";

struct Pointer {
    moves: Moves,
    /// When a context menu opened.
    menu: Cell<Timestamp>,
    /// The window's. Measured by a timer, never inside an event: it asks for the layout.
    width: Rc<Cell<f64>>,
    measuring: Delay,
}

/// The last moves, whose places and times are read when the pointer leaves. What hears a move is the
/// list's own `push`: to call us would cost a page more than to keep the event.
struct Moves {
    list: Array,
    _push: Unheard,
    _rest: Sampled,
}

/// Where the pointer was, and when.
#[derive(Clone, Copy)]
struct Place {
    y: f64,
    at: f64,
}

pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    if !needs.exit {
        return None;
    }
    let (window, document) = (window(), document());
    let pointer = Rc::new(Pointer {
        moves: Moves::of(&document)?,
        menu: Cell::default(),
        width: Rc::new(Cell::new(f64::INFINITY)),
        measuring: Delay::default(),
    });
    pointer.measure_soon();
    let menus = {
        let pointer = pointer.clone();
        listen(&document, &["contextmenu"], move |_| pointer.menu.set(now()))
    };
    // Not mouseout and mouseover, of which there are four at every paragraph that scrolls by beneath the
    // pointer: these two do not bubble, so the root hears of its own alone.
    let root: EventTarget = document.document_element()?.into();
    let leaves = listen_at(&root, &["mouseleave"], {
        let (tell, pointer) = (common.tell(), pointer.clone());
        move |event| {
            if let Some(departure) = pointer.departure(event.unchecked_ref()) {
                tell(Signal::PointerLeft(departure));
            }
        }
    });
    let returns = listen_at(&root, &["mouseenter"], {
        let tell = common.tell();
        move |_| tell(Signal::PointerBack)
    });
    let sizes = listen(&window, &["resize"], {
        let tell = common.tell();
        move |_| {
            // The pointer left for the window's own edge or buttons, or the window left the pointer.
            tell(Signal::PointerBack);
            pointer.measure_soon();
        }
    });
    Some(Box::new((menus, [leaves, returns], sizes)))
}

impl Pointer {
    fn measure_soon(&self) {
        let width = self.width.clone();
        self.measuring.begin(PAUSE, move || width.set(number_property(&window(), "innerWidth")));
    }

    /// Nothing by a side, and where a script has made an event that is nowhere.
    fn departure(&self, event: &MouseEvent) -> Option<Departure> {
        let x = property(event, "clientX").as_f64()?;
        if x < 0.0 || x >= self.width.get() {
            return None;
        }
        let [before, last] = self.moves.last_two();
        let [earlier, later] = [&before, &last].map(|it| it.as_ref().map(Place::of));
        let over = last.and_then(|it| it.target());

        let here = Place::of(event);
        Some(Departure {
            y: here.y,
            speed: speed(here, earlier, later),
            age: Duration((here.at - later.map_or(0.0, |it| it.at)) as i64),
            distraction: distraction(event.buttons(), over, now().apart(self.menu.get()) < MENU),
        })
    }
}

impl Moves {
    fn of(document: &Document) -> Option<Self> {
        let list = Array::new();
        let push = Unheard::begin(document, MOVE, method(&list, "push")?.bind0(&list));
        let rest = {
            let list = list.clone();
            Sampler::new(REST).listen(document, &[MOVE], |_| {}, move || {
                if list.length() > 2 {
                    list.copy_within(0, -2, list.length() as i32);
                    list.set_length(2);
                }
            })
        };
        Some(Self { list, _push: push, _rest: rest })
    }

    /// The earlier one first; nothing where there was none.
    fn last_two(&self) -> [Option<MouseEvent>; 2] {
        [2, 1].map(|back| {
            let it = self.list.get(self.list.length().wrapping_sub(back));
            (!it.is_undefined()).then(|| it.unchecked_into())
        })
    }
}

impl Place {
    fn of(event: &MouseEvent) -> Self {
        Self { y: event.client_y().into(), at: event.time_stamp() }
    }
}

/// Upward, over the last two ways, or the last one after a rest.
fn speed(here: Place, before: Option<Place>, last: Option<Place>) -> f64 {
    let from = before.filter(|it| here.at - it.at <= FRESH).or(last);
    from.map_or(0.0, |from| (from.y - here.y) / (here.at - from.at).max(1.0))
}

/// What is opened to pick something from it. What a site leaves unfolded, a group of a sidebar or an answer,
/// says nothing of a popup.
const OPEN_LIST: &str = "[aria-expanded=true]:is([role=combobox],[aria-haspopup]:not([aria-haspopup=false]))";

/// A list right behind what unfolds it, as menus have it.
const UNFOLDED_LIST: &str = "[aria-expanded=true]+:is(ul,ol,[role=menu],[role=listbox])";

/// The first that holds.
fn distraction(buttons: u16, over: Option<EventTarget>, menu_opened: bool) -> Option<Distraction> {
    let over: Option<Element> = over.map(|it| it.unchecked_into());
    // What has no such method is no element, and nothing that is edited.
    let is_in = |it: &Element, selector: &str| it.closest(selector).is_ok_and(|found| found.is_some());
    if buttons != 0 {
        Some(Distraction::Dragging)
    } else if focused().iter().chain(&over).any(|it| is_in(it, EDITABLE)) {
        Some(Distraction::Editing)
    } else if first(OPEN_LIST).is_some() || over.is_some_and(|it| is_in(&it, UNFOLDED_LIST)) {
        Some(Distraction::Expanded)
    } else if menu_opened {
        Some(Distraction::Menu)
    } else if !document().has_focus() {
        Some(Distraction::Unfocused)
    } else if is_framed() {
        Some(Distraction::Framed)
    } else {
        None
    }
}

fn is_framed() -> bool {
    let parent = property(&window(), "parent");
    !parent.is_falsy() && parent != JsValue::from(window())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speed_is_that_of_the_last_two_ways_or_of_the_last_one_after_a_rest() {
        let place = |y: f64, at: f64| Some(Place { y, at });
        let here = Place { y: -5.0, at: 1_000.0 };
        for (before, last, expected) in [
            (place(195.0, 800.0), place(95.0, 990.0), 1.0),
            (place(195.0, 799.0), place(95.0, 900.0), 1.0),
            (None, place(45.0, 950.0), 1.0),
            (None, place(-5.0, 1_000.0), 0.0),
            (None, None, 0.0),
        ] {
            assert_eq!(speed(here, before, last), expected);
        }
    }
}
