//! Help centers that are like most: nobody says who makes them, or where they begin.

use super::PageKind::{Article, Category};
use super::common::{HOME, IN_SECTIONS, NUMBERED, ROOTS};
use super::{Make, Page};

/// The root may follow another segment; without a root only a number says that it is an article.
pub const GENERIC: Make = Make {
    word: WORD,
    root: ROOTS,
    outside: &[&[Article.at_path("/articles/#####*-*"), Article.at_path("/article/#*-*")]],
    inside: PAGES,
    placed: Some(&PLACED),
};

const WORD: &str = "generic";

const PLACED: Make = Make { word: WORD, root: ROOTS, outside: &[], inside: PAGES, placed: None };

const PAGES: &[&[Page]] = &[HOME, NUMBERED, &[Category.at_path("/*")], IN_SECTIONS];
