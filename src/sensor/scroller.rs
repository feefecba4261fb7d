//! What scrolls: the document, or an element in its place.
//!
//! Asks for the layout, so never called inside an event.

use crate::page::{document, parent, text_property, window};
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// A document that scrolls by less, in CSS pixels, is only the frame of something that does.
const FRAME: i32 = 80;

/// The document; where it hardly scrolls, the foremost element that does and fills half of the window.
pub(super) fn foremost() -> Option<Element> {
    let root = root()?;
    let (width, height) = (root.client_width(), root.client_height());
    if root.scroll_height() > height + FRAME && !is_locked(&root) {
        return Some(root);
    }
    let area = |it: &Element| i64::from(it.client_width()) * i64::from(it.client_height());
    let fills = |it: &Element| area(it) * 2 >= area(&root) && scrolls(it);
    // What fills more than half of the window is under its middle.
    let under = document().elements_at(f64::from(width) / 2.0, f64::from(height) / 2.0);
    let found = under.iter().map(|it| it.unchecked_into()).find(fills);
    found.or(Some(root))
}

/// What an element scrolls in.
pub(super) fn scroller_of(it: &Element) -> Option<Element> {
    let root = root()?;
    let mut within = parent(it);
    while let Some(it) = within.filter(|it| *it != root) {
        if scrolls(&it) {
            return Some(it);
        }
        within = parent(&it);
    }
    Some(root)
}

fn root() -> Option<Element> {
    document().scrolling_element().or_else(|| document().body().map(Into::into))
}

fn scrolls(it: &Element) -> bool {
    it.scroll_height() > it.client_height() && matches!(overflow(it).as_str(), "auto" | "scroll")
}

/// Whether nobody can scroll the document, whatever lies below it. What its body says holds where it says nothing
/// itself (CSS Overflow 3, 3.3).
fn is_locked(root: &Element) -> bool {
    let of_root = overflow(root);
    let body = document().body().filter(|_| of_root == "visible");
    matches!(body.map_or(of_root, |it| overflow(&it)).as_str(), "hidden" | "clip")
}

fn overflow(it: &Element) -> String {
    let style = window().get_computed_style(it).ok().flatten();
    style.map_or_else(String::new, |it| text_property(&it, "overflowY"))
}
