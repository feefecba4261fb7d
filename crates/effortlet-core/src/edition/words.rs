//! The words that an edition knows, by which a page chooses one. Never looks at a definition.

use super::Edition;
use crate::help_center::MAKE_KEYS;
use crate::layout;
use crate::question::KEYS;
use crate::theme;
use crate::tree::COMBINATIONS;
use alloc::vec::Vec;

/// What may be written of what is asked, and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskingWords {
    /// Keys of a definition, its surveys, questions, scales, layouts and its help center.
    pub keys: Vec<&'static str>,
    /// Values of `kind`, of questions.
    pub kinds: Vec<&'static str>,
    /// What stands first in the braces of a text, besides the organization.
    pub names: Vec<&'static str>,
}

impl Edition {
    /// Every word that this edition knows in triggers and audiences, once.
    pub fn targeting_words(&self) -> Vec<&'static str> {
        let order = self.sequences.map_or(&[][..], |sequences| sequences.keys);
        let triggers = self.triggers.iter().flat_map(|kind| kind.keys.iter().chain([&kind.word]));
        let conditions = self.conditions.iter().flat_map(|kind| kind.keys.iter().chain([&kind.word]));
        once(COMBINATIONS.iter().chain(order).chain(triggers).chain(conditions).copied().collect())
    }

    /// The words of what is asked that not every edition has to know, and that say so by themselves.
    pub fn asking_words(&self) -> AskingWords {
        let theme = self.theme.map(|_| theme::KEY);
        let layout = Some(layout::KEY).filter(|_| !self.layouts.is_empty());
        let makes = MAKE_KEYS.iter().filter(|_| self.help_centers.len() > 1);
        let own = self.questions.iter().flat_map(|kind| kind.keys);
        let own = own.flat_map(|key| key.inside.iter().chain([&key.word]));
        AskingWords {
            keys: once(theme.into_iter().chain(layout).chain(makes.chain(own).chain(&KEYS).copied()).collect()),
            kinds: once(self.questions.iter().map(|kind| kind.word).collect()),
            names: once(self.piping.map_or(&[][..], |piping| piping.words).to_vec()),
        }
    }
}

fn once(mut words: Vec<&'static str>) -> Vec<&'static str> {
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use crate::edition::{FULL, ORDINARY};

    #[test]
    fn the_full_edition_knows_every_word_of_the_ordinary_one() {
        let full = FULL.targeting_words();
        for word in ORDINARY.targeting_words() {
            assert!(full.contains(&word), "{word}");
        }
    }

    #[test]
    fn what_is_asked_tells_the_editions_apart_by_these_words() {
        let [full, ordinary] = [FULL, ORDINARY].map(|edition| edition.asking_words());
        let beside = |all: &[&'static str], few: &[&'static str]| {
            assert!(few.iter().all(|word| all.contains(word)), "{few:?}");
            all.iter().copied().filter(|word| !few.contains(word)).collect::<Vec<_>>()
        };
        assert_eq!(
            beside(&full.keys, &ordinary.keys),
            ["layout", "look", "many", "options", "order", "other", "preset", "root", "theme"]
        );
        assert_eq!(beside(&full.kinds, &ordinary.kinds), ["choice", "message"]);
        assert_eq!(beside(&full.names, &ordinary.names), ["answer", "article"]);
    }

    #[test]
    fn words_for_people_are_no_part_of_a_widget() {
        for edition in [ORDINARY, FULL] {
            assert!(edition.triggers.iter().all(|kind| kind.words.is_none()));
            assert!(edition.conditions.iter().all(|kind| kind.words.is_none()));
            assert!(edition.questions.iter().all(|kind| kind.lint.is_none()));
        }
    }
}
