//! Writes values as JSON text, by serde, in as few bytes of wasm as it takes.
//!
//! Knows what this crate serializes and nothing more: texts, whole numbers, flags, lists, maps,
//! structs, and enums as serde tags them by default. Fractions are written to six decimals.

use alloc::string::String;
use core::fmt::{self, Display};
use core::hint::spin_loop;
use serde::ser::{self, Serialize, Serializer};

/// The JSON text of a value.
pub fn to_json(value: &impl Serialize) -> String {
    let mut text = String::new();
    match value.serialize(Writer { out: &mut text, raw: false }) {
        Ok(()) => text,
    }
}

/// What cannot happen, so that no code stands by for it.
#[derive(Debug)]
pub enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl core::error::Error for Never {}

impl ser::Error for Never {
    /// Only for values that cannot be serialized, of which this crate has none.
    fn custom<T: Display>(_: T) -> Self {
        loop { spin_loop() }
    }
}

/// JSON text that stands in another value as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json(pub String);

/// The name by which a `Writer` knows it.
const JSON: &str = "Json";

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(JSON, &self.0)
    }
}

struct Writer<'o> {
    out: &'o mut String,
    /// Whether texts are JSON already.
    raw: bool,
}

/// Writes the parts of a list or an object, then what closes it.
struct Parts<'o> {
    out: &'o mut String,
    close: &'static str,
}

impl<'o> Parts<'o> {
    fn open(out: &'o mut String, open: &str, close: &'static str) -> Result<Self, Never> {
        out.push_str(open);
        Ok(Self { out, close })
    }

    /// The comma between two parts.
    fn separate(&mut self) {
        if !matches!(self.out.as_bytes().last(), Some(b'[' | b'{')) {
            self.out.push(',');
        }
    }

    fn key(&mut self, key: &str) {
        self.separate();
        quote(self.out, key);
        self.out.push(':');
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(Writer { out: self.out, raw: false })
    }

