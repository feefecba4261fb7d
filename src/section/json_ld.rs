//! Trails that a page tells search engines: schema.org's BreadcrumbList in JSON-LD.
//!
//! Never looks for them itself.

use super::crumb::{Crumb, Page, Trail, clean};
use crate::json_ld::{each, items_of};
use crate::page::own_property;
use wasm_bindgen::prelude::*;

/// All lists of the page, in its order; the steps of each.
pub(super) fn trails(page: &Page) -> Vec<Trail> {
    let mut trails = Vec::new();
    each(&mut |it| {
        if items_of(&own_property(it, "@type")).iter().any(is_list) {
            trails.push(steps(&items_of(&own_property(it, "itemListElement")), page));
        }
    });
    trails
}

fn is_list(kind: &JsValue) -> bool {
    let kind = kind.as_string().unwrap_or_default();
    kind.strip_suffix("BreadcrumbList").is_some_and(|before| before.is_empty() || before.ends_with(['/', ':']))
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

/// As a number, or as a text that is one.
fn position(item: &JsValue) -> Option<f64> {
    let position = own_property(item, "position");
    let is_written = position.is_string() || position.as_f64().is_some();
    Some(position.unchecked_into_f64()).filter(|it| is_written && !it.is_nan())
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
