//! Whether a text is a CSS selector that `querySelector` accepts, outside a browser.
//!
//! The grammar is the `selectors` crate's (Servo, Firefox); only the names of the
//! pseudo-classes are ours. Never matches anything.

use cssparser::{ParseError, Parser as CssParser, ToCss};
use core::fmt;
use precomputed_hash::PrecomputedHash;
use selectors::parser::{
    NonTSPseudoClass, ParseRelative, Parser, PseudoElement, SelectorImpl, SelectorList,
    SelectorParseErrorKind,
};

pub fn is_selector(text: &str) -> bool {
    SelectorList::parse(&Grammar, &mut CssParser::new(text), ParseRelative::No).is_ok()
}

/// Pseudo-classes without arguments that current Chromium, Firefox and WebKit all accept
/// (Selectors Level 4, HTML Standard section 4.16.3), beyond the structural ones.
const PSEUDO_CLASSES: &[&str] = &[
    "active", "any-link", "autofill", "checked", "default", "defined", "disabled", "enabled",
    "focus", "focus-visible", "focus-within", "fullscreen", "hover", "in-range", "indeterminate",
    "invalid", "link", "modal", "optional", "out-of-range", "placeholder-shown", "popover-open",
    "read-only", "read-write", "required", "target", "user-invalid", "user-valid", "valid",
    "visited",
];

/// Pseudo-elements parse but match nothing; a click lands on elements.
const PSEUDO_ELEMENTS: &[&str] = &[
    "after", "backdrop", "before", "file-selector-button", "first-letter", "first-line", "marker",
    "placeholder", "selection",
];

struct Grammar;

impl<'i> Parser<'i> for Grammar {
    type Impl = Names;
    type Error = Rejected;

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_has(&self) -> bool {
        true
    }

    fn parse_nth_child_of(&self) -> bool {
        true
    }

    fn parse_non_ts_pseudo_class(&self, name: &str) -> Result<Name, ParseError<Rejected>> {
        known(name, PSEUDO_CLASSES)
    }

    fn parse_non_ts_functional_pseudo_class(
        &self,
        name: &str,
        arguments: &mut CssParser<'i>,
        _after_part: bool,
    ) -> Result<Name, ParseError<Rejected>> {
        let accepted = known(name, &["lang", "dir"])?;
        arguments.expect_ident_or_string()?;
        Ok(accepted)
    }

    fn parse_pseudo_element(&self, name: &str) -> Result<Name, ParseError<Rejected>> {
        known(name, PSEUDO_ELEMENTS)
    }
}

fn known(name: &str, names: &[&str]) -> Result<Name, ParseError<Rejected>> {
    if names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
        Ok(Name::from(name))
    } else {
        Err(ParseError::custom(Rejected))
    }
}

struct Rejected;

impl From<SelectorParseErrorKind> for Rejected {
    fn from(_: SelectorParseErrorKind) -> Self {
        Self
    }
}

#[derive(Clone, Debug)]
struct Names;

impl SelectorImpl for Names {
    type ExtraMatchingData<'a> = ();
    type AttrValue = Name;
    type Identifier = Name;
    type LocalName = Name;
    type NamespaceUrl = Name;
    type NamespacePrefix = Name;
    type BorrowedNamespaceUrl = Name;
    type BorrowedLocalName = Name;
    type NonTSPseudoClass = Name;
    type PseudoElement = Name;
}

/// Any name in a selector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Name(String);

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self(name.to_owned())
    }
}

impl ToCss for Name {
    fn to_css<W: fmt::Write>(&self, out: &mut W) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl PrecomputedHash for Name {
    fn precomputed_hash(&self) -> u32 {
        0
    }
}

impl NonTSPseudoClass for Name {
    fn is_active_or_hover(&self) -> bool {
        matches!(self.0.as_str(), "active" | "hover")
    }

    fn is_user_action_state(&self) -> bool {
        self.is_active_or_hover()
    }
}

impl PseudoElement for Name {}

#[cfg(test)]
mod tests {
    use super::is_selector;

    #[test]
    fn accepts_what_query_selector_accepts() {
        for text in [
            "a", ".cta", "#main > .card", "[data-share], .cta", "[data-share", "a[href^='https:']:not(.x)",
            "button:hover", "li:nth-child(2n + 1 of .done)", ":is(h1, h2) + p", "p::before",
            "form:has(> input:checked)", "*", "A:LANG(en)", "input:disabled ~ span",
        ] {
            assert!(is_selector(text), "{text}");
        }
    }

    #[test]
    fn refuses_what_query_selector_refuses() {
        for text in
            ["", ".", "a >", "> a", "a[", "..cta", "a,,b", "##x", ":nope", "a:hover(", "{}", "5", "a::nope"]
        {
            assert!(!is_selector(text), "{text}");
        }
    }
}
