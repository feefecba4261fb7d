//! Blots out what names a person: e-mail addresses, phone numbers, numbers of cards.
//!
//! Widget and collector blot out alike. Years, prices, versions and names of articles stay. Never keeps
//! what it blots out.

mod number;

use alloc::string::String;
pub use number::Where;
use number::{Number, number_at, sign_at};

/// The text, with `[e-mail]`, `[phone]` and `[card]` in the place of what was there.
pub fn masked(text: &str, place: Where) -> String {
    let text = without_emails(text);
    let mut out = String::new();
    let (mut at, mut after) = (0, 0);
    while at < text.len() {
        let Some(length) = digits_at(text.as_bytes().get(at..).unwrap_or_default()) else {
            at += 1;
            continue;
        };
        let (start, end) = (at, at + length);
        at = end;
        let word = match number_at(&text, start, end, place) {
            Number::Card => "[card]",
            Number::Phone => "[phone]",
            Number::Other => continue,
        };
        out.push_str(text.get(after..start).unwrap_or_default());
        out.push_str(word);
        after = end;
    }
    out.push_str(tail(&text, after));
    out
}

fn tail(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}

fn without_emails(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::new();
    // Where what is not written yet begins, and what may be the name of a mailbox.
    let (mut after, mut name, mut at) = (0, 0, 0);
    while let [first, rest @ ..] = bytes.get(at..).unwrap_or_default() {
        // As they stand in an address of the web.
        let (sign, length) = match (first, rest) {
            (b'%', [b'4', b'0', ..]) => (b'@', 3),
            (b'%', [b'2', b'B' | b'b', ..]) => (b'+', 3),
            _ => (*first, 1),
        };
        let next = at + length;
        let host = if sign == b'@' && name < at { host_after(bytes.get(next..).unwrap_or_default()) } else { 0 };
        if host > 0 {
            out.push_str(text.get(after..name).unwrap_or_default());
            out.push_str("[e-mail]");
            after = next + host;
            (at, name) = (after, after);
            continue;
        }
        let sign_ends = at + sign_at(bytes.get(at..).unwrap_or_default());
        if sign_ends > at {
            (at, name) = (sign_ends, sign_ends);
            continue;
        }
        at = next;
        // RFC 5321 allows more than people write.
        if !is_word(sign) && !matches!(sign, b'.' | b'_' | b'+' | b'\'' | b'-') {
            name = at;
        }
    }
    out.push_str(tail(text, after));
    out
}

/// A letter or a digit, or a part of what is not of ASCII.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// How many bytes at the beginning are the name of a host: labels, the last of two letters or more.
fn host_after(text: &[u8]) -> usize {
    // Since the last dot: how many bytes of letters, and nothing else.
    let mut letters: Option<usize> = None;
    let mut host = 0;
    for (at, byte) in text.iter().enumerate() {
        let is_end = sign_at(text.get(at..).unwrap_or_default()) > 0;
        match byte {
            b'.' if at > 0 => letters = Some(0),
            b'-' if at > 0 => letters = None,
            _ if is_end || !is_word(*byte) => break,
            byte => letters = letters.filter(|_| !byte.is_ascii_digit()).map(|count| count + 1),
        }
        if letters.is_some_and(|count| count > 1) {
            host = at + 1;
        }
    }
    host
}

/// How many bytes at the beginning are seven digits or more with what stands between them in a number: at
/// most two signs, such as `) `.
fn digits_at(text: &[u8]) -> Option<usize> {
    let mut at = match text {
        [b'+', ..] => 1,
        [b'%', b'2', b'B' | b'b', ..] => 3,
        _ => 0,
    };
    at += usize::from(text.get(at) == Some(&b'('));
    let mut count = 0;
    while let Some(length) = next_digit(text.get(at..).unwrap_or_default(), if count > 0 { 2 } else { 0 }) {
        at += length;
        count += 1;
    }
    (count > 6).then_some(at)
}

