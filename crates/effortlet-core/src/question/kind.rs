//! What a kind of question has to know of itself.

use crate::answer::{Act, Answer, Given, Mistake};
use crate::hash;
use crate::piping::{Piping, read_beside};
use crate::response::Answered;
use crate::scale::Scale;
use crate::screen::Body;
use crate::response::limits::ANSWERED;
use crate::source::{Node, Problems};
use crate::text::Text;
use alloc::{boxed::Box, string::String, vec::Vec};

/// A row of an edition's table.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The word for it in definitions.
    pub word: &'static str,
    /// What it says beside what every question says.
    pub keys: &'static [Key],
    /// Reads it from where it is written: a template's place comes first, what changes it follows.
    pub read: for<'a> fn(&[Node<'a>], &Reader, &mut Problems) -> Box<dyn Ask + 'a>,
    /// For those who wrote the definition; a widget does without.
    pub lint: Option<Lint>,
}

/// A key that not every kind of question has.
pub struct Key {
    pub word: &'static str,
    /// The keys within it.
    pub inside: &'static [&'static str],
    /// What is expected where another kind has it.
    pub elsewhere: &'static str,
}

/// Says what seems to be meant otherwise of the question of this id, in the survey that asks it.
pub type Lint = for<'q> fn(&str, Text<'q>, &'q dyn Ask, Node<'q>, &mut Problems);

/// Puts a text into the visitor's language.
pub type Fill<'f> = &'f dyn Fn(Text<'_>) -> String;

impl Kind {
    /// The same, without words for people.
    pub const fn without_words(self) -> Self {
        Self { lint: None, ..self }
    }
}

/// What a kind may ask while it is read.
#[derive(Clone, Copy)]
pub struct Reader {
    pub piping: Option<&'static Piping>,
}

impl Reader {
    /// A text that stands beside a question.
    pub fn text<'a>(&self, node: Node<'a>, problems: &mut Problems) -> Text<'a> {
        read_beside(node, self.piping, problems)
    }
}

/// Reads each place over the one before; only what is wrong in the last has not been noted yet.
pub fn read_over<'a, T: Default>(
    nodes: &[Node<'a>],
    problems: &mut Problems,
    read: impl Fn(&mut T, Node<'a>, &mut Problems),
) -> T {
    let mut it = T::default();
    if let Some((last, before)) = nodes.split_last() {
        before.iter().for_each(|node| read(&mut it, *node, &mut Problems::new()));
        read(&mut it, *last, problems);
    }
    it
}

/// One question, as far as it is of its kind.
pub trait Ask: Sync {
    /// What an act gives. What is missing may be skipped where the question is optional.
    fn answer(&self, act: Act) -> Result<Answer, Mistake>;

    /// What was given, as it goes on the wire under the question's id.
    fn answered<'g>(&'g self, question: &'g str, given: &'g Given) -> Vec<Answered<&'g str>>;

    /// What was given, in the words that stood there.
    fn in_words(&self, given: &Given, fill: Fill<'_>) -> String;

    /// What is shown, with what was given before.
    fn body(&self, given: Option<&Given>, fill: Fill<'_>) -> Body;

    /// Reads a condition on an answer: the marks of which one is enough.
    fn read_condition(&self, node: Node<'_>, problems: &mut Problems) -> u32;

    /// The most that is answered, as `MOST_ANSWERED` has it.
    fn longest(&self) -> u32 {
        ANSWERED
    }

    /// Whether there is an answer that later texts may name.
    fn is_answered(&self) -> bool {
        true
    }

    /// A rating that was chosen elsewhere, to be confirmed here.
    fn suggested(&self, _rating: u8) -> Option<Given> {
        None
    }

    /// The texts that stand beside the question.
    fn texts(&self) -> Vec<Text<'_>> {
        Vec::new()
    }

    /// Adds what would change the meaning of a figure, and the question's text. The same in every
    /// edition that knows the kind.
    fn fingerprint(&self, hash: u32, text: &str) -> u32 {
        hash::add(Scale::default().fingerprint(hash), text)
    }

    /// What ratings are given on.
    fn scale(&self) -> Option<&Scale<'_>> {
        None
    }
}
