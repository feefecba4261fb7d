//! Reads what only the full edition knows of triggers.

use super::{Rare, Terms};
use crate::comparison;
use crate::source::{Node, Problems, SPAN, Value};
use crate::time::Duration;
use crate::tree::{SEQ, WITHIN};
use crate::trigger::read::{read_dwell, read_percent, read_selector};
use crate::trigger::{After, Gestures, Goal, Moment, Trigger};

/// What a click may be on where only its words are named.
const CLICKABLE: &str = "a,area,button,summary,label,input,[role]";

/// How long a search may be looked at before its results count as left alone.
const SEARCH: Duration = Duration::seconds(20);

const HUNDRED: &str = "a whole number from 1 to 100";

/// A trigger in a form that the rest of the reader does not know; nothing for one that it does.
pub(in crate::trigger) fn read<'a>(
    leaf: usize,
    node: Node<'a>,
    is_selector: fn(&str) -> bool,
    problems: &mut Problems,
) -> Option<Trigger<'a>> {
    match leaf {
        1 => read_scroll(node, is_selector, problems),
        2 => read_click(node, is_selector, problems),
        3 => read_help_center(node, problems).map(Trigger::Rare),
        5 => Some(Trigger::Rare(Rare::SectionLeave(read_text(node, "section", problems)))),
        6 => Some(Trigger::Rare(read_time(node, problems))),
        7 => Some(Trigger::Rare(Rare::Link)),
        _ => None,
    }
}

fn read_scroll<'a>(node: Node<'a>, is_selector: fn(&str) -> bool, problems: &mut Problems) -> Option<Trigger<'a>> {
    let [percent, px, element, of] = ["percent", "px", "element", "of"].map(|key| node.given(key));
    let given = [percent, px, element].iter().flatten().count();
    if given == 1 && percent.is_some() && of.is_none() {
        return None;
    }
    let one = node.check(given == 1, "one of percent, px or element", problems);
    if let Some(of) = of {
        of.check(!one || percent.is_some(), "a percent beside it", problems);
    }
    let goal = if let Some(px) = px {
        Goal::Pixels(px.number(1.0, 1e6, "pixels from 1 to 1,000,000", problems))
    } else if percent.is_none() {
        Goal::End
    } else {
        let percent = read_percent(node, problems);
        match node.word_or_first("of", &["viewed", "progress"], problems) {
            0 => Goal::Viewed(percent),
            _ => Goal::Progress(percent),
        }
    };
    let mut container = node.given("container");
    if let (Some(it), Some(_)) = (container, element) {
        it.check(false, "no container beside an element", problems);
        container = None;
    }
    let container = container.or(element).map_or("", |it| read_selector(it, is_selector, problems));
    Some(Trigger::Scroll { goal, dwell: read_dwell(node, problems), container })
}

fn read_click<'a>(node: Node<'a>, is_selector: fn(&str) -> bool, problems: &mut Problems) -> Option<Trigger<'a>> {
    let selector = node.given("selector");
    if node.given("text").is_none() {
        return if selector.is_none() { Some(Trigger::Rare(Rare::Marked)) } else { None };
    }
    let selector = selector.map_or(CLICKABLE, |it| read_selector(it, is_selector, problems));
    Some(Trigger::Click { selector, text: read_text(node, "text", problems) })
}

/// Those that the rest of the reader knows come last.
const HELP_CENTER: [&str; 8] =
    ["searches", "searchWithoutClick", "pingPong", "contactAfter", "dwell", "deadEnd", "visited", "articles"];

