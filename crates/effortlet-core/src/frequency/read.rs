//! Reads frequency rules from a definition.

use super::{Frequency, On, Over, Rule, Scope};
use crate::memory::Outcome;
use crate::source::{Node, Problems};
use crate::time::Duration;
use alloc::vec::Vec;

/// One nudge a session and 24 h between any two; the survey itself rests by how it ended.
/// A newcomer is left alone for 10 s.
static POLITE: [Rule; 8] = [
    Rule { scope: Scope::All, on: On::Shown, count: 1, over: Over::Session, span: Duration(0) },
    Rule { scope: Scope::All, on: On::Shown, count: 1, over: Over::Quiet, span: Duration::days(1) },
    own(Outcome::Answered, 90),
    own(Outcome::Partial, 30),
    own(Outcome::Dismissed, 30),
    own(Outcome::Ignored, 7),
    Rule { count: 3, over: Over::Never, ..own(Outcome::Ignored, 0) },
    own(Outcome::Snoozed, 1),
];
const SETTLE: Duration = Duration::seconds(10);

const fn own(outcome: Outcome, days: i64) -> Rule {
    let (scope, on, span) = (Scope::Survey, On::Outcome(outcome), Duration::days(days));
    Rule { scope, on, count: 1, over: Over::Quiet, span }
}

/// Shown, then the outcomes in their order.
const ONS: [&str; 6] = ["shown", "answered", "partial", "dismissed", "ignored", "snoozed"];

/// `frequency` of a survey: the preset, with the survey's own rules in place of those for the same
/// displays.
pub fn read(survey: Node<'_>, problems: &mut Problems) -> Frequency {
    let mut frequency = Frequency { preset: &POLITE, own: Vec::new(), settle: SETTLE };
    let Some(node) = survey.given("frequency") else { return frequency };
    if !node.only(&["preset", "rules"], problems) {
        return frequency;
    }
    match node.word_or_first("preset", &["polite", "none"], problems) {
        0 => {}
        1 => (frequency.preset, frequency.settle) = (&[], Duration(0)),
        _ => return frequency,
    }
    if let Some(given) = node.given("rules") {
        for rule in given.items("a list of rules", problems).unwrap_or_default() {
            read_rule(given.item(rule), &mut frequency.own, problems);
        }
    }
    frequency
}

fn read_rule(node: Node<'_>, rules: &mut Vec<Rule>, problems: &mut Problems) {
    let before = problems.len();
    if !node.only(&["scope", "on", "quiet", "max", "per"], problems) {
        return;
    }
    let scope = match node.word_or_first("scope", &["survey", "all"], problems) {
        0 => Scope::Survey,
        1 => Scope::All,
        _ => return,
    };
    let on = node.field("on").word(&ONS, problems);
    if on == ONS.len() {
        return;
    }
    let on = Outcome::at(on.wrapping_sub(1)).map_or(On::Shown, On::Outcome);
    let (quiet, max, per) = (node.field("quiet"), node.field("max"), node.field("per"));
    if !quiet.is_absent() {
        let span = node.duration("quiet", Duration(0), problems);
        rules.push(Rule { scope, on, count: 1, over: Over::Quiet, span });
    } else if max.is_absent() && per.is_absent() {
        node.check(false, "quiet or max", problems);
    }
    if problems.len() > before {
        return;
    }
    if max.is_absent() {
        per.check(per.is_absent(), "a max beside it", problems);
        return;
    }
    let count = max.count(1, 50, "a whole number from 1 to 50", problems);
    if count == 0 {
        return;
    }
    let mut rule = Rule { scope, on, count, over: Over::Never, span: Duration(0) };
    if let Some(span) = Duration::read(per.value.text_or_empty()) {
        (rule.over, rule.span) = (Over::Span, span);
    } else if !per.is_absent() {
        rule.over = Over::Session;
        let session = per.value.text() == Some("session");
        per.check(session, "\"session\" or a duration such as \"30d\"", problems);
    }
    rules.push(rule);
}
