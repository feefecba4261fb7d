//! What a kind of trigger has to know of itself.

use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::source::{Node, Problems, Value};
use crate::time::Timestamp;
use alloc::{boxed::Box, string::String};
use core::cell::Cell;

/// A row of an edition's table.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The word for it in definitions, and in responses unless it says another one while it is read.
    pub word: &'static str,
    /// What may be said of it; nothing for an empty object.
    pub keys: &'static [&'static str],
    /// Reads what stands under the word, which has no other key.
    pub read: Read,
    /// For those who wrote the definition; a widget does without.
    pub words: Option<Words>,
}

pub type Read = for<'a> fn(Node<'a>, &Reader<'a>, &mut Problems) -> Box<dyn Trigger + 'a>;

impl Kind {
    /// The same, as far as it can be said by these keys.
    pub const fn with_keys(self, keys: &'static [&'static str]) -> Self {
        Self { keys, ..self }
    }

    /// The same, without words for people.
    pub const fn without_words(self) -> Self {
        Self { words: None, ..self }
    }
}

/// What a kind may ask while it is read.
pub struct Reader<'a> {
    /// The id of the survey that is read.
    pub survey: &'a str,
    /// Whether a text is a CSS selector where the definition is used.
    pub is_selector: fn(&str) -> bool,
    /// What responses call the trigger that is read: a kind with several ways says here which one it is.
    pub told: Cell<&'static str>,
}

/// One trigger of a survey, and what it has seen of the page view.
///
/// A definition holds it as it was read; for each page view the engine takes a fresh copy.
pub trait Trigger: Fresh + Send + Sync {
    /// Says what has to be listened to, and remembered.
    fn needs<'n>(&'n self, needs: &mut Needs<'n>);

    /// Whether its moment has come. It hears of everything that happens on the page view.
    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool;

    /// Whether its moment can come more than once a page view.
    fn repeats(&self) -> bool {
        false
    }

    /// When time alone would bring its moment about.
    fn due(&self, _view: &PageView<'_>) -> Timestamp {
        Timestamp::NEVER
    }

    /// Whether it can be said yet that its moment has not come.
    fn is_known(&self) -> bool {
        true
    }

    /// Whether what happened takes its moment back, and the survey that waits since then.
    fn is_cancelled(&self, _occurrence: &Occurrence<'_>) -> bool {
        false
    }

    /// Whether the visitor asks for the survey by it.
    fn invites(&self) -> bool {
        false
    }

    /// The rating that the visitor has chosen before, to be confirmed; 0 for none.
    fn suggested(&self, _view: &PageView<'_>) -> u8 {
        0
    }

    /// How far it is.
    fn observed(&self, _view: &PageView<'_>) -> Observed {
        Observed::Nothing
    }
}

/// Every trigger that can be cloned is copied so.
pub trait Fresh {
    /// A copy for another page view.
    fn fresh<'f>(&self) -> Box<dyn Trigger + 'f>
    where
        Self: 'f;
}

impl<T: Trigger + Clone> Fresh for T {
    fn fresh<'f>(&self) -> Box<dyn Trigger + 'f>
    where
        Self: 'f,
    {
        Box::new(self.clone())
    }
}

/// How a trigger is explained.
#[derive(Clone, Copy)]
pub struct Words {
    /// What has to happen, by what the definition says of it, for the survey of this id. Where it is
    /// empty the definition speaks for itself.
    pub wants: fn(&Value, &str) -> String,
    /// What it has come to; nothing where there is nothing to say.
    pub observed: fn(&Observed, &Value) -> Option<String>,
    /// Whether that grows until the moment comes.
    pub grows: bool,
}

impl Words {
    /// Of a trigger that comes or does not: what is observed is said as it is.
    pub const fn new(wants: fn(&Value, &str) -> String) -> Self {
        Self { wants, observed: crate::phrase::as_it_is, grows: false }
    }
}
