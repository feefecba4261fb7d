//! What kind of help-center page an address is.

use crate::pattern::Pattern;
use crate::signal::Page;
use crate::source::{Node, Problems, Source};
use alloc::{string::{String, ToString}, vec::Vec};
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    pub kind: PageKind,
    pub section: Option<String>,
    pub article: Option<String>,
}

/// Where a team's help center is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpCenter {
    /// In the order they are tried. None at all: the common layouts.
    pub pages: Vec<(PageKind, Pattern)>,
    /// Names for parts of it.
    pub sections: Vec<(String, Pattern)>,
}

/// In the order the kinds are tried: the narrow ones first.
const KINDS: [(&str, PageKind); 6] = [
    ("contact", PageKind::Contact),
    ("search", PageKind::Search),
    ("home", PageKind::Home),
    ("article", PageKind::Article),
    ("section", PageKind::Section),
    ("category", PageKind::Category),
];

impl HelpCenter {
    pub fn read<S: Source>(pages: Node<S>, sections: Node<S>, problems: &mut Problems) -> Self {
        let mut it = Self::default();
        if let Some(pages) = pages.given() {
            pages.only(&KINDS.map(|(name, _)| name), problems);
            for (name, kind) in KINDS {
                let patterns = read_patterns(pages.field(name), problems);
                it.pages.extend(patterns.into_iter().map(|pattern| (kind, pattern)));
            }
        }
        if let Some(sections) = sections.given() {
            for (name, node) in sections.entries("an object with path patterns for each section", problems).unwrap_or_default() {
                let patterns = read_patterns(node, problems);
                it.sections.extend(patterns.into_iter().map(|pattern| (name.clone(), pattern)));
            }
        }
        it
    }

    pub fn facts(&self, page: &Page) -> Facts {
        let mut facts = match self.pages.is_empty() {
            true => common(&page.path),
            false => self.configured(&page.path),
        };
        let named = self.sections.iter().find(|(_, pattern)| pattern.capture(&page.path).is_some());
        if let Some((name, _)) = named {
            facts.section = Some(name.clone());
        }
        facts
    }

    fn configured(&self, path: &str) -> Facts {
        let found = self.pages.iter().find_map(|(kind, pattern)| Some((*kind, pattern.capture(path)?)));
        let Some((kind, captures)) = found else { return Facts::default() };
        let captured = |name: &str| {
            let found = captures.iter().find(|(known, _)| known == name);
            found.map(|(_, text)| text.clone())
        };
        let article = captured("article").or_else(|| (kind == PageKind::Article).then(|| last_segment(path)));
        Facts { kind, section: captured("section"), article }
    }
}

/// One pattern or a list of them.
pub fn read_patterns<S: Source>(node: Node<S>, problems: &mut Problems) -> Vec<Pattern> {
    let Some(node) = node.given() else { return Vec::new() };
    let nodes = node.one_or_many(problems);
    nodes.iter().filter_map(|node| read_pattern(node, problems)).collect()
}

fn read_pattern<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<Pattern> {
    match node.peek_text().and_then(|text| Pattern::new(&text)) {
        Some(pattern) => Some(pattern),
        None => node.expect("a path pattern such as \"/help/**\"", problems),
    }
}

/// The first segments by which help centers are commonly found, alone or after a language.
const ROOTS: [&str; 8] =
    ["help", "hc", "support", "docs", "kb", "faq", "help-center", "knowledge-base"];

/// `/help/{section}/{article}` and its like, where a definition names no pages.
fn common(path: &str) -> Facts {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let Some(root) = segments.iter().take(2).position(|segment| ROOTS.contains(segment)) else {
        return Facts::default();
    };
    let rest = segments.get(root + 1..).unwrap_or_default();
    match rest {
        [] => Facts { kind: PageKind::Home, ..Facts::default() },
        ["search", ..] => Facts { kind: PageKind::Search, ..Facts::default() },
        ["contact", ..] => Facts { kind: PageKind::Contact, ..Facts::default() },
        [section] => {
            Facts { kind: PageKind::Category, section: Some((*section).to_string()), article: None }
        }
        [section, .., article] => Facts {
            kind: PageKind::Article,
            section: Some((*section).to_string()),
            article: Some((*article).to_string()),
        },
    }
}

fn last_segment(path: &str) -> String {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(help_center: &HelpCenter, path: &str) -> (PageKind, String, String) {
        let facts = help_center.facts(&Page { path: path.into(), ..Page::default() });
        (facts.kind, facts.section.unwrap_or_default(), facts.article.unwrap_or_default())
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
            let expected = (kind, section.to_owned(), article.to_owned());
            assert_eq!(facts(&HelpCenter::default(), path), expected, "{path}");
        }
    }

    #[test]
    fn own_patterns_name_kind_section_and_article() {
        let pattern = |text| Pattern::new(text).unwrap();
        let help_center = HelpCenter {
            pages: vec![
                (PageKind::Contact, pattern("/ask")),
                (PageKind::Article, pattern("/a/:section/:article")),
                (PageKind::Article, pattern("/wiki/**")),
            ],
            sections: vec![("money".into(), pattern("/a/billing/**"))],
        };
        for (path, kind, section, article) in [
            ("/ask", PageKind::Contact, "", ""),
            ("/a/setup/first-day", PageKind::Article, "setup", "first-day"),
            ("/a/billing/refunds", PageKind::Article, "money", "refunds"),
            ("/wiki/one/two/", PageKind::Article, "", "two"),
            ("/help/billing/refunds", PageKind::Other, "", ""),
        ] {
            let expected = (kind, section.to_owned(), article.to_owned());
            assert_eq!(facts(&help_center, path), expected, "{path}");
        }
    }
}
