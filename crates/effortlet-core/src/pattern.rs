//! Path patterns: `*` stands for part of a segment, `**` for any number of segments,
//! `:name` for one segment that is kept under that name.
//!
//! The marks that no path has mean something in our own patterns only: `#` stands for a digit, `?`
//! between words for any of them.
//!
//! A trailing slash makes no difference, nor does `index.html` at the end. Never sees a query or a
//! fragment.

use crate::source::{Node, Problems, Value};
use crate::text::cut;

/// One pattern or a list of them; reading has made sure that each is one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Patterns<'a>(&'a [Value]);

/// What the named segments stood for: the names that mean something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Captures<'p> {
    pub section: Option<&'p str>,
    pub article: Option<&'p str>,
}

impl<'a> Patterns<'a> {
    /// Notes each that is no pattern.
    pub fn read(node: Node<'a>, problems: &mut Problems) -> Self {
        let patterns = Self::of(node.value);
        for value in patterns.0 {
            let node = if core::ptr::eq(value, node.value) { node } else { node.item(value) };
            node.check(is_path(value), "a path pattern such as \"/help/**\"", problems);
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
        let mut captures = Captures::default();
        self.find(path, &mut captures).then_some(captures)
    }

    /// Whether one matches the whole path; leaves what its named segments stood for.
    pub(crate) fn find<'p>(&self, path: &'p str, captures: &mut Captures<'p>) -> bool {
        self.0.iter().any(|pattern| {
            *captures = Captures::default();
            matches!(pattern, Value::Text(pattern) if matches(pattern, path, captures))
        })
    }
}

/// One pattern at least.
pub(crate) fn read_path<'a>(path: Node<'a>, problems: &mut Problems) -> Patterns<'a> {
    let patterns = Patterns::read(path, problems);
    path.check(!patterns.is_empty(), "a path pattern such as \"/help/**\"", problems);
    patterns
}

/// A path has neither a query nor a fragment, so a pattern with one would never match.
pub(crate) fn is_path(value: &Value) -> bool {
    let text = value.text_or_empty();
    text.starts_with('/') && !text.bytes().any(|byte| byte == b'?' || byte == b'#')
}

/// The first segment and what follows it; empty segments do not count, so an empty one is the end.
pub(crate) fn segment(mut path: &str) -> (&str, &str) {
    while let Some(rest) = path.strip_prefix('/') {
        path = rest;
    }
    let (first, rest) = cut(path, b'/');
    if first == "index.html" { ("", "") } else { (first, rest) }
}

/// Whether a pattern matches the whole path. What it has kept before it failed stays.
pub(crate) fn matches<'p>(pattern: &str, path: &'p str, captures: &mut Captures<'p>) -> bool {
    let (wanted, more) = segment(pattern);
    let (found, rest) = segment(path);
    if wanted == "**" {
        return matches(more, path, captures) || (!found.is_empty() && matches(pattern, rest, captures));
    }
    if wanted.is_empty() || found.is_empty() {
        return wanted == found;
    }
    match wanted.strip_prefix(':') {
        Some("section") => captures.section = Some(found),
        Some("article") => captures.article = Some(found),
        Some(_) => {}
        None if among(wanted, found) => {}
        None => return false,
    }
    matches(more, rest, captures)
}

/// Whether a segment is one of those with `?` between them.
pub fn among(mut wanted: &str, found: &str) -> bool {
    while !wanted.is_empty() {
        let (one, others) = cut(wanted, b'?');
        if glob(one.as_bytes(), found.as_bytes()) {
            return true;
        }
        wanted = others;
    }
    false
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
        } else if pattern.get(wanted) == text.get(found)
            || pattern.get(wanted) == Some(&b'#') && text.get(found).is_some_and(u8::is_ascii_digit)
        {
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
        assert_eq!(captures, Some(Captures { section: Some("billing"), article: Some("refunds") }));
        let captures = capture("/:locale/:section/**", "/ro/billing/refunds");
        assert_eq!(captures, Some(Captures { section: Some("billing"), article: None }));
    }
}
