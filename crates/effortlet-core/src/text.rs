//! A text of a definition or a template, in one or several languages.
//!
//! `read` reads one. What a text may name besides the organization is in `piping`.

mod read;

pub use read::{read, read_language};

use crate::source::Value;
use alloc::string::String;

/// What is shown to people, never markup: a text, or an object with one text for each language
/// tag. Reading has made sure of it. Absent where there is nothing to say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Text<'a>(pub &'a Value);

impl<'a> Text<'a> {
    /// The text in exactly this language, or one that was given without a language.
    pub fn exactly(self, language: &str) -> Option<&'a String> {
        if let Value::Text(text) = self.0 {
            return Some(text);
        }
        let mut entries = self.0.entries().iter();
        entries.find(|(tag, _)| tag.eq_ignore_ascii_case(language)).map(|(_, text)| text.text_or_empty())
    }

    /// The text in this language, or in its base (`ro` for `ro-md`).
    pub fn close(self, language: &str) -> Option<&'a String> {
        self.exactly(language).or_else(|| self.exactly(base(language)))
    }

    /// The text in this language, else in the default one, else the first.
    pub fn in_language(self, language: &str, default: &str) -> &'a String {
        self.close(language).or_else(|| self.close(default)).unwrap_or_else(|| self.first())
    }

    /// The text in the language that comes first.
    pub fn first(self) -> &'a String {
        self.0.entries().first().map_or(self.0, |(_, text)| text).text_or_empty()
    }

    /// The language that comes first; empty where a text was given without one.
    pub fn language(self) -> &'a str {
        self.0.entries().first().map_or("", |(tag, _)| tag)
    }

    /// Whether the text names the organization in any language.
    pub fn names_organization(self) -> bool {
        let names = |value: &Value| find(value.text_or_empty()).is_some();
        names(self.0) || self.0.entries().iter().any(|(_, text)| names(text))
    }
}

/// The language of a tag without region and script.
pub fn base(tag: &str) -> &str {
    cut(tag, b'-').0
}

/// The shape of a BCP 47 tag: two or three letters, then subtags of up to eight letters and digits.
pub fn is_language(tag: &str) -> bool {
    let (mut part, mut rest) = cut(tag, b'-');
    let (mut least, mut most) = (2, 3);
    let mut end = part.len();
    loop {
        let fits = |byte: u8| byte.is_ascii_alphabetic() || (most == 8 && byte.is_ascii_digit());
        if part.len() < least || part.len() > most || !part.bytes().all(fits) {
            return false;
        }
        if end == tag.len() {
            return true;
        }
        (part, rest) = cut(rest, b'-');
        (least, most) = (1, 8);
        end += 1 + part.len();
    }
}

/// What stands before an ASCII mark, and what after it.
pub fn cut(text: &str, mark: u8) -> (&str, &str) {
    let end = text.bytes().position(|byte| byte == mark).unwrap_or(text.len());
    (text.get(..end).unwrap_or_default(), text.get(end + 1..).unwrap_or_default())
}

const ORGANIZATION: &str = "{organization}";

/// The text with the organization's name in the places that ask for it.
pub fn fill(mut text: &str, organization: &str) -> String {
    let mut filled = String::new();
    while let Some(index) = find(text) {
        filled.push_str(text.get(..index).unwrap_or_default());
        filled.push_str(organization);
        text = text.get(index + ORGANIZATION.len()..).unwrap_or_default();
    }
    filled.push_str(text);
    filled
}

fn find(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (0..bytes.len()).find(|index| bytes.get(*index..).is_some_and(|rest| rest.starts_with(ORGANIZATION.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_organization_is_named_wherever_a_text_asks_for_it() {
        for (text, expected) in [
            ("{organization} helped", "Acme helped"),
            ("Да {organization}, {organization}!", "Да Acme, Acme!"),
            ("{organisation} {", "{organisation} {"),
            ("", ""),
        ] {
            assert_eq!(fill(text, "Acme"), expected);
        }
    }

    #[test]
    fn a_language_tag_is_letters_then_short_parts_of_letters_and_digits() {
        for tag in ["de", "fil", "pt-BR", "es-419", "zh-hant-tw", "de-x", "de-12345678"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "d", "d1", "germ", "-", "de-", "-de", "de--at", "de-123456789", "de-a_b", "дe"] {
            assert!(!is_language(tag), "{tag}");
        }
    }

    #[test]
    fn a_language_finds_its_own_text_then_its_base_then_the_default_then_the_first() {
        let entry = |tag: &str, text: &str| (tag.to_owned(), Value::Text(text.to_owned()));
        let value = Value::Object(vec![entry("de", "eins"), entry("ro", "unu"), entry("pt-BR", "um")]);
        let text = Text(&value);
        for (language, default, expected) in [
            ("ro", "", "unu"),
            ("ro-md", "", "unu"),
            ("pt-br", "", "um"),
            ("pt", "ro", "unu"),
            ("fr", "pt-BR", "um"),
            ("fr", "", "eins"),
        ] {
            assert_eq!(text.in_language(language, default), expected, "{language} {default}");
        }
    }
}
