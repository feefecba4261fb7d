//! Reads triggers from a definition.

use super::{Goal, Moment, Trigger, Triggers};
use crate::source::{Node, Problems};
use crate::time::Duration;
use crate::tree::Tree;
use alloc::vec::Vec;

const FULL: bool = cfg!(feature = "full");

const KEYS: &[&str] = if FULL {
    &[
        "all", "any", "not", "exitIntent", "scroll", "click", "helpCenter", "event", "sectionLeave", "time", "link",
        "seq", "within",
    ]
} else {
    &["all", "any", "not", "exitIntent", "scroll", "click", "helpCenter", "event"]
};

/// What each of the triggers knows, in the order of their keys.
const LEAVES: &[&[&str]] = if FULL {
    &[
        &["edge", "frames", "touch"],
        &["percent", "of", "px", "element", "short", "dwell", "container"],
        &["selector", "text", "delay", "defer"],
        &[
            "visited", "articles", "searches", "searchWithoutClick", "pingPong", "contactAfter", "dwell", "deadEnd",
            "delay",
        ],
        &["name", "where", "count", "within", "cancelOn", "from", "delay", "defer"],
        &["section"],
        &["activeTime", "idle"],
        &[],
    ]
} else {
    &[
        &["edge"],
        &["percent", "short", "dwell", "container"],
        &["selector", "delay"],
        &["visited", "articles", "delay"],
        &["name", "delay"],
    ]
};

/// What a short page must dwell when a definition does not say: long enough to have read it.
const DWELL: Duration = Duration::seconds(15);

/// Reads the triggers of a survey; `is_selector` knows CSS.
pub fn read<'a>(node: Node<'a>, is_selector: fn(&str) -> bool, problems: &mut Problems) -> Triggers<'a> {
    let before = problems.len();
    let mut moments = Vec::new();
    let tree = Tree::read(
        node,
        KEYS,
        &mut |leaf, node, problems| {
            if !has_keys_of(leaf, node, problems) {
                return;
            }
            let delay = node.duration("delay", Duration(0), problems);
            moments.push(Moment {
                trigger: read_trigger(leaf, node, is_selector, problems),
                delay,
                defer: node.given("defer").is_some_and(|it| it.flag(problems)),
                after: None,
            });
        },
        problems,
    );
    // What is wrong may be deeper than the stack.
    if problems.len() == before {
        super::rare::read::put_in_order(node.value, &mut moments, &mut 0);
    }
    Triggers { tree, moments }
}

fn has_keys_of(leaf: usize, node: Node<'_>, problems: &mut Problems) -> bool {
    let keys = LEAVES.get(leaf).copied().unwrap_or_default();
    if keys.is_empty() {
        let empty = matches!(node.value, crate::source::Value::Object(entries) if entries.is_empty());
        return node.check(empty, "an empty object, {}", problems);
    }
    node.only(keys, problems)
}

fn read_trigger<'a>(
    leaf: usize,
    node: Node<'a>,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Trigger<'a> {
    if let Some(trigger) = super::rare::read::read(leaf, node, is_selector, problems) {
        return trigger;
    }
    match leaf {
        0 => Trigger::ExitIntent {
            edge: node.given("edge").map_or(0.0, |it| it.number(0.0, 200.0, "pixels from 0 to 200", problems)),
            frames: node.given("frames").is_some_and(|it| it.flag(problems)),
            touch: super::rare::read::read_gestures(node, problems),
        },
        1 => Trigger::Scroll {
            goal: Goal::Viewed(read_percent(node, problems)),
            dwell: read_dwell(node, problems),
            container: node.given("container").map_or("", |it| read_selector(it, is_selector, problems)),
        },
        2 => Trigger::Click {
            selector: read_selector(node.field("selector"), is_selector, problems),
            text: "",
        },
        3 => Trigger::HelpCenter { articles: read_articles(node, problems) },
        _ => Trigger::Event {
            name: node.field("name").text(problems).unwrap_or_default(),
            terms: super::rare::read::read_terms(node, problems),
        },
    }
}

pub(super) fn read_percent(node: Node<'_>, problems: &mut Problems) -> f64 {
    node.field("percent").number(f64::MIN_POSITIVE, 100.0, "a number above 0, up to 100", problems)
}

pub(super) fn read_selector<'a>(node: Node<'a>, is_selector: fn(&str) -> bool, problems: &mut Problems) -> &'a str {
    let selector = node.value.text_or_empty();
    node.check(!selector.is_empty() && is_selector(selector), "a valid CSS selector", problems);
    selector
}

/// What counts on a page that is too short to scroll: at once is no time at all.
pub(super) fn read_dwell(node: Node<'_>, problems: &mut Problems) -> Duration {
    let dwell = node.duration("dwell", DWELL, problems);
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
    visited.check(fits, "true", problems);
    0
}
