//! Path patterns: `*` stands for part of a segment, `**` for any number of segments,
//! `:name` for one segment that is kept under that name.
//!
//! A trailing slash makes no difference. Never sees a query or a fragment.

use crate::source::{Node, Problems, Value};

/// One pattern or a list of them; reading has made sure that each is one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Patterns<'a>(&'a [Value]);

/// What the named segments stood for: the two names that mean something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Captures<'p> {
    pub section: Option<&'p str>,
    pub article: Option<&'p str>,
}

impl<'a> Patterns<'a> {
    /// Notes each that is no pattern. A path has neither a query nor a fragment, so a pattern
    /// with one would never match.
    pub fn read(node: &Node<'a>, problems: &mut Problems) -> Self {
        for node in node.one_or_many() {
            let text = node.value.text().unwrap_or_default();
            if !text.starts_with('/') || text.bytes().any(|byte| byte == b'?' || byte == b'#') {
                node.expect::<()>("a path pattern such as \"/help/**\"", problems);
            }
        }
        Self(node.value.one_or_many())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The captures of the first pattern that matches the whole path.
    pub fn capture<'p>(&self, path: &'p str) -> Option<Captures<'p>> {
        self.0.iter().find_map(|pattern| matches(pattern.text()?, path, Captures::default()))
    }
}

/// The first segment and what follows it; empty segments do not count.
pub(crate) fn segment(path: &str) -> Option<(&str, &str)> {
    let mut start = 0;
    let bytes = path.as_bytes();
    while bytes.get(start) == Some(&b'/') {
        start += 1;
    }
    let mut end = start;
    while bytes.get(end).is_some_and(|byte| *byte != b'/') {
        end += 1;
    }
    let first = path.get(start..end)?;
    (start < end).then_some((first, path.get(end..)?))
}

fn matches<'p>(pattern: &str, path: &'p str, mut captures: Captures<'p>) -> Option<Captures<'p>> {
    let Some((wanted, pattern)) = segment(pattern) else {
        return segment(path).is_none().then_some(captures);
    };
    let next = segment(path);
    if wanted == "**" {
        let here = matches(pattern, path, captures);
        return here.or_else(|| deeper(pattern, next?.1, captures));
    }
    let (found, path) = next?;
    match wanted.strip_prefix(':') {
        Some("section") => captures.section = Some(found),
        Some("article") => captures.article = Some(found),
        Some(_) => {}
        None if glob(wanted.as_bytes(), found.as_bytes()) => {}
        None => return None,
    }
    matches(pattern, path, captures)
}

/// The rest of a pattern after `**`, tried at each later segment.
fn deeper<'p>(pattern: &str, path: &'p str, captures: Captures<'p>) -> Option<Captures<'p>> {
    let here = matches(pattern, path, captures);
    here.or_else(|| deeper(pattern, segment(path)?.1, captures))
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
        matches(pattern, path, Captures::default())
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
