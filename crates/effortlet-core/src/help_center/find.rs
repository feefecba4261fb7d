//! Finds the page of a make that an address is.
//!
//! Never knows a host: a company's own domain does not say who made its help center.

use super::common::ROOTS;
use super::zendesk::ZENDESK;
use super::{Make, PageKind};
use crate::pattern::{Captures, among, matches, segment};
use crate::text::cut;

/// What looks like a language and is none.
const WORDS: &str = "ai?ci?db?go*?io?js?ml?qa?ui?to-do";

const VERSIONS: &str = "next?latest?stable?#?##?v#?v##?#.*?##.*?v#.*?v##.*";

/// Where help centers begin by what they are called, beside `ROOTS`.
const BEGINNINGS: &str = "home?solutions";

/// The root of Zendesk's help centers alone.
const ZENDESK_ROOT: &str = "hc";

/// What a page is. `root` is the path that the help center is under, empty where nobody said so.
pub(super) fn page<'p>(
    mut make: &'static Make,
    mut root: &str,
    path: &'p str,
    captures: &mut Captures<'p>,
    locale: &mut Option<&'p str>,
) -> PageKind {
    if root.is_empty() {
        root = make.root;
    } else {
        make = make.placed.unwrap_or(make);
    }
    let mut rest = path;
    let inside = loop {
        let (wanted, more) = segment(root);
        let (first, after) = segment(rest);
        if among(wanted, first) {
            root = more;
            if first == ZENDESK_ROOT {
                make = &ZENDESK;
            }
        } else if locale.is_none() && is_language(first) {
            *locale = Some(first);
        } else if !among(VERSIONS, first) {
            break wanted.is_empty();
        }
        rest = after;
    };
    let pages = if inside { make.inside } else { make.outside };
    for page in pages.iter().copied().flatten() {
        if matches(page.path, rest, captures) {
            return page.kind;
        }
    }
    match make.placed {
        Some(placed) if !inside => self::page(placed, "", segment(path).1, captures, locale),
        _ => PageKind::Other,
    }
}

/// Whether a path has nothing in it but what help centers begin with, as far as their addresses tell.
pub fn is_beginning(mut path: &str) -> bool {
    loop {
        let (first, rest) = segment(path);
        let word = first.to_ascii_lowercase();
        let begins = among(segment(ROOTS).0, &word) || among(BEGINNINGS, &word) || among(VERSIONS, &word);
        if !begins && !is_language(first) {
            return first.is_empty();
        }
        path = rest;
    }
}

/// A language, alone or with a region or a script: `ro`, `pt-br`, `es-419`, `zh-Hans`.
fn is_language(segment: &str) -> bool {
    let (language, region) = cut(segment, b'-');
    let fits = region.len() < 3 || region.as_bytes().first() < Some(&b'a');
    let is_word = language.len() == 2 && language.bytes().all(|it| it.is_ascii_alphabetic());
    is_word && fits && !among(WORDS, &segment.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_help_center_begins_at_words_for_it_versions_and_languages() {
        for path in [
            "", "/", "/Help", "/docs/", "/FAQ", "/2", "/v2", "/V10.4.x", "/12/", "/en", "/EN-us/help", "/zh-Hans", "/es-419/kb",
            "/help-center/index.html", "/ro/docs/latest", "/home",
        ] {
            assert!(is_beginning(path), "{path}");
        }
        for path in [
            "/billing", "/js", "/AI", "/go-to", "/eng", "/x2", "/v", "/ру", "/e1", "/en-plans", "/help/billing", "/123", "/to-do",
        ] {
            assert!(!is_beginning(path), "{path}");
        }
    }
}
