//! Keeps the nudge above a touch screen's keyboard. Phones lay it over the page, and what is fixed to
//! the lower edge with it; only the visual viewport says what is left to be seen.
//!
//! Never moves anything but the card.

use super::reading::Reading;
use crate::listener::{Listener, listen};
use crate::page::{number_property, number_text, window};
use std::rc::Rc;
use web_sys::{HtmlElement, VisualViewport};

/// What a keyboard takes at the least, in CSS pixels; the bars of a browser take less.
const LEAST: f64 = 100.0;

pub(super) struct Keyboard {
    _reading: Rc<Reading>,
    _listener: Listener,
}

/// None in a browser that does not say what is seen.
pub(super) fn stay_above(card: &HtmlElement) -> Option<Keyboard> {
    let seen = window().visual_viewport()?;
    let reading = {
        let (seen, card) = (seen.clone(), card.clone());
        Rc::new(Reading::of(move || give_room(&seen, &card)))
    };
    let changed = reading.clone();
    let listener = listen(&seen, &["resize", "scroll"], move |_| changed.soon());
    Some(Keyboard { _reading: reading, _listener: listener })
}

fn give_room(seen: &VisualViewport, card: &HtmlElement) {
    let height = number_property(&window(), "innerHeight");
    let keyboard = covered(height, seen.height(), seen.offset_top(), seen.scale());
    let room = if keyboard > 0.0 { [&number_text(keyboard), "px"].concat() } else { String::new() };
    // An empty value takes it away.
    let _ = card.style().set_property("--_keyboard", &room);
}

/// How much of the window a keyboard covers. Who has zoomed in sees less of the page too.
fn covered(height: f64, seen: f64, offset: f64, scale: f64) -> f64 {
    let covered = height - seen - offset;
    if scale == 1.0 && covered >= LEAST { covered } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyboard_is_what_covers_much_of_a_page_that_is_not_zoomed() {
        assert_eq!(covered(667.0, 367.0, 0.0, 1.0), 300.0);
        assert_eq!(covered(667.0, 367.0, 100.0, 1.0), 200.0);
        assert_eq!(covered(667.0, 567.0, 0.0, 1.0), 100.0);
        assert_eq!(covered(667.0, 568.0, 0.0, 1.0), 0.0);
        assert_eq!(covered(667.0, 333.5, 0.0, 2.0), 0.0);
    }
}
