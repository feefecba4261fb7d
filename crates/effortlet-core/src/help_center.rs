//! What kind of help-center page an address is, and what it is about.
//!
//! One file for each make, and one row in `edition`. Never knows a host: a company's own domain does
//! not say who made its help center.

mod page;
mod make;
mod common;
pub mod generic;
pub mod zendesk;
pub mod freshdesk;
pub mod intercom;
pub mod help_scout;
pub mod live_agent;
pub mod docusaurus;
pub mod mkdocs;
pub mod vitepress;
pub mod starlight;
pub mod gitbook;
pub mod readme;
pub mod notion;
mod said;
mod find;
pub(crate) mod identity;

pub use find::is_beginning;
pub use make::{Make, Page};
pub use page::{Facts, PageKind};

use crate::pattern::{Captures, Patterns, is_path, segment};
use crate::source::{Node, Problems, Value};
use alloc::{string::String, vec::Vec};
use generic::GENERIC;

/// Where a team's help center is, as it was written; reading has made sure of it.
#[derive(Clone, Copy)]
pub struct HelpCenter<'a> {
    /// Patterns for each kind of page, who makes the help center and what it is under.
    pages: &'a Value,
    /// Names for parts of it.
    sections: &'a Value,
    make: &'static Make,
    /// How much of a path is of where the site itself is, such as `/project`.
    base: usize,
}

impl Default for HelpCenter<'_> {
    fn default() -> Self {
        Self { pages: &Value::Absent, sections: &Value::Absent, make: &GENERIC, base: 0 }
    }
}

/// Where own patterns stand, in the order in which they are tried, the narrow ones first.
const KINDS: [(&str, PageKind); 6] = [
    ("contact", PageKind::Contact),
    ("search", PageKind::Search),
    ("home", PageKind::Home),
    ("article", PageKind::Article),
    ("section", PageKind::Section),
    ("category", PageKind::Category),
];

/// Where own patterns may stand.
pub(crate) fn page_keys() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(key, _)| *key)
}

/// What says who makes it, and where it begins: where there is a choice.
pub(crate) const MAKE_KEYS: [&str; 2] = ["preset", "root"];

impl<'a> HelpCenter<'a> {
    /// Reads `helpCenter` and `sections` of a definition, by the makes that are known.
    pub fn read(root: Node<'a>, makes: &[&'static Make], problems: &mut Problems) -> Self {
        let mut read = Self { pages: root.value.field("helpCenter"), sections: root.value.field("sections"), ..Self::default() };
        if let Some(pages) = root.given("helpCenter") {
            let makes = if makes.len() > 1 { makes } else { &[] };
            let own = if makes.is_empty() { &[][..] } else { &MAKE_KEYS };
            let mut keys = Vec::new();
            for (key, _) in &KINDS {
                keys.push(*key);
            }
            keys.extend_from_slice(own);
            pages.only(&keys, problems);
            for (key, _) in &KINDS {
                Patterns::read(pages.field(key), problems);
            }
            read.read_make(pages, makes, problems);
        }
        if let Some(sections) = root.given("sections") {
            let expected = "an object with path patterns for each section";
            for (name, _) in sections.entries(expected, problems).unwrap_or_default() {
                Patterns::read(sections.field(name), problems);
            }
        }
        read
    }

    fn read_make(&mut self, pages: Node<'a>, makes: &[&'static Make], problems: &mut Problems) {
        let Some(first) = makes.first() else { return };
        let mut words = Vec::new();
        for make in makes {
            words.push(make.word);
        }
        let make = makes.get(pages.word_or_first("preset", &words, problems));
        self.make = make.unwrap_or(first);
        if let Some(root) = pages.given("root") {
            root.check(is_path(root.value), "a path such as \"/docs\"", problems);
        }
    }

    /// By what a page says of itself, where the team says nothing: who made it, what search engines
    /// are told that it is, and the path of its site's home.
    #[must_use]
    pub fn told(mut self, path: &str, signs: &[String]) -> Self {
        if *self.pages == Value::Absent
            && let Some(make) = said::make(signs, self.facts(path, "").kind != PageKind::Other)
        {
            self.make = make;
            self.base = said::base(signs, path);
        }
        self
    }

    /// `hint` is the section by the page's own words, empty where it says none: it counts where
    /// neither the address nor the definition names one.
    pub fn facts<'p>(&self, path: &'p str, hint: &'p str) -> Facts<'p>
    where
        'a: 'p,
    {
        let mut facts = self.page(path);
        // What is named by its own segment alone is the last one.
        match facts.kind {
            PageKind::Article => facts.article = facts.article.or(last_segment(path)),
            PageKind::Section | PageKind::Category => facts.section = facts.section.or(last_segment(path)),
            _ => {}
        }
        facts.section = facts.section.or(given(hint));
        for (name, patterns) in self.sections.entries() {
            if Patterns::of(patterns).find(path, &mut Captures::default()) {
                facts.section = Some(name);
                break;
            }
        }
        facts
    }

    /// By the team's own patterns, then by who makes it. Own patterns alone are all there is where
    /// nobody says who makes it or where it begins.
    fn page<'p>(&self, path: &'p str) -> Facts<'p> {
        let root = self.pages.field("root").text_or_empty();
        let mut captures = Captures::default();
        let mut locale = None;
        let below = path.get(self.base..).unwrap_or(path);
        let mut kind = find::page(self.make, root, below, &mut captures, &mut locale);
        let mut own = Captures::default();
        for (key, own_kind) in KINDS {
            let patterns = Patterns::of(self.pages.field(key));
            if patterns.find(path, &mut own) {
                (kind, captures) = (own_kind, own);
                break;
            }
            if !patterns.is_empty() && self.make.placed.is_some() && root.is_empty() {
                (kind, captures) = Default::default();
            }
        }
        Facts { kind, section: captures.section, article: captures.article, locale }
    }
}

