//! What is said, compared word for word.

mod conditions;
mod holds;
mod trees;
mod triggers;

use super::{Description, describe};
use crate::explanation::{Explanation, Hold};
use crate::observed::Observed;
use crate::source::Value;
use crate::tree::Truth;
use serde_json::{Value as Json, json};

/// What was known and observed of each trigger and each condition.
type Known = Vec<(Truth, Observed)>;

fn described(triggers: &Json, audience: &Json, explanation: Explanation) -> Description {
    let survey = json!({ "id": "help-center", "triggers": triggers, "audience": audience });
    describe(&Value::from(&json!({ "surveys": [survey] })), &explanation)
}

fn explanation(hold: impl Into<Option<Hold>>, triggers: Known, conditions: Known) -> Explanation {
    Explanation { survey: "help-center".into(), hold: hold.into(), until: None, triggers, conditions }
}

fn number(number: f64) -> Observed {
    Observed::Number(number)
}

fn text(text: &str) -> Observed {
    Observed::Text(text.into())
}
