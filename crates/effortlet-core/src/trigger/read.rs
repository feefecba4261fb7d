//! Reads triggers from a definition.

use super::{Goal, Moment, Short, Trigger, Triggers, Visit};
use crate::source::{Node, Problems};
use crate::time::Duration;
use crate::tree;
use alloc::vec::Vec;

const KEYS: [&str; 8] = ["all", "any", "not", "exitIntent", "scroll", "click", "helpCenter", "event"];

/// What a short page must dwell when a definition does not say: long enough to have read it.
const DWELL: Duration = Duration::seconds(15);

/// Reads the triggers of a survey; `is_selector` knows CSS.
pub fn read<'a>(
    node: &Node<'a>,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Option<Triggers<'a>> {
    let mut moments = Vec::new();
    let tree = tree::read(
        node,
        &KEYS,
        &mut |key, node, problems| {
            let trigger = read_trigger(key, node, is_selector, problems);
            let delay = node.duration("delay", Duration(0), problems);
            moments.push(Moment { trigger: trigger?, delay: delay? });
            Some(())
        },
        problems,
    )?;
    Some(Triggers { tree, moments })
}

fn read_trigger<'a>(
    key: &str,
    node: &Node<'a>,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Option<Trigger<'a>> {
    match key {
        "exitIntent" => {
            node.only(&["edge"], problems)?;
            let edge = match node.given("edge") {
                Some(edge) => edge.number(0.0, 200.0, "pixels from 0 to 200", problems)?,
                None => 0.0,
            };
            Some(Trigger::ExitIntent { edge })
        }
        "scroll" => read_goal(node, problems).map(Trigger::Scroll),
        "click" => {
            node.only(&["selector", "delay"], problems)?;
            let selector = node.field("selector");
            match selector.value.text() {
                Some(text) if !text.is_empty() && is_selector(text) => Some(Trigger::Click { selector: text }),
                _ => selector.expect("a valid CSS selector", problems),
            }
        }
        "helpCenter" => {
            node.only(&["visited", "articles", "delay"], problems)?;
            read_visit(node, problems).map(Trigger::HelpCenter)
        }
        _ => {
            node.only(&["name", "delay"], problems)?;
            Some(Trigger::Event { name: node.field("name").text(problems)? })
        }
    }
}

fn read_goal(node: &Node<'_>, problems: &mut Problems) -> Option<Goal> {
    node.only(&["percent", "short", "dwell"], problems)?;
    let expected = "a number above 0, up to 100";
    let percent = node.field("percent").number(f64::MIN_POSITIVE, 100.0, expected, problems);
    let dwell = node.duration("dwell", DWELL, problems)?;
    let short = match node.word_or_first("short", &["dwell", "immediate", "never"], problems)? {
        0 => Short::Dwell(dwell),
        1 => Short::Immediate,
        _ => Short::Never,
    };
    Some(Goal { percent: percent?, short })
}

fn read_visit(node: &Node<'_>, problems: &mut Problems) -> Option<Visit> {
    match (node.given("visited"), node.given("articles")) {
        (Some(visited), None) if visited.value.flag() == Some(true) => Some(Visit::Visited),
        (None, Some(articles)) => {
            articles.count(1, 100, "a whole number from 1 to 100", problems).map(Visit::Articles)
        }
        _ => node.expect("either visited: true or articles: a number", problems),
    }
}
