//! The addresses in `tests/help-centers.txt`, shaped like those of help centers of every make that
//! there is a preset for.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use effortlet_core::edition::FULL;
use effortlet_core::help_center::{Facts, HelpCenter, PageKind};
use effortlet_core::source::{Node, Problems, Value};
use serde_json::json;
use std::collections::BTreeMap;

const TABLE: &str = include_str!("../../../tests/help-centers.txt");

#[test]
fn every_address_is_what_it_looks_like() {
    let mut wrong = String::new();
    for line in rows() {
        let [preset, path, kind, section, article, locale] = columns(line);
        let expected = Facts { kind: kind_of(kind), section: given(section), article: given(article), locale: given(locale) };
        with_preset(preset, |help_center| {
            let found = help_center.facts(path, "");
            if found != expected {
                wrong += &format!("{line}\n  found {found:?}\n");
            }
        });
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_make_has_ten_addresses_and_four_kinds_at_least() {
    let mut makes: BTreeMap<&str, (usize, Vec<&str>)> = BTreeMap::new();
    let mut make = "";
    for line in TABLE.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("# ") {
            Some(heading) => make = heading.split([':', ' ']).next().unwrap(),
            None => {
                let (rows, kinds) = makes.entry(make).or_default();
                *rows += 1;
                let [_, _, kind, ..] = columns(line);
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
    }
    assert_eq!(makes.len(), 13, "{makes:?}");
    for (make, (rows, kinds)) in makes {
        assert!(rows >= 10 && kinds.len() >= 4, "{make}: {rows} addresses, {kinds:?}");
    }
}

/// The page's own word for its section counts where nobody else has one.
#[test]
fn a_section_is_the_definitions_then_the_addresses_then_the_pages() {
    let sections = json!({ "money": "/hc/*/articles/360-*" });
    for (path, hint, expected) in [
        ("/hc/en-us/articles/361-login", "Accounts", Some("Accounts")),
        ("/hc/en-us/articles/361-login", "", None),
        ("/hc/en-us/articles/360-refunds", "Billing", Some("money")),
        ("/help/billing/refunds", "Money and more", Some("billing")),
        ("/help/", "Welcome", Some("Welcome")),
        ("/hc/en-us/sections/42-billing", "Your account", Some("42-billing")),
        ("/pricing", "Products", Some("Products")),
    ] {
        let definition = json!({ "sections": sections });
        with(&definition, |help_center| assert_eq!(help_center.facts(path, hint).section, expected, "{path}, {hint:?}"));
    }
}

#[test]
fn own_patterns_go_before_a_preset_and_leave_the_rest_to_it() {
    let pages = json!({ "preset": "zendesk", "contact": "/ask", "article": "/hc/*/p/:article" });
    for (path, kind, article, locale) in [
        ("/ask", PageKind::Contact, None, None),
        ("/hc/ro/p/tarife", PageKind::Article, Some("tarife"), Some("ro")),
        ("/hc/ro/articles/360-rambursari", PageKind::Article, Some("360-rambursari"), Some("ro")),
        ("/hc/ro/requests/new", PageKind::Contact, None, Some("ro")),
        ("/help/billing/refunds", PageKind::Other, None, None),
    ] {
        with(&json!({ "helpCenter": pages }), |help_center| {
            let found = help_center.facts(path, "");
            assert_eq!((found.kind, found.article, found.locale), (kind, article, locale), "{path}");
        });
    }
}

fn rows() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn columns(line: &str) -> [&str; 6] {
    let columns: Vec<_> = line.split_whitespace().collect();
    columns.try_into().unwrap_or_else(|columns| panic!("expected six columns, found {columns:?}"))
}

fn with_preset(text: &str, check: impl FnOnce(&HelpCenter<'_>)) {
    let (preset, root) = text.split_once('@').map_or((text, None), |(preset, root)| (preset, Some(root)));
    let pages = json!({ "preset": given(preset), "root": root });
    with(&json!({ "helpCenter": pages }), check);
}

fn with(definition: &serde_json::Value, check: impl FnOnce(&HelpCenter<'_>)) {
    let (value, mut problems) = (Value::from(definition), Problems::new());
    let help_center = HelpCenter::read(Node::root(&value), FULL.help_centers, &mut problems);
    assert_eq!(problems, [], "{definition}");
    check(&help_center);
}

fn given(text: &str) -> Option<&str> {
    (text != "-").then_some(text)
}

fn kind_of(word: &str) -> PageKind {
    match word {
        "home" => PageKind::Home,
        "category" => PageKind::Category,
        "section" => PageKind::Section,
        "article" => PageKind::Article,
        "search" => PageKind::Search,
        "contact" => PageKind::Contact,
        "other" => PageKind::Other,
        word => panic!("expected a kind of page, found {word}"),
    }
}
