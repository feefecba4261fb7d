//! Next to what was clicked: below it, or above it where there is more room. It scrolls with the page.
//!
//! Never near it without enough room: then the card stays in the corner.

use crate::page::{document, number_text, window};
use crate::view::nudge::Nudge;
use crate::view::sides::{Sides, Size};
use crate::view::stood::Stood;
use effortlet_core::screen::Standing;
use effortlet_core::survey::Position;
use web_sys::Element;

/// Between the card and what it stands next to, and around both, in CSS pixels.
const GAP: f64 = 8.0;

/// The most that the question after the first one adds to the height of a card.
const GROWTH: f64 = 120.0;

pub(crate) fn stand(standing: &Standing, nudge: &Nudge, clicked: Option<&Element>) -> Option<Stood> {
    if standing.position != Position::Beside {
        return None;
    }
    let card = &nudge.card;
    // Its size is that of a card that stands so.
    card.set_class_name("beside");
    match clicked.and_then(|clicked| spot(&Sides::of(clicked), view_of_page(), Size::of(card), card.dir() == "rtl")) {
        Some(spot) => spot.give(nudge),
        None => card.set_class_name(""),
    }
    // On another page it stands in the corner.
    let (card, clicked) = (card.clone(), clicked.cloned());
    let place = move || {
        if !clicked.as_ref().is_some_and(|it| it.is_connected()) {
            card.set_class_name("");
        }
        document().body().map(Into::into)
    };
    Some(Stood { place: Some(Box::new(place)), ..Stood::default() })
}

fn view_of_page() -> Size {
    document().document_element().map_or(Size::default(), |it| Size::inside(&it))
}

/// Where a card stands, from the sides of the window.
#[derive(Debug, PartialEq)]
struct Spot {
    edge: Edge,
    left: f64,
}

#[derive(Debug, PartialEq)]
enum Edge {
    Top(f64),
    /// From the lower side.
    Bottom(f64),
}

fn spot(clicked: &Sides, window: Size, card: Size, is_right_to_left: bool) -> Option<Spot> {
    let needed = card.height + GROWTH;
    let under = window.height - clicked.bottom - 2.0 * GAP;
    let over = clicked.top - 2.0 * GAP;
    if clicked.width() == 0.0 || under.max(over) < needed {
        return None;
    }
    let start = if is_right_to_left { clicked.right - card.width } else { clicked.left };
    let left = start.min(window.width - card.width - GAP).max(GAP);
    let edge = if under >= needed {
        Edge::Top(clicked.bottom + GAP)
    } else {
        Edge::Bottom(window.height - clicked.top + GAP)
    };
    Some(Spot { edge, left })
}

impl Spot {
    /// Measured from the beginning of the page, with which it scrolls.
    fn give(&self, nudge: &Nudge) {
        let (x, y) = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
        let (top, bottom) = match self.edge {
            Edge::Top(top) => (pixels(y + top), "auto".into()),
            Edge::Bottom(bottom) => ("auto".into(), pixels(bottom - y)),
        };
        let style = nudge.card.style();
        for (name, value) in [("--_top", top), ("--_bottom", bottom), ("--_left", pixels(x + self.left))] {
            let _ = style.set_property(name, &value);
        }
    }
}

fn pixels(number: f64) -> String {
    [&number_text(number), "px"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Size = Size { width: 1000.0, height: 800.0 };
    const CARD: Size = Size { width: 384.0, height: 200.0 };

    #[track_caller]
    fn check(left: f64, top: f64, is_right_to_left: bool, expected: Option<(Edge, f64)>) {
        let clicked = Sides { left, top, right: left + 100.0, bottom: top + 40.0 };
        let expected = expected.map(|(edge, left)| Spot { edge, left });
        assert_eq!(spot(&clicked, WINDOW, CARD, is_right_to_left), expected);
    }

    #[test]
    fn it_stands_below_what_was_clicked_where_the_next_question_fits_too() {
        check(50.0, 100.0, false, Some((Edge::Top(148.0), 50.0)));
        // 800 − 464 − 16 = 320 = 200 + 120.
        check(50.0, 424.0, false, Some((Edge::Top(472.0), 50.0)));
    }

    #[test]
    fn it_stands_above_where_there_is_no_room_below() {
        check(50.0, 425.0, false, Some((Edge::Bottom(383.0), 50.0)));
    }

    #[test]
    fn without_room_on_either_side_it_stands_nowhere_near() {
        let low = Size { height: 600.0, ..WINDOW };
        let clicked = Sides { left: 50.0, top: 280.0, right: 150.0, bottom: 320.0 };
        assert_eq!(spot(&clicked, low, CARD, false), None);
    }

    #[test]
    fn what_is_not_to_be_seen_has_nothing_beside_it() {
        let gone = Sides { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };
        assert_eq!(spot(&gone, WINDOW, CARD, false), None);
    }

    #[test]
    fn it_begins_where_reading_begins_and_stays_in_the_window() {
        check(950.0, 100.0, false, Some((Edge::Top(148.0), 608.0)));
        check(700.0, 100.0, true, Some((Edge::Top(148.0), 416.0)));
        check(50.0, 100.0, true, Some((Edge::Top(148.0), 8.0)));
    }
}
