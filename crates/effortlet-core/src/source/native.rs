//! Reading from JSON text, outside a browser.

use super::{Problem, Source, selector};
use serde_json::Value;

/// Parses JSON text. The problem is the one the widget warns about for the same text.
pub fn parse_json(text: &str) -> Result<Value, Problem> {
    // A browser decodes a byte order mark away.
    serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
        .map_err(|_| Problem { place: String::new(), expected: "JSON".to_owned() })
}

/// Keys that are array indices come first, in numeric order; the others as they were written
/// (ECMA-262, OrdinaryOwnPropertyKeys).
fn in_browser_order(mut keys: Vec<String>) -> Vec<String> {
    keys.sort_by_key(|key| array_index(key).map_or((true, 0), |index| (false, index)));
    keys
}

/// A whole number below 2^32 - 1, written without leading zeros.
fn array_index(key: &str) -> Option<u32> {
    let index = key.parse::<u32>().ok().filter(|index| *index < u32::MAX)?;
    (index.to_string() == key).then_some(index)
}

impl Source for &Value {
    fn field(&self, name: &str) -> Self {
        self.get(name).unwrap_or(&Value::Null)
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.as_array().map(|items| items.iter().collect())
    }

    fn keys(&self) -> Option<Vec<String>> {
        self.as_object().map(|object| in_browser_order(object.keys().cloned().collect()))
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn flag(&self) -> Option<bool> {
        self.as_bool()
    }

    fn is_absent(&self) -> bool {
        self.is_null()
    }

    fn is_selector(text: &str) -> bool {
        selector::is_valid(text)
    }
}
