//! Finds the page of a make that an address is.
//!
//! Never knows a host: a company's own domain does not say who made its help center.

use super::zendesk::ZENDESK;
use super::{Make, PageKind};
use crate::pattern::{Captures, among, matches, segment};
use crate::text::cut;

/// What looks like a language and is none.
const WORDS: &str = "ai?ci?db?go?io?js?ml?qa?ui?to-do?v#";

const VERSIONS: &str = "next?latest?stable?v#?v#.*?#.*?##.*";

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
    let pages = if inside { make.inside } else { &[make.outside] };
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

/// A language, alone or with a region or a script: `ro`, `pt-br`, `es-419`, `zh-Hans`.
fn is_language(segment: &str) -> bool {
    let (language, region) = cut(segment, b'-');
    let fits = region.len() < 3 || region.as_bytes().first() < Some(&b'a');
    language.len() == 2 && fits && !among(WORDS, segment)
}