fn given(text: &str) -> Option<&str> {
    if text.is_empty() { None } else { Some(text) }
}

fn last_segment(path: &str) -> Option<&str> {
    let (mut last, mut rest) = segment(path);
    loop {
        let (next, more) = segment(rest);
        if next.is_empty() {
            return given(last);
        }
        (last, rest) = (next, more);
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use serde_json::json;

    fn facts(definition: serde_json::Value, path: &str) -> (PageKind, String, String) {
        let (value, mut problems) = (Value::from(&definition), Problems::new());
        let help_center = HelpCenter::read(Node::root(&value), &[&GENERIC], &mut problems);
        let facts = help_center.facts(path, "");
        assert_eq!(problems, []);
        (facts.kind, facts.section.unwrap_or_default().into(), facts.article.unwrap_or_default().into())
    }

    #[test]
    fn common_layouts_need_no_configuration() {
        for (path, kind, section, article) in [
            ("/help", PageKind::Home, "", ""),
            ("/ro/help/", PageKind::Home, "", ""),
            ("/help/billing/", PageKind::Category, "billing", ""),
            ("/help/billing/refunds", PageKind::Article, "billing", "refunds"),
            ("/help/search/", PageKind::Search, "", ""),
            ("/help/contact/", PageKind::Contact, "", ""),
            ("/", PageKind::Other, "", ""),
            ("/pricing/help-desk", PageKind::Other, "", ""),
            ("/blog/2026/help", PageKind::Other, "", ""),
        ] {
            assert_eq!(facts(json!({}), path), (kind, section.into(), article.into()), "{path}");
        }
    }

    #[test]
    fn own_patterns_name_kind_section_and_article() {
        let definition = json!({
            "helpCenter": { "contact": "/ask", "article": ["/a/:section/:article", "/wiki/**"] },
            "sections": { "money": ["/a/billing/**"] } });
        for (path, kind, section, article) in [
            ("/ask", PageKind::Contact, "", ""),
            ("/a/setup/first-day", PageKind::Article, "setup", "first-day"),
            ("/a/billing/refunds", PageKind::Article, "money", "refunds"),
            ("/wiki/one/two/", PageKind::Article, "", "two"),
            ("/help/billing/refunds", PageKind::Other, "", ""),
        ] {
            assert_eq!(facts(definition.clone(), path), (kind, section.into(), article.into()), "{path}");
        }
    }
}
