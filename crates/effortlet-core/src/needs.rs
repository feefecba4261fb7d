//! What has to be listened to and remembered; what no trigger and no audience needs is not.
//!
//! Each kind of trigger and condition adds its own; how answers and visits are remembered is named by
//! those kinds alone, so that an edition without them does without its code. Never listens itself.

use crate::address::only;
use crate::memory::{History, RememberAnswers};
use crate::time::Timestamp;
use alloc::{string::String, vec::Vec};

#[derive(Clone, Debug, Default)]
pub struct Needs<'a> {
    /// Signs of life.
    pub attention: bool,
    /// That the pointer leaves the window.
    pub exit: bool,
    /// How fast a finger scrolls the page.
    pub swipes: bool,
    /// What scrolls: a selector, or empty for the page itself. Read and reported by these names.
    pub scrolls: Vec<&'a str>,
    /// Selectors of elements whose ends are waited for. They are read with the page.
    pub ends: Vec<&'a str>,
    /// What clicks are waited for. Reported by position.
    pub clicks: Vec<Clickable<'a>>,
    /// Clicks on what the page has marked with a survey's id.
    pub marks: bool,
    /// Names of events from the page's DOM, and from its data layer.
    pub dom_events: Vec<&'a str>,
    pub data_layer_events: Vec<&'a str>,
    /// That the document is left.
    pub leaving: bool,
    /// What the page has to be asked for.
    pub facts: Vec<Fact<'a>>,
    /// Where the links of a help center's pages lead.
    pub link_targets: bool,
    /// Articles that were read; what nobody waits for is not remembered.
    pub articles: bool,
    /// The way through the site, where it began and where its visitor came from.
    pub journey: bool,
    pub entry: Entry<'a>,
    pub referrer: bool,
    /// Visits and answers of earlier days: how they are remembered.
    pub visits: Option<fn(&mut History, Timestamp)>,
    pub answers: Option<RememberAnswers>,
    /// When the session began, as newcomers are left alone at first.
    pub settling: bool,
}

/// What has to be known of the first page's address; more is not remembered.
#[derive(Clone, Debug, Default)]
pub struct Entry<'a> {
    pub all: bool,
    pub path: bool,
    /// Of the query, by what their names begin with and the rest of it.
    pub parameters: Vec<(&'static str, &'a str)>,
}

impl Entry<'_> {
    pub fn of(&self, address: &str) -> String {
        if self.all {
            return address.into();
        }
        let is_wanted = |name: &str| self.parameters.iter().any(|(start, rest)| name.strip_prefix(start) == Some(rest));
        only(address, self.path, &is_wanted)
    }
}

/// What a click has to be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clickable<'a> {
    pub selector: &'a str,
    /// What has to stand on it; anything where empty.
    pub text: &'a str,
}

/// Something that the page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact<'a> {
    pub source: Source,
    /// Which one of them; empty where there is only one.
    pub name: &'a str,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// `fine`, `coarse` or `none`.
    Pointer,
    Hover,
    /// Of the window, in CSS pixels.
    Width,
    /// Of the visitor's clock from UTC, in minutes to the east.
    Offset,
    TimeZone,
    Trait,
    Cookie,
    LocalStorage,
    SessionStorage,
    /// A path of own properties, from the global object.
    Global,
    /// Whether a selector finds an element.
    Element,
    /// What a function of the page says.
    Condition,
    /// Of the page, for texts that name it.
    Title,
}

impl<'a> Needs<'a> {
    /// Each fact is asked for once, whoever needs it.
    pub fn fact(&mut self, source: Source, name: &'a str) {
        let fact = Fact { source, name };
        if !self.facts.contains(&fact) {
            self.facts.push(fact);
        }
    }

    /// Whether a visitor has to be followed from page to page.
    pub fn follows(&self) -> bool {
        self.articles || self.journey || self.visits.is_some()
    }

    /// What scrolls is read for whoever waits for it, as long as there are signs of life.
    pub fn scroll(&mut self, container: &'a str) {
        self.attention = true;
        if !self.scrolls.contains(&container) {
            self.scrolls.push(container);
        }
    }
}
