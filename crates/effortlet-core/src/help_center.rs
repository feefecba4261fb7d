//! What kind of help-center page an address is.

use crate::pattern::{Captures, Patterns, segment};
use crate::source::{Node, Problems, Value};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

#[cfg(feature = "full")]
impl PageKind {
    const ALL: [Self; 7] =
        [Self::Home, Self::Category, Self::Section, Self::Article, Self::Search, Self::Contact, Self::Other];

    /// The words for them in definitions, in the order of `ALL`.
    pub const WORDS: [&str; 7] = ["home", "category", "section", "article", "search", "contact", "other"];

    pub fn word(self) -> &'static str {
        Self::WORDS.get(self as usize).copied().unwrap_or_default()
    }

    /// By its number from 0, in what is remembered.
    pub fn at(number: usize) -> Self {
        Self::ALL.get(number).copied().unwrap_or_default()
    }
}

/// What is known of a page from its address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts<'p> {
    pub kind: PageKind,
    pub section: Option<&'p str>,
    pub article: Option<&'p str>,
    /// Temporary.
    pub locale: Option<&'p str>,
}

/// Where a team's help center is, as it was written; reading has made sure of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HelpCenter<'a> {
    /// Patterns for each kind of page. None at all: the common layouts.
    pages: &'a Value,
    /// Names for parts of it.
    sections: &'a Value,
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
    pub fn read(root: Node<'a>, problems: &mut Problems) -> Self {
        let (pages, sections) = (root.field("helpCenter"), root.field("sections"));
        if !pages.is_absent() {
            pages.only(&KEYS, problems);
            for key in &KEYS {
                Patterns::read(pages.field(key), problems);
            }
        }
        if !sections.is_absent() {
            let expected = "an object with path patterns for each section";
            for (name, _) in sections.entries(expected, problems).unwrap_or_default() {
                Patterns::read(sections.field(name), problems);
            }
        }
        Self { pages: pages.value, sections: sections.value }
    }

    pub fn facts<'p>(&self, path: &'p str) -> Facts<'p>
    where
        'a: 'p,
    {
        let (kind, captures) = self.page(path);
        let mut section = captures.section;
        for (name, patterns) in self.sections.entries() {
            if Patterns::of(patterns).capture(path).is_some() {
                section = name;
                break;
            }
        }
        Facts { kind, section: given(section), article: given(captures.article), locale: None }
    }

    fn page<'p>(&self, path: &'p str) -> (PageKind, Captures<'p>) {
        let mut configured = false;
        for (key, kind) in KEYS.iter().zip(KINDS) {
            let patterns = Patterns::of(self.pages.field(key));
            configured |= !patterns.is_empty();
            if let Some(mut captures) = patterns.capture(path) {
                if kind == PageKind::Article && captures.article.is_empty() {
                    captures.article = last_segment(path);
                }
                return (kind, captures);
            }
        }
        if configured { Default::default() } else { common(path) }
    }
}

fn given(text: &str) -> Option<&str> {
    if text.is_empty() { None } else { Some(text) }
}

/// The first segments by which help centers are commonly found, alone or after a language.
const ROOTS: [&str; 8] =
    ["help", "hc", "support", "docs", "kb", "faq", "help-center", "knowledge-base"];

/// `/help/{section}/{article}` and its like, where a definition names no pages.
fn common(path: &str) -> (PageKind, Captures<'_>) {
    let (mut root, mut rest) = segment(path);
    if !ROOTS.contains(&root) {
        (root, rest) = segment(rest);
    }
    if !ROOTS.contains(&root) {
        return Default::default();
    }
    let (section, rest) = segment(rest);
    let kind = match section {
        "" => PageKind::Home,
        "search" => PageKind::Search,
        "contact" => PageKind::Contact,
        _ => {
            let article = last_segment(rest);
            let kind = if article.is_empty() { PageKind::Category } else { PageKind::Article };
            return (kind, Captures { section, article });
        }
    };
    (kind, Captures::default())
}

/// Empty when there is none.
fn last_segment(path: &str) -> &str {
    let (mut last, mut rest) = segment(path);
    loop {
        let (next, more) = segment(rest);
        if next.is_empty() {
            return last;
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
        let help_center = HelpCenter::read(Node::root(&value), &mut problems);
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