    fn close(self) -> Result<(), Never> {
        self.out.push_str(self.close);
        Ok(())
    }
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    let mut copied = 0;
    for (index, byte) in text.bytes().enumerate() {
        if byte >= b' ' && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(text.get(copied..index).unwrap_or_default());
        copied = index + 1;
        out.push('\\');
        if byte >= b' ' {
            out.push(char::from(byte));
        } else if byte == b'\n' {
            out.push('n');
        } else {
            out.push_str(if byte < 16 { "u000" } else { "u001" });
            out.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        }
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out.push('"');
}

fn write_whole(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    write_digits(out, number.unsigned_abs());
}

fn write_digits(out: &mut String, number: u64) {
    if number >= 10 {
        write_digits(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// Facts that a page tells are prices, counts and ages: six decimals keep what they mean.
fn write_number(out: &mut String, number: f64) {
    if (number as i64) as f64 == number {
        return write_whole(out, number as i64);
    }
    let millionths = (number * 1e6 + if number < 0.0 { -0.5 } else { 0.5 }) as i64;
    if millionths < 0 {
        out.push('-');
    }
    let millionths = millionths.unsigned_abs();
    write_digits(out, millionths / 1_000_000);
    let mut rest = millionths % 1_000_000;
    if rest > 0 {
        out.push('.');
    }
    while rest > 0 {
        out.push(char::from(b'0' + (rest / 100_000) as u8));
        rest = rest % 100_000 * 10;
    }
}

macro_rules! whole {
    ($($method:ident $kind:ty)*) => {
        $(fn $method(self, number: $kind) -> Result<(), Never> {
            write_whole(self.out, number as i64);
            Ok(())
        })*
    };
}

impl<'o> Serializer for Writer<'o> {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Parts<'o>;
    type SerializeTuple = Parts<'o>;
    type SerializeTupleStruct = Parts<'o>;
    type SerializeTupleVariant = Parts<'o>;
    type SerializeMap = Parts<'o>;
    type SerializeStruct = Parts<'o>;
    type SerializeStructVariant = Parts<'o>;

    whole! {
        serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64
    }

    fn serialize_bool(self, flag: bool) -> Result<(), Never> {
        self.out.push_str(if flag { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, number: f32) -> Result<(), Never> {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Never> {
        write_number(self.out, number);
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), Never> {
        quote(self.out, character.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Never> {
        if self.raw { self.out.push_str(text) } else { quote(self.out, text) }
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Never> {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Never> {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Never> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), Never> {
        value.serialize(Writer { raw: name == JSON, ..self })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        let mut parts = Parts::open(self.out, "{", "}")?;
        parts.key(variant);
        parts.value(value)?;
        parts.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'o>, Never> {
        Parts::open(self.out, "[", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'o>, Never> {
        Parts::open(self.out, "[", "]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'o>, Never> {
        Parts::open(self.out, "[", "]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'o>, Never> {
        let mut parts = Parts::open(self.out, "{", "]}")?;
        parts.key(variant);
        parts.out.push('[');
        Ok(parts)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'o>, Never> {
        Parts::open(self.out, "{", "}")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'o>, Never> {
        Parts::open(self.out, "{", "}")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'o>, Never> {
        let mut parts = Parts::open(self.out, "{", "}}")?;
        parts.key(variant);
        parts.out.push('{');
        Ok(parts)
    }
}

macro_rules! elements {
    ($($kind:ident $method:ident)*) => {
        $(impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                self.separate();
                self.value(value)
            }

            fn end(self) -> Result<(), Never> {
                self.close()
            }
        })*
    };
}

elements! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
    SerializeTupleVariant serialize_field
}

macro_rules! fields {
    ($($kind:ident)*) => {
        $(impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Never;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Never> {
                self.key(key);
                self.value(value)
            }

            fn end(self) -> Result<(), Never> {
                self.close()
            }
        })*
    };
}

fields! { SerializeStruct SerializeStructVariant }

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.separate();
        self.value(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.out.push(':');
        self.value(value)
    }

    fn end(self) -> Result<(), Never> {
        self.close()
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::engine::Effect;
    use crate::memory::{Memory, Session};
    use crate::response::{Context, Fact};
    use crate::time::Timestamp;
    use serde_json::{Value, json};

    fn same(value: &impl Serialize) {
        let text = to_json(value);
        let ours: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"));
        assert_eq!(ours, serde_json::to_value(value).unwrap(), "{text}");
    }

    #[test]
    fn writes_what_serde_json_writes() {
        same(&json!({ "a": [], "b": {}, "c": [[1], [{}], null, true], "": "x" }));
        same(&"a \"quoted\" \\ text\n\t\u{1}\u{1f} ă Да 🙂 [");
        same(&vec![Some("{"), None, Some("[")]);
        for number in [0, 7, 10, -1, 99, 100, i64::MAX, i64::MIN + 1, 1_795_338_300_250] {
            same(&number);
        }
        let mut memory = Memory::default();
        memory.show("help-center", Timestamp(12));
        same(&memory);
        same(&Session { started: Timestamp(-5), articles: vec![1, u32::MAX] });
        let nested = Effect::Remember(Json(to_json(&memory)));
        assert_eq!(to_json(&nested), format!("{{\"remember\":{}}}", to_json(&memory)));
        same(&vec![
            Effect::Claim,
            Effect::WakeAt(Timestamp(7)),
            Effect::Post { id: "x".into(), rev: 3 },
            Effect::Discard("{".into()),
        ]);
    }

    #[test]
    fn fractions_keep_six_decimals() {
        for (number, expected) in [
            (0.0, "0"), (12.5, "12.5"), (9_007_199_254_740_991.0, "9007199254740991"), (-0.25, "-0.25"), (19.99, "19.99"), (-3.0, "-3"),
            (0.000_000_1, "0"), (1_000_000.000_001, "1000000.000001"), (1.0 / 3.0, "0.333333"),
        ] {
            let context = Context(vec![("n".into(), Fact::Number(number))]);
            assert_eq!(to_json(&context), format!("{{\"n\":{expected}}}"));
        }
    }
}
