//! What a page leads to.
//!
//! Never follows a link.

use crate::page::{all, elements, first, location, number_property, property, text_property, window};
use effortlet_core::address::route;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// The paths of all links in the main part of the page, and the status that the document was answered
/// with; 0 for a route of an app, and where the browser does not tell.
pub(crate) fn read() -> (Vec<String>, u16) {
    let origin = text_property(&location(), "origin");
    let links = match first("main,[role=main]") {
        Some(main) => main.query_selector_all("a[href]").map_or_else(|_| Vec::new(), |found| elements(&found)),
        None => all("body a[href]"),
    };
    let inside = links.iter().filter(|it| text_property(it, "origin") == origin);
    (inside.map(path).collect(), status())
}

/// With the route that its fragment is.
fn path(link: &Element) -> String {
    let mut path = text_property(link, "pathname");
    path.push_str(route(&text_property(link, "hash")));
    path
}

fn status() -> u16 {
    let loaded = window().performance().map(|it| it.get_entries_by_type("navigation"));
    let loaded = loaded.map_or(JsValue::UNDEFINED, |it| property(&it, "0"));
    let address = text_property(&location(), "href");
    let is_loaded = without_fragment(&text_property(&loaded, "name")) == without_fragment(&address);
    if is_loaded { number_property(&loaded, "responseStatus") as u16 } else { 0 }
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}
