//! What a trigger or a condition has come to, for people to read.

use crate::source::Value;
use crate::time::Duration;
use alloc::string::String;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Observed {
    /// It is not known, or there is none.
    #[default]
    Nothing,
    Number(f64),
    Text(String),
}

impl Observed {
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// Seconds.
    pub fn span(span: Duration) -> Self {
        Self::Number(span.0 as f64 / 1_000.0)
    }

    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<&Value> for Observed {
    fn from(value: &Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(*number),
            Value::Text(text) => Self::text(text),
            Value::Flag(true) => Self::text("true"),
            Value::Flag(false) => Self::text("false"),
            _ => Self::Nothing,
        }
    }
}
