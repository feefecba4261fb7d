//! What kind of help-center page an address is.

use crate::pattern::{Patterns, segment};
use crate::source::{Node, Problems};
use alloc::vec::Vec;
use serde::Serialize;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PageKind {
    Home,
    Category,
    Section,
    Article,
    Search,
    Contact,
    /// No page of a help center.
    #[default]
    Other,
}

/// What is known of a page from its address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts<'p> {
    pub kind: PageKind,
    pub section: Option<&'p str>,
    pub article: Option<&'p str>,
}

/// Where a team's help center is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HelpCenter<'a> {
    /// In the order they are tried. None at all: the common layouts.
    pages: Vec<(PageKind, Patterns<'a>)>,
    /// Names for parts of it.
    sections: Vec<(&'a str, Patterns<'a>)>,
}

/// In the order the kinds are tried: the narrow ones first.
const KEYS: [&str; 6] = ["contact", "search", "home", "article", "section", "category"];
const KINDS: [PageKind; 6] = [
    PageKind::Contact,
    PageKind::Search,
    PageKind::Home,
    PageKind::Article,
    PageKind::Section,
    PageKind::Category,
];

impl<'a> HelpCenter<'a> {
    /// Reads `helpCenter` and `sections` of a definition.
    pub fn read(root: &Node<'a>, problems: &mut Problems) -> Self {
        let mut it = Self::default();
        if let Some(pages) = root.given("helpCenter") {
            pages.only(&KEYS, problems);
            for (key, kind) in KEYS.iter().zip(KINDS) {
                let patterns = Patterns::read(&pages.field(key), problems);
                if !patterns.is_empty() {
                    it.pages.push((kind, patterns));
                }
            }
        }
        if let Some(sections) = root.given("sections") {
            let expected = "an object with path patterns for each section";
            for (name, node) in sections.entries(expected, problems).unwrap_or_default() {
                it.sections.push((name, Patterns::read(&node, problems)));
            }
        }
        it
    }

    pub fn facts<'p>(&self, path: &'p str) -> Facts<'p>
    where
        'a: 'p,
    {
        let mut facts = if self.pages.is_empty() { common(path) } else { self.configured(path) };
        let named = self.sections.iter().find(|(_, patterns)| patterns.capture(path).is_some());
        if let Some((name, _)) = named {
            facts.section = Some(name);
        }
        facts
    }

    fn configured<'p>(&self, path: &'p str) -> Facts<'p> {
        for (kind, patterns) in &self.pages {
            if let Some(captures) = patterns.capture(path) {
                let unnamed = if *kind == PageKind::Article { last_segment(path) } else { None };
                let article = captures.article.or(unnamed);
                return Facts { kind: *kind, section: captures.section, article };
            }
        }
        Facts::default()
    }
}

/// The first segments by which help centers are commonly found, alone or after a language.
const ROOTS: [&str; 8] =
    ["help", "hc", "support", "docs", "kb", "faq", "help-center", "knowledge-base"];

/// `/help/{section}/{article}` and its like, where a definition names no pages.
fn common(path: &str) -> Facts<'_> {
    let under_root = |path| segment(path).filter(|(first, _)| ROOTS.contains(first));
    let below = |path| segment(path).and_then(|(_, rest)| under_root(rest));
    let Some((_, rest)) = under_root(path).or_else(|| below(path)) else { return Facts::default() };
    let mut facts = Facts { kind: PageKind::Home, ..Facts::default() };
    match segment(rest) {
        None => {}
        Some(("search", _)) => facts.kind = PageKind::Search,
        Some(("contact", _)) => facts.kind = PageKind::Contact,
        Some((section, rest)) => {
            facts.section = Some(section);
            facts.article = last_segment(rest);
            facts.kind = if facts.article.is_some() { PageKind::Article } else { PageKind::Category };
        }
    }
    facts
}

fn last_segment(mut path: &str) -> Option<&str> {
    let mut last = None;
    while let Some((first, rest)) = segment(path) {
        last = Some(first);
        path = rest;
    }
    last
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::source::Value;
    use serde_json::json;

    fn facts(definition: serde_json::Value, path: &str) -> (PageKind, String, String) {
        let (value, mut problems) = (Value::from(&definition), Problems::new());
        let help_center = HelpCenter::read(&Node::root(&value), &mut problems);
        let facts = help_center.facts(path);
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
            ("/hc/en-us/articles/360-refunds", PageKind::Article, "en-us", "360-refunds"),
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
