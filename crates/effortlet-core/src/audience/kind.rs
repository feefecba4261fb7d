//! What a kind of condition has to know of itself.

use super::context::AudienceContext;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::phrase::as_it_is;
use crate::source::{Node, Problems, Value};
use crate::time::Timestamp;
use alloc::{boxed::Box, string::String};

/// A row of an edition's table.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The word for it in definitions.
    pub word: &'static str,
    /// What may be said of it, where that is a matter of few words.
    pub keys: &'static [&'static str],
    /// Reads what stands under the word.
    pub read: Read,
    /// For those who wrote the definition; a widget does without.
    pub words: Option<Words>,
}

/// What tells whether a text is a CSS selector comes second.
type Read = for<'a> fn(Node<'a>, fn(&str) -> bool, &mut Problems) -> Box<dyn Condition + 'a>;

impl Kind {
    /// The same, without words for people.
    pub const fn without_words(self) -> Self {
        Self { words: None, ..self }
    }
}

/// One condition of an audience.
pub trait Condition: Send + Sync {
    /// Says what has to be remembered, and what the page has to be asked for.
    fn needs<'n>(&'n self, _needs: &mut Needs<'n>) {}

    /// Whether it holds; `None` while that is not known.
    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool>;

    /// The same, where that stays so until then, whatever happens.
    fn lasts(&self, _context: &AudienceContext<'_>, _until: Timestamp) -> Option<bool> {
        None
    }

    /// Whether it asks for the visitor's number.
    fn samples(&self) -> bool {
        false
    }

    /// What it is about.
    fn observed(&self, context: &AudienceContext<'_>) -> Observed;
}

/// How a condition is explained.
#[derive(Clone, Copy)]
pub struct Words {
    /// What has to be so, by what the definition says of it. Where it is empty the definition speaks
    /// for itself.
    pub wants: fn(&Value) -> String,
    /// What was found instead; nothing where there is nothing to say.
    pub observed: fn(&Observed, &Value) -> Option<String>,
    /// Why it may not be known.
    pub unknown: &'static str,
}

impl Words {
    /// What is observed is said as it is.
    pub const fn new(wants: fn(&Value) -> String) -> Self {
        Self { wants, observed: as_it_is, unknown: "not known" }
    }
}
