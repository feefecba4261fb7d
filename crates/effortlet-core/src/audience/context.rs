//! What conditions are asked about. Never finds anything out.

use crate::help_center::Facts;
use crate::memory::{History, Trail};
use crate::needs::{Fact, Source};
use crate::source::Value;
use crate::time::Timestamp;

#[derive(Clone, Copy)]
pub struct AudienceContext<'v> {
    pub at: Timestamp,
    /// The survey's id: one visitor is in different samples for different surveys.
    pub survey: &'v str,
    /// Of the page, once there is one.
    pub path: Option<&'v str>,
    /// Its whole address.
    pub address: &'v str,
    /// What the help center says of it.
    pub page: Facts<'v>,
    /// Wanted languages, the most wanted first, joined by commas.
    pub languages: &'v str,
    /// Drawn once for each visitor, evenly over all numbers; nobody is in a sample before that.
    pub number: Option<u32>,
    pub history: &'v History,
    pub trail: &'v Trail,
    /// What the page was asked for, and what it said, in the same order; nothing before it was.
    pub asked: &'v [Fact<'v>],
    pub gathered: &'v [Value],
}

impl AudienceContext<'_> {
    /// What the page says; nothing while it was not asked.
    pub fn find(&self, source: Source, name: &str) -> Option<&Value> {
        let position = self.asked.iter().position(|fact| fact.source == source && fact.name == name)?;
        self.gathered.get(position)
    }
}
