//! What one survey asks. Never changes.

use super::{Ask, Branch, Kind};
use crate::source::Node;
use crate::text::Text;
use alloc::{boxed::Box, vec::Vec};

/// At least one question, with branches that lead forward, so that every interview ends.
pub struct Questions<'a>(Vec<Question<'a>>);

pub struct Question<'a> {
    pub id: &'a str,
    pub kind: &'static Kind,
    pub asks: Box<dyn Ask + 'a>,
    pub text: Text<'a>,
    /// Whether it may be left without an answer.
    pub optional: bool,
    /// The first that matches decides; without a match the next question follows.
    pub branches: Vec<Branch>,
    /// Where it is written: a template's place comes first, what changes it follows.
    pub(super) nodes: Vec<Node<'a>>,
}

impl<'a> Questions<'a> {
    /// `None` without a question, or with a branch that does not lead to a later one.
    pub fn new(questions: Vec<Question<'a>>) -> Option<Self> {
        let count = questions.len();
        let legal = questions.iter().enumerate().all(|(index, question)| {
            question.branches.iter().all(|branch| branch.to > index && branch.to <= count)
        });
        (count > 0 && legal).then_some(Self(questions))
    }

    pub fn all(&self) -> &[Question<'a>] {
        &self.0
    }

    pub fn get(&self, index: usize) -> Option<&Question<'a>> {
        self.0.get(index)
    }
}
