//! Keeps the nudge from hiding what has the focus (WCAG 2.2, 2.4.11), and what the page has fixed where it
//! stands, such as a bar about cookies or a button that opens a chat.
//!
//! Moves nothing but the card, and scrolls nothing.

mod fixed;
mod spot;

use super::observer::PartObserver;
use super::reading::Reading;
use super::sides::{Sides, Size};
use crate::listener::{Listener, listen};
use crate::page::{document, focused, number_text, text_property, window};
use fixed::fixed_under;
use spot::{Card, HIDDEN, share_under, spot_for, way_clear_of};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// What is reached by keys. Of a frame nobody knows how it was reached.
const REACHED: &str = ":focus-visible, iframe";

#[must_use = "dropping it lets the card stand over what has the focus"]
pub(super) struct Clearance {
    reading: Rc<Reading>,
    _listeners: [Listener; 2],
}

/// Hears when the page scrolls what has the focus under the card.
type Watch = Rc<RefCell<Option<PartObserver>>>;

impl Clearance {
    pub(super) fn keep(card: &HtmlElement) -> Self {
        let watch = Watch::default();
        let reading = Rc::new_cyclic(|own: &std::rc::Weak<Reading>| {
            let (card, own) = (card.clone(), own.clone());
            Reading::of(move || {
                drop(watch.take());
                let own = own.clone();
                let next = make_way(&card, move || {
                    if let Some(reading) = own.upgrade() {
                        reading.soon();
                    }
                });
                *watch.borrow_mut() = next;
            })
        });
        let soon = || {
            let reading = reading.clone();
            move |_| reading.soon()
        };
        let listeners = [
            listen(&document(), &["focusin"], soon()),
            // When the focus goes into a frame the page hears of nothing else.
            listen(&window(), &["blur", "resize"], soon()),
        ];
        Self { reading, _listeners: listeners }
    }

    /// What has it look where the card may stand.
    pub(super) fn reading(&self) -> Rc<Reading> {
        self.reading.clone()
    }
}

/// Gives what watches what has the focus from now on; `moved` is called when it has come under the card.
fn make_way(card: &HtmlElement, moved: impl Fn() + 'static) -> Option<PartObserver> {
    let window = document().document_element().map_or(Size::default(), |it| Size::inside(&it));
    let is_fixed = is_fixed(card);
    let clear = if is_fixed { give_way(card, window) } else { 0.0 };
    let Some(element) = focused().filter(|it| it.matches(REACHED).unwrap_or_default() && !card.contains(Some(it))) else {
        give_class(card, "aside", false);
        return None;
    };
    let lies = Sides::of(&element);
    // What scrolls with the page goes to the corner where it would hide something.
    if !is_fixed {
        if share_under(&measured(card, 0.0), Sides::of(card).top, &lies) < HIDDEN {
            return None;
        }
        give_class(card, "beside", false);
    }
    let lies_at = measured(card, clear);
    let spot = spot_for(&lies_at, window.height, &lies);
    give_class(card, "far", spot.far);
    give_class(card, "aside", spot.aside);
    // From now on wherever the page scrolls it to; that it lies where it lay is no news.
    PartObserver::observe(&element, &margin(&lies_at, spot.top, window), HIDDEN, move |entry| {
        let now = entry.bounding_client_rect();
        if entry.intersection_ratio() >= HIDDEN && (now.left() != lies.left || now.top() != lies.top) {
            moved();
        }
    })
}

/// Puts the card beside what is fixed where it is laid out, or to the far end where only there is room.
/// Gives how far down it has gone.
fn give_way(card: &HtmlElement, window: Size) -> f64 {
    let Ok(root) = card.get_root_node().dyn_into::<ShadowRoot>() else { return 0.0 };
    let lies = measured(card, 0.0);
    let mut fixed = Vec::new();
    let mut look = |top: f64| {
        let count = fixed.len();
        fixed_under(&lies, top, &root, window, &mut fixed);
        (fixed.len() > count).then(|| way_clear_of(&lies, window.height, &fixed))
    };
    let mut clear = Some(0.0);
    while let Some(way) = clear
        && let Some(next) = look(lies.top + way)
    {
        // What does not move it away is under no more of it than a point.
        clear = next.filter(|next| *next != way);
    }
    if clear.is_none() && look(window.height - lies.top - lies.height).is_none() {
        give_class(card, "far", true);
    }
    let clear = clear.unwrap_or_default();
    let _ = card.style().set_property("--_clear", &[&number_text(clear), "px"].concat());
    clear
}

/// Or takes it away.
fn give_class(card: &HtmlElement, name: &str, is_so: bool) {
    let _ = card.class_list().toggle_with_force(name, is_so);
}

fn is_fixed(card: &HtmlElement) -> bool {
    let style = window().get_computed_style(card).ok().flatten();
    style.is_some_and(|it| text_property(&it, "position") == "fixed")
}

fn measured(card: &HtmlElement, clear: f64) -> Card {
    let Sides { left, right, .. } = Sides::of(card);
    let is_far = card.class_list().contains("far");
    Card { left, right, top: card.offset_top().into(), height: card.offset_height().into(), is_far, clear }
}

/// What makes of the window the part of it that is under the card when its top is there.
fn margin(card: &Card, top: f64, window: Size) -> String {
    let sides = [-top, card.right - window.width, top + card.height - window.height, -card.left];
    let mut margin = String::new();
    for side in sides {
        if !margin.is_empty() {
            margin.push(' ');
        }
        margin.push_str(&number_text(side));
        margin.push_str("px");
    }
    margin
}
