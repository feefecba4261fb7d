//! Reading from JSON text, outside a browser.

use super::{Problem, Source, selector};
use serde_json::Value;

/// Parses JSON text. The problem is the one the widget warns about for the same text.
pub fn parse_json(text: &str) -> Result<Value, Problem> {
    serde_json::from_str(text)
        .map_err(|_| Problem { place: String::new(), expected: "JSON".to_owned() })
}

impl Source for &Value {
    fn field(&self, name: &str) -> Self {
        self.get(name).unwrap_or(&Value::Null)
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.as_array().map(|items| items.iter().collect())
    }

    fn keys(&self) -> Option<Vec<String>> {
        self.as_object().map(|object| object.keys().cloned().collect())
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
