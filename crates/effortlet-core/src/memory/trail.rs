//! The way of one visit through a site, in one tab, where a trigger or an audience asks for it.

use crate::hash;
use crate::help_center::PageKind;
use crate::source::Value;
use crate::text::cut;
use crate::time::{Duration, Timestamp};
use alloc::{string::String, vec::Vec};

/// A section that was left with the document that it was on is remembered for so long.
const MARK: Duration = Duration::seconds(120);

/// What was put off to the next page is asked there within this time, or not at all.
const DEFERRED: Duration = Duration::seconds(1_800);

/// Whoever goes back to a list of articles so soon has not read the one that was opened.
const QUICK: Duration = Duration::seconds(30);

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
    /// Hashes of the addresses of searches.
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

/// How its visitor came to a page, from another one of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// What kind of page was left for it.
    pub from: PageKind,
    /// Whether that was an article that was left for a list of articles before it can have been read.
    pub turned_back: bool,
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

    /// A page of this kind is opened after another one, or the same one anew, as by a reload: that
    /// leaves nothing.
    pub fn turn(&mut self, at: Timestamp, kind: PageKind, address: &str) -> Arrival {
        let page = hash::of(address);
        if core::mem::replace(&mut self.page, page) == page {
            return Arrival::default();
        }
        let from = self.kind;
        let quick = self.kind == PageKind::Article && at - self.since < QUICK;
        let list = !matches!(kind, PageKind::Article | PageKind::Contact | PageKind::Other);
        let turned_back = quick && list;
        if turned_back {
            self.quick = self.quick.saturating_add(1);
        } else if self.kind == PageKind::Article {
            self.quick = 0;
        }
        (self.kind, self.since) = (kind, at);
        Arrival { from, turned_back }
    }

    /// Counts a search once a session.
    pub fn search(&mut self, address: &str) {
        let search = hash::of(cut(address, b'#').0);
        if !self.searches.contains(&search) {
            self.searches.push(search);
        }
    }

    /// The visitor is in this section now; empty for none.
    pub fn enter(&mut self, at: Timestamp, section: &str) {
        if self.inside != section {
            if !self.inside.is_empty() {
                self.left.push((core::mem::take(&mut self.inside), at));
            }
            self.left.retain(|(left, _)| left != section);
            self.inside = section.into();
        }
    }

    /// The surveys that waited for this page.
    pub fn arrive(&mut self, at: Timestamp) -> Vec<Deferred> {
        let mut deferred = core::mem::take(&mut self.deferred);
        deferred.retain(|it| at - it.at <= DEFERRED);
        deferred
    }

    /// A section that was left so long ago, and not entered again; each is handed out once.
    pub fn leave(&mut self, at: Timestamp, stayed_out: Duration) -> Option<String> {
        let position = self.left.iter().position(|(_, left)| at - *left >= stayed_out)?;
        Some(self.left.remove(position).0)
    }

    /// A survey waits for the next page, once.
    pub fn defer(&mut self, survey: &str, trigger: &str, at: Timestamp) {
        self.deferred.retain(|it| it.survey != survey);
        self.deferred.push(Deferred { survey: survey.into(), trigger: trigger.into(), at });
    }
}
