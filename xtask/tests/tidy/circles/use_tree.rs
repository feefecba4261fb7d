//! What stands between `use` and its semicolon: `a::{b, c as d, e::{self, F}}`, name by name.

use super::outline::Path;
use super::tokens::{Token, tokens};

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) path: Path,
    /// What it is called from here on.
    pub(crate) name: String,
    pub(crate) line: usize,
}

pub(crate) fn leaves(tree: &[Token<'_>]) -> Vec<Leaf> {
    let mut found = Vec::new();
    collect(tree, &[], &mut found);
    found
}

/// Collects one branch below `stem`; what is left begins with the `,` or `}` that ends it.
fn collect<'a, 'b>(mut rest: &'b [Token<'a>], stem: &[String], found: &mut Vec<Leaf>) -> &'b [Token<'a>] {
    let mut path = stem.to_vec();
    let mut line = 0;
    while let [first, after @ ..] = rest {
        rest = after;
        match (first.text, after) {
            ("{", _) => return collect_all(after, &path, found),
            ("as", [alias, after @ ..]) => {
                found.push(Leaf { path, name: alias.text.to_owned(), line });
                return after;
            }
            ("self", _) if !path.is_empty() => line = first.line,
            ("::", _) => {}
            (name, _) => {
                line = first.line;
                path.push(name.to_owned());
            }
        }
        if after.first().is_none_or(|next| [",", "}"].contains(&next.text)) {
            break;
        }
    }
    let name = path.last().cloned().unwrap_or_default();
    found.push(Leaf { path, name, line });
    rest
}

/// Collects what stands between braces, and passes over the second one.
fn collect_all<'a, 'b>(mut rest: &'b [Token<'a>], stem: &[String], found: &mut Vec<Leaf>) -> &'b [Token<'a>] {
    while let [first, after @ ..] = rest {
        rest = match first.text {
            "}" => return after,
            "," => after,
            _ => collect(rest, stem, found),
        };
    }
    rest
}

#[test]
fn every_name_of_a_use_is_found_with_its_path() {
    let leaf = |path: &str, name: &str, line| Leaf { path: path.split("::").map(str::to_owned).collect(), name: name.to_owned(), line };
    for (text, expected) in [
        ("a", vec![leaf("a", "a", 1)]),
        ("super::a as b", vec![leaf("super::a", "b", 1)]),
        ("a::{b, c::{self, D},\n e as f,}", vec![leaf("a::b", "b", 1), leaf("a::c", "c", 1), leaf("a::c::D", "D", 1), leaf("a::e", "f", 2)]),
        ("{a::b, c::{self as d}}", vec![leaf("a::b", "b", 1), leaf("c", "d", 1)]),
        ("self::a::*", vec![leaf("self::a::*", "*", 1)]),
    ] {
        assert_eq!(leaves(&tokens(text)), expected, "{text}");
    }
}