fn read_help_center(node: Node<'_>, problems: &mut Problems) -> Option<Rare<'static>> {
    let mut given = HELP_CENTER.iter().enumerate().filter(|(_, key)| !node.field(key).is_absent());
    let (Some((position, key)), None) = (given.next(), given.next()) else {
        let expected = "one of visited, articles, searches, searchWithoutClick, pingPong, contactAfter, dwell or deadEnd";
        node.check(false, expected, problems);
        return Some(Rare::DeadEnd);
    };
    let field = node.field(key);
    Some(match position {
        0 => Rare::Searches(field.count(1, 100, HUNDRED, problems)),
        1 if field.value.flag() == Some(true) => Rare::SearchWithoutClick(SEARCH),
        1 => Rare::SearchWithoutClick(field.span("true, or a duration above 0 such as \"20s\"", problems)),
        2 => Rare::PingPong(field.count(1, 100, HUNDRED, problems)),
        3 => Rare::ContactAfter(field.count(1, 100, HUNDRED, problems)),
        4 => Rare::ArticleFor(field.span(SPAN, problems)),
        5 => {
            field.check(field.value.flag() == Some(true), "true", problems);
            Rare::DeadEnd
        }
        _ => return None,
    })
}

fn read_time(node: Node<'_>, problems: &mut Problems) -> Rare<'static> {
    let (active, idle) = (node.given("activeTime"), node.given("idle"));
    node.check(active.is_some() != idle.is_some(), "either activeTime or idle", problems);
    let span = active.or(idle).map_or(Duration(0), |it| it.span(SPAN, problems));
    if active.is_some() { Rare::Active(span) } else { Rare::Idle(span) }
}

/// One gesture or a list of them; none where nothing is said.
pub(in crate::trigger) fn read_gestures(node: Node<'_>, problems: &mut Problems) -> Gestures {
    const WORDS: [&str; 2] = ["fastScrollUp", "tabReturn"];
    let mut gestures = Gestures::default();
    if let Some(touch) = node.given("touch") {
        touch.words(&WORDS, problems);
        for gesture in touch.each() {
            gestures.fast_scroll_up |= gesture.position(&WORDS) == 0;
            gestures.tab_return |= gesture.position(&WORDS) == 1;
        }
    }
    gestures
}

pub(in crate::trigger) fn read_terms<'a>(node: Node<'a>, problems: &mut Problems) -> Terms<'a> {
    let properties = node.field("where");
    if !properties.is_absent() {
        comparison::read_named(properties, problems);
    }
    let count = node.given("count").map_or(1, |it| it.count(1, 100, HUNDRED, problems));
    let mut within = Duration::NEVER;
    if let Some(given) = node.given("within")
        && given.check(count != 1, "a count of at least 2 beside it", problems)
    {
        within = given.span(SPAN, problems);
    }
    let cancel_on = read_text(node, "cancelOn", problems);
    let differ = cancel_on.is_empty() || node.field("name").value.text_or_empty() != cancel_on;
    node.field("cancelOn").check(differ, "the name of another event", problems);
    let from = node.word_or_first("from", &FROM, problems);
    if from == DOM {
        for field in ["name", "cancelOn"].map(|key| node.field(key)) {
            let name = field.value.text_or_empty();
            let parts = name.split_ascii_whitespace().count();
            let whole = parts == 0 || name.bytes().all(|byte| !byte.is_ascii_whitespace());
            field.check(whole, "a name without white space, as events of the DOM have", problems);
        }
    }
    Terms { properties: properties.value, count, within, cancel_on, from }
}

/// Where an event comes from besides `track`.
const FROM: [&str; 3] = ["track", "dom", "dataLayer"];
/// The position of those whose names are listened to in one text.
const DOM: usize = 1;

/// The text under a key; empty where there is none.
fn read_text<'a>(node: Node<'a>, name: &'a str, problems: &mut Problems) -> &'a str {
    node.given(name).and_then(|it| it.text(problems)).unwrap_or_default()
}

/// Says of each moment what comes before it, where it stands in a sequence; `next` is the position
/// of the first moment of this part of the tree, which has been read without a problem.
pub(in crate::trigger) fn put_in_order(tree: &Value, moments: &mut [Moment<'_>], next: &mut usize) {
    let parts = tree.field(SEQ).items();
    if !parts.is_empty() {
        let within = Duration::read(tree.field(WITHIN).text_or_empty()).unwrap_or(Duration::NEVER);
        let mut before = None;
        for part in parts {
            let from = *next;
            put_in_order(part, moments, next);
            for moment in moments.get_mut(from..*next).unwrap_or_default() {
                moment.after = before;
            }
            before = Some(After { from, to: *next, within });
        }
        return;
    }
    let [(key, inner)] = tree.entries() else { return };
    match key.as_str() {
        "all" | "any" => inner.items().iter().for_each(|part| put_in_order(part, moments, next)),
        "not" => put_in_order(inner, moments, next),
        _ => *next += 1,
    }
}
