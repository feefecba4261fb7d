//! Reading from JSON text, outside a browser.

use super::fault::fault;
use super::problem::Place;
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
    let document = parse_json(text)
        .map_err(|problem| Problem { expected: [&problem.expected, fault(text).as_str()].concat(), ..problem })?;
    unkept(&document).map_or(Ok(document), Err)
}

/// A text of a team that PostgreSQL cannot keep, whichever database there is: one with U+0000 in it.
pub fn unkept(document: &Value) -> Option<Problem> {
    let found = with_nul(document)?;
    Some(Problem::at(Place::root(document).item(found), "texts without U+0000"))
}

fn with_nul(value: &Value) -> Option<&Value> {
    match value {
        Value::Text(text) => text.contains('\0').then_some(value),
        Value::List(items) => items.iter().find_map(with_nul),
        Value::Object(entries) => {
            entries.iter().find_map(|(key, it)| if key.contains('\0') { Some(value) } else { with_nul(it) })
        }
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_of_a_team_has_no_text_that_a_database_cannot_keep() {
        let expected = |text| parse_document(text).unwrap_err().message();
        assert_eq!(expected(r#"{ "surveys": [{ "id": "a" }, { "id": "b\u0000" }] }"#), "surveys[1].id: expected texts without U+0000");
        assert_eq!(expected(r#"{ "a": { "b\u0000": 1 } }"#), "a: expected texts without U+0000");
        assert!(parse_document(r#"{ "a": "\\u0000" }"#).is_ok());
    }
}
