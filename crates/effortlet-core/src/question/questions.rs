//! What one survey asks. Never changes.

use super::branch::When;
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

    /// The most that is answered on one way through them, as `MOST_ANSWERED` has it.
    pub fn longest(&self) -> u32 {
        // Of each and what it leads to; the end is after the last one.
        let mut longest = Vec::from_iter(self.0.iter().map(|_| 0).chain([0]));
        for (index, question) in self.0.iter().enumerate().rev() {
            let goes_on = !question.branches.iter().any(|it| it.of.is_none() && it.when == When::Always);
            let next = question.branches.iter().map(|it| it.to).chain(goes_on.then_some(index + 1));
            let most = next.filter_map(|to| longest.get(to).copied()).max().unwrap_or_default();
            if let Some(place) = longest.get_mut(index) {
                *place = question.asks.longest() + most;
            }
        }
        longest.first().copied().unwrap_or_default()
    }

    pub fn get(&self, index: usize) -> Option<&Question<'a>> {
        self.0.get(index)
    }
}
