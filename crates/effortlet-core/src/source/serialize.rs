//! A value as it leaves: as serde has it. Never reads one.

use super::Value;
use serde::ser::{Serialize, Serializer};

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => out.serialize_unit(),
            Self::Flag(flag) => out.serialize_bool(*flag),
            Self::Number(number) => out.serialize_f64(*number),
            Self::Text(text) => out.serialize_str(text),
            Self::List(items) => out.collect_seq(items),
            Self::Object(entries) => out.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}
