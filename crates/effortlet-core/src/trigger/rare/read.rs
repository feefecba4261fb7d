//! Reads what only the full edition knows of triggers.

use super::{Rare, Terms};
use crate::comparison::Comparison;
use crate::source::{Node, Problems, Value};
use crate::time::Duration;
use crate::tree::SEQ;
use crate::trigger::read::{read_dwell, read_percent, read_selector};
use crate::trigger::{After, Gestures, Goal, Moment, Trigger};

/// What a click may be on where only its words are named.
const CLICKABLE: &str = "a,area,button,summary,label,input,[role]";

const HUNDRED: &str = "a whole number from 1 to 100";

/// A trigger in a form that the rest of the reader does not know; nothing for one that it does.
pub(in crate::trigger) fn read<'a>(
    leaf: usize,
    node: Node<'a>,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Option<Option<Trigger<'a>>> {
    match leaf {
        1 => read_scroll(node, is_selector, problems),
        2 => read_click(node, is_selector, problems),
        3 => read_help_center(node, problems).map(|rare| rare.map(Trigger::Rare)),
        5 => {
            let section = node.given("section");
            Some(Some(Trigger::Rare(Rare::SectionLeave(section.map_or("", |it| it.text(problems).unwrap_or_default())))))
        }
        6 => Some(read_time(node, problems).map(Trigger::Rare)),
        7 => Some(Some(Trigger::Rare(Rare::Link))),
        _ => None,
    }
}

fn read_scroll<'a>(
    node: Node<'a>,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Option<Option<Trigger<'a>>> {
    let (of, px, element) = (node.given("of"), node.given("px"), node.given("element"));
    if of.is_none() && px.is_none() && element.is_none() {
        return None;
    }
    let given = [node.given("percent"), px, element].iter().flatten().count();
    if !node.check(given == 1, "one of percent, px and element", problems) {
        return Some(None);
    }
    let mut goal = Goal::Viewed(100.0);
    let mut container = node.given("container").map_or("", |it| read_selector(it, is_selector, problems));
    if let Some(px) = px {
        goal = Goal::Pixels(px.number(1.0, 1e6, "pixels from 1 to 1,000,000", problems));
    } else if let Some(element) = element {
        node.field("container").check(container.is_empty(), "no container beside an element", problems);
        container = read_selector(element, is_selector, problems);
    } else {
        let percent = read_percent(node, problems);
        goal = Goal::Viewed(percent);
        if node.word_or_first("of", &["viewed", "progress"], problems) == 1 {
            goal = Goal::Progress(percent);
        }
    }
    if let (Some(of), None) = (of, node.given("percent")) {
        of.check(false, "a percent beside it", problems);
    }
    Some(Some(Trigger::Scroll { goal, dwell: read_dwell(node, problems), container, ends: element.is_some() }))
}

fn read_click<'a>(
    node: Node<'a>,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Option<Option<Trigger<'a>>> {
    let (selector, text) = (node.given("selector"), node.given("text"));
    let Some(text) = text else {
        return if selector.is_none() { Some(Some(Trigger::Rare(Rare::Marked))) } else { None };
    };
    let selector = selector.map_or(CLICKABLE, |it| read_selector(it, is_selector, problems));
    Some(text.text(problems).map(|text| Trigger::Click { selector, text }))
}

/// How long a search may be looked at before its results count as left alone.
const SEARCH: Duration = Duration::seconds(20);

