//! All that the engine knows. Never changes by itself.

use super::candidate::Candidate;
use super::effect::Effects;
use super::watch::Watch;
use crate::attention::Attention;
use crate::definition::Definition;
use crate::help_center::{Facts, HelpCenter, PageKind};
use crate::interview::Interview;
use crate::journey::Arrival;
use crate::memory::{History, Memory, Trail};
use crate::needs::{Needs, Source};
use crate::occurrence::Occurrence;
use crate::outbox::Outbox;
use crate::page_view::PageView;
use crate::response::Random;
use crate::survey::Survey;
use crate::time::Timestamp;
use alloc::{boxed::Box, string::String, vec::Vec};

pub struct Engine<'a> {
    pub(super) definition: &'a Definition<'a>,
    pub(super) ways: &'static dyn Ways,
    pub(super) needs: Needs<'a>,
    pub(super) memory: Memory,
    /// The way here; empty where nobody asks for it.
    pub(super) trail: Trail,
    /// Wanted languages as BCP 47 tags joined by commas, the most wanted first.
    pub(super) languages: String,
    pub(super) random: Random,
    /// Of the page view, once there is one.
    pub(super) page: Option<Page<'a>>,
    pub(super) attention: Attention,
    pub(super) watch: Watch<'a>,
    pub(super) waiting: Vec<Candidate<'a>>,
    pub(super) stage: Stage<'a>,
    pub(super) sight: Sight,
    pub(super) outbox: Outbox,
    /// Whether nothing may last that tells this visitor from others, or how often there was a visit.
    pub(super) is_private: bool,
    /// When the edge will wake it.
    pub(super) wake: Timestamp,
}

/// What is known of the page that is open.
#[derive(Clone, Default)]
pub(super) struct Page<'a> {
    /// With the route that its fragment is, unless an article is there without it.
    pub(super) path: String,
    pub(super) address: String,
    pub(super) help_center: HelpCenter<'a>,
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
    /// Asked the same, to draw the visitor's number; nothing is held back by it.
    Drawing,
    /// Until it goes by itself: the thank-you does, a question never.
    Showing(Box<Interview<'a>>, Timestamp),
}

/// What is known of the nudge on display.
#[derive(Default)]
pub(super) struct Sight {
    /// Whether it has had a box on the screen.
    pub(super) is_seen: bool,
    /// How often it was put back on this page view.
    pub(super) returns: u8,
}

impl<'a> Engine<'a> {
    /// `ways` goes with the edition that has read the definition, `seed` is 64 bits of randomness, drawn
    /// anew for each page.
    pub fn new(definition: &'a Definition<'a>, ways: &'static dyn Ways, memory: Memory, languages: String, seed: u64) -> Self {
        Self {
            definition,
            ways,
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
            outbox: Outbox::new(definition.ack),
            sight: Sight::default(),
            is_private: false,
            wake: Timestamp::NEVER,
        }
    }

    /// The same definition with its texts in other languages, and who wants which. What is on display
    /// stays as it is.
    pub fn speak(&mut self, definition: &'a Definition<'a>, languages: String) {
        self.definition = definition;
        self.languages = languages;
    }

    /// The visitor wants no lasting number, and no history of visits, as by Global Privacy Control.
    #[must_use]
    pub fn in_private(mut self) -> Self {
        self.is_private = true;
        (self.needs.visits, self.needs.answers) = (None, None);
        self.forgo();
        self
    }

    /// Lets go of what may not be known.
    pub(super) fn forgo(&mut self) {
        if self.is_private {
            (self.memory.number, self.memory.is_private) = (None, true);
            self.memory.history = History::default();
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
        self.page.as_ref().map_or_else(Facts::default, |page| page.help_center.facts(&page.path, &page.section))
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

/// What an engine does about what came before: earlier pages, and the earlier parts of sequences. All of
/// it is nothing here, so that an edition which names no more has nothing of it in it.
pub trait Ways: Sync {
    /// Other tabs may have gone on with the visit, and later documents with the way of this tab and
    /// what was read in it before the browser came back to this one.
    fn recall(&self, _engine: &mut Engine<'_>, _memory: Memory, _trail: Trail) {}

    /// The page that is open was come to, by a visitor who came from `referrer`; or it has another query only.
    fn go_on(&self, _engine: &mut Engine<'_>, _at: Timestamp, _referrer: &str, _by_query: bool, _effects: &mut Effects<'_>) {}

    /// The visitor is in the section of the page that is open.
    fn enter_section(&self, _engine: &mut Engine<'_>, _at: Timestamp) {}

    /// A click is told for the first time.
    fn press(&self, _engine: &mut Engine<'_>) {}

    /// The document is left.
    fn leave(&self, _engine: &mut Engine<'_>, _at: Timestamp, _effects: &mut Effects<'_>) {}

    /// Sections that were left for good are occurrences.
    fn leave_sections(&self, _engine: &mut Engine<'_>, _at: Timestamp, _effects: &mut Effects<'_>) {}

    /// When the next section counts as left.
    fn leave_due(&self, _engine: &Engine<'_>) -> Timestamp {
        Timestamp::NEVER
    }

    /// Puts off what waits for the next page.
    fn put_off(&self, _engine: &mut Engine<'_>, _effects: &mut Effects<'_>) {}

    /// What an event takes back is asked neither here nor on the next page.
    fn cancel(&self, _engine: &mut Engine<'_>, _event: &Occurrence<'_>, _effects: &mut Effects<'_>) {}

    /// What the page's links lead to, and the status that it came with.
    fn arrive_at(&self, _engine: &mut Engine<'_>, _at: Timestamp, _paths: &[String], _status: u16) {}

    /// A trigger has come, as far as a trial is concerned.
    fn simulate(&self, _engine: &mut Engine<'_>, _at: Timestamp, _survey: &str, _leaf: usize) {}
}

/// What all surveys need together.
fn needs<'a>(definition: &'a Definition<'a>) -> Needs<'a> {
    let mut needs = Needs::default();
    definition.surveys.iter().for_each(|survey| add(&mut needs, survey));
    needs
}

/// What one survey needs.
pub(super) fn needs_of<'a>(survey: &'a Survey<'a>) -> Needs<'a> {
    let mut needs = Needs::default();
    add(&mut needs, survey);
    needs
}

fn add<'a>(needs: &mut Needs<'a>, survey: &'a Survey<'a>) {
    needs.settling |= survey.frequency.settles();
    for moment in &survey.triggers.moments {
        needs.journey |= moment.defer;
        moment.trigger.needs(needs);
    }
    survey.audience.needs(needs);
    if survey.names_title {
        needs.fact(Source::Title, "");
    }
}
