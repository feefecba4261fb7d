//! What a build of the widget can do: tables with a row for each kind. The linker drops what no row
//! names, so that nothing else asks which edition it is in.
//!
//! Never read by the rules themselves: a definition is read by an edition, and knows what it needs.

use crate::audience::{self, *};
use crate::tree::COMBINATIONS;
use crate::trigger::{self, *};
use alloc::vec::Vec;

#[derive(Clone, Copy)]
pub struct Edition {
    pub triggers: &'static [trigger::Kind],
    /// How triggers are put in an order.
    pub sequences: Option<&'static Sequences>,
    pub conditions: &'static [audience::Kind],
}

impl Edition {
    /// Every word that this edition knows in triggers and audiences, once.
    pub fn targeting_words(&self) -> Vec<&'static str> {
        let order = self.sequences.map_or(&[][..], |sequences| sequences.keys);
        let triggers = self.triggers.iter().flat_map(|kind| kind.keys.iter().chain([&kind.word]));
        let conditions = self.conditions.iter().flat_map(|kind| kind.keys.iter().chain([&kind.word]));
        let mut words: Vec<_> = COMBINATIONS.iter().chain(order).chain(triggers).chain(conditions).copied().collect();
        words.sort_unstable();
        words.dedup();
        words
    }
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
pub const ORDINARY: Edition = Edition { triggers: ORDINARY_TRIGGERS, sequences: None, conditions: ORDINARY_CONDITIONS };

/// Everything.
pub const FULL: Edition = Edition {
    triggers: &silent!(ALL_TRIGGERS),
    sequences: Some(&SEQUENCES),
    conditions: &silent!(ALL_CONDITIONS),
};

/// Everything, with words for those who wrote the definition.
pub const EXPLAINED: Edition = Edition { triggers: &ALL_TRIGGERS, conditions: &ALL_CONDITIONS, ..FULL };

const ORDINARY_TRIGGERS: &[trigger::Kind] = &[
    exit_intent::POINTER,
    scroll::SCROLL.without_words().with_keys(&["percent", "short", "dwell", "container"]),
    click::CLICK,
    help_center::ARTICLES,
    event::EVENT,
];

const ORDINARY_CONDITIONS: &[audience::Kind] = &[page_path::PAGE, sample::SAMPLE.without_words()];

const ALL_TRIGGERS: [trigger::Kind; 8] = [
    exit_intent::EXIT_INTENT,
    scroll::SCROLL,
    mark::CLICK,
    help_center::HELP_CENTER,
    event_terms::EVENT,
    section_leave::SECTION_LEAVE,
    trigger::time::TIME,
    link::LINK,
];

const ALL_CONDITIONS: [audience::Kind; 18] = [
    page::PAGE,
    sample::SAMPLE,
    referrer::REFERRER,
    entry::ENTRY,
    utm::UTM,
    visitor::VISITOR,
    language::LANGUAGE,
    device::DEVICE,
    audience::time::TIME,
    time_zone::TIME_ZONE,
    named::TRAITS,
    named::COOKIE,
    named::LOCAL_STORAGE,
    named::SESSION_STORAGE,
    named::GLOBAL,
    element::ELEMENT,
    answered::ANSWERED,
    condition::CONDITION,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_full_edition_knows_every_word_of_the_ordinary_one() {
        let full = FULL.targeting_words();
        for word in ORDINARY.targeting_words() {
            assert!(full.contains(&word), "{word}");
        }
    }

    #[test]
    fn words_for_people_are_no_part_of_a_widget() {
        for edition in [ORDINARY, FULL] {
            assert!(edition.triggers.iter().all(|kind| kind.words.is_none()));
            assert!(edition.conditions.iter().all(|kind| kind.words.is_none()));
        }
    }
}
