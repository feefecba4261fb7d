//! Trails that a page tells search engines: schema.org's BreadcrumbList in JSON-LD.
//!
//! Never trusts a prototype: what is read is the text's own.

use super::crumb::{Crumb, Page, Trail, clean};
use crate::page::{all, own_property, text_property};
use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

/// Where lists are found, beside arrays.
const KEYS: [&str; 3] = ["@graph", "breadcrumb", "mainEntity"];

/// How deep, so that a page cannot keep us busy.
const DEEPEST: u8 = 6;

/// All lists of the page, in its order; the steps of each.
pub(super) fn trails(page: &Page) -> Vec<Trail> {
    let mut lists = Vec::new();
    for script in all("script[type=\"application/ld+json\"]") {
        if let Ok(value) = JSON::parse(&text_property(&script, "text")) {
            find_lists(&value, 0, &mut lists);
        }
    }
    let mut trails = Vec::new();
    for list in &lists {
        trails.push(steps(list, page));
    }
    trails
}

fn find_lists(it: &JsValue, depth: u8, lists: &mut Vec<Vec<JsValue>>) {
    if depth > DEEPEST || !it.is_object() {
        return;
    }
    if Array::is_array(it) {
        items_of(it).iter().for_each(|item| find_lists(item, depth + 1, lists));
        return;
    }
    if items_of(&own_property(it, "@type")).iter().any(is_list) {
        lists.push(items_of(&own_property(it, "itemListElement")));
    }
    for key in KEYS {
        find_lists(&own_property(it, key), depth + 1, lists);
    }
}

fn is_list(kind: &JsValue) -> bool {
    let kind = kind.as_string().unwrap_or_default();
    kind.strip_suffix("BreadcrumbList").is_some_and(|before| before.is_empty() || before.ends_with(['/', ':']))
}

/// The items of a list, or the one thing that stands in its place.
fn items_of(it: &JsValue) -> Vec<JsValue> {
    if Array::is_array(it) { it.unchecked_ref::<Array>().iter().collect() } else { vec![it.clone()] }
}

/// In the order of their positions, where all of them have one.
fn steps(items: &[JsValue], page: &Page) -> Trail {
    let mut positions = Vec::new();
    let mut steps = Trail::new();
    let is_ordered = items.iter().all(|item| position(item).is_some());
    for item in items {
        let own = position(item).filter(|_| is_ordered);
        // A trail is short: what sorts long lists weighs 5 KB.
        let at = positions.iter().rposition(|it| *it <= own).map_or(0, |before| before + 1);
        positions.insert(at, own);
        steps.insert(at, read(item, page));
    }
    steps
}

fn position(item: &JsValue) -> Option<i32> {
    let position = own_property(item, "position");
    match position.as_string() {
        Some(written) => written.trim().parse().ok(),
        None => position.as_f64().map(|it| it as i32),
    }
}

fn read(listed: &JsValue, page: &Page) -> Crumb {
    let item = own_property(listed, "item");
    let addresses = [item.clone(), own_property(&item, "@id"), own_property(&item, "url"), own_property(listed, "url")];
    let path = addresses.iter().find_map(|it| it.as_string()).and_then(|address| page.path_of(&address));
    let name = own_property(listed, "name");
    let name = if name.is_undefined() || name.is_null() { own_property(&item, "name") } else { name };
    let is_here = page.is_at(path.as_ref());
    Crumb { text: clean(&name.as_string().unwrap_or_default()), path, is_here }
}
