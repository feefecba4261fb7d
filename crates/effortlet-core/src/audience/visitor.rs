//! How often and for how long this visitor has been coming.

use super::address::is_as_wanted;
use super::{AudienceContext, Condition, Kind, Words};
use crate::comparison::Comparison;
use crate::memory::History;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::phrase::{counted, each};
use crate::source::{Node, Problems, Value};
use alloc::{boxed::Box, string::String, vec::Vec};

pub const VISITOR: Kind = Kind {
    word: "visitor",
    keys: &["is", "visits", "pageViews", "days"],
    read,
    words: Some(Words { wants, observed, unknown: "not known" }),
};

struct Visitor<'a>(&'a Value);

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    if node.some(VISITOR.keys, problems) {
        node.word_or_first("is", &["new", "returning"], problems);
        for field in ["visits", "pageViews", "days"].iter().filter_map(|name| node.given(name)) {
            Comparison::read_count(field, problems);
        }
    }
    Box::new(Visitor(node.value))
}

impl Condition for Visitor<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        let asks = |name| *self.0.field(name) != Value::Absent;
        if asks("pageViews") {
            needs.journey = true;
        }
        if asks("is") || asks("visits") || asks("days") {
            needs.visits = Some(History::visit);
        }
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        // There is none where a visitor wants no history.
        let asks = |name| *self.0.field(name) != Value::Absent;
        if context.history.visits == 0 && ["is", "visits", "days"].into_iter().any(asks) {
            return None;
        }
        let returning = context.history.visits > 1;
        let is = |name, count: f64| is_as_wanted(self.0.field(name), || Value::Number(count));
        Some(
            self.0.field("is").text().is_none_or(|it| (it == "returning") == returning)
                && is("visits", context.history.visits.into())
                && is("pageViews", context.trail.page_views.into())
                && is("days", days(context)),
        )
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        Observed::Number(match self.0.entries() {
            [(name, _)] if name == "pageViews" => context.trail.page_views.into(),
            [(name, _)] if name == "days" => days(context),
            _ => context.history.visits.into(),
        })
    }
}

/// Whole days since the visitor was first seen.
fn days(context: &AudienceContext<'_>) -> f64 {
    ((context.at - context.history.first).0.max(0) / 86_400_000) as f64
}

fn wants(terms: &Value) -> String {
    let mut parts = Vec::new();
    if let Some(is) = terms.field("is").text() {
        parts.push(["the visitor is ", is].concat());
    }
    let counts: Vec<(String, Value)> = terms.entries().iter().filter(|(key, _)| key != "is").cloned().collect();
    let counts = each(&Value::Object(counts), &called, &[]);
    if !counts.is_empty() {
        parts.push(counts);
    }
    parts.join(" and ")
}

fn called(count: &str) -> String {
    match count {
        "visits" => "the number of visits",
        "pageViews" => "the number of pages in this visit",
        "days" => "the number of days since the first visit",
        other => other,
    }
    .into()
}

fn observed(observed: &Observed, terms: &Value) -> Option<String> {
    let thing = match terms.entries() {
        [(name, _)] if name == "pageViews" => "page",
        [(name, _)] if name == "days" => "day",
        _ => "visit",
    };
    observed.number().map(|count| counted(count, thing, "s"))
}
