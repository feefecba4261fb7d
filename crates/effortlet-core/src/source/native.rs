//! Reading from JSON text, outside a browser.

use super::fault::fault;
use super::{Problem, Value};
use serde_json::Value as Json;

/// Parses JSON text. The problem is the one the widget warns about for the same text.
pub fn parse_json(text: &str) -> Result<Value, Problem> {
    // Browsers skip a byte order mark when they decode a reply.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed: Result<Json, _> = serde_json::from_str(text);
    parsed.map(|json| Value::from(&json)).map_err(|_| Problem { place: String::new(), expected: "JSON".into() })
}

/// The same of what a team wrote, for them to read: with what stands where it ceases to be JSON. What visitors write is
/// never shown so.
pub fn parse_document(text: &str) -> Result<Value, Problem> {
    parse_json(text).map_err(|problem| Problem { expected: [&problem.expected, fault(text).as_str()].concat(), ..problem })
}

impl From<&Json> for Value {
    fn from(json: &Json) -> Self {
        match json {
            Json::Null => Self::Absent,
            Json::Bool(flag) => Self::Flag(*flag),
            Json::Number(number) => number.as_f64().map_or(Self::Absent, Self::Number),
            Json::String(text) => Self::Text(text.clone()),
            Json::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Json::Object(entries) => {
                let mut entries: Vec<_> =
                    entries.iter().map(|(key, value)| (key.clone(), Self::from(value))).collect();
                entries.sort_by_key(|(key, _)| array_index(key).unwrap_or(u64::MAX));
                Self::Object(entries)
            }
        }
    }
}

/// JavaScript puts keys that are whole numbers first, in their order (ECMAScript, 10.1.11.1).
fn array_index(key: &str) -> Option<u64> {
    let index: u64 = key.parse().ok()?;
    (index.to_string() == key && index < u64::from(u32::MAX)).then_some(index)
}
