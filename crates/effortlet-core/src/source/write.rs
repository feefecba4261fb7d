//! Writes a value as the JSON that `JSON.stringify` writes: on one line, without white space.
//!
//! Never calls what a page has put on its objects, as `toJSON`.

use super::Value;
use alloc::string::String;

/// `number` spells a finite number as JavaScript does: std's own way weighs 10 KB in a widget.
pub fn write(value: &Value, number: fn(f64) -> String) -> String {
    let mut out = Writer { text: String::new(), number };
    out.value(value);
    out.text
}

struct Writer {
    text: String,
    number: fn(f64) -> String,
}

impl Writer {
    fn value(&mut self, value: &Value) {
        match value {
            Value::Flag(true) => self.text.push_str("true"),
            Value::Flag(false) => self.text.push_str("false"),
            Value::Number(number) if number.is_finite() => self.text.push_str(&(self.number)(*number)),
            Value::Absent | Value::Number(_) => self.text.push_str("null"),
            Value::Text(text) => self.quoted(text),
            Value::List(items) => {
                let mut before = '[';
                for item in items {
                    self.text.push(before);
                    self.value(item);
                    before = ',';
                }
                self.end(before, '[', ']');
            }
            Value::Object(entries) => {
                let mut before = '{';
                for (name, value) in entries {
                    self.text.push(before);
                    self.quoted(name);
                    self.text.push(':');
                    self.value(value);
                    before = ',';
                }
                self.end(before, '{', '}');
            }
        }
    }

    /// With its opening bracket, where nothing came after one.
    fn end(&mut self, before: char, opening: char, closing: char) {
        if before == opening {
            self.text.push(opening);
        }
        self.text.push(closing);
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                ..' ' => {
                    let code = character as u32;
                    self.text.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                    self.text.extend(char::from_digit(code & 15, 16));
                }
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::source::{parse, parse_json};
    use serde_json::json;

    fn written(value: &Value) -> String {
        write(value, |number| number.to_string())
    }

    #[test]
    fn what_is_written_is_json_and_is_read_again() {
        let every: String = (0..=0x11_ffff_u32).step_by(7).filter_map(char::from_u32).chain('\0'..='\u{ff}').collect();
        for value in [
            json!(null), json!([]), json!({}), json!([[], {}, [null, true, false]]), json!({ "": { "a\"b\\": "" }, "b": [{}] }),
            json!([0, 7, -3, 12.5, 0.25, 1_795_338_300_250_i64]), json!([every]), json!("\n\r\t\u{0}\u{1f}\u{7f}\u{2028}"),
        ] {
            let value = Value::from(&value);
            let text = written(&value);
            assert_eq!(parse_json(&text).unwrap(), value, "{text}");
            assert_eq!(parse(&text), value, "{text}");
            assert!(!text.bytes().any(|it| it < b' '));
        }
    }

    #[test]
    fn a_number_that_is_none_is_nothing() {
        assert_eq!(written(&Value::List(Vec::from([f64::NAN, f64::INFINITY].map(Value::Number)))), "[null,null]");
    }
}
