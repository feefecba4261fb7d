//! How often a visitor may be asked, in words.

use crate::frequency::{Frequency, On, Over, Rule, Scope};
use crate::memory::Outcome;
use crate::phrase::{counted, plain, say, times};
use crate::time::Duration;
use alloc::{string::String, vec::Vec};

/// A sentence for each rule. What no act of a visitor brings about yet is left out.
pub(super) fn words(frequency: &Frequency) -> Vec<String> {
    let mut all = Vec::new();
    if frequency.settles() {
        all.push(say(&["A visitor's first visit is left alone for its first ", &spelled(frequency.settle()), "."]));
    }
    all.extend(frequency.rules().filter(|rule| rule.on != On::Outcome(Outcome::Snoozed)).map(sentence));
    if all.is_empty() {
        all.push("As often as its triggers come: there is no rule.".into());
    }
    all
}

fn sentence(rule: &Rule) -> String {
    let (what, then) = match rule.scope {
        Scope::Survey => ("it was ", "it is not asked again"),
        Scope::All => ("any survey was ", "it is not asked"),
    };
    let count = if rule.count > 1 { say(&[" ", &times(rule.count.into())]) } else { String::new() };
    let (within, until) = match rule.over {
        Over::Quiet => (String::new(), say(&[" for ", &spelled(rule.span)])),
        Over::Span => {
            let span = spelled(rule.span);
            (say(&[" within ", &span]), say(&[" until the first of that is ", &span, " ago"]))
        }
        Over::Session => (String::new(), " in the same session".into()),
        Over::Never => (String::new(), ", ever".into()),
    };
    say(&["After ", what, ended(rule.on), &count, &within, ", ", then, &until, "."])
}

fn ended(on: On) -> &'static str {
    match on {
        On::Shown => "shown",
        On::Outcome(Outcome::Answered) => "answered",
        On::Outcome(Outcome::Partial) => "answered in part",
        On::Outcome(Outcome::Dismissed) => "closed without an answer",
        On::Outcome(Outcome::Ignored) => "shown and not touched",
        On::Outcome(Outcome::Snoozed) => "put off",
    }
}

/// In the largest unit that leaves nothing over.
fn spelled(span: Duration) -> String {
    const UNITS: [(i64, &str); 4] = [(86_400_000, "day"), (3_600_000, "hour"), (60_000, "minute"), (1_000, "second")];
    let fitting = UNITS.iter().find(|(unit, _)| span.0 % unit == 0 && span.0 > 0);
    fitting.map_or_else(|| say(&[&plain(span.0 as f64), " ms"]), |(unit, name)| counted((span.0 / unit) as f64, name, "s"))
}
