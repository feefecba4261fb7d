//! What a definition says of a value that was found: of a trait, a cookie, a parameter, a property.
//!
//! Never looks for the value itself.

#[cfg(all(test, feature = "native"))]
mod tests;
mod read;

pub use read::read_named;

use crate::regex::Regex;
use crate::source::Value;
use alloc::string::String;

/// One text, number or flag: what was found is that. A list of them: it is one of those. An object:
/// everything that stands under its keys holds.
///
/// - `is`: one or a list, as above
/// - `contains`, `startsWith`: the text does
/// - `matches`: the text does somewhere; `regex` says what is known
/// - `atLeast`, `atMost`: the number is, both included
/// - `present`: something was found; or, for false, nothing was
///
/// Of nothing, only `present: false` holds. Capital and small letters differ. Cookies and parameters
/// are texts whatever they mean, so a text can stand for a number or a flag:
///
/// - a number is compared with a text that is a plain decimal, such as `"-12"` or `"0.50"`, as with
///   the number that this is (to 15 digits); with any other text it has nothing in common
/// - a flag is the text `"true"` or `"false"`
/// - a whole number is a text too, its digits (up to 2^53); a fraction is none, so that it contains
///   and matches nothing
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison<'a>(&'a Value);

impl<'a> Comparison<'a> {
    /// What has been read before.
    pub fn of(value: &'a Value) -> Self {
        Self(value)
    }

    /// Whether it holds of a text, a number, a flag, or nothing. An expression is compiled anew each
    /// time.
    pub fn holds(&self, found: &Value) -> bool {
        match self.0 {
            Value::Object(entries) => {
                entries.iter().all(|(key, wanted)| fits(key, wanted, found).unwrap_or_default())
            }
            values => is_among(values, found),
        }
    }
}

/// What stands under one key; `None` where what was found is nothing that it could hold of.
fn fits(key: &str, wanted: &Value, found: &Value) -> Option<bool> {
    Some(match key {
        _ if *wanted == Value::Absent => true,
        "is" => is_among(wanted, found),
        "present" => wanted.flag()? != matches!(found, Value::Absent),
        "atLeast" => number(found)? >= wanted.number()?,
        "atMost" => number(found)? <= wanted.number()?,
        _ => {
            let (found, wanted) = (text(found)?, wanted.text()?);
            match key {
                "contains" => (0..=found.len()).any(|at| begins(&found, at, wanted)),
                "startsWith" => begins(&found, 0, wanted),
                _ => Regex::new(wanted).ok()?.is_match(&found),
            }
        }
    })
}

/// Compares bytes: no character of UTF-8 begins within another.
fn begins(text: &str, at: usize, wanted: &str) -> bool {
    text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(wanted.as_bytes()))
}

fn is_among(values: &Value, found: &Value) -> bool {
    values.one_or_many().iter().any(|wanted| match (wanted, found) {
        (Value::Number(_), _) | (_, Value::Number(_)) => number(wanted).is_some_and(|it| number(found) == Some(it)),
        _ => text(wanted).is_some_and(|it| text(found) == Some(it)),
    })
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Text(text) => decimal(text),
        _ => None,
    }
}

/// Digits, with one point between them or none, and perhaps a minus before them.
fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (mut number, mut divisor, mut fraction) = (0.0, 1.0, 1.0);
    let mut before = b'.';
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                number = number * 10.0 + f64::from(byte - b'0');
                divisor *= fraction;
            }
            b'.' if before != b'.' && fraction == 1.0 => fraction = 10.0,
            _ => return None,
        }
        before = byte;
    }
    let size = number / divisor;
    let sized = if digits.len() < text.len() { -size } else { size };
    (before != b'.').then_some(sized)
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Flag(flag) => Some(if *flag { "true" } else { "false" }.into()),
        Value::Number(number) => whole(*number),
        _ => None,
    }
}

/// The digits of a whole number; beyond 2^53 there are gaps between those that are known.
fn whole(number: f64) -> Option<String> {
    let rest = number.abs() as u64;
    if rest as f64 != number.abs() || rest > 1 << 53 {
        return None;
    }
    let mut digits = String::from(if number < 0.0 { "-" } else { "" });
    let mut unit = 1;
    while unit <= rest / 10 {
        unit *= 10;
    }
    while unit > 0 {
        digits.push(char::from(b'0' + (rest / unit % 10) as u8));
        unit /= 10;
    }
    Some(digits)
}
