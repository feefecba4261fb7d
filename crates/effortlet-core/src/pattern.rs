//! Path patterns: `*` stands for part of a segment, `**` for any number of segments,
//! `:name` for one segment that is kept under that name.
//!
//! A trailing slash makes no difference. Never sees a query or a fragment.

use crate::source::{Node, Problems, Value};
use crate::text::cut;

/// One pattern or a list of them; reading has made sure that each is one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Patterns<'a>(&'a [Value]);

/// What the named segments stood for: the two names that mean something, empty where not named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Captures<'p> {
    pub section: &'p str,
    pub article: &'p str,
}

impl<'a> Patterns<'a> {
    /// Notes each that is no pattern. A path has neither a query nor a fragment, so a pattern
    /// with one would never match.
    pub fn read(node: Node<'a>, problems: &mut Problems) -> Self {
        let patterns = Self::of(node.value);
        for value in patterns.0 {
            let text = value.text_or_empty();
            let fits = text.starts_with('/') && !text.bytes().any(|byte| byte == b'?' || byte == b'#');
            let node = if core::ptr::eq(value, node.value) { node } else { node.item(value) };
            node.check(fits, "a path pattern such as \"/help/**\"", problems);
        }
        patterns
    }

    /// What has been read before.
    pub fn of(value: &'a Value) -> Self {
        Self(value.one_or_many())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The captures of the first pattern that matches the whole path.
    pub fn capture<'p>(&self, path: &'p str) -> Option<Captures<'p>> {
        for pattern in self.0 {
            let mut captures = Captures::default();
            if let Value::Text(pattern) = pattern && matches(pattern, path, &mut captures) {
                return Some(captures);
            }
        }
        None
    }
}

/// The first segment and what follows it; empty segments do not count, so an empty one is the end.
pub(crate) fn segment(mut path: &str) -> (&str, &str) {
    while let Some(rest) = path.strip_prefix('/') {
        path = rest;
    }
    cut(path, b'/')
}

fn matches<'p>(pattern: &str, path: &'p str, captures: &mut Captures<'p>) -> bool {
    let (wanted, more) = segment(pattern);
    let (found, rest) = segment(path);
    if wanted == "**" {
        return matches(more, path, captures) || (!found.is_empty() && matches(pattern, rest, captures));
    }
    if wanted.is_empty() || found.is_empty() {
        return wanted == found;
    }
    match wanted.strip_prefix(':') {
        Some("section") => captures.section = found,
        Some("article") => captures.article = found,
        Some(_) => {}
        None if glob(wanted.as_bytes(), found.as_bytes()) => {}
        None => return false,
    }
    matches(more, rest, captures)
}

/// One segment, where stars stand for anything. Going back to the latest star only is enough,
/// since an earlier one never leaves more.
fn glob(pattern: &[u8], text: &[u8]) -> bool {
    let (mut wanted, mut found) = (0, 0);
    let mut star = None;
    while found < text.len() {
        if pattern.get(wanted) == Some(&b'*') {
            star = Some((wanted, found));
            wanted += 1;
        } else if pattern.get(wanted) == text.get(found) {
            wanted += 1;
            found += 1;
        } else if let Some((at, from)) = star {
            star = Some((at, from + 1));
            wanted = at + 1;
            found = from + 1;
        } else {
            return false;
        }
    }
    while pattern.get(wanted) == Some(&b'*') {
        wanted += 1;
    }
    wanted == pattern.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capture<'p>(pattern: &str, path: &'p str) -> Option<Captures<'p>> {
        let mut captures = Captures::default();
        matches(pattern, path, &mut captures).then_some(captures)
    }

    #[test]
    fn a_pattern_matches_whole_paths() {
        for (pattern, path, expected) in [
            ("/help/**", "/help", true),
            ("/help/**", "/help/billing/refunds/", true),
            ("/help/**", "/helpful", false),
            ("/help/*", "/help/billing", true),
            ("/help/*", "/help/billing/refunds", false),
            ("/*/help", "/ro/help/", true),
            ("/**/refunds", "/help/billing/refunds", true),
            ("/**/refunds", "/refunds", true),
            ("/**/refunds", "/refunds/x", false),
            ("/**/a/**/b", "/a/x/a/y/b", true),
            ("/**/a/**/b", "/a/x/a/y", false),
            ("/hc/*-us/articles/**", "/hc/en-us/articles/1", true),
            ("/a*b*c", "/aXbYc", true),
            ("/a*b*c", "/ac", false),
            ("/a*b*bc", "/abbbc", true),
            ("/a*a", "/a", false),
            ("/", "/", true),
            ("/", "/x", false),
            ("/**", "/", true),
            ("/ajutor/plăți", "/ajutor/plăți", true),
        ] {
            assert_eq!(capture(pattern, path).is_some(), expected, "{pattern} on {path}");
        }
    }

    #[test]
    fn named_segments_are_kept() {
        let captures = capture("/**/help/:section/:article", "/ro/help/billing/refunds/");
        assert_eq!(captures, Some(Captures { section: "billing", article: "refunds" }));
        let captures = capture("/:locale/:section/**", "/ro/billing/refunds");
        assert_eq!(captures, Some(Captures { section: "billing", article: "" }));
    }
}
