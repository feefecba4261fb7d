//! The way of a visitor through pages and sections, for the kinds that ask for it.
//!
//! Behind a row that only those kinds name, so that an edition without them does without its code.
//! Never says what follows from it.

use crate::address::route;
use crate::hash;
use crate::help_center::PageKind;
use crate::memory::{Deferred, Trail};
use crate::text::cut;
use crate::time::{Duration, Timestamp};
use alloc::{string::String, vec::Vec};

/// Whoever goes back to a list of articles so soon has not read the one that was opened.
const QUICK: Duration = Duration::seconds(30);

/// Whoever changes a search so soon is still typing it: many a page has another query at each letter.
const TYPED: Duration = Duration::seconds(3);

/// A section counts as left when it was not entered again for so long.
const STAYED_OUT: Duration = Duration::seconds(8);

/// What was put off to the next page is asked there within this time, or not at all.
const DEFERRED: Duration = Duration::seconds(1_800);

/// A page that is opened.
pub struct Page<'p> {
    pub kind: PageKind,
    pub address: &'p str,
    /// What is remembered of the first one: its address, and where its visitor came from.
    pub entry: &'p str,
    pub referrer: &'p str,
    /// It is the page before with another query, in the same document.
    pub by_query: bool,
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
    /// Later documents of the tab may have gone on before the browser came back to this one.
    pub(crate) fn recall(&mut self, trail: Trail) {
        if trail.page_views > self.page_views {
            *self = trail;
        }
    }

    /// A page is opened after another one, or the same one anew, as by a reload: that leaves nothing.
    pub(crate) fn go_on(&mut self, at: Timestamp, page: &Page<'_>) -> Arrival {
        if self.page_views == 0 {
            (self.entry, self.referrer) = (page.entry.into(), page.referrer.into());
        }
        self.page_views = self.page_views.saturating_add(1);
        let is_route = !route(page.address).is_empty();
        let search = hash::of(if is_route { page.address } else { cut(page.address, b'#').0 });
        let is_typed = page.by_query && page.kind == PageKind::Search && at - self.since < TYPED;
        if is_typed {
            self.searches.pop();
        }
        if page.kind == PageKind::Search {
            self.searches.retain(|it| *it != search);
            self.searches.push(search);
        }
        let address = hash::of(page.address);
        if core::mem::replace(&mut self.page, address) == address {
            return Arrival::default();
        }
        let from = if is_typed { PageKind::Other } else { self.kind };
        let list = !matches!(page.kind, PageKind::Article | PageKind::Contact | PageKind::Other);
        let turned_back = from == PageKind::Article && at - self.since < QUICK && list;
        if turned_back {
            self.quick = self.quick.saturating_add(1);
        } else if from == PageKind::Article {
            self.quick = 0;
        }
        (self.kind, self.since) = (page.kind, at);
        Arrival { from, turned_back }
    }

    /// The visitor is in this section now; empty for none.
    pub(crate) fn enter(&mut self, at: Timestamp, section: &str) {
        if self.inside != section {
            if !self.inside.is_empty() {
                self.left.push((core::mem::take(&mut self.inside), at));
            }
            self.left.retain(|(left, _)| left != section);
            self.inside = section.into();
        }
    }

    /// A section that was left for good; each is handed out once.
    pub(crate) fn leave(&mut self, at: Timestamp) -> Option<String> {
        let position = self.left.iter().position(|(_, left)| at - *left >= STAYED_OUT)?;
        Some(self.left.remove(position).0)
    }

    /// When the next section counts as left.
    pub(crate) fn leave_due(&self) -> Timestamp {
        self.left.iter().fold(Timestamp::NEVER, |next, (_, left)| next.min(*left + STAYED_OUT))
    }

    /// A survey waits for the next page, once.
    pub(crate) fn defer(&mut self, survey: &str, trigger: &str, at: Timestamp) {
        self.deferred.retain(|it| it.survey != survey);
        self.deferred.push(Deferred { survey: survey.into(), trigger: trigger.into(), at });
    }

    /// The surveys that waited for this page.
    pub(crate) fn arrive(&mut self, at: Timestamp) -> Vec<Deferred> {
        let mut deferred = core::mem::take(&mut self.deferred);
        deferred.retain(|it| at - it.at <= DEFERRED);
        deferred
    }

    /// A survey waits no longer; whether it did.
    pub(crate) fn cancel(&mut self, survey: &str, trigger: &str) -> bool {
        let before = self.deferred.len();
        self.deferred.retain(|it| it.survey != survey || it.trigger != trigger);
        self.deferred.len() < before
    }
}
