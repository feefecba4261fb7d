//! Path patterns: `*` stands for part of a segment, `**` for any number of segments,
//! `:name` for one segment that is kept under that name.
//!
//! A trailing slash makes no difference. Never sees a query or a fragment.

use alloc::{string::{String, ToString}, vec::Vec};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<Segment>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Deep,
    Named(String),
    /// Pieces between the stars; one piece is a literal.
    Glob(Vec<String>),
}

/// What the named segments of a pattern stood for.
pub type Captures = Vec<(String, String)>;

impl Pattern {
    /// `None` unless the text starts with a slash.
    pub fn new(text: &str) -> Option<Self> {
        text.starts_with('/').then(|| Self(segments(text).map(Segment::new).collect()))
    }

    /// The captures, if the whole path matches.
    pub fn capture(&self, path: &str) -> Option<Captures> {
        let path: Vec<&str> = segments(path).collect();
        let mut captures = Captures::new();
        matches(&self.0, &path, &mut captures).then_some(captures)
    }
}

impl Segment {
    fn new(text: &str) -> Self {
        match (text, text.strip_prefix(':')) {
            ("**", _) => Self::Deep,
            (_, Some(name)) => Self::Named(name.to_string()),
            _ => Self::Glob(text.split('*').map(String::from).collect()),
        }
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

fn matches(pattern: &[Segment], path: &[&str], captures: &mut Captures) -> bool {
    let Some((segment, pattern)) = pattern.split_first() else { return path.is_empty() };
    if *segment == Segment::Deep {
        return (0..=path.len()).any(|skip| {
            captures_if(captures, |captures| matches(pattern, path.get(skip..).unwrap_or_default(), captures))
        });
    }
    let Some((first, path)) = path.split_first() else { return false };
    match segment {
        Segment::Named(name) => captures.push((name.clone(), (*first).to_string())),
        Segment::Glob(pieces) if glob(pieces, first) => {}
        _ => return false,
    }
    matches(pattern, path, captures)
}

/// Takes back what a failed attempt captured.
fn captures_if(captures: &mut Captures, attempt: impl FnOnce(&mut Captures) -> bool) -> bool {
    let before = captures.len();
    let matched = attempt(captures);
    if !matched {
        captures.truncate(before);
    }
    matched
}

/// Leftmost matching of the pieces between stars: linear, since a piece found earlier never
/// leaves less for the rest.
fn glob(pieces: &[String], text: &str) -> bool {
    let [first, middle @ .., last] = pieces else {
        return pieces.first().is_some_and(|only| only == text);
    };
    let Some(mut rest) = text.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str())) else {
        return false;
    };
    for piece in middle {
        let Some((_, after)) = rest.split_once(piece.as_str()) else { return false };
        rest = after;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("/hc/*-us/articles/**", "/hc/en-us/articles/1", true),
            ("/a*b*c", "/aXbYc", true),
            ("/a*b*c", "/ac", false),
            ("/a*a", "/a", false),
            ("/", "/", true),
            ("/", "/x", false),
            ("/**", "/", true),
        ] {
            let matched = Pattern::new(pattern).unwrap().capture(path).is_some();
            assert_eq!(matched, expected, "{pattern} on {path}");
        }
    }

    #[test]
    fn named_segments_are_kept() {
        let pattern = Pattern::new("/**/help/:section/:article").unwrap();
        let expected = vec![("section".into(), "billing".into()), ("article".into(), "refunds".into())];
        assert_eq!(pattern.capture("/ro/help/billing/refunds/"), Some(expected));
    }

    #[test]
    fn a_pattern_starts_with_a_slash() {
        assert_eq!(Pattern::new("help"), None);
    }
}
