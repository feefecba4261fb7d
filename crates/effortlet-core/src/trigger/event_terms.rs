//! An event with certain properties, so many times within so long, from the page's DOM or its data
//! layer too, and what takes it back.

use super::{Kind, Reader, Trigger, Words};
use crate::comparison::{Comparison, read_named};
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::{each, plain, quoted, span, times};
use crate::source::{HUNDRED, Node, Problems, SPAN, Value};
use crate::time::{Duration, Timestamp};
use alloc::{boxed::Box, string::String, vec::Vec};

pub const EVENT: Kind = Kind {
    word: "event",
    keys: &["name", "where", "count", "within", "cancelOn", "from", "delay", "defer"],
    read,
    words: Some(Words { wants, observed, grows: true }),
};

#[derive(Clone)]
struct Event<'a> {
    name: &'a str,
    /// What its properties must be, by name: an object of comparisons.
    properties: &'a Value,
    /// So many times, at least 1.
    count: u32,
    /// In so long; for all of the page view where it is none.
    within: Duration,
    /// The event that takes it back; none where empty.
    cancel_on: &'a str,
    from: From,
    /// When it has happened, the latest ones.
    times: Vec<Timestamp>,
}

/// Where it comes from besides `track`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Nowhere,
    Dom,
    DataLayer,
}

/// In the order of `From`.
const FROM: [&str; 3] = ["track", "dom", "dataLayer"];

fn read<'a>(node: Node<'a>, _: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let name = node.field("name").text(problems).unwrap_or_default();
    let properties = node.field("where");
    if !properties.is_absent() {
        read_named(properties, problems);
    }
    let count = node.given("count").map_or(1, |it| it.count(1, 100, HUNDRED, problems));
    let mut within = Duration::NEVER;
    if let Some(given) = node.given("within")
        && given.check(count != 1, "a count of at least 2 beside it", problems)
    {
        within = given.span(SPAN, problems);
    }
    let cancel_on = node.given("cancelOn").and_then(|it| it.text(problems)).unwrap_or_default();
    let differ = cancel_on.is_empty() || node.field("name").value.text_or_empty() != cancel_on;
    node.field("cancelOn").check(differ, "the name of another event", problems);
    let from = match node.word_or_first("from", &FROM, problems) {
        1 => From::Dom,
        2 => From::DataLayer,
        _ => From::Nowhere,
    };
    if from == From::Dom {
        // Those are listened to in one text.
        for field in ["name", "cancelOn"].map(|key| node.field(key)) {
            let name = field.value.text_or_empty();
            let parts = name.split_ascii_whitespace().count();
            let whole = parts == 0 || name.bytes().all(|byte| !byte.is_ascii_whitespace());
            field.check(whole, "a name without white space, as events of the DOM have", problems);
        }
    }
    Box::new(Event { name, properties: properties.value, count, within, cancel_on, from, times: Vec::new() })
}

impl Trigger for Event<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        let names = match self.from {
            From::Nowhere => return,
            From::Dom => &mut needs.dom_events,
            From::DataLayer => &mut needs.data_layer_events,
        };
        names.push(self.name);
        if !self.cancel_on.is_empty() {
            names.push(self.cancel_on);
        }
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        let Occurrence::Event(name, properties) = occurrence else { return false };
        let mut wanted = self.properties.entries().iter();
        if *name != self.name || !wanted.all(|(name, wanted)| Comparison::of(wanted).holds(properties.field(name))) {
            return false;
        }
        self.times.push(view.at);
        self.times.retain(|then| view.at.apart(*then) <= self.within);
        self.times.len() >= self.count as usize
    }

    fn repeats(&self) -> bool {
        true
    }

    fn is_cancelled(&self, occurrence: &Occurrence<'_>) -> bool {
        matches!(occurrence, Occurrence::Event(name, _) if !name.is_empty() && *name == self.cancel_on)
    }

    fn observed(&self, _view: &PageView<'_>) -> Observed {
        Observed::Number(self.times.len() as f64)
    }
}

fn wants(terms: &Value, _: &str) -> String {
    let mut text = ["the event ", &quoted(terms.field("name").text_or_empty())].concat();
    if let Some(count) = terms.field("count").number().filter(|count| *count > 1.0) {
        text += &[" ", &plain(count), " times"].concat();
        if *terms.field("within") != Value::Absent {
            text += &[" within ", &span(terms.field("within"))].concat();
        }
    }
    if *terms.field("where") != Value::Absent {
        text += &[" where ", &each(terms.field("where"), &|property| property.into(), &[])].concat();
    }
    text
}

fn observed(observed: &Observed, terms: &Value) -> Option<String> {
    let Observed::Number(count) = observed else { return None };
    (*terms.field("count") != Value::Absent).then(|| times(*count))
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::super::Reader;
    use super::*;
    use serde_json::json;

    #[test]
    fn an_event_is_listened_to_where_it_comes_from_and_so_is_what_cancels_it() {
        let event = |name: &str, from: &str, cancel_on: Option<&str>| {
            Value::from(&json!({ "name": name, "from": from, "cancelOn": cancel_on }))
        };
        let events = [
            event("told", "track", Some("untold")),
            event("a", "dom", Some("b")),
            event("c", "dataLayer", Some("d")),
            event("e", "dom", None),
        ];
        let mut problems = Problems::new();
        let reader = Reader { survey: "s", is_selector: |_| true, told: Default::default() };
        let triggers = events.iter().map(|it| read(Node::root(it), &reader, &mut problems)).collect::<Vec<_>>();
        let mut needs = Needs::default();
        triggers.iter().for_each(|trigger| trigger.needs(&mut needs));
        assert_eq!((needs.dom_events, needs.data_layer_events), (vec!["a", "b", "e"], vec!["c", "d"]));
        assert_eq!(problems, []);
    }
}
