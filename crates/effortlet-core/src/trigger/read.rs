//! Reads triggers from a definition.

use super::{Moment, Trigger, Triggers};
use crate::source::{Node, Problems};
use crate::time::Duration;
use crate::tree::Tree;
use alloc::vec::Vec;

const KEYS: [&str; 8] = ["all", "any", "not", "exitIntent", "scroll", "click", "helpCenter", "event"];

/// What each of the triggers knows, in the order of the last five.
const LEAVES: [&[&str]; 5] = [
    &["edge"],
    &["percent", "short", "dwell", "container"],
    &["selector", "delay"],
    &["visited", "articles", "delay"],
    &["name", "delay"],
];

/// What a short page must dwell when a definition does not say: long enough to have read it.
const DWELL: Duration = Duration::seconds(15);

/// Reads the triggers of a survey; `is_selector` knows CSS.
pub fn read<'a>(node: Node<'a>, is_selector: fn(&str) -> bool, problems: &mut Problems) -> Triggers<'a> {
    let mut moments = Vec::new();
    let tree = Tree::read(
        node,
        &KEYS,
        &mut |leaf, node, problems| {
            let delay = node.duration("delay", Duration(0), problems);
            if let Some(trigger) = read_trigger(leaf, node, is_selector, problems) {
                moments.push(Moment { trigger, delay });
            }
        },
        problems,
    );
    Triggers { tree, moments }
}

fn read_trigger<'a>(
    leaf: usize,
    node: Node<'a>,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Option<Trigger<'a>> {
    if !node.only(LEAVES.get(leaf)?, problems) {
        return None;
    }
    Some(match leaf {
        0 => {
            let edge = node.given("edge");
            Trigger::ExitIntent { edge: edge.map_or(0.0, |it| it.number(0.0, 200.0, "pixels from 0 to 200", problems)) }
        }
        1 => {
            let expected = "a number above 0, up to 100";
            let percent = node.field("percent").number(f64::MIN_POSITIVE, 100.0, expected, problems);
            let dwell = read_dwell(node, problems);
            let container = node.given("container").map_or("", |it| read_selector(it, is_selector, problems));
            Trigger::Scroll { percent, dwell, container }
        }
        2 => {
            let selector = read_selector(node.field("selector"), is_selector, problems);
            Trigger::Click { selector }
        }
        3 => Trigger::HelpCenter { articles: read_articles(node, problems) },
        _ => Trigger::Event { name: node.field("name").text(problems)? },
    })
}

fn read_selector<'a>(node: Node<'a>, is_selector: fn(&str) -> bool, problems: &mut Problems) -> &'a str {
    let selector = node.value.text_or_empty();
    node.check(!selector.is_empty() && is_selector(selector), "a valid CSS selector", problems);
    selector
}

/// What counts on a page that is too short to scroll: at once is no time at all.
fn read_dwell(node: Node<'_>, problems: &mut Problems) -> Duration {
    let before = problems.len();
    let dwell = node.duration("dwell", DWELL, problems);
    if problems.len() > before {
        return dwell;
    }
    match node.word_or_first("short", &["dwell", "immediate", "never"], problems) {
        0 => dwell,
        1 => Duration(0),
        _ => Duration::NEVER,
    }
}

fn read_articles(node: Node<'_>, problems: &mut Problems) -> u32 {
    let (visited, articles) = (node.field("visited"), node.field("articles"));
    if visited.is_absent() && !articles.is_absent() {
        return articles.count(1, 100, "a whole number from 1 to 100", problems);
    }
    let fits = articles.is_absent() && visited.value.flag() == Some(true);
    node.check(fits, "either visited: true or articles: a number", problems);
    0
}
