//! What stands on something that was clicked, and in a heading.
//!
//! Never asks for the layout.

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{AssignedNodesOptions, Element, HtmlSlotElement, Node};

use crate::page::{elements, property, text_property};

/// Nobody hears these; they are drawings and icons beside the words, or no words at all.
const UNHEARD: &str = "[aria-hidden=true],[hidden],svg,style,script,template";

/// Inputs whose value stands on them, and was not typed.
const LABELLED: &str = "input:is([type=submit],[type=button],[type=reset])";

/// Whatever has more elements in it is no button but a part of the page.
const MANY: u32 = 100;

/// Whether an element says a normal text, to people who see it or to those who hear it.
pub(crate) fn says(element: &Element, text: &str) -> bool {
    if element.get_elements_by_tag_name("*").item(MANY).is_some() {
        return false;
    }
    normal(&element.get_attribute("aria-label").unwrap_or_default()) == text
        || normal(&element.text_content().unwrap_or_default()) == text
        || normal(&words_of(element)) == text
}

/// Of a node and what is in it, also where a shadow tree has put it there.
pub(crate) fn words_of(node: &Node) -> String {
    let mut words = String::new();
    add_words(node, &mut words);
    words
}

/// However a text is spaced, since style alone may set words apart, and in small or capital letters.
pub(crate) fn normal(text: &str) -> String {
    let text = String::from(JsString::from(text).normalize("NFC").to_lower_case());
    text.chars().filter(|it| !is_space(*it)).collect()
}

/// White space as browsers have it (ECMAScript, 12.2): not the next line of old terminals, but the mark
/// that a text may begin with.
pub(crate) fn is_space(it: char) -> bool {
    it.is_whitespace() && it != '\u{85}' || it == '\u{feff}'
}

/// The beginning of a text, with white space as one space, and so what takes no space at all.
pub(crate) fn with_single_spaces(text: &str, enough: usize) -> String {
    let mut read = String::new();
    for it in text.chars().take(enough) {
        if !is_space(it) && it != '\u{200b}' {
            read.push(it);
        } else if !read.ends_with(' ') {
            read.push(' ');
        }
    }
    read
}

fn add_words(node: &Node, words: &mut String) {
    if node.node_type() == Node::TEXT_NODE {
        return words.push_str(&node.node_value().unwrap_or_default());
    }
    // What has no such method is no element, and is passed through.
    let element: &Element = node.unchecked_ref();
    if element.matches(UNHEARD).unwrap_or_default() {
        return;
    }
    let alternative = text_property(element, "alt");
    if alternative.is_empty() && element.matches(LABELLED).unwrap_or_default() {
        words.push_str(&text_property(element, "value"));
    }
    words.push_str(&alternative);
    inner(node).iter().for_each(|it| add_words(it, words));
}

fn inner(node: &Node) -> Vec<Node> {
    if let Some(slot) = node.dyn_ref::<HtmlSlotElement>() {
        let options = AssignedNodesOptions::new();
        options.set_flatten(true);
        return slot.assigned_nodes_with_options(&options).iter().map(|it| it.unchecked_into()).collect();
    }
    elements(property(node, "childNodes").unchecked_ref()).into_iter().map(Into::into).collect()
}
