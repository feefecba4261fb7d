//! Reads what only the full edition knows of an audience.

use super::read_path;
use crate::calendar::Calendar;
use crate::comparison::{Comparison, read_named};
use crate::id::{ID, is_id};
use crate::help_center::PageKind;
use crate::source::{Node, Problems, SPAN, Value};
use crate::text::is_language;

pub(super) fn read(key: &str, node: Node<'_>, is_selector: fn(&str) -> bool, problems: &mut Problems) {
    match key {
        "page" => read_page(node, problems),
        "referrer" | "timeZone" => Comparison::read_text(node, problems),
        "entry" => {
            if node.some(&["path", "url", "query"], problems) {
                read_address(node, problems);
            }
        }
        "utm" => {
            let names = ["source", "medium", "campaign", "term", "content"];
            if node.some(&names, problems) {
                compare(node, &names, Comparison::read, problems);
            }
        }
        "visitor" => {
            if node.some(&["is", "visits", "pageViews", "days"], problems) {
                node.word_or_first("is", &["new", "returning"], problems);
                compare(node, &["visits", "pageViews", "days"], Comparison::read_count, problems);
            }
        }
        "language" => read_languages(node, problems),
        "device" => {
            if node.some(&["pointer", "hover", "width"], problems) {
                node.word_or_first("pointer", &["fine", "coarse", "none"], problems);
                if let Some(hover) = node.given("hover") {
                    hover.flag(problems);
                }
                compare(node, &["width"], Comparison::read_count, problems);
            }
        }
        "time" => {
            Calendar::read(node, problems);
        }
        "global" => read_globals(node, problems),
        "element" => read_element(node, is_selector, problems),
        "answered" => read_answered(node, problems),
        "condition" => {
            if node.only(&["name"], problems) {
                node.field("name").text(problems);
            }
        }
        // Traits, cookies and storage, by name.
        _ => read_named(node, problems),
    }
}

/// An element of the page, by a CSS selector.
pub(crate) fn read_element(node: Node<'_>, is_selector: fn(&str) -> bool, problems: &mut Problems) {
    if node.only(&["selector"], problems) {
        let selector = node.field("selector");
        let text = selector.value.text_or_empty();
        selector.check(!text.is_empty() && is_selector(text), "a valid CSS selector", problems);
    }
}

fn read_languages(node: Node<'_>, problems: &mut Problems) {
    let is_tag = |node: Node<'_>| is_language(node.value.text_or_empty());
    let Value::List(items) = node.value else {
        node.check(is_tag(node), "a language such as \"en\" or \"pt-BR\", or a list of them", problems);
        return;
    };
    node.check(!items.is_empty(), "at least one language", problems);
    for node in node.each() {
        node.check(is_tag(node), "a language such as \"en\" or \"pt-BR\"", problems);
    }
}

fn read_page(node: Node<'_>, problems: &mut Problems) {
    if node.some(&["path", "url", "query", "kind", "section", "article", "locale"], problems) {
        read_address(node, problems);
        if let Some(kind) = node.given("kind") {
            kind.words(&PageKind::WORDS, problems);
        }
        compare(node, &["section", "article", "locale"], Comparison::read_text, problems);
    }
}

fn read_address(node: Node<'_>, problems: &mut Problems) {
    if let Some(path) = node.given("path") {
        read_path(path, problems);
    }
    compare(node, &["url"], Comparison::read_text, problems);
    if let Some(query) = node.given("query") {
        read_named(query, problems);
    }
}

/// Each name is a way along own properties; nothing is called.
fn read_globals(node: Node<'_>, problems: &mut Problems) {
    read_named(node, problems);
    for (path, _) in node.value.entries() {
        let whole = path.trim_ascii().is_empty() || path.split('.').all(|name| !name.is_empty());
        let fits = whole && !path.bytes().any(|byte| b"[(".contains(&byte));
        node.field(path).check(fits, "a path such as app.user.plan as its key", problems);
    }
}

fn read_answered(node: Node<'_>, problems: &mut Problems) {
    if !node.only(&["survey", "question", "value", "within"], problems) {
        return;
    }
    for id in [Some(node.field("question")), node.given("survey")].into_iter().flatten() {
        id.check(is_id(id.value.text_or_empty()), ID, problems);
    }
    let value = node.field("value");
    Comparison::read(value, problems);
    if let [(_, present)] = value.value.entries() {
        let present = present.flag() != Some(false);
        value.field("present").check(present, "true, since every answer has a value", problems);
    }
    if let Some(within) = node.given("within") {
        within.span(SPAN, problems);
    }
}

fn compare<'a>(node: Node<'a>, names: &[&'a str], read: fn(Node<'_>, &mut Problems), problems: &mut Problems) {
    for field in names.iter().filter_map(|name| node.given(name)) {
        read(field, problems);
    }
}
