//! What the page has fixed where a card may stand: a bar about cookies, a button that opens a chat.
//!
//! Never what fills the window, as the frame of an app does, and never read within an event.

use super::spot::Card;
use crate::page::{document, host, parent, shadow_root, text_property, window};
use crate::view::sides::{Sides, Size};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

/// So far from the sides of the card is looked, in CSS pixels; what is fixed is seldom smaller.
const NEAR: f64 = 8.0;
const INNER: f64 = 40.0;

/// So many shadow roots are looked into, one in the other.
const DEEPEST: usize = 8;

/// What is larger than this share of the window is no thing in it.
const MOST: f64 = 0.5;

/// Adds what is fixed under the card when its top is there.
pub(super) fn fixed_under(card: &Card, top: f64, own: &ShadowRoot, view: Size, found: &mut Vec<Sides>) {
    let mut before = None;
    let (left, right, bottom) = (card.left, card.right, top + card.height);
    for y in [bottom - NEAR, bottom - INNER, (top + bottom) / 2.0, top + INNER, top + NEAR] {
        for x in [left + NEAR, left + INNER, (left + right) / 2.0, right - INNER, right - NEAR] {
            let at = topmost(x, y, own);
            // One thing is under many of the points.
            if at != before
                && let Some(at) = &at
                && let Some(sides) = fixed(at, x, y, view)
            {
                found.push(sides);
            }
            before = at;
        }
    }
}

/// Under the nudge, through open shadow roots.
///
/// WebKit now and then gives an element from within a shadow root beside its host.
fn topmost(x: f64, y: f64, own: &ShadowRoot) -> Option<Element> {
    let is_under = |it: &Element| *it != own.host() && !own.contains(Some(it));
    let find = |all: Array| all.iter().map(|it| it.unchecked_into()).find(is_under);
    let mut it = find(document().elements_at(x, y))?;
    for _ in 0..DEEPEST {
        let Some(root) = shadow_root(&it) else { break };
        let Some(inner) = find(root.elements_from_point(x as f32, y as f32)) else { break };
        it = inner;
    }
    Some(it)
}

/// What an element belongs to that is fixed, as far as it is around a point; none where it is part of the page.
fn fixed(element: &Element, x: f64, y: f64, view: Size) -> Option<Sides> {
    let mut around = None;
    let mut next = Some(element.clone());
    while let Some(it) = next {
        let sides = Sides::of(&it);
        if sides.width() * sides.height() > MOST * view.width * view.height {
            return None;
        }
        if sides.left <= x && x <= sides.right && sides.top <= y && y <= sides.bottom {
            around = Some(sides);
        }
        let style = window().get_computed_style(&it).ok().flatten();
        if style.is_some_and(|style| text_property(&style, "position") == "fixed") {
            return around;
        }
        next = parent(&it).or_else(|| host(&it));
    }
    None
}
