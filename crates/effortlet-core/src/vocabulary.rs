//! The words that an edition knows, by their places: a page chooses an edition by them before it has any.
//!
//! Never looks at a definition.

use crate::definition;
use crate::edition::{Edition, Narrow};
use crate::help_center::{MAKE_KEYS, page_keys};
use crate::tree::COMBINATIONS;
use crate::{layout, question, theme};
use alloc::vec::Vec;

/// What may stand in a place.
pub enum Words {
    Anything,
    /// A list of so many things at most.
    AtMost(usize),
    /// The same as around it, as conditions stand within conditions.
    Around,
    /// These keys, or one of them as a text. Where the first is left out that is said, something else
    /// is meant, which this edition does not know.
    Among(Option<&'static str>, Vec<Word>),
}

/// A word, and what may stand under it.
pub type Word = (&'static str, Words);

/// Those of a whole definition.
pub fn words(edition: &Edition) -> Words {
    let theme = edition.theme.map(|_| theme::KEY);
    let makes = MAKE_KEYS.into_iter().filter(|_| edition.help_centers.len() > 1);
    let own = [("helpCenter", any(page_keys().chain(makes))), ("surveys", survey(edition))];
    among(definition::KEYS.into_iter().chain(["$schema"]).chain(theme), own)
}

/// What stands first in the braces of a text, besides the organization.
pub fn names(edition: &Edition) -> &'static [&'static str] {
    edition.piping.map_or(&[], |piping| piping.words)
}

fn survey(edition: &Edition) -> Words {
    let layout = Some(layout::KEY).filter(|_| !edition.layouts.is_empty());
    let own = [("questions", question(edition)), ("triggers", triggers(edition)), ("audience", audience(edition))];
    among(definition::SURVEY_KEYS.into_iter().chain(layout), own)
}

fn question(edition: &Edition) -> Words {
    let kinds = edition.questions.iter().map(|kind| kind.word);
    let own = question::own_keys(edition.questions).into_iter().map(|key| {
        let inside = key.inside.iter().map(|word| (*word, list(edition, word)));
        (key.word, if key.inside.is_empty() { Words::Anything } else { Words::Among(None, inside.collect()) })
    });
    among(question::KEYS.into_iter(), [("kind", any(kinds))].into_iter().chain(own))
}

fn triggers(edition: &Edition) -> Words {
    let order = edition.sequences.map_or(&[][..], |sequences| sequences.keys);
    let kinds = edition.triggers.iter().map(|kind| {
        let needed = edition.narrow.iter().find_map(|it| match it {
            Narrow::Needs(word, key) if *word == kind.word => Some(*key),
            _ => None,
        });
        (kind.word, Words::Among(needed, kind.keys.iter().map(|key| (*key, Words::Anything)).collect()))
    });
    combined(order, kinds)
}

fn audience(edition: &Edition) -> Words {
    let kinds = edition.conditions.iter().map(|kind| {
        // A kind without keys has none of its own choosing.
        (kind.word, if kind.keys.is_empty() { Words::Anything } else { any(kind.keys.iter().copied()) })
    });
    combined(&[], kinds)
}

fn list(edition: &Edition, word: &str) -> Words {
    let most = edition.narrow.iter().find_map(|it| match it {
        Narrow::AtMost(key, most) if *key == word => Some(*most),
        _ => None,
    });
    most.map_or(Words::Anything, Words::AtMost)
}

/// Words of their own kinds, within others of the same.
fn combined(order: &[&'static str], kinds: impl Iterator<Item = Word>) -> Words {
    let around = COMBINATIONS.iter().chain(order).map(|word| (*word, Words::Around));
    Words::Among(None, around.chain(kinds).collect())
}

fn any(words: impl Iterator<Item = &'static str>) -> Words {
    among(words, [])
}

/// Under each word anything, but under these what they say.
fn among(words: impl Iterator<Item = &'static str>, own: impl IntoIterator<Item = Word>) -> Words {
    let mut all: Vec<Word> = own.into_iter().collect();
    for word in words {
        if !all.iter().any(|(own, _)| *own == word) {
            all.push((word, Words::Anything));
        }
    }
    Words::Among(None, all)
}
