//! What a build of the widget can do: tables with a row for each kind. The linker drops what no row
//! names, so that nothing else asks which edition it is in.
//!
//! Never read by the rules themselves: a definition is read by an edition, and knows what it needs.

use crate::help_center::{self, Make};
use crate::layout;
use crate::piping::{PIPING, Piping};
use crate::question;
use crate::theme::{ReadTheme, Theme};

#[derive(Clone, Copy)]
pub struct Edition {
    pub questions: &'static [question::Kind],
    pub layouts: &'static [layout::Kind],
    /// Who makes help centers; the first stands for those that are like most.
    pub help_centers: &'static [&'static Make],
    pub theme: Option<ReadTheme>,
    pub piping: Option<&'static Piping>,
}

/// The same rows without words for people, which a widget does without.
macro_rules! silent {
    ($kinds:expr) => {{
        let mut kinds = $kinds;
        let mut rest = kinds.as_mut_slice();
        while let [first, after @ ..] = rest {
            *first = first.without_words();
            rest = after;
        }
        kinds
    }};
}

/// What most definitions use.
pub const ORDINARY: Edition = Edition {
    questions: &[question::yes_no::YES_NO, question::effort::NUMBERS, question::text::TEXT],
    layouts: &[],
    help_centers: &[&help_center::generic::GENERIC],
    theme: None,
    piping: None,
};

/// Everything.
pub const FULL: Edition = Edition {
    questions: &silent!(ALL_QUESTIONS),
    layouts: &[layout::corner::CORNER, layout::inline::INLINE, layout::tab::TAB, layout::beside::BESIDE],
    help_centers: ALL_HELP_CENTERS,
    theme: Some(|node, problems| Theme::read(node, problems)),
    piping: Some(&PIPING),
};

/// Everything, with words for those who wrote the definition.
pub const EXPLAINED: Edition = Edition { questions: &ALL_QUESTIONS, ..FULL };

const ALL_QUESTIONS: [question::Kind; 5] = [
    question::yes_no::YES_NO,
    question::effort::EFFORT,
    question::text::TEXT,
    question::choice::CHOICE,
    question::message::MESSAGE,
];

const ALL_HELP_CENTERS: &[&Make] = &[
    &help_center::generic::GENERIC,
    &help_center::zendesk::ZENDESK,
    &help_center::freshdesk::FRESHDESK,
    &help_center::intercom::INTERCOM,
    &help_center::help_scout::HELP_SCOUT,
    &help_center::live_agent::LIVE_AGENT,
    &help_center::docusaurus::DOCUSAURUS,
    &help_center::mkdocs::MKDOCS,
];
