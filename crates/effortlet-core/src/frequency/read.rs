//! Reads frequency rules from a definition.

use super::{Frequency, Limit, On, Outcome, Per, Rule, Scope};
use crate::source::{Node, Problems, Source};
use crate::time::Duration;
use alloc::vec::Vec;

const SCOPES: [(&str, Scope); 2] = [("survey", Scope::Survey), ("all", Scope::All)];

const ONS: [(&str, On); 6] = [
    ("shown", On::Shown),
    ("answered", On::Outcome(Outcome::Answered)),
    ("partial", On::Outcome(Outcome::Partial)),
    ("dismissed", On::Outcome(Outcome::Dismissed)),
    ("ignored", On::Outcome(Outcome::Ignored)),
    ("snoozed", On::Outcome(Outcome::Snoozed)),
];

/// One nudge a session and 24 h between any two; the survey itself rests by how it ended.
/// A newcomer is left alone for 10 s.
fn polite() -> Frequency {
    let quiet = |scope, on, span| Rule { scope, on, limit: Limit::Quiet(span) };
    let own = |outcome, days| quiet(Scope::Survey, On::Outcome(outcome), Duration::days(days));
    let max = |scope, on, count, per| Rule { scope, on, limit: Limit::Max { count, per } };
    let rules = Vec::from([
        max(Scope::All, On::Shown, 1, Per::Session),
        quiet(Scope::All, On::Shown, Duration::hours(24)),
        own(Outcome::Answered, 90),
        own(Outcome::Partial, 30),
        own(Outcome::Dismissed, 30),
        own(Outcome::Ignored, 7),
        max(Scope::Survey, On::Outcome(Outcome::Ignored), 3, Per::Ever),
        own(Outcome::Snoozed, 1),
    ]);
    Frequency { rules, settle: Duration::seconds(10) }
}

/// The preset, with the definition's own rules in place of those for the same displays.
pub fn read<S: Source>(node: Node<S>, problems: &mut Problems) -> Option<Frequency> {
    let Some(node) = node.given() else { return Some(polite()) };
    node.only(&["preset", "rules"], problems)?;
    let presets = [("polite", true), ("none", false)];
    let preset = match node.field("preset").given() {
        Some(preset) => preset.word(&presets, problems)?,
        None => true,
    };
    let mut frequency = if preset { polite() } else { Frequency::default() };
    let Some(own) = node.field("rules").given() else { return Some(frequency) };
    let own: Vec<_> =
        own.items("a list of rules", problems)?.iter().map(|rule| read_rule(rule, problems)).collect();
    let own: Vec<Rule> = own.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
    let replaced = |rule: &Rule| own.iter().any(|other| rule.scope == other.scope && rule.on == other.on);
    frequency.rules.retain(|rule| !replaced(rule));
    frequency.rules.extend(own);
    Some(frequency)
}

fn read_rule<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<Vec<Rule>> {
    node.only(&["scope", "on", "quiet", "max", "per"], problems)?;
    let scope = match node.field("scope").given() {
        Some(scope) => scope.word(&SCOPES, problems)?,
        None => Scope::Survey,
    };
    let on = node.field("on").word(&ONS, problems)?;
    let mut limits = Vec::new();
    if let Some(quiet) = node.field("quiet").given() {
        limits.push(Limit::Quiet(quiet.duration(problems)?));
    }
    if let Some(max) = node.field("max").given() {
        let count = max.count(1, 50, "a whole number from 1 to 50", problems)?;
        limits.push(Limit::Max { count, per: per(node.field("per"), problems)? });
    } else if let Some(per) = node.field("per").given() {
        return per.expect("a max beside it", problems);
    }
    if limits.is_empty() {
        return node.expect("quiet or max", problems);
    }
    Some(limits.into_iter().map(|limit| Rule { scope, on, limit }).collect())
}

fn per<S: Source>(node: Node<S>, problems: &mut Problems) -> Option<Per> {
    let Some(node) = node.given() else { return Some(Per::Ever) };
    match node.peek_text().as_deref() {
        Some("session") => Some(Per::Session),
        Some(text) if Duration::read(text).is_some() => Duration::read(text).map(Per::Span),
        _ => node.expect("\"session\" or a duration such as \"30d\"", problems),
    }
}