/// How many bytes lead to a digit and include it, with so many signs before it at most.
fn next_digit(text: &[u8], signs: u8) -> Option<usize> {
    let mut at = 0;
    for _ in 0..=signs {
        let length = match text.get(at..).unwrap_or_default() {
            [b'0'..=b'9', ..] => return Some(at + 1),
            [b' ' | b'.' | b'-' | b'/' | b'(' | b')', ..] => 1,
            // Spaces that do not break, and a hyphen that does not.
            [0xc2, 0xa0, ..] => 2,
            [0xe2, 0x80, 0x89 | 0xaf | 0x91, ..] => 3,
            _ => break,
        };
        at += length;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_a_person_is_blotted_out() {
        for (text, expected) in [
            ("write to jane.doe+help@acme.example please", "write to [e-mail] please"),
            ("Ștefan.Popă@exemplu.ro.", "[e-mail]."),
            ("<o'neil@sub.acme.co.uk>", "<[e-mail]>"),
            ("call +49 30 901820 today", "call [phone] today"),
            ("+40722123456", "[phone]"),
            ("0040 722 123 456", "[phone]"),
            ("0722 123 456 or 0722.123.456", "[phone] or [phone]"),
            ("(555) 234-5678", "[phone]"),
            ("555-234-5678, 1-555-234-5678", "[phone], [phone]"),
            ("+1 (555) 234-5678", "[phone]"),
            ("phone 612 34 56 78", "phone [phone]"),
            ("tel: 55512345", "tel: [phone]"),
            ("06-12345678", "[phone]"),
            ("4111 1111 1111 1111", "[card]"),
            ("my card 4111-1111-1111-1111.", "my card [card]."),
            ("378282246310005", "[card]"),
            ("5555555555554444!", "[card]!"),
            ("„jane@acme.example” a@b.co,c@d.co", "„[e-mail]” [e-mail],[e-mail]"),
            ("é@acme.example\u{a0}Popescu 日本、b@日本.jp。はい", "[e-mail]\u{a0}Popescu 日本、[e-mail]。はい"),
            ("jane@acme.example@jane@acme.example", "[e-mail]@[e-mail]"),
            ("x@münchen.de или иван@почта.рф", "[e-mail] или [e-mail]"),
        ] {
            assert_eq!(masked(text, Where::Words), expected, "{text}");
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "in 2024 and 2025-2026, from 1999 to 2003",
            "on 2024-05-12 10:30, or 12.05.2024, 01.02.2024 10:15, 05/12/2024",
            "2024-05-12T10:30:00Z, 20240512",
            "costs 1,299.00 or 1 299 000 lei, 12.345.678,90 EUR",
            "version 10.0.19045.4291, v1.2.3, 0.10.4, 126.0.6478.127",
            "error 500, 404, 0x80070005, step 3 of 12",
            "0.123456789 of it, 3.14159265358979",
            "order 1234567890123456",
            "192.168.100.101, 100 200 300",
            "ticket 36001234 and RFC 5321",
            "a @ b, user@localhost, @acme.example, a@.de, a@-b.de, a@b.c, a@b.c0m",
        ] {
            assert_eq!(masked(text, Where::Words), text);
        }
    }

    #[test]
    fn addresses_of_pages_keep_the_numbers_of_their_articles() {
        for (url, expected) in [
            ("https://a.example/hc/articles/4408831545498-Refunds", None),
            ("https://a.example/hc/articles/360012345678", None),
            ("https://a.example/0123456789/2024/05", None),
            ("https://a.example/u/jane%40acme.example/x", Some("https://a.example/u/[e-mail]/x")),
            ("https://a.example/call/+40722123456", Some("https://a.example/call/[phone]")),
            ("https://a.example/card/4111111111111111", Some("https://a.example/card/[card]")),
        ] {
            assert_eq!(masked(url, Where::Address), expected.unwrap_or(url), "{url}");
        }
    }
}
