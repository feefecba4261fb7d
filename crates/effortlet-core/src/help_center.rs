//! What kind of help-center page an address is.

mod layout;

use crate::pattern::{Captures, Patterns, segment};
use crate::source::{Node, Problems, Value};
use layout::GENERIC;
#[cfg(feature = "full")]
use layout::PRESETS;

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

/// What is known of a page from its address, and of its section from the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts<'p> {
    pub kind: PageKind,
    pub section: Option<&'p str>,
    /// As it stands in the address, so by another name in another language.
    pub article: Option<&'p str>,
    pub locale: Option<&'p str>,
}

/// Where a team's help center is, as it was written; reading has made sure of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HelpCenter<'a> {
    /// Patterns for each kind of page, who makes the help center and what it is under.
    pages: &'a Value,
    /// Names for parts of it.
    sections: &'a Value,
    /// A position in `PRESETS`.
    #[cfg(feature = "full")]
    preset: usize,
}

/// Those of patterns, in the order in which they are tried, the narrow ones first; then the others.
#[cfg(feature = "full")]
static KEYS: [&str; 8] = ["contact", "search", "home", "article", "section", "category", "preset", "root"];
#[cfg(not(feature = "full"))]
static KEYS: [&str; 6] = ["contact", "search", "home", "article", "section", "category"];
static KINDS: [PageKind; 6] = [
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
        #[cfg(feature = "full")]
        let mut preset = GENERIC;
        if !pages.is_absent() {
            pages.only(&KEYS, problems);
            for (key, _) in KEYS.iter().zip(&KINDS) {
                Patterns::read(pages.field(key), problems);
            }
            #[cfg(feature = "full")]
            {
                preset = pages.word_or_first("preset", &PRESETS, problems);
                if let Some(root) = pages.given("root") {
                    root.check(crate::pattern::is_path(root.value), "a path such as \"/docs\"", problems);
                }
            }
        }
        if !sections.is_absent() {
            let expected = "an object with path patterns for each section";
            for (name, _) in sections.entries(expected, problems).unwrap_or_default() {
                Patterns::read(sections.field(name), problems);
            }
        }
        Self {
            pages: pages.value,
            sections: sections.value,
            #[cfg(feature = "full")]
            preset,
        }
    }

    /// Who makes it, by its position in `PRESETS`, and what it is under; empty where nobody said so.
    fn make(&self) -> (usize, &str) {
        #[cfg(feature = "full")]
        return (self.preset, self.pages.field("root").text_or_empty());
        #[cfg(not(feature = "full"))]
        (GENERIC, "")
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

    /// By the team's own patterns, then by who makes it. Own patterns alone are all there is.
    fn page<'p>(&self, path: &'p str) -> Facts<'p> {
        let (preset, root) = self.make();
        let mut captures = Captures::default();
        let mut locale = None;
        let mut kind = layout::page(preset, root, path, &mut captures, &mut locale);
        let mut own = Captures::default();
        for (key, own_kind) in KEYS.iter().zip(&KINDS) {
            let patterns = Patterns::of(self.pages.field(key));
            if patterns.find(path, &mut own) {
                (kind, captures) = (*own_kind, own);
                break;
            }
            if !patterns.is_empty() && preset == GENERIC && root.is_empty() {
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
        let help_center = HelpCenter::read(Node::root(&value), &mut problems);
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
