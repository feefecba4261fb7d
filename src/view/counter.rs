//! How many characters a text has, once they come near to the most it may have. Numbers alone, which
//! need no translation.
//!
//! Never shortens a text: browsers keep to its limit, and the rules judge it.

use crate::dom::{make, set};
use crate::listener::{Listener, listen};
use crate::page::{property, text_property};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// Shares of the limit: from the first on it is shown; whoever hears it is told at each.
const TOLD: [f64; 3] = [0.8, 0.9, 1.0];

/// Of whatever is written in a card.
pub(super) fn count(card: &HtmlElement, host: &HtmlElement, live: &HtmlElement) -> Listener {
    let (host, live) = (host.clone(), live.clone());
    let told = Cell::new(0);
    listen(card, &["input"], move |event| {
        let field = property(&event, "target");
        let limit = property(&field, "maxLength").as_f64().unwrap_or_default();
        if limit <= 0.0 {
            return;
        }
        // As `maxlength` counts.
        let length = text_property(&field, "value").encode_utf16().count() as f64;
        let reached = reached(length, limit);
        let text = if reached == 0 { Some(String::new()) } else { fraction(length, limit, &host.lang()) };
        let Some(text) = text else { return };
        if let Some(counter) = counter_of(field.unchecked_ref(), &text) {
            counter.set_text_content(Some(&text));
        }
        if reached > told.replace(reached) {
            live.set_text_content(Some(&text));
        }
    })
}

/// How many of the shares a length has come to.
fn reached(length: f64, limit: f64) -> usize {
    TOLD.iter().filter(|share| length >= *share * limit).count()
}

/// Such as "1,800 / 2,000"; none where the tag of a language is none to the browser.
fn fraction(length: f64, limit: f64, language: &str) -> Option<String> {
    let locale = if language.is_empty() { JsValue::UNDEFINED } else { language.into() };
    let written = |number: f64| JsValue::from(number).unchecked_into::<Count>().to_locale_string(&locale);
    let (length, limit) = (written(length).ok()?, written(limit).ok()?);
    Some([&length, " / ", &limit].concat())
}

/// Stands under the field, and describes it.
fn counter_of(field: &Element, text: &str) -> Option<Element> {
    if let Some(next) = field.next_element_sibling().filter(|it| it.id() == "count") {
        return Some(next);
    }
    if text.is_empty() {
        return None;
    }
    // A fraction is written from left to right in every language.
    let counter = make("p", &[("id", "count"), ("class", "count"), ("dir", "ltr")], &[]);
    let described = field.get_attribute("aria-describedby").unwrap_or_default();
    set(field, "aria-describedby", [&described, " count"].concat().trim_start());
    let _ = field.after_with_node_1(&counter);
    Some(counter.into())
}

#[wasm_bindgen]
extern "C" {
    type Count;

    #[wasm_bindgen(method, js_name = toLocaleString, catch)]
    fn to_locale_string(this: &Count, locale: &JsValue) -> Result<String, JsValue>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_counted_from_four_fifths_of_its_limit_on() {
        for (length, expected) in [(0.0, 0), (7.0, 0), (8.0, 1), (9.0, 2), (10.0, 3), (11.0, 3)] {
            assert_eq!(reached(length, 10.0), expected, "{length}");
        }
        assert_eq!([1599.0, 1600.0, 1799.0, 1800.0, 1999.0, 2000.0].map(|length| reached(length, 2000.0)), [0, 1, 1, 2, 2, 3]);
    }
}
