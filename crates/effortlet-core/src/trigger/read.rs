//! Reads triggers from a definition.

use super::{Goal, Short, Trigger, Triggers, Visit};
use crate::source::{Node, Problems, Source};
use crate::time::Duration;
use crate::tree::{self, Leaves};
use alloc::vec::Vec;

const KEYS: &[&str] = &["all", "any", "not", "exitIntent", "scroll", "click", "helpCenter", "event"];

/// What a short page must dwell when a definition does not say: long enough to have read it.
const DWELL: Duration = Duration::seconds(15);

pub fn read<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<Triggers> {
    let mut moments = Vec::new();
    let mut leaves = Leaves {
        keys: KEYS,
        read: &mut |key, node, problems| {
            moments.push(moment(key, &node, problems)?);
            Some(moments.len() - 1)
        },
    };
    let tree = tree::read(node, &mut leaves, problems)?;
    Some(Triggers { tree, moments })
}

fn moment<S: Source>(key: &str, node: &Node<S>, problems: &mut Problems) -> Option<Trigger> {
    match key {
        "exitIntent" => {
            node.only(&["edge"], problems)?;
            let edge = match node.field("edge").given() {
                Some(edge) => edge.number(0.0, 200.0, "pixels from 0 to 200", problems)?,
                None => 0.0,
            };
            Some(Trigger::ExitIntent { edge })
        }
        "scroll" => scroll(node, problems).map(Trigger::Scroll),
        "click" => {
            node.only(&["selector", "delay"], problems)?;
            let selector = node.field("selector").selector(problems);
            let delay = delay(node, problems)?;
            Some(Trigger::Click { selector: selector?, delay })
        }
        "helpCenter" => {
            node.only(&["visited", "articles", "delay"], problems)?;
            let visit = visit(node, problems);
            let delay = delay(node, problems)?;
            Some(Trigger::HelpCenter { visit: visit?, delay })
        }
        _ => {
            node.only(&["name", "delay"], problems)?;
            let name = node.field("name").text(problems);
            let delay = delay(node, problems)?;
            Some(Trigger::Event { name: name?, delay })
        }
    }
}

fn scroll<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<Goal> {
    node.only(&["percent", "short", "dwell"], problems)?;
    let expected = "a number above 0, up to 100";
    let percent = node.field("percent").number(f64::MIN_POSITIVE, 100.0, expected, problems);
    let dwell = match node.field("dwell").given() {
        Some(dwell) => dwell.duration(problems)?,
        None => DWELL,
    };
    let words = [("dwell", Short::Dwell(dwell)), ("immediate", Short::Immediate), ("never", Short::Never)];
    let short = match node.field("short").given() {
        Some(short) => short.word(&words, problems)?,
        None => Short::Dwell(dwell),
    };
    Some(Goal { percent: percent?, short })
}

fn visit<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<Visit> {
    let (visited, articles) = (node.field("visited").given(), node.field("articles").given());
    match (visited, articles) {
        (Some(visited), None) if visited.peek_flag() == Some(true) => Some(Visit::Visited),
        (None, Some(articles)) => {
            articles.count(1, 100, "a whole number from 1 to 100", problems).map(Visit::Articles)
        }
        _ => node.expect("either visited: true or articles: a number", problems),
    }
}

fn delay<S: Source>(node: &Node<S>, problems: &mut Problems) -> Option<Duration> {
    match node.field("delay").given() {
        Some(delay) => delay.duration(problems),
        None => Some(Duration(0)),
    }
}
