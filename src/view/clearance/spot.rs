//! Which spot of a card does not hide an element: where it stands, the far end of the window, or almost
//! out of it.
//!
//! Never measures anything, and never reads the page.

use crate::view::sides::Sides;

/// What is under the card by this share of itself is hidden, 1 being all of it.
pub(super) const HIDDEN: f64 = 0.5;

/// So many pixels of the card are left in the window where there is no place for all of it.
const LEFT: f64 = 44.0;

/// Between the card and what is fixed beside it, in CSS pixels.
const GAP: f64 = 8.0;

/// As it is laid out, wherever it has been moved to.
pub(super) struct Card {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) height: f64,
    /// Whether it is at the far end of the window.
    pub(super) is_far: bool,
    /// How far down it goes from where it is laid out, for what is fixed there.
    pub(super) clear: f64,
}

/// By the card's classes in `clearance.css`, and where its top is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) far: bool,
    pub(super) aside: bool,
    pub(super) top: f64,
}

/// The first spot that does not hide an element. The card stays at the far end once it is there.
pub(super) fn spot_for(card: &Card, window_height: f64, element: &Sides) -> Spot {
    let near = Spot { far: false, aside: false, top: card.top + card.clear };
    let far = Spot { far: true, aside: false, top: window_height - card.top - card.height };
    let (upper, lower) = (LEFT - card.height, window_height - LEFT);
    let (nearby, away) = if near.top < far.top { (upper, lower) } else { (lower, upper) };
    let [first, second] = if card.is_far { [far, near] } else { [near, far] };
    let spots = [first, second, Spot { aside: true, top: nearby, ..near }, Spot { aside: true, top: away, ..far }];
    spots.into_iter().find(|spot| share_under(card, spot.top, element) < HIDDEN).unwrap_or(near)
}

/// How far down a card goes from its own end so that it is over nothing that is fixed; none without room.
pub(super) fn way_clear_of(card: &Card, window_height: f64, fixed: &[Sides]) -> Option<f64> {
    let is_low = card.top > window_height - card.top - card.height;
    // A sheet from side to side stands on what is there.
    let gap = GAP.min(card.left);
    let mut top = card.top;
    while let Some(it) = fixed.iter().find(|it| share_under(card, top, it) > 0.0) {
        top = if is_low { it.top - gap - card.height } else { it.bottom + gap };
        if top < 0.0 || top + card.height > window_height {
            return None;
        }
    }
    Some(top - card.top)
}

/// The share of an element that is under the card when its top is there; 0 of what has no size.
pub(super) fn share_under(card: &Card, top: f64, element: &Sides) -> f64 {
    let width = element.right.min(card.right) - element.left.max(card.left);
    let height = element.bottom.min(top + card.height) - element.top.max(top);
    let size = element.width() * element.height();
    width.max(0.0) * height.max(0.0) / if size == 0.0 { 1.0 } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At the lower right of a window of 1000 × 800.
    const CARD: Card = Card { left: 596.0, right: 980.0, top: 580.0, height: 200.0, is_far: false, clear: 0.0 };
    const NEAR: Spot = Spot { far: false, aside: false, top: 580.0 };
    const FAR: Spot = Spot { far: true, aside: false, top: 20.0 };

    fn spot(card: &Card, element: [f64; 4]) -> Spot {
        let [left, top, right, bottom] = element;
        spot_for(card, 800.0, &Sides { left, top, right, bottom })
    }

    #[test]
    fn it_stays_where_it_hides_nothing() {
        assert_eq!(spot(&CARD, [0.0, 600.0, 500.0, 640.0]), NEAR);
        // Less than half of it is under the card.
        assert_eq!(spot(&CARD, [500.0, 600.0, 691.0, 640.0]), NEAR);
        assert_eq!(spot(&CARD, [700.0, 600.0, 700.0, 600.0]), NEAR, "what has no size");
    }

    #[track_caller]
    fn clear(card: &Card, fixed: &[[f64; 4]], expected: Option<f64>) {
        let fixed: Vec<Sides> = fixed.iter().map(|&[left, top, right, bottom]| Sides { left, top, right, bottom }).collect();
        assert_eq!(way_clear_of(card, 800.0, &fixed), expected);
    }

    #[test]
    fn it_goes_as_far_as_it_has_to_for_what_is_fixed_there() {
        let (chat, bar) = ([924.0, 724.0, 980.0, 780.0], [0.0, 700.0, 1000.0, 800.0]);
        clear(&CARD, &[], Some(0.0));
        clear(&CARD, &[[20.0, 724.0, 76.0, 780.0]], Some(0.0));
        // 724 − 8 = 716 = 516 + 200.
        clear(&CARD, &[chat], Some(-64.0));
        clear(&CARD, &[chat, bar], Some(-88.0));
        // What is above the bar is met when the card has moved.
        clear(&CARD, &[bar, [924.0, 636.0, 980.0, 692.0]], Some(-152.0));
        clear(&Card { top: 20.0, ..CARD }, &[[0.0, 0.0, 1000.0, 64.0]], Some(52.0));
        clear(&CARD, &[[700.0, 100.0, 1000.0, 800.0]], None);
        clear(&Card { left: 0.0, right: 1000.0, top: 600.0, ..CARD }, &[bar], Some(-100.0));
    }

    #[test]
    fn it_goes_to_the_far_end_where_it_would_hide_half_of_what_has_the_focus() {
        assert_eq!(spot(&CARD, [700.0, 600.0, 800.0, 640.0]), FAR);
        assert_eq!(spot(&CARD, [500.0, 600.0, 692.0, 640.0]), FAR);
    }

    #[test]
    fn once_at_the_far_end_it_stays_there_until_that_hides_something() {
        let far = Card { is_far: true, ..CARD };
        assert_eq!(spot(&far, [0.0, 300.0, 100.0, 340.0]), FAR);
        assert_eq!(spot(&far, [700.0, 100.0, 800.0, 140.0]), NEAR);
    }

    #[test]
    fn where_it_would_hide_something_at_both_ends_it_goes_almost_out_of_the_window() {
        let tall = [700.0, 100.0, 800.0, 756.0];
        let low = Card { top: 80.0, height: 700.0, ..CARD };
        assert_eq!(spot(&low, tall), Spot { far: false, aside: true, top: 756.0 });
        let upper = Card { top: 20.0, height: 700.0, ..CARD };
        assert_eq!(spot(&upper, tall), Spot { far: false, aside: true, top: -656.0 });
    }

    #[test]
    fn almost_out_of_the_window_it_takes_the_end_that_hides_nothing() {
        let low = Card { top: 80.0, height: 700.0, ..CARD };
        assert_eq!(spot(&low, [700.0, 756.0, 800.0, 800.0]), FAR);
        let whole = Card { top: 0.0, height: 800.0, ..CARD };
        assert_eq!(spot(&whole, [700.0, 760.0, 800.0, 800.0]), Spot { far: true, aside: true, top: -756.0 });
    }
}
