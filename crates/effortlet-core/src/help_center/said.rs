//! Which help center a page says it is of, where no definition does.
//!
//! What many kinds of sites say, such as a breadcrumb or FAQs for search engines, is no sign. Never looks
//! at the page.

use super::PageKind::Other;
use super::common::{DOCUMENTS, HOME, IN_SECTIONS, ROOTS};
use super::docusaurus::DOCUSAURUS;
use super::readme::README;
use super::find::is_beginning;
use super::{Make, Page};
use crate::pattern::{among, segment};
use alloc::string::String;

/// Makers of nothing but documents, Sphinx by what it is made of.
const MAKERS: &str =
    "mkdocs*?zensical*?VitePress*?VuePress*?Starlight*?GitBook*?Mintlify*?Rspress*?Antora*?Docutils*?docsify";

/// What schema.org calls such a page.
const TYPES: &str = "TechArticle?*/TechArticle?APIReference?*/APIReference";

/// At the root of a site, or below a word for it.
const DOCUMENTATION: Make = Make { word: "", root: ROOTS, outside: PAGES, inside: PAGES, placed: None };

const PAGES: &[&[Page]] = &[HOME, &[Other.at_path("/blog?news/**")], DOCUMENTS, IN_SECTIONS];

/// A site may itself be below a path, as those of projects are.
const BELOW_A_PATH: Make = Make { placed: Some(&DOCUSAURUS), ..DOCUSAURUS };

/// Who makes all of a site goes before what an address looks like; what one page is counts only where
/// its address is that of no help center.
const SAID: [(&str, &Make, bool); 4] = [
    ("Docusaurus*", &BELOW_A_PATH, true),
    ("readme-deploy", &README, true),
    (MAKERS, &DOCUMENTATION, true),
    (TYPES, &DOCUMENTATION, false),
];

/// By all that the page says of itself.
pub(super) fn make(signs: &[String], is_known: bool) -> Option<&'static Make> {
    let counts = |(words, _, overrules): &&(&str, &Make, bool)| {
        (*overrules || !is_known) && signs.iter().any(|it| among(words, it))
    };
    SAID.iter().find(counts).map(|(_, make, _)| *make)
}

/// How much of a path is of where its site is, by the path of the site's home among what it says. A language, a
/// version or a word for documents at its end is of the documents.
pub(super) fn base(signs: &[String], path: &str) -> usize {
    signs.iter().map(|sign| path.len() - below(sign, path).len()).max().unwrap_or_default()
}

/// What follows the last segment of a home that only a site has; all of a path that is not below it.
fn below<'p>(mut home: &str, path: &'p str) -> &'p str {
    let (mut rest, mut own) = (path, path);
    loop {
        let (wanted, more) = segment(home);
        let (found, after) = segment(rest);
        if wanted.is_empty() {
            return own;
        }
        if wanted != found {
            return path;
        }
        if !is_beginning(wanted) {
            own = after;
        }
        (home, rest) = (more, after);
    }
}

#[cfg(test)]
mod tests {
    use crate::help_center::{HelpCenter, PageKind};

    fn found(signs: &[&str], path: &str) -> (PageKind, String, String) {
        let signs: Vec<String> = signs.iter().map(|it| (*it).into()).collect();
        let help_center = HelpCenter::default().told(path, &signs);
        let facts = help_center.facts(path, "");
        (facts.kind, facts.section.unwrap_or_default().into(), facts.article.unwrap_or_default().into())
    }

    #[test]
    fn makers_of_documents_and_pages_for_techniques_are_help_centers_at_a_root() {
        for sign in [
            "mkdocs-1.6.1, mkdocs-material-9.8.2", "zensical-0.0.5", "VitePress v1.6.4", "VuePress 2.0.0-rc.24",
            "Starlight v0.36.0", "GitBook (28f7fba)", "Mintlify", "Rspress v1.45.1", "Antora 3.1.10",
            "Docutils 0.21.2: https://docutils.sourceforge.io/", "docsify", "TechArticle", "https://schema.org/TechArticle",
            "schema/APIReference",
        ] {
            for (path, kind, section, article) in [
                ("/billing/refunds", PageKind::Article, "billing", "refunds"),
                ("/ro/billing/v2/refunds/", PageKind::Article, "billing", "refunds"),
                ("/intro", PageKind::Article, "", "intro"),
                ("/docs/billing/refunds", PageKind::Article, "billing", "refunds"),
                ("/", PageKind::Home, "", ""),
                ("/ro/", PageKind::Home, "", ""),
                ("/search.html", PageKind::Search, "", ""),
                ("/blog/2026/03/release", PageKind::Other, "", ""),
            ] {
                assert_eq!(found(&["WordPress 6.8.3", sign], path), (kind, section.into(), article.into()), "{sign} {path}");
            }
        }
    }

