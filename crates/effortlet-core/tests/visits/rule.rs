//! A frequency rule, as a team writes it.

use crate::visit::below;
use effortlet_core::response::Random;
use serde_json::{Value, json};

/// Spans in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rule {
    pub(crate) all: bool,
    pub(crate) on: &'static str,
    pub(crate) quiet: Option<i64>,
    pub(crate) max: Option<(usize, Per)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Per {
    Session,
    Span(i64),
    Ever,
}

const ONS: [&str; 5] = ["shown", "answered", "partial", "dismissed", "ignored"];
const SPANS: [i64; 5] = [5_000, 3_600_000, 86_400_000, 604_800_000, 2_592_000_000];

impl Rule {
    pub(crate) fn random(random: &mut Random) -> Self {
        let span = SPANS[below(random, SPANS.len())];
        let per = [Per::Session, Per::Span(SPANS[below(random, SPANS.len())]), Per::Ever][below(random, 3)];
        let max = (1 + below(random, 3), per);
        let (quiet, max) = [(Some(span), None), (None, Some(max)), (Some(span), Some(max))][below(random, 3)];
        Self { all: below(random, 2) == 0, on: ONS[below(random, ONS.len())], quiet, max }
    }

    pub(crate) fn write(&self) -> Value {
        let mut rule = json!({ "scope": if self.all { "all" } else { "survey" }, "on": self.on });
        if let Some(quiet) = self.quiet {
            rule["quiet"] = written(quiet);
        }
        if let Some((max, per)) = self.max {
            rule["max"] = max.into();
            match per {
                Per::Session => rule["per"] = "session".into(),
                Per::Span(span) => rule["per"] = written(span),
                Per::Ever => {}
            }
        }
        rule
    }
}

fn written(span: i64) -> Value {
    if span < 3_600_000 { format!("{}s", span / 1_000).into() } else { format!("{}h", span / 3_600_000).into() }
}
