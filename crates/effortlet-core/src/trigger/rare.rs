//! Triggers that only the full edition knows.

pub(super) mod read;

use crate::comparison::Comparison;
use crate::source::Value;
use crate::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rare<'a> {
    /// At least this many different searches in this session, 1 to 100.
    Searches(u32),
    /// A search whose results were left alone for so long, or left for anything but an article.
    SearchWithoutClick(Duration),
    /// So many times in a row an article was left for a list of articles before it can have been
    /// read, 1 to 100.
    PingPong(u32),
    /// The contact page, after at least so many articles in this session, 1 to 100.
    ContactAfter(u32),
    /// Somebody was there for so long, on an article.
    ArticleFor(Duration),
    /// A page that has nothing for its visitor.
    DeadEnd,
    /// This section, or any where empty, was left for another page, and not entered again for 8 s.
    SectionLeave(&'a str),
    /// Somebody was there for so long.
    Active(Duration),
    /// Nobody has done anything for so long, while the page is visible.
    Idle(Duration),
    /// The page's address asks for the survey.
    Link,
    /// A click on what the page has marked with the survey's id.
    Marked,
}

impl Rare<'_> {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::SectionLeave(_) => "sectionLeave",
            Self::Active(_) | Self::Idle(_) => "time",
            Self::Link => "link",
            Self::Marked => "click",
            _ => "helpCenter",
        }
    }
}

/// What an event must be besides its name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Terms<'a> {
    /// What its properties must be, by name: an object of comparisons.
    pub properties: &'a Value,
    /// So many times, at least 1.
    pub count: u32,
    /// In so long; for all of the page view where it is none.
    pub within: Duration,
    /// The event that takes it back; none where empty.
    pub cancel_on: &'a str,
    /// Where it comes from besides `track`: nowhere, the page's DOM, its data layer.
    pub from: usize,
}

impl Terms<'_> {
    /// Whether this event takes it back.
    pub fn end_with(&self, event: &str) -> bool {
        !event.is_empty() && self.cancel_on == event
    }

    /// Whether an event with these properties is meant.
    pub fn include(&self, properties: &Value) -> bool {
        self.properties.entries().iter().all(|(name, wanted)| Comparison::of(wanted).holds(properties.field(name)))
    }
}