    #[test]
    fn docusaurus_has_its_documents_below_a_word_for_them() {
        for (path, kind, section, article) in [
            ("/docs/intro", PageKind::Article, "", "intro"),
            ("/help/intro", PageKind::Article, "", "intro"),
            ("/docs/category/billing", PageKind::Category, "billing", ""),
            ("/ro/docs/next/billing/refunds", PageKind::Article, "billing", "refunds"),
            ("/docs", PageKind::Home, "", ""),
            ("/search", PageKind::Search, "", ""),
            ("/project/docs/billing/refunds", PageKind::Article, "billing", "refunds"),
            ("/pricing/plans", PageKind::Other, "", ""),
            ("/", PageKind::Other, "", ""),
        ] {
            assert_eq!(found(&["Docusaurus v3.10.2"], path), (kind, section.into(), article.into()), "{path}");
        }
    }

    #[test]
    fn a_site_below_a_path_begins_where_its_link_home_leads() {
        for (sign, home, path, kind, section, article) in [
            ("mkdocs-1.6.1, mkdocs-material-9.8.2", "/mysite/", "/mysite/billing/refunds/", PageKind::Article, "billing", "refunds"),
            ("mkdocs-1.6.1, mkdocs-material-9.8.2", "/mysite/", "/mysite/", PageKind::Home, "", ""),
            ("mkdocs-1.6.1, mkdocs-material-9.8.2", "/mysite/", "/mysite/intro/", PageKind::Article, "", "intro"),
            ("VitePress v1.6.4", "/project/", "/project/ro/billing/refunds", PageKind::Article, "billing", "refunds"),
            ("VitePress v1.6.4", "/project/", "/project/docs/billing/refunds", PageKind::Article, "billing", "refunds"),
            ("Starlight v0.37.0", "/a/b/ro/", "/a/b/ro/billing/refunds/", PageKind::Article, "billing", "refunds"),
            ("Starlight v0.37.0", "/docs/", "/docs/billing/refunds/", PageKind::Article, "billing", "refunds"),
            ("Docusaurus v3.10.2", "/a/my-repo/", "/a/my-repo/docs/billing/refunds", PageKind::Article, "billing", "refunds"),
            ("Docusaurus v3.10.2", "/my-repo/ro/", "/my-repo/ro/docs/category/billing", PageKind::Category, "billing", ""),
            ("Docusaurus v3.10.2", "/my-repo/", "/my-repo/blog/release", PageKind::Other, "", ""),
            // A link home that leads elsewhere says nothing.
            ("VitePress v1.6.4", "/", "/billing/refunds", PageKind::Article, "billing", "refunds"),
            ("VitePress v1.6.4", "/company/", "/billing/refunds", PageKind::Article, "billing", "refunds"),
            ("VitePress v1.6.4", "/bill", "/billing/refunds", PageKind::Article, "billing", "refunds"),
            ("VitePress v1.6.4", "", "/billing/refunds", PageKind::Article, "billing", "refunds"),
            // Without a maker a home makes no help center.
            ("WordPress 6.8.3", "/shop/", "/shop/shoes/red", PageKind::Other, "", ""),
        ] {
            assert_eq!(found(&[sign, home], path), (kind, section.into(), article.into()), "{sign} {home} {path}");
        }
    }

    #[test]
    fn readme_has_its_documents_below_a_word_for_them() {
        for (path, kind, article) in [
            ("/docs/refunds", PageKind::Article, "refunds"),
            ("/v2.0/reference/list-refunds", PageKind::Article, "list-refunds"),
            ("/", PageKind::Home, ""),
            ("/changelog/faster-search", PageKind::Other, ""),
        ] {
            assert_eq!(found(&["readme-deploy", "5.715.0"], path), (kind, String::new(), article.into()), "{path}");
        }
    }

    #[test]
    fn what_other_sites_say_makes_no_help_center() {
        for sign in [
            "WordPress 6.8.3", "WooCommerce 10.2.1", "Hugo 0.150.0", "Jekyll v4.4.1", "Astro v5.14.1", "Next.js", "Ghost 6.0",
            "Shopify", "Webflow", "Wix.com Website Builder", "Drupal 11 (https://www.drupal.org)", "Read about VitePress",
            "Product", "Offer", "BreadcrumbList", "FAQPage", "Article", "NewsArticle", "BlogPosting", "HowTo", "WebSite",
            "CollectionPage", "Organization", "NotTechArticle", "",
        ] {
            for path in ["/", "/billing/refunds", "/intro", "/shop/shoes/red", "/2026/03/release"] {
                assert_eq!(found(&[sign], path).0, PageKind::Other, "{sign} {path}");
            }
        }
    }

    #[test]
    fn an_address_that_is_known_stays_what_it_is_unless_the_maker_of_the_site_knows_better() {
        for (sign, path, kind) in [
            ("TechArticle", "/help/billing", PageKind::Category),
            ("TechArticle", "/support/solutions/folders/48000665892", PageKind::Section),
            ("VitePress v1.6.4", "/help/billing", PageKind::Article),
            ("VitePress v1.6.4", "/hc/en-us/articles/360001-refunds", PageKind::Article),
        ] {
            assert_eq!(found(&[sign], path).0, kind, "{sign} {path}");
        }
    }
}
