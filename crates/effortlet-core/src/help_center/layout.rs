//! What the addresses of help centers look like, by who makes them.
//!
//! Never knows a host: a company's own domain does not say who made its help center.

use super::{KINDS, PageKind};
use crate::pattern::{Captures, among, matches, segment};
use crate::text::cut;

/// Who makes a help center.
#[cfg(feature = "full")]
pub(super) const PRESETS: [&str; 8] =
    ["generic", "zendesk", "freshdesk", "intercom", "helpScout", "liveAgent", "docusaurus", "mkdocs"];

pub(super) const GENERIC: usize = 0;
const ZENDESK: usize = 1;
const FRESHDESK: usize = 2;
const DOCUSAURUS: usize = 6;
/// A generic help center that is looked for in one place only.
const PLACED: usize = 8;

/// Where help centers are commonly found, alone or after another segment.
const ROOTS: &str = "help?hc?support?docs?kb?faq?help-center?knowledge-base";

/// What looks like a language and is none.
const WORDS: &str = "ai?ci?db?go?io?js?ml?qa?ui?to-do?v#";

const VERSIONS: &str = "next?latest?stable?v#?v#.*?#.*?##.*";

/// Each begins with its group and its position in `KINDS`; the first that matches counts.
const PAGES: &str = "a3/articles/#####*-* a3/article/#*-* b1/search \
    c2/ d2/home?solutions d1/search/** d0/contact?submit_ticket/** d0/requests?tickets/new \
    d3/######-* d3/**/article*/#* d4/**/sections?folders/#* d5/categor*?collection*?solutions/#* \
    e5/* f1/search?search.html f5/category/* f3/* g3/:section/**";

/// Which presets know the pages of a group, as bits by their positions.
static GROUPS: [u32; 7] = [
    // Before a help center begins: a, what is unmistakable; b, the search of Docusaurus.
    0b0_0000_0001,
    0b0_0100_0000,
    // In a help center: c, of any make; d, where a word says what the page is.
    0b1_1111_1111,
    0b1_0011_1111,
    // e, by sections; f, of documents; g, of both.
    0b1_0000_0001,
    0b0_1100_0000,
    0b1_1100_0001,
];

/// What a page is. `root` is the path that the help center is under, empty where nobody said so.
pub(super) fn page<'p>(
    mut preset: usize,
    mut root: &str,
    path: &'p str,
    captures: &mut Captures<'p>,
    locale: &mut Option<&'p str>,
) -> PageKind {
    if root.is_empty() {
        root = if preset == DOCUSAURUS {
            "docs"
        } else if preset % PLACED == GENERIC {
            ROOTS
        } else if preset <= FRESHDESK {
            "hc?support"
        } else {
            "/"
        };
    } else if preset == GENERIC {
        preset = PLACED;
    }
    let mut rest = path;
    let inside = loop {
        let (wanted, more) = segment(root);
        let (first, after) = segment(rest);
        if among(wanted, first) {
            root = more;
            if first == "hc" {
                preset = ZENDESK;
            }
        } else if locale.is_none() && is_language(first) {
            *locale = Some(first);
        } else if !among(VERSIONS, first) {
            break wanted.is_empty();
        }
        rest = after;
    };
    let mut pages = PAGES;
    loop {
        let (page, more) = cut(pages, b' ');
        pages = more;
        let (head, pattern) = cut(page, b'/');
        let [group, kind] = head.as_bytes() else { break };
        let presets = GROUPS.get(usize::from(group - b'a')).copied().unwrap_or_default();
        if presets >> preset & 1 != 0 && inside == (*group > b'b') && matches(pattern, rest, captures) {
            return KINDS.get(usize::from(kind - b'0')).copied().unwrap_or_default();
        }
    }
    if preset == GENERIC && !inside {
        return page(PLACED, "", segment(path).1, captures, locale);
    }
    PageKind::Other
}

/// A language, alone or with a region or a script: `ro`, `pt-br`, `es-419`, `zh-Hans`.
fn is_language(segment: &str) -> bool {
    let (language, region) = cut(segment, b'-');
    let fits = region.len() < 3 || region.as_bytes().first() < Some(&b'a');
    language.len() == 2 && fits && !among(WORDS, segment)
}
