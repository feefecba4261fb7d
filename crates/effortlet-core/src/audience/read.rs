//! Reads what only the full edition knows of an audience.

use super::read_path;
use crate::calendar::Calendar;
use crate::comparison::Comparison;
use crate::help_center::PageKind;
use crate::source::{Node, Problems};
use crate::text::is_language;
use crate::time::Duration;

/// What each condition knows, in the order of the keys; none where it is no object of its own.
pub(super) fn read(leaf: usize, node: Node<'_>, is_selector: fn(&str) -> bool, problems: &mut Problems) {
    match leaf {
        0 => {
            if node.some(&["path", "url", "query", "kind", "section", "article", "locale"], problems) {
                read_address(node, problems);
                for name in ["section", "article", "locale"] {
                    compare(node, name, problems);
                }
                if let Some(kind) = node.given("kind") {
                    for value in kind.value.one_or_many() {
                        let kind = if core::ptr::eq(value, kind.value) { kind } else { kind.item(value) };
                        kind.word(&PageKind::WORDS, problems);
                    }
                }
            }
        }
        // Referrer and time zone.
        2 | 9 => drop(Comparison::read(node, problems)),
        3 => {
            if node.some(&["path", "url", "query"], problems) {
                read_address(node, problems);
            }
        }
        4 => {
            let names = ["source", "medium", "campaign", "term", "content"];
            if node.some(&names, problems) {
                for name in names {
                    compare(node, name, problems);
                }
            }
        }
        5 => {
            if node.some(&["is", "visits", "pageViews", "days"], problems) {
                if let Some(is) = node.given("is") {
                    is.word(&["new", "returning"], problems);
                }
                for name in ["visits", "pageViews", "days"] {
                    compare(node, name, problems);
                }
            }
        }
        6 => {
            let tags = node.value.one_or_many();
            node.check(!tags.is_empty(), "a language such as \"en\", or a list of them", problems);
            for value in tags {
                let node = if core::ptr::eq(value, node.value) { node } else { node.item(value) };
                node.check(is_language(value.text_or_empty()), "a language such as \"en\" or \"pt-BR\"", problems);
            }
        }
        7 => {
            if node.some(&["pointer", "hover", "width"], problems) {
                if let Some(pointer) = node.given("pointer") {
                    pointer.word(&["fine", "coarse", "none"], problems);
                }
                if let Some(hover) = node.given("hover") {
                    hover.flag(problems);
                }
                compare(node, "width", problems);
            }
        }
        8 => drop(Calendar::read(node, problems)),
        15 => {
            if node.only(&["selector"], problems) {
                let selector = node.field("selector");
                let text = selector.value.text_or_empty();
                selector.check(!text.is_empty() && is_selector(text), "a valid CSS selector", problems);
            }
        }
        16 => {
            if node.only(&["survey", "question", "value", "within"], problems) {
                node.field("question").text(problems);
                if let Some(survey) = node.given("survey") {
                    survey.text(problems);
                }
                Comparison::read(node.field("value"), problems);
                node.duration("within", Duration::NEVER, problems);
            }
        }
        17 => {
            if node.only(&["name"], problems) {
                node.field("name").text(problems);
            }
        }
        // Traits, cookies, storage and globals, by name.
        _ => read_named(node, problems),
    }
}

fn read_address(node: Node<'_>, problems: &mut Problems) {
    if let Some(path) = node.given("path") {
        read_path(path, problems);
    }
    compare(node, "url", problems);
    if let Some(query) = node.given("query") {
        read_named(query, problems);
    }
}

/// An object with one comparison for each name.
fn read_named(node: Node<'_>, problems: &mut Problems) {
    let expected = "an object with one comparison for each name";
    let entries = node.entries(expected, problems);
    if let Some([]) = entries {
        node.check(false, expected, problems);
    }
    for (name, _) in entries.unwrap_or_default() {
        Comparison::read(node.field(name), problems);
    }
}

fn compare<'a>(node: Node<'a>, name: &'a str, problems: &mut Problems) {
    if let Some(field) = node.given(name) {
        Comparison::read(field, problems);
    }
}
