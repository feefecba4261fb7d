//! What the page that is open is called, for texts that name it.
//!
//! Never asks for the layout.

use crate::element_words::{is_space, with_single_spaces, words_of};
use crate::page::{all, document, first, location, text_property};

/// The longest title, in characters, as part of a question.
const LONGEST: usize = 120;

/// Longer than any title with its white space; what is beyond is not looked at.
const ENOUGH: usize = 1_000;

/// Before a name of the site at the end of a title. No text: what looks for a character in one weighs 5 KB.
const MARKS: [char; 9] = ['-', '|', '–', '—', '·', '•', '»', ':', '/'];

/// What was told of the page that was loaded, and its path.
pub(crate) struct Title {
    path: String,
    told: String,
}

impl Title {
    pub(super) fn open() -> Self {
        Self { path: path(), told: shared() }
    }

    /// What is told to those who share the page, else its only heading, else its title; empty where it has
    /// none. Where an app leads on and leaves what was told as it was, that is not the new page's.
    pub(super) fn read(&self) -> String {
        let told = shared();
        let is_its_own = told != self.told || path() == self.path;
        let sources: [&dyn Fn() -> String; 3] =
            [&|| if is_its_own { told.clone() } else { String::new() }, &heading, &|| clean(&document().title())];
        let title = sources.iter().map(|source| source()).find(|it| !it.is_empty()).unwrap_or_default();
        short(without_site(&title, &content_of("meta[property=\"og:site_name\"]")))
    }
}

fn path() -> String {
    text_property(&location(), "pathname")
}

fn shared() -> String {
    content_of("meta[property=\"og:title\"]")
}

fn content_of(selector: &str) -> String {
    first(selector).map_or_else(String::new, |it| clean(&text_property(&it, "content")))
}

fn heading() -> String {
    match all("h1").as_slice() {
        [only] => clean(&words_of(only)),
        _ => String::new(),
    }
}

/// White space as one space, without the sign of a link to a heading.
fn clean(text: &str) -> String {
    let text = with_single_spaces(text, ENOUGH);
    let text = text.strip_suffix(' ').unwrap_or(&text);
    text.strip_suffix('¶').unwrap_or(text).trim_matches(is_space).into()
}

/// Only where the page says what its site is called, and a mark stands between.
fn without_site<'t>(title: &'t str, site: &str) -> &'t str {
    let own = || {
        let before = title.strip_suffix(site).filter(|_| !site.is_empty())?.strip_suffix(' ')?;
        let own = before.strip_suffix(|it| MARKS.contains(&it))?.strip_suffix(' ')?;
        Some(own).filter(|it| !it.is_empty())
    };
    own().unwrap_or(title)
}

fn short(title: &str) -> String {
    if title.chars().nth(LONGEST).is_none() {
        return title.into();
    }
    let start: String = title.chars().take(LONGEST - 1).collect();
    [start.trim_matches(is_space), "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_goes_where_a_mark_stands_before_it() {
        for (title, site, expected) in [
            ("Refunds | Acme Help", "Acme Help", "Refunds"),
            ("Refunds - how – Acme", "Acme", "Refunds - how"),
            ("A - - Acme", "Acme", "A -"),
            ("Refunds | Acme Help", "", "Refunds | Acme Help"),
            ("Acme Help", "Acme Help", "Acme Help"),
            ("| Acme Help", "Acme Help", "| Acme Help"),
            ("Get Acme Help", "Acme Help", "Get Acme Help"),
            ("Refunds |Acme", "Acme", "Refunds |Acme"),
            ("Refunds| Acme", "Acme", "Refunds| Acme"),
        ] {
            assert_eq!(without_site(title, site), expected, "{title} {site}");
        }
    }

    #[test]
    fn a_title_is_read_without_the_sign_of_a_link_and_with_single_spaces() {
        for (text, expected) in
            [("  Get \n a\u{a0}refund ", "Get a refund"), ("Get a refund ¶ ", "Get a refund"), ("¶", ""), ("a\u{200b}b", "a b"), ("\u{85} next\u{b}", "\u{85} next")]
        {
            assert_eq!(clean(text), expected, "{text}");
        }
    }

    #[test]
    fn a_title_of_more_than_120_characters_ends_in_dots() {
        let as_many = |count: usize| "ț".repeat(count);
        assert_eq!(short(&as_many(120)), as_many(120));
        assert_eq!(short(&as_many(121)), [as_many(119).as_str(), "…"].concat());
        assert_eq!(short(&[&as_many(118), "  ", &as_many(9)].concat()), [as_many(118).as_str(), "…"].concat());
    }
}
