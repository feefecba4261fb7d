//! What is known of the page that is open, for a team that looks on. Never changes it.

use super::state::Engine;
use crate::help_center::{Facts, identity};
use crate::time::{Duration, Timestamp};
use alloc::string::String;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overview<'o> {
    /// How long this page view has been visible, and how long somebody was there to see it.
    pub visible: Duration,
    pub active: Duration,
    /// How long nobody has done anything.
    pub idle: Duration,
    /// Whether the visitor did more than move a pointer.
    pub interacted: bool,
    /// With the route that its fragment is; empty before there is a page.
    pub path: &'o str,
    pub facts: Facts<'o>,
}

impl Overview<'_> {
    /// The article as responses name it.
    pub fn article(&self) -> Option<String> {
        self.facts.article.map(|it| identity::name(self.path, it))
    }
}

impl Engine<'_> {
    pub fn overview(&self, at: Timestamp) -> Overview<'_> {
        Overview {
            visible: self.attention.visible_for(at),
            active: self.attention.active_for(at),
            idle: self.attention.idle_for(at),
            interacted: self.attention.interacted,
            path: self.page.as_ref().map_or("", |page| &page.path),
            facts: self.facts(),
        }
    }
}
