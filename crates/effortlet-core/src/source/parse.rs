//! Reads the JSON that `JSON.stringify` and `write` write: valid, and without white space between its
//! parts.
//!
//! Never judges JSON that people write; browsers and `serde_json` do that.

use super::Value;
use alloc::{string::String, vec::Vec};

/// As deep as `serde_json` reads; somebody else may have written what is deeper.
const DEEPEST: u8 = 128;

/// The value of a text. Whatever is not JSON is absent from there on.
pub fn parse(text: &str) -> Value {
    Parser { text, at: 0, depth: 0 }.value()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
}

impl Parser<'_> {
    fn value(&mut self) -> Value {
        if self.depth == DEEPEST {
            self.at = self.text.len();
        }
        self.depth += 1;
        let value = self.open_value();
        self.depth -= 1;
        value
    }

    fn open_value(&mut self) -> Value {
        match self.next() {
            b'"' => Value::Text(self.quoted()),
            b'[' => {
                let mut items = Vec::new();
                while self.more() {
                    items.push(self.value());
                }
                Value::List(items)
            }
            b'{' => {
                let mut entries = Vec::new();
                while self.more() {
                    self.at += 1;
                    let key = self.quoted();
                    self.at += 1;
                    entries.push((key, self.value()));
                }
                Value::Object(entries)
            }
            b't' => self.word(3, Value::Flag(true)),
            b'f' => self.word(4, Value::Flag(false)),
            b'n' => self.word(3, Value::Absent),
            first => self.number(first),
        }
    }

    /// Zero at the end, which no JSON text contains.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    fn next(&mut self) -> u8 {
        let next = self.peek();
        self.at += 1;
        next
    }

    /// Whether a list or an object goes on; takes the comma, or the closing bracket.
    fn more(&mut self) -> bool {
        match self.peek() {
            b',' => self.at += 1,
            b']' | b'}' | 0 => {
                self.at += 1;
                return false;
            }
            _ => {}
        }
        true
    }

    fn word(&mut self, length: usize, value: Value) -> Value {
        self.at += length;
        value
    }

    /// Digits and fraction in plain arithmetic: exact for the whole numbers up to 2^53 and close
    /// enough for thresholds. `JSON.stringify` writes an exponent from 1e21 on and below 1e-6; such
    /// a number is read as infinite, or as hardly above nothing.
    fn number(&mut self, first: u8) -> Value {
        let mut digits = 0.0;
        let mut divisor = 1.0;
        let mut fraction = 1.0;
        let mut next = first;
        loop {
            match next {
                b'0'..=b'9' => {
                    digits = digits * 10.0 + f64::from(next - b'0');
                    divisor *= fraction;
                }
                b'.' => fraction = 10.0,
                b'e' => divisor = 0.0,
                b'+' => {}
                b'-' => divisor = if divisor > 0.0 { -1.0 } else { 1e300 },
                _ => break,
            }
            next = self.peek();
            self.at += usize::from(!matches!(next, b',' | b']' | b'}' | 0));
        }
        Value::Number(digits / divisor)
    }

    /// After the opening quote, to the closing one. Lone surrogates become U+FFFD, as everywhere on the web.
    fn quoted(&mut self) -> String {
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | 0) {
                self.at += 1;
            }
            text.push_str(self.text.get(start..self.at).unwrap_or_default());
            if self.next() != b'\\' {
                return text;
            }
            text.push(match self.next() {
                b'u' => self.code(),
                b'n' => '\n',
                b't' => '\t',
                b'r' => '\r',
                b'f' => '\u{c}',
                b'b' => '\u{8}',
                itself => char::from(itself),
            });
        }
    }

    /// Four hexadecimal digits.
    fn code(&mut self) -> char {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.next()).to_digit(16).unwrap_or_default();
        }
        char::from_u32(code).unwrap_or('\u{fffd}')
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_what_json_stringify_writes() {
        for value in [
            json!(null),
            json!({ "a": [], "b": {}, "c": [1, [2, { "d": [true, false, null] }]] }),
            json!(["", "ă \"q\" \\ /", "Да", "🙂"]),
            json!([0, 7, -3, 12.5, 0.25, -0.5, 1_795_338_300_250_i64, 9_007_199_254_740_991_i64]),
            json!({ "": { "key with \"quotes\"": 1 } }),
        ] {
            assert_eq!(parse(&value.to_string()), Value::from(&value), "{value}");
        }
    }

    #[test]
    fn a_number_with_an_exponent_is_beyond_every_threshold() {
        let Value::List(numbers) = parse("[1e+21,1.5e-7,7]") else { panic!() };
        let [large, small, Value::Number(7.0)] = numbers.as_slice() else { panic!("{numbers:?}") };
        assert_eq!(large.number(), Some(f64::INFINITY));
        assert!(small.number().is_some_and(|number| number > 0.0 && number < 1e-200));
    }

    #[test]
    fn controls_are_read_and_lone_surrogates_replaced() {
        let text = r#""a\ud83db\n\tc\u0001\r\f\b\u001F""#;
        assert_eq!(parse(text), Value::Text("a\u{fffd}b\n\tc\u{1}\r\u{c}\u{8}\u{1f}".into()));
    }

    #[test]
    fn what_is_too_deep_is_absent() {
        let text = ["[".repeat(100_000), "{\"a\":".repeat(100_000)].concat();
        assert!(matches!(parse(&text), Value::List(_)));
    }

    #[test]
    fn whatever_is_cut_off_ends_quietly() {
        let whole = json!({ "a": [1, "two", { "b": [true, null, 1.5e3] }], "c": "\u{1}" }).to_string();
        for end in 0..whole.len() {
            let _ends = parse(&whole[..end]);
        }
    }
}
