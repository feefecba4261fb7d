//! What the addresses of one make of help centers look like. Never looks at an address.
//!
//! Paths are those of `pattern`, whose marks for our own use are `#` for a digit and `?` between words
//! for any of them.

use super::PageKind;

/// A row of an edition's table.
pub struct Make {
    /// The word for it in definitions.
    pub word: &'static str,
    /// Where its help centers begin where nobody says so, after a language and a version if any.
    pub root: &'static str,
    /// What pages are that lie elsewhere; the first that matches counts.
    pub outside: &'static [&'static [Page]],
    /// What pages are, by what follows the root; the first that matches counts.
    pub inside: &'static [&'static [Page]],
    /// What it is once it is known where it begins. Until then the root may follow another segment.
    pub placed: Option<&'static Make>,
}

/// A page by its path.
pub struct Page {
    pub kind: PageKind,
    pub path: &'static str,
}

impl PageKind {
    pub(super) const fn at_path(self, path: &'static str) -> Page {
        Page { kind: self, path }
    }
}
