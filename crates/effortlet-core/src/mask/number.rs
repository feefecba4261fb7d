//! What a row of digits is: the number of a card, of a phone, or any other.
//!
//! Never looks further than the words beside it.

use alloc::vec::Vec;

/// Addresses of pages hold numbers of articles, which look like those of phones and cards.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Where {
    Words,
    Address,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    Card,
    Phone,
    Other,
}

/// How many bytes at the beginning are a sign between words that is not of ASCII: those of Latin-1, general
/// punctuation, and that of Chinese and Japanese.
pub(super) fn sign_at(text: &[u8]) -> usize {
    match text {
        [0xc2, _, ..] => 2,
        [0xe2, 0x80, _, ..] | [0xe3, 0x80, _, ..] => 3,
        _ => 0,
    }
}

/// Of what stands from `start` to `end`.
pub(super) fn number_at(text: &str, start: usize, end: usize, place: Where) -> Number {
    let [before, number, after] = [0..start, start..end, end..text.len()].map(|it| text.get(it).unwrap_or_default());
    if is_part_of_more(before.as_bytes(), after.as_bytes()) {
        return Number::Other;
    }
    // Without the digit of `%2B`.
    let is_escaped = number.starts_with('%');
    let own = number.get(if is_escaped { 3 } else { 0 }..).unwrap_or_default();
    let digits: Vec<u8> = own.bytes().filter(u8::is_ascii_digit).map(|it| it - b'0').collect();
    if is_card(number, &digits, place) {
        return Number::Card;
    }
    let is_phone = match place {
        _ if is_escaped || number.starts_with('+') => (8..=15).contains(&digits.len()),
        Where::Address => false,
        Where::Words => is_phone(before, number, &digits),
    };
    if is_phone { Number::Phone } else { Number::Other }
}

/// A word or a number of which these digits are only a part, such as `0x80070005` or `1,299`.
fn is_part_of_more(before: &[u8], after: &[u8]) -> bool {
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let letter_before = match before {
        [.., 0xc2, _] | [.., 0xe2 | 0xe3, 0x80, _] => false,
        [.., last] => is_inside(last) || *last >= 0x80,
        [] => false,
    };
    let letter_after = after.first().is_some_and(|it| is_inside(it) || *it >= 0x80 && sign_at(after) == 0);
    letter_before
        || letter_after
        || matches!(before, [.., b'0'..=b'9', b',' | b':'])
        || matches!(after, [b',' | b':', b'0'..=b'9', ..])
}

/// 13 to 19 digits whose last one checks the others (ISO/IEC 7812-1, annex B). In addresses only as long as
/// the issuers of nearly all cards make them.
fn is_card(number: &str, digits: &[u8], place: Where) -> bool {
    let plain = number.bytes().all(|it| it.is_ascii_digit() || it == b' ' || it == b'-');
    let length = match (place, digits) {
        (Where::Words, _) => (13..=19).contains(&digits.len()),
        (Where::Address, [3, 4 | 7, ..]) => digits.len() == 15,
        (Where::Address, [2 | 4 | 5 | 6, ..]) => digits.len() == 16,
        (Where::Address, _) => false,
    };
    plain && length && luhn(digits)
}

fn luhn(digits: &[u8]) -> bool {
    let value = |(place, digit): (usize, &u8)| match (place % 2, digit * 2) {
        (0, _) => u32::from(*digit),
        (_, twice @ 10..) => u32::from(twice - 9),
        (_, twice) => u32::from(twice),
    };
    digits.iter().rev().enumerate().map(value).sum::<u32>() % 10 == 0
}

/// Words before a number that say what it is, in the languages of our texts.
const CALLS: [&str; 9] = ["tel", "phone", "call", "mobile", "cell", "whatsapp", "telefon", "mobil", "numarul"];

fn is_phone(before: &str, number: &str, digits: &[u8]) -> bool {
    let lengths = lengths(number);
    if is_date(&lengths) || number.starts_with("0.") {
        return false;
    }
    match digits {
        _ if CALLS.iter().any(|it| it.eq_ignore_ascii_case(last_word(before))) => (7..=15).contains(&digits.len()),
        [0, 0, ..] => (10..=17).contains(&digits.len()),
        // 0 stands before the area in most countries.
        [0, ..] => (9..=11).contains(&digits.len()),
        // North America: area and exchange never begin with 0 or 1.
        [1, 2..=9, _, _, 2..=9, ..] if digits.len() == 11 => matches!(lengths.as_slice(), [1, 3, 3, 4]),
        [2..=9, _, _, 2..=9, ..] if digits.len() == 10 => matches!(lengths.as_slice(), [3, 3, 4] | [10]),
        _ => false,
    }
}

/// How many digits stand together each time.
fn lengths(number: &str) -> Vec<u8> {
    let mut lengths = Vec::new();
    let mut length = 0_u8;
    for byte in number.bytes().chain([b' ']) {
        if byte.is_ascii_digit() {
            length = length.saturating_add(1);
        } else if length > 0 {
            lengths.push(length);
            length = 0;
        }
    }
    lengths
}

/// Of letters; what stands after it is passed over.
fn last_word(text: &str) -> &str {
    let is_letter = |it: &u8| it.is_ascii_alphabetic() || *it >= 0x80;
    let end = text.as_bytes().iter().rposition(is_letter).map_or(0, |last| last + 1);
    let text = text.get(..end).unwrap_or_default();
    let start = text.as_bytes().iter().rposition(|it| !is_letter(it)).map_or(0, |before| before + 1);
    text.get(start..).unwrap_or_default()
}

/// Day, month and year in either order, and what may follow.
fn is_date(lengths: &[u8]) -> bool {
    matches!(lengths, [1 | 2, 1 | 2, 4, ..] | [4, 1 | 2, 1 | 2, ..])
}
