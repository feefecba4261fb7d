//! What pages of several makes have in common. Never knows where a help center begins.

use super::{Make, Page};
use super::PageKind::{Article, Category, Contact, Home, Search, Section};

pub(super) const HOME: &[Page] = &[Home.at_path("/")];

/// Where a word says what a page is, and a number which one.
pub(super) const NUMBERED: &[Page] = &[
    Home.at_path("/home?solutions"),
    Search.at_path("/search/**"),
    Contact.at_path("/contact?submit_ticket/**"),
    Contact.at_path("/requests?tickets/new"),
    Article.at_path("/######-*"),
    Article.at_path("/**/article*/#*"),
    Section.at_path("/**/sections?folders/#*"),
    Category.at_path("/categor*?collection*?solutions/#*"),
];

/// Where a page is a document, in folders or not.
pub(super) const DOCUMENTS: &[Page] =
    &[Search.at_path("/search?search.html"), Category.at_path("/category/*"), Article.at_path("/*")];

/// An article within its section.
pub(super) const IN_SECTIONS: &[Page] = &[Article.at_path("/:section/**")];

/// A site of documents and nothing else.
pub(super) const fn documents(word: &'static str) -> Make {
    Make { word, root: "/", outside: &[], inside: &[HOME, DOCUMENTS, IN_SECTIONS], placed: None }
}

/// Where help centers are commonly found.
pub(super) const ROOTS: &str = "/help?hc?support?docs?kb?faq?help-center?knowledge-base";
