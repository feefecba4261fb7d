//! Trails that a page shows: `Home › Billing › Refunds`.
//!
//! Never reads what is in a trail for narrow screens or for nobody.

use super::crumb::{Crumb, Page, Trail, clean};
use crate::page::{all, document, method, text_property};
use js_sys::Map;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

/// By accessible name, by class, and by schema.org's type; Material for MkDocs has a class of its own.
const TRAILS: &str = "nav[aria-label*=\"breadcrumb\" i],\
    [role=\"navigation\"][aria-label*=\"breadcrumb\" i],\
    [class*=\"breadcrumb\" i],\
    [data-testid*=\"breadcrumb\" i],\
    [itemtype*=\"BreadcrumbList\"],\
    [typeof*=\"BreadcrumbList\"],\
    .md-path";

/// Intercom's has no name: links to collections with an arrow between them.
const UNNAMED: &str = "a + :not(a) + a[href*=\"/collections/\"]";

/// A trail has none of these; what has them is named for having a trail.
const PAGE: &str = "h1, h2, main, article";

/// No part of what is read.
const ASIDE: &str =
    "script, style, template, noscript, svg, button, [hidden], [aria-hidden=\"true\"], [class*=\"aside\"]";

/// Of the DOM Standard's NodeFilter.
const SHOW_TEXT: u32 = 0x4;

const CURRENT: &str = "[aria-current]:not([aria-current=\"false\"])";

/// All of them, the visible ones first; the steps of each.
pub(super) fn trails(page: &Page) -> Vec<Trail> {
    let mut outermost: Vec<Element> = Vec::new();
    for found in all(TRAILS) {
        if find(&found, PAGE).is_none() && !outermost.iter().any(|trail| trail.contains(Some(&found))) {
            outermost.push(found);
        }
    }
    for link in all(UNNAMED) {
        outermost.extend(link.parent_element());
    }
    let (mut trails, mut unseen) = (Vec::new(), Vec::new());
    for it in &outermost {
        if let Some(trail) = steps(it, page) {
            if is_visible(it) { &mut trails } else { &mut unseen }.push(trail);
        }
    }
    trails.append(&mut unseen);
    trails
}

/// The first that a selector finds in it; none where it cannot be asked.
fn find(within: &Node, selector: &str) -> Option<Element> {
    within.unchecked_ref::<Element>().query_selector(selector).ok().flatten()
}

/// The innermost around it, or itself, that a selector means; none of what is no element.
fn closest(it: &Node, selector: &str) -> Option<Element> {
    it.unchecked_ref::<Element>().closest(selector).ok().flatten()
}

/// Safari before 17.4 does not say.
fn is_visible(trail: &Element) -> bool {
    method(trail, "checkVisibility").is_none_or(|check| check.call0(trail).is_ok_and(|it| it.is_truthy()))
}

/// What a trail says, step by step: a step is a link, or else an item of a list, or else a piece of text.
fn steps(trail: &Element, page: &Page) -> Option<Trail> {
    let list = find(trail, "ol, ul").unwrap_or_else(|| trail.clone());
    let walker = document().walk(&list, SHOW_TEXT);
    let mut steps: Vec<(Node, String)> = Vec::new();
    // Where each stands in the steps.
    let places = Map::new();
    while let Some(text) = walker.next_node().ok()? {
        let parent = text.parent_element()?;
        let inside = |it: &Element| *it != list && list.contains(Some(it));
        if closest(&parent, ASIDE).is_some_and(|it| inside(&it)) {
            continue;
        }
        let element = closest(&parent, "a, li").filter(inside).or_else(|| Some(parent).filter(inside));
        let step: Node = element.map_or_else(|| text.clone(), Into::into);
        let words = text_property(&text, "nodeValue");
        match places.get(&step).as_f64().and_then(|at| steps.get_mut(at as usize)) {
            Some((_, before)) => before.push_str(&words),
            None => {
                places.set(&step, &JsValue::from(steps.len() as u32));
                steps.push((step, words));
            }
        }
    }
    let mut trail = Trail::new();
    for (step, text) in &steps {
        trail.push(read(step, text, &list, page));
    }
    Some(trail)
}

/// What a step of plain text is asked is nothing.
fn read(step: &Node, text: &str, list: &Element, page: &Page) -> Crumb {
    let link = closest(step, "a[href]");
    let path = link.and_then(|link| page.path_of(&text_property(&link, "href")));
    let current = closest(step, CURRENT).or_else(|| find(step, CURRENT));
    // A section there leads to its first page, which may be this one.
    let leads_to_first = closest(list, ".md-path").is_some();
    let is_here = current.is_some_and(|it| list.contains(Some(&it))) || (!leads_to_first && page.is_at(path.as_ref()));
    // What ends with a colon says what follows: "You are here:".
    let is_lead = text.trim_end().ends_with(':');
    Crumb { text: if is_lead { String::new() } else { clean(text) }, path, is_here }
}
