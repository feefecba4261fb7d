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

const ONS: [&str; 6] = ["shown", "answered", "partial", "dismissed", "ignored", "snoozed"];

/// `frequency` of a survey: the preset, with the survey's own rules in place of those for the same
/// displays.
pub fn read(survey: &Node<'_>, problems: &mut Problems) -> Option<Frequency> {
    let mut frequency = Frequency { preset: &POLITE, own: Vec::new(), settle: SETTLE };
    let Some(node) = survey.given("frequency") else { return Some(frequency) };
    node.only(&["preset", "rules"], problems)?;
    if node.word_or_first("preset", &["polite", "none"], problems)? == 1 {
        frequency = Frequency { preset: &[], own: Vec::new(), settle: Duration(0) };
    }
    if let Some(rules) = node.given("rules") {
        for rule in rules.items("a list of rules", problems)? {
            read_rule(&rule, &mut frequency.own, problems);
        }
    }
    Some(frequency)
}

fn read_rule(node: &Node<'_>, rules: &mut Vec<Rule>, problems: &mut Problems) -> Option<()> {
    node.only(&["scope", "on", "quiet", "max", "per"], problems)?;
    let scope = match node.word_or_first("scope", &["survey", "all"], problems)? {
        0 => Scope::Survey,
        _ => Scope::All,
    };
    let word = node.field("on").word(&ONS, problems)?;
    let on = ONS.get(word).and_then(|word| Outcome::read(word)).map_or(On::Shown, On::Outcome);
    let (quiet, max, per) = (node.given("quiet"), node.given("max"), node.given("per"));
    if quiet.is_none() && max.is_none() && per.is_none() {
        return node.expect("quiet or max", problems);
    }
    if quiet.is_some() {
        let limit = Limit::Quiet(node.duration("quiet", Duration(0), problems)?);
        rules.push(Rule { scope, on, limit });
    }
    match (max, per) {
        (None, Some(per)) => per.expect("a max beside it", problems),
        (None, None) => Some(()),
        (Some(max), per) => {
            let count = max.count(1, 50, "a whole number from 1 to 50", problems)?;
            let per = if let Some(per) = per { read_per(&per, problems)? } else { Per::Ever };
            rules.push(Rule { scope, on, limit: Limit::Max { count, per } });
            Some(())
        }
    }
}

fn read_per(node: &Node<'_>, problems: &mut Problems) -> Option<Per> {
    let text = node.value.text().unwrap_or_default();
    match Duration::read(text) {
        _ if text == "session" => Some(Per::Session),
        Some(span) => Some(Per::Span(span)),
        None => node.expect("\"session\" or a duration such as \"30d\"", problems),
    }
}
