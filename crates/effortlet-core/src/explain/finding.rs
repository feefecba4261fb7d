//! What is known and said of each part of a tree.

use crate::observed::Observed;
use crate::phrase::{json, span};
use crate::source::Value;
use crate::tree::{SEQ, Truth, WITHIN};
use alloc::{string::String, vec::Vec};
use serde::{Serialize, Serializer};

/// What is known of a trigger or a condition, or of some that are combined.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// `any`, `all`, `not` or `seq`; else the word for its kind.
    pub name: String,
    #[serde(serialize_with = "word")]
    pub is: Truth,
    /// What is combined, in the order of the definition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<Finding>>,
    /// What the definition says of it; of a sequence its `within`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms: Option<Value>,
    /// What would have to happen, or to be so.
    pub wants: String,
    /// When the survey is asked after its trigger; nothing where that is at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later: Option<String>,
    /// What was observed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// Whether that grows until the moment comes.
    #[serde(skip)]
    pub(super) grows: bool,
    /// Why it may not be known.
    #[serde(skip)]
    pub(super) unknown: &'static str,
}

#[cfg(feature = "messages")]
impl Finding {
    /// In the order of the definition.
    pub(crate) fn leaves(&self) -> Vec<&Self> {
        self.parts.as_ref().map_or_else(|| Vec::from([self]), |parts| parts.iter().flat_map(Self::leaves).collect())
    }
}

/// What is said of one trigger or condition.
#[derive(Default)]
pub(super) struct Said {
    pub(super) wants: String,
    pub(super) later: Option<String>,
    pub(super) found: Option<String>,
    pub(super) grows: bool,
    pub(super) unknown: &'static str,
}

/// By the name, what was observed and what the definition says.
type Say<'s> = dyn Fn(&str, &Observed, &Value) -> Said + 's;

/// Of a tree, whose leaves are those that `known` has in their order.
pub(super) fn finding(tree: &Value, known: &mut dyn Iterator<Item = &(Truth, Observed)>, say: &Say<'_>) -> Finding {
    let mut entries = tree.entries().iter().filter(|(key, _)| key != WITHIN);
    let Some((name, below)) = entries.next() else { return combined("all", Vec::new(), &Value::Absent) };
    match name.as_str() {
        "not" => combined(name, Vec::from([finding(below, known, say)]), &Value::Absent),
        "all" | "any" | SEQ => {
            let parts = below.one_or_many().iter().map(|part| finding(part, known, say)).collect();
            combined(name, parts, tree.field(WITHIN))
        }
        _ => {
            let unknown = &(Truth::Unknown, Observed::Nothing);
            let (is, observed) = known.next().unwrap_or(unknown);
            let Said { wants, later, found, grows, unknown } = say(name, observed, below);
            let wants = if wants.is_empty() { [name, " ", &json(below)].concat() } else { wants };
            let terms = Some(below.clone());
            Finding { name: name.clone(), is: *is, parts: None, terms, wants, later, found, grows, unknown }
        }
    }
}

fn combined(name: &str, parts: Vec<Finding>, within: &Value) -> Finding {
    let mut truths = parts.iter().map(|part| part.is);
    let (is, words) = match name {
        "any" => (truths.max().unwrap_or(Truth::False), "any of"),
        "not" => (truths.next_back().map_or(Truth::Unknown, core::ops::Not::not), "not"),
        SEQ => (truths.next_back().unwrap_or(Truth::True), "in this order"),
        _ => (truths.min().unwrap_or(Truth::True), "all of"),
    };
    let (mut wants, mut terms) = (String::from(words), None);
    if *within != Value::Absent {
        wants += &[" within ", &span(within)].concat();
        terms = Some(Value::Object(Vec::from([(WITHIN.into(), within.clone())])));
    }
    let (parts, unknown) = (Some(parts), "");
    Finding { name: name.into(), is, parts, terms, wants, later: None, found: None, grows: false, unknown }
}

fn word<S: Serializer>(truth: &Truth, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(truth.word())
}
