//! What is remembered of the way of one visit through a site, in one tab, where a trigger or an
//! audience asks for it. `journey` goes on with it.

use crate::help_center::PageKind;
use crate::source::Value;
use crate::time::{Duration, Timestamp};
use alloc::{string::String, vec::Vec};

/// A section that was left with the document that it was on is remembered for so long.
const MARK: Duration = Duration::seconds(120);

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trail {
    pub page_views: u32,
    /// The address of the first page, and where its visitor came from.
    pub entry: String,
    pub referrer: String,
    /// The hash of the last page's address, what kind it was, and since when it was open.
    pub page: u32,
    pub kind: PageKind,
    pub since: Timestamp,
    /// Articles in a row that were left again quickly.
    pub quick: u32,
    /// The section that the visitor is in, and when that was last known; empty for none.
    pub inside: String,
    pub seen: Timestamp,
    /// Sections that were left and not entered again, with the time of it.
    pub left: Vec<(String, Timestamp)>,
    pub deferred: Vec<Deferred>,
    /// Hashes of the addresses of searches, the latest last.
    pub searches: Vec<u32>,
}

/// A survey that waits for the next page.
#[derive(Clone, Debug, PartialEq)]
pub struct Deferred {
    pub survey: String,
    /// The word of the trigger that has come.
    pub trigger: String,
    pub at: Timestamp,
}

impl Trail {
    /// Reads a flat list, as `to_value` has it. What cannot be read, and what is over, is as good as
    /// forgotten.
    pub fn read(value: &Value, at: Timestamp) -> Self {
        let mut trail = Self::default();
        let [
            Value::Number(page_views), Value::Text(entry), Value::Text(referrer), Value::Number(page),
            Value::Number(kind), Value::Number(since), Value::Number(quick), Value::Text(inside),
            Value::Number(seen), rest @ ..,
        ] = value.items()
        else {
            return trail;
        };
        trail.page_views = *page_views as u32;
        (trail.entry, trail.referrer) = (entry.clone(), referrer.clone());
        trail.page = *page as u32;
        (trail.kind, trail.since) = (PageKind::at(*kind as usize), Timestamp::from_js(*since));
        trail.quick = *quick as u32;
        if at - Timestamp::from_js(*seen) <= MARK {
            (trail.inside, trail.seen) = (inside.clone(), Timestamp::from_js(*seen));
        }
        let mut rest = rest.iter();
        while let Some(next) = rest.next() {
            match next {
                Value::Number(search) => trail.searches.push(*search as u32),
                Value::Text(name) => trail.read_record(name, rest.next(), rest.next(), at),
                _ => {}
            }
        }
        trail
    }

    /// A section that was left, or with the name of its trigger a survey that waits.
    fn read_record(&mut self, name: &str, trigger: Option<&Value>, then: Option<&Value>, at: Timestamp) {
        let (Some(Value::Text(trigger)), Some(Value::Number(then))) = (trigger, then) else { return };
        let then = Timestamp::from_js(*then);
        if !trigger.is_empty() {
            self.deferred.push(Deferred { survey: name.into(), trigger: trigger.clone(), at: then });
        } else if at - then <= MARK {
            self.left.push((name.into(), then));
        }
    }

    /// A flat list, with the time at which the visitor left the document in the section that is in it:
    /// nine of the pages, then three for each section that was left and for each survey that waits,
    /// then the searches.
    pub fn to_value(&self, left: Option<Timestamp>) -> Value {
        let number = |number: u32| Value::Number(number.into());
        let text = |text: &str| Value::Text(text.into());
        let mut list = Vec::from([
            number(self.page_views), text(&self.entry), text(&self.referrer), number(self.page),
            number(self.kind as u32), Value::from(self.since), number(self.quick), text(&self.inside),
            Value::from(left.unwrap_or_default()),
        ]);
        for (section, at) in &self.left {
            list.extend([text(section), text(""), Value::from(*at)]);
        }
        for Deferred { survey, trigger, at } in &self.deferred {
            list.extend([text(survey), text(trigger), Value::from(*at)]);
        }
        list.extend(self.searches.iter().map(|search| number(*search)));
        Value::List(list)
    }
}
