//! What a build of the widget can do: tables with a row for each kind. The linker drops what no row
//! names, so that nothing else asks which edition it is in.
//!
//! Never read by the rules themselves: a definition is read by an edition, and knows what it needs.

mod asking;
mod targeting;
mod words;

pub use words::AskingWords;

use crate::help_center::Make;
use crate::piping::{PIPING, Piping};
use crate::theme::{ReadTheme, Theme};
use crate::trigger::{SEQUENCES, Sequences};
use crate::{audience, layout, question, trigger};
use asking::{ALL_HELP_CENTERS, ALL_LAYOUTS, ALL_QUESTIONS, ORDINARY_HELP_CENTERS, ORDINARY_QUESTIONS};
use targeting::{ALL_CONDITIONS, ALL_TRIGGERS, ORDINARY_CONDITIONS, ORDINARY_TRIGGERS};

#[derive(Clone, Copy)]
pub struct Edition {
    pub triggers: &'static [trigger::Kind],
    /// How triggers are put in an order.
    pub sequences: Option<&'static Sequences>,
    pub conditions: &'static [audience::Kind],
    pub questions: &'static [question::Kind],
    pub layouts: &'static [layout::Kind],
    /// The first stands for those that are like most.
    pub help_centers: &'static [&'static Make],
    pub theme: Option<ReadTheme>,
    /// How texts name more than the organization.
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
    triggers: ORDINARY_TRIGGERS,
    sequences: None,
    conditions: ORDINARY_CONDITIONS,
    questions: ORDINARY_QUESTIONS,
    layouts: &[],
    help_centers: ORDINARY_HELP_CENTERS,
    theme: None,
    piping: None,
};

/// Everything.
pub const FULL: Edition = Edition {
    triggers: &silent!(ALL_TRIGGERS),
    sequences: Some(&SEQUENCES),
    conditions: &silent!(ALL_CONDITIONS),
    questions: &silent!(ALL_QUESTIONS),
    layouts: ALL_LAYOUTS,
    help_centers: ALL_HELP_CENTERS,
    theme: Some(|definition, problems| Theme::read(definition, problems)),
    piping: Some(&PIPING),
};

/// Everything, with words for those who wrote the definition.
pub const EXPLAINED: Edition =
    Edition { triggers: &ALL_TRIGGERS, conditions: &ALL_CONDITIONS, questions: &ALL_QUESTIONS, ..FULL };
