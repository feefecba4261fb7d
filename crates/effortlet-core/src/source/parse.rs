//! Reads the JSON that `JSON.stringify` writes: valid, and without white space between its parts.
//!
//! Never judges JSON that people write; browsers and `serde_json` do that.

use super::Value;
use alloc::{string::String, vec::Vec};

/// The value of a text. Whatever is not JSON is absent from there on.
pub fn parse(text: &str) -> Value {
    Parser { text, at: 0 }.value()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn value(&mut self) -> Value {
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

    /// Digits, fraction and exponent in plain arithmetic: exact for the whole numbers up to 2^53
    /// and close enough for thresholds.
    fn number(&mut self, first: u8) -> Value {
        let mut digits = 0.0;
        let mut divisor = if first == b'-' { -1.0 } else { 1.0 };
        let mut fraction = 1.0;
        let mut next = first;
        loop {
            match next {
                b'0'..=b'9' => {
                    digits = digits * 10.0 + f64::from(next - b'0');
                    divisor *= fraction;
                }
                b'.' => fraction = 10.0,
                b'-' => {}
                _ => break,
            }
            next = self.peek();
            self.at += usize::from(!matches!(next, b',' | b']' | b'}' | 0));
        }
        if next == b'e' {
            let down = self.next() == b'-';
            let mut exponent = 0;
            while let digit @ b'0'..=b'9' = self.peek() {
                exponent = exponent * 10 + i32::from(digit - b'0');
                self.at += 1;
            }
            for _ in 0..exponent.min(400) {
                if down { divisor *= 10.0 } else { digits *= 10.0 }
            }
        }
        Value::Number(digits / divisor)
    }

    /// After the opening quote, to the closing one.
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
                b'n' => '\n',
                b't' => '\t',
                b'r' => '\r',
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'u' => self.escape(),
                literal => char::from(literal),
            });
        }
    }

    /// Four hexadecimal digits. `JSON.stringify` escapes controls and lone surrogates only; the
    /// latter become U+FFFD, as everywhere on the web.
    fn escape(&mut self) -> char {
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
            json!(["", "ă \"q\" \\ / \n\t\r\u{8}\u{c}\u{1}", "Да", "🙂"]),
            json!([0, 7, -3, 12.5, 0.25, -0.5, 1e21, 1.5e-7, 1_795_338_300_250_i64, 9_007_199_254_740_991_i64]),
            json!({ "": { "key with \"quotes\"": 1 } }),
        ] {
            assert_eq!(parse(&value.to_string()), Value::from(&value), "{value}");
        }
    }

    #[test]
    fn a_lone_surrogate_is_replaced() {
        assert_eq!(parse(r#""a\ud83db""#), Value::Text("a\u{fffd}b".into()));
    }

    #[test]
    fn whatever_is_cut_off_ends_quietly() {
        let whole = json!({ "a": [1, "two", { "b": [true, null, 1.5e3] }], "c": "\u{1}" }).to_string();
        for end in 0..whole.len() {
            let _ends = parse(&whole[..end]);
        }
    }
}
