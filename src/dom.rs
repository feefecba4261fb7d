//! The only file that creates elements. Texts become text nodes, never markup.
//!
//! Never puts anything into the page by itself: whoever asked for an element does.

use crate::page::{Document, document};
use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, HtmlElement, Node};

/// An element with attributes, and with texts or elements in it.
pub(crate) fn make(tag: &str, attributes: &[(&str, &str)], children: &[Child<'_>]) -> HtmlElement {
    let element: HtmlElement = create(tag).unchecked_into();
    for (name, value) in attributes {
        set(&element, name, value);
    }
    fill(&element, children);
    element
}

/// Whether an element can be made and given an attribute: a page may have put something in the place of
/// the browser's functions that throws.
pub(crate) fn can_make(tag: &str, name: &str) -> bool {
    try_create(&document(), tag).is_ok_and(|it| it.try_set(name, "").is_ok())
}

/// What stands in an element.
#[derive(Clone, Copy)]
pub(crate) enum Child<'c> {
    Text(&'c str),
    Node(&'c Node),
    /// What is not there.
    Nothing,
}

impl<'c> From<&'c str> for Child<'c> {
    fn from(text: &'c str) -> Self {
        Self::Text(text)
    }
}

impl<'c, N: AsRef<Node>> From<&'c N> for Child<'c> {
    fn from(node: &'c N) -> Self {
        Self::Node(node.as_ref())
    }
}

impl<'c, N: AsRef<Node>> From<Option<&'c N>> for Child<'c> {
    fn from(node: Option<&'c N>) -> Self {
        node.map_or(Self::Nothing, |it| Self::Node(it.as_ref()))
    }
}

/// An element of a drawing that says nothing: whoever hears a page passes over it.
pub(crate) fn draw(tag: &str, attributes: &[(&str, &str)], children: &[Child<'_>]) -> Element {
    let element = create_ns("http://www.w3.org/2000/svg", tag);
    for (name, value) in attributes {
        set(&element, name, value);
    }
    fill(&element, children);
    element
}

/// Puts these in place of what an element holds. Texts that are empty are left out.
pub(crate) fn fill(element: &Element, children: &[Child<'_>]) {
    clear(element, "");
    for child in children {
        match child {
            Child::Text("") | Child::Nothing => {}
            Child::Text(text) => append_text(element, text),
            Child::Node(node) => append(element, node),
        }
    }
}

pub(crate) fn set(element: &Element, name: &str, value: &str) {
    element.unchecked_ref::<Tag>().set_attribute(name, value);
}

/// Adds something at the end of what an element holds.
pub(crate) fn append(element: &Node, child: &Node) {
    element.unchecked_ref::<Tag>().append(child);
}

pub(crate) fn append_text(element: &Node, text: &str) {
    element.unchecked_ref::<Tag>().append_text(text);
}

/// Puts rules into a style sheet. They stay with JavaScript: web-sys would copy them into our memory and out of it.
pub(crate) fn fill_sheet(sheet: &CssStyleSheet, rules: &JsString) -> Result<(), JsValue> {
    sheet.unchecked_ref::<Sheet>().replace_sync(rules)
}

fn clear(element: &Element, nothing: &str) {
    element.unchecked_ref::<Tag>().set_text_content(nothing);
}

fn create(tag: &str) -> Element {
    create_element(&document(), tag)
}

fn create_ns(namespace: &str, tag: &str) -> Element {
    create_element_ns(&document(), namespace, tag)
}

/// The same as web-sys has, but for what it takes for granted: with these names and values no call
/// throws, and one that cannot throw weighs less than one that is guarded.
#[wasm_bindgen]
extern "C" {
    type Tag;

    #[wasm_bindgen(js_namespace = ["Document", "prototype", "createElement"], js_name = call)]
    fn create_element(of: &Document, tag: &str) -> Element;

    #[wasm_bindgen(js_namespace = ["Document", "prototype", "createElementNS"], js_name = call)]
    fn create_element_ns(of: &Document, namespace: &str, tag: &str) -> Element;

    #[wasm_bindgen(js_namespace = ["Document", "prototype", "createElement"], js_name = call, catch)]
    fn try_create(of: &Document, tag: &str) -> Result<Tag, JsValue>;

    #[wasm_bindgen(method, js_name = setAttribute, catch)]
    fn try_set(this: &Tag, name: &str, value: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &Tag, name: &str, value: &str);

    #[wasm_bindgen(method)]
    fn append(this: &Tag, child: &Node);

    #[wasm_bindgen(method, js_name = append)]
    fn append_text(this: &Tag, text: &str);

    #[wasm_bindgen(method, setter, js_name = textContent)]
    fn set_text_content(this: &Tag, text: &str);

    type Sheet;

    #[wasm_bindgen(method, js_name = replaceSync, catch)]
    fn replace_sync(this: &Sheet, rules: &JsString) -> Result<(), JsValue>;
}

/// The first that a selector finds in an element or a shadow root; none where it cannot be asked.
pub(crate) fn find(within: &Node, selector: &str) -> Option<Element> {
    within.unchecked_ref::<Element>().query_selector(selector).ok().flatten()
}
