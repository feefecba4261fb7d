//! Parts of a page's address, as the browser spells it: `https://host/path?query#fragment`.
//!
//! Never judges an address; what it lacks is empty.

use crate::text::cut;
use alloc::{string::String, vec::Vec};

/// The path as it is spelled, without what stands before and after it; `/` where there is none.
pub fn path(href: &str) -> &str {
    let text = path_of(href);
    let path = if text.starts_with('/') { text } else { after_host(text) };
    if path.is_empty() { "/" } else { path }
}

/// The first value of a parameter of the query, with plus signs and escapes undone as
/// `URLSearchParams` undoes them (WHATWG URL, 5.1): a `%` that begins no escape stays, and what is
/// not UTF-8 becomes U+FFFD. Empty where the parameter has no value.
pub fn parameter(href: &str, name: &str) -> Option<String> {
    let (_, mut query) = cut(before_fragment(href), b'?');
    while !query.is_empty() {
        let (pair, rest) = cut(query, b'&');
        let (key, value) = cut(pair, b'=');
        if !pair.is_empty() && decode(key) == name {
            return Some(decode(value));
        }
        query = rest;
    }
    None
}

/// The path, where it is wanted, and the parameters of the query that are.
pub fn only(href: &str, has_path: bool, is_wanted: &dyn Fn(&str) -> bool) -> String {
    let mut kept = String::from(if has_path { path(href) } else { "" });
    let (_, mut query) = cut(before_fragment(href), b'?');
    let mut before = '?';
    while !query.is_empty() {
        let (pair, rest) = cut(query, b'&');
        if is_wanted(&decode(cut(pair, b'=').0)) {
            kept.push(before);
            kept.push_str(pair);
            before = '&';
        }
        query = rest;
    }
    kept
}

/// The path of a route in the fragment, as `#/a` or `#!/a`; empty where there is none.
pub fn route(href: &str) -> &str {
    let fragment = cut(href, b'#').1;
    let path = path_of(fragment.strip_prefix('!').unwrap_or(fragment));
    if path.starts_with('/') { path } else { "" }
}

/// What stands before a query and a fragment.
fn path_of(text: &str) -> &str {
    cut(before_fragment(text), b'?').0
}

fn before_fragment(href: &str) -> &str {
    cut(href, b'#').0
}

fn after_host(text: &str) -> &str {
    let (_, rest) = cut(text, b':');
    let rest = rest.strip_prefix("//").unwrap_or_default();
    rest.get(cut(rest, b'/').0.len()..).unwrap_or_default()
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        rest = more;
        bytes.push(match (first, more) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) if let (Some(high), Some(low)) = (digit(*high), digit(*low)) => {
                rest = after;
                high * 16 + low
            }
            _ => *first,
        });
    }
    let mut decoded = String::new();
    for chunk in bytes.utf8_chunks() {
        decoded.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            decoded.push('\u{fffd}');
        }
    }
    decoded
}

/// A hexadecimal digit.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_what_stands_between_host_and_query() {
        for (href, expected) in [
            ("https://acme.example/help/billing?a=1#top", "/help/billing"),
            ("https://acme.example/help/", "/help/"),
            ("https://acme.example:8080/help#/a?b", "/help"),
            ("https://acme.example/pl%C4%83%C8%9Bi/%2F", "/pl%C4%83%C8%9Bi/%2F"),
            ("https://acme.example/ajutor/plăți", "/ajutor/plăți"),
            ("https://acme.example//a//b", "//a//b"),
            ("https://acme.example/a:b://c/d", "/a:b://c/d"),
            ("https://acme.example", "/"),
            ("https://acme.example?next=/help", "/"),
            ("https://acme.example#/help", "/"),
            ("file:///help/index.html", "/help/index.html"),
            ("/help?next=https://acme.example/a", "/help"),
            ("about:blank", "/"),
            ("", "/"),
        ] {
            assert_eq!(path(href), expected, "{href}");
        }
    }

    #[test]
    fn a_fragment_that_begins_as_a_path_is_a_route() {
        for (href, expected) in [
            ("https://acme.example/help#/billing/refunds", "/billing/refunds"),
            ("https://acme.example/#!/billing?a=1#top", "/billing"),
            ("#/billing#/top?a", "/billing"),
            ("/help#billing", ""),
            ("/help#!billing", ""),
            ("/help/billing", ""),
        ] {
            assert_eq!(route(href), expected, "{href}");
        }
    }

    #[test]
    fn of_an_address_only_what_is_wanted_is_kept() {
        let href = "https://acme.example/help?a=1&token=2&b%20c=%26&a=3#/d?a=4";
        for (has_path, wanted, expected) in [
            (true, &[][..], "/help"),
            (false, &[], ""),
            (false, &["a"], "?a=1&a=3"),
            (true, &["a", "b c"], "/help?a=1&b%20c=%26&a=3"),
        ] {
            assert_eq!(only(href, has_path, &|name| wanted.contains(&name)), expected);
        }
    }

    /// What is expected is what `new URLSearchParams(query).get(name)` gives in Node 20.
    #[test]
    fn a_parameter_is_read_as_by_url_search_params() {
        for (query, name, expected) in [
            ("utm_source=news", "utm_source", Some("news")),
            ("a=1&b=2&a=3", "a", Some("1")),
            ("a=1&b=2&a=3", "b", Some("2")),
            ("a=1", "A", None),
            ("ab=1", "a", None),
            ("a", "a", Some("")),
            ("a=", "a", Some("")),
            ("&&a=1&", "a", Some("1")),
            ("a=b=c", "a", Some("b=c")),
            ("=1", "", Some("1")),
            ("&&", "", None),
            ("", "", None),
            ("a=1;b=2", "a", Some("1;b=2")),
            ("a=one+two%20three%2Bfour", "a", Some("one two three+four")),
            ("utm%5Fsource=news", "utm_source", Some("news")),
            ("my+key=1", "my key", Some("1")),
            ("a%3Db=1", "a=b", Some("1")),
            ("a=%26%3d", "a", Some("&=")),
            ("a=%C4%83%f0%9f%99%82", "a", Some("ă🙂")),
            ("ключ=да", "ключ", Some("да")),
            ("a=%ff%C4", "a", Some("\u{fffd}\u{fffd}")),
            ("a=%f0%9f%99x", "a", Some("\u{fffd}x")),
            ("a=%ed%a0%80", "a", Some("\u{fffd}\u{fffd}\u{fffd}")),
            ("a=100%", "a", Some("100%")),
            ("a=%4", "a", Some("%4")),
            ("a=%zz%%34", "a", Some("%zz%4")),
            ("a=%2531", "a", Some("%31")),
            ("?a=1", "?a", Some("1")),
            ("a=x?y", "a", Some("x?y")),
        ] {
            for href in [["https://acme.example/help?", query, "#a=fragment"].concat(), ["/?", query].concat()] {
                assert_eq!(parameter(&href, name).as_deref(), expected, "{name} in {href}");
            }
        }
        assert_eq!(parameter("https://acme.example/a=1", "a"), None);
        assert_eq!(parameter("https://acme.example/#?a=1", "a"), None);
    }
}
