//! All that the engine knows. Never changes by itself.

use super::candidate::Candidate;
use super::watch::Watch;
use crate::attention::Attention;
use crate::definition::Definition;
use crate::help_center::{Facts, PageKind};
use crate::interview::Interview;
use crate::journey::Arrival;
use crate::memory::{Memory, Trail};
use crate::needs::{Needs, Source};
use crate::outbox::Outbox;
use crate::page_view::PageView;
use crate::response::Random;
use crate::time::Timestamp;
use alloc::{boxed::Box, string::String, vec::Vec};

pub struct Engine<'a> {
    pub(super) definition: &'a Definition<'a>,
    pub(super) needs: Needs<'a>,
    pub(super) memory: Memory,
    /// The way here; empty where nobody asks for it.
    pub(super) trail: Trail,
    /// Wanted languages as BCP 47 tags joined by commas, the most wanted first.
    pub(super) languages: String,
    pub(super) random: Random,
    /// Of the page view, once there is one.
    pub(super) page: Option<Page>,
    pub(super) attention: Attention,
    pub(super) watch: Watch<'a>,
    pub(super) waiting: Vec<Candidate<'a>>,
    pub(super) stage: Stage<'a>,
    pub(super) outbox: Outbox,
    /// When the edge will wake it.
    pub(super) wake: Timestamp,
}

/// What is known of the page that is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) path: String,
    pub(super) address: String,
    pub(super) kind: PageKind,
    /// The section that the page itself says it is in; empty where it says none.
    pub(super) section: String,
    /// How its visitor came to it.
    pub(super) arrival: Arrival,
}

pub(super) enum Stage<'a> {
    Idle,
    /// Asked whether another tab is showing something.
    Claiming(Candidate<'a>),
    /// Until it goes by itself: the thank-you does, a question never.
    Showing(Box<Interview<'a>>, Timestamp),
}

impl<'a> Engine<'a> {
    /// `seed` is 64 bits of randomness, drawn anew for each page.
    pub fn new(definition: &'a Definition<'a>, memory: Memory, languages: String, seed: u64) -> Self {
        Self {
            definition,
            needs: needs(definition),
            memory,
            trail: Trail::default(),
            languages,
            random: Random::new(seed),
            page: None,
            attention: Attention::default(),
            watch: Watch::new(&definition.surveys),
            waiting: Vec::new(),
            stage: Stage::Idle,
            outbox: Outbox::default(),
            wake: Timestamp::NEVER,
        }
    }

    pub fn needs(&self) -> &Needs<'a> {
        &self.needs
    }

    /// Of the page that is open.
    pub(super) fn kind(&self) -> PageKind {
        self.page.as_ref().map_or(PageKind::Other, |page| page.kind)
    }

    /// What the help center says of the page; nothing where there is none.
    pub(super) fn facts(&self) -> Facts<'_> {
        let help_center = &self.definition.help_center;
        self.page.as_ref().map_or_else(Facts::default, |page| help_center.facts(&page.path, &page.section))
    }

    /// What triggers look at.
    pub(super) fn view(&self, at: Timestamp) -> PageView<'_> {
        PageView {
            at,
            address: self.page.as_ref().map_or("", |page| &page.address),
            kind: self.kind(),
            arrival: self.page.as_ref().map_or_else(Arrival::default, |page| page.arrival),
            attention: &self.attention,
            articles: self.memory.session.articles.len(),
            trail: &self.trail,
        }
    }
}

/// What all surveys need together.
fn needs<'a>(definition: &'a Definition<'a>) -> Needs<'a> {
    let mut needs = Needs::default();
    for survey in &definition.surveys {
        needs.settling |= survey.frequency.settles();
        for moment in &survey.triggers.moments {
            needs.journey = needs.journey.or(moment.defer);
            moment.trigger.needs(&mut needs);
        }
        survey.audience.needs(&mut needs);
        if survey.names_title {
            needs.fact(Source::Title, "");
        }
    }
    needs
}