fn read_help_center(node: Node<'_>, problems: &mut Problems) -> Option<Option<Rare<'static>>> {
    let keys = ["searches", "searchWithoutClick", "pingPong", "contactAfter", "dwell", "deadEnd", "visited", "articles"];
    let mut given = keys.iter().enumerate().filter(|(_, key)| !node.field(key).is_absent());
    let (position, key) = given.next()?;
    if position >= 6 {
        return None;
    }
    if !node.check(given.next().is_none(), "one of visited, articles, searches, searchWithoutClick, pingPong, contactAfter, dwell and deadEnd", problems) {
        return Some(None);
    }
    let field = node.field(key);
    let mut span = |default| match field.value {
        Value::Flag(true) => default,
        _ => node.duration(key, default, problems),
    };
    Some(Some(match position {
        0 => Rare::Searches(field.count(1, 100, HUNDRED, problems)),
        1 => Rare::SearchWithoutClick(span(SEARCH)),
        2 => Rare::PingPong(field.count(1, 100, HUNDRED, problems)),
        3 => Rare::ContactAfter(field.count(1, 100, HUNDRED, problems)),
        4 => Rare::ArticleFor(node.duration(key, Duration(0), problems)),
        _ => {
            field.check(field.value.flag() == Some(true), "true", problems);
            Rare::DeadEnd
        }
    }))
}

fn read_time(node: Node<'_>, problems: &mut Problems) -> Option<Rare<'static>> {
    let (active, idle) = (node.given("activeTime"), node.given("idle"));
    node.check(active.is_some() != idle.is_some(), "either activeTime or idle", problems);
    Some(match active {
        Some(_) => Rare::Active(node.duration("activeTime", Duration(0), problems)),
        None => Rare::Idle(node.duration("idle", Duration(0), problems)),
    })
}

/// One gesture or a list of them; none where nothing is said.
pub(in crate::trigger) fn read_gestures(node: Node<'_>, problems: &mut Problems) -> Gestures {
    let mut gestures = Gestures::default();
    for value in node.value.one_or_many() {
        let node = if core::ptr::eq(value, node.value) { node } else { node.item(value) };
        match node.word(&["fastScrollUp", "tabReturn"], problems) {
            0 => gestures.fast_scroll_up = true,
            _ => gestures.tab_return = true,
        }
    }
    gestures
}

pub(in crate::trigger) fn read_terms<'a>(node: Node<'a>, problems: &mut Problems) -> Terms<'a> {
    let properties = node.field("where");
    if !properties.is_absent() {
        let expected = "an object with one comparison for each property";
        for (name, _) in properties.entries(expected, problems).unwrap_or_default() {
            Comparison::read(properties.field(name), problems);
        }
    }
    let count = node.given("count").map_or(1, |it| it.count(1, 100, HUNDRED, problems));
    let within = node.given("within");
    if let Some(within) = within {
        within.check(count > 1, "a count of at least 2 beside it", problems);
    }
    node.word_or_first("from", &FROM, problems);
    Terms {
        properties: properties.value,
        count,
        within: node.duration("within", Duration::NEVER, problems),
        cancel_on: node.given("cancelOn").map_or("", |it| it.text(problems).unwrap_or_default()),
        from: node.field("from").position(&FROM),
    }
}

/// Where an event comes from besides `track`.
const FROM: [&str; 3] = ["track", "dom", "dataLayer"];

/// Says of each moment what comes before it, where it stands in a sequence; `next` is the position
/// of the first moment of this part of the tree.
pub(in crate::trigger) fn put_in_order(
    node: Node<'_>,
    moments: &mut [Moment<'_>],
    next: &mut usize,
    problems: &mut Problems,
) {
    let parts = node.field(SEQ);
    if !parts.is_absent() {
        let within = node.duration("within", Duration::NEVER, problems);
        let mut before = None;
        for part in parts.value.one_or_many() {
            let from = *next;
            put_in_order(parts.item(part), moments, next, problems);
            for moment in moments.get_mut(from..*next).unwrap_or_default() {
                moment.after = before;
            }
            before = Some(After { from, to: *next, within });
        }
        return;
    }
    let [(key, inner)] = node.value.entries() else { return };
    let field = node.field(key);
    match key.as_str() {
        "all" | "any" => {
            for part in inner.one_or_many() {
                put_in_order(field.item(part), moments, next, problems);
            }
        }
        "not" => put_in_order(field, moments, next, problems),
        _ => *next += 1,
    }
}
