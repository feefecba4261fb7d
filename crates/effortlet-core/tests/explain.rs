//! What is said of a survey that is not shown, compared word for word.

#[path = "explain/conditions.rs"]
mod conditions;
#[path = "explain/holds.rs"]
mod holds;
#[path = "explain/trees.rs"]
mod trees;
#[path = "explain/triggers.rs"]
mod triggers;

use effortlet_core::explain::{Description, describe};
use effortlet_core::explanation::{Explanation, Hold};
use effortlet_core::observed::Observed;
use effortlet_core::source::Value;
use effortlet_core::tree::Truth;
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
