//! Reads frequency rules from a definition.

use super::{Frequency, Limit, On, Outcome, Per, Rule, Scope};
use crate::source::{Node, Problems};
use crate::time::Duration;
use alloc::vec::Vec;

/// One nudge a session and 24 h between any two; the survey itself rests by how it ended.
/// A newcomer is left alone for 10 s.
static POLITE: [Rule; 8] = [
    Rule { scope: Scope::All, on: On::Shown, limit: Limit::Max { count: 1, per: Per::Session } },
    Rule { scope: Scope::All, on: On::Shown, limit: Limit::Quiet(Duration::hours(24)) },
    own(Outcome::Answered, 90),
    own(Outcome::Partial, 30),
    own(Outcome::Dismissed, 30),
    own(Outcome::Ignored, 7),
    Rule { limit: Limit::Max { count: 3, per: Per::Ever }, ..own(Outcome::Ignored, 0) },
    own(Outcome::Snoozed, 1),
];
const SETTLE: Duration = Duration::seconds(10);

const fn own(outcome: Outcome, days: i64) -> Rule {
    Rule { scope: Scope::Survey, on: On::Outcome(outcome), limit: Limit::Quiet(Duration::days(days)) }
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
        rules.push(Rule { scope, on, limit: Limit::Quiet(span) });
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
    if count > 0 {
        let per = if per.is_absent() { Per::Ever } else { read_per(per, problems) };
        rules.push(Rule { scope, on, limit: Limit::Max { count, per } });
    }
}

fn read_per(node: Node<'_>, problems: &mut Problems) -> Per {
    let text = node.value.text_or_empty();
    if let Some(span) = Duration::read(text) {
        return Per::Span(span);
    }
    node.check(text == "session", "\"session\" or a duration such as \"30d\"", problems);
    Per::Session
}
