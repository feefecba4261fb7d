//! What one survey asks of its visitors. Never changes.

use super::context::AudienceContext;
use super::kind::Condition;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::time::Timestamp;
use crate::tree::{Tree, Truth};
use alloc::{boxed::Box, vec::Vec};
use core::fmt;

/// Conditions and how they combine. The tree's leaves are positions among the conditions; what
/// follows them has to hold too. Without any: everyone.
#[derive(Default)]
pub struct Audience<'a> {
    tree: Tree<'a>,
    conditions: Vec<Box<dyn Condition + 'a>>,
    /// How many of them are leaves of the tree.
    leaves: usize,
}

impl<'a> Audience<'a> {
    pub(super) fn new(tree: Tree<'a>, conditions: Vec<Box<dyn Condition + 'a>>) -> Self {
        Self { tree, leaves: conditions.len(), conditions }
    }

    /// Only where this holds too.
    pub fn and(mut self, condition: Box<dyn Condition + 'a>) -> Self {
        self.conditions.push(condition);
        self
    }

    pub fn includes(&self, context: &AudienceContext<'_>) -> Truth {
        self.all(&|condition| condition.holds(context))
    }

    /// The same, as far as it stays so until then, whatever happens; with a number that is in every sample or in
    /// none, where nothing else is said.
    pub fn lasts(&self, context: &AudienceContext<'_>, until: Timestamp, is_in: Option<bool>) -> Truth {
        self.all(&|it| if it.samples() { is_in.or(it.lasts(context, until)) } else { it.lasts(context, until) })
    }

    fn all(&self, holds: &dyn Fn(&dyn Condition) -> Option<bool>) -> Truth {
        let truth = |index: usize| self.conditions.get(index).and_then(|it| holds(it.as_ref())).map_or(Truth::Unknown, Truth::from);
        (self.leaves..self.conditions.len()).map(truth).fold(self.tree.value(&truth), Truth::min)
    }

    /// Whether it asks for the visitor's number.
    pub fn samples(&self) -> bool {
        self.conditions.iter().any(|condition| condition.samples())
    }

    pub fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        self.conditions.iter().for_each(|condition| condition.needs(needs));
    }

    /// What is known of each condition for ever, whoever comes, in the order of the definition.
    pub fn certain(&self, context: &AudienceContext<'_>) -> Vec<Truth> {
        let certain = self.conditions.iter().map(|it| it.lasts(context, Timestamp::NEVER));
        certain.map(|it| it.map_or(Truth::Unknown, Truth::from)).collect()
    }

    /// What is known of each condition and what it is about, in the order of the definition.
    pub fn observed(&self, context: &AudienceContext<'_>) -> Vec<(Truth, Observed)> {
        let conditions = self.conditions.iter();
        conditions.map(|condition| (truth(condition.as_ref(), context), condition.observed(context))).collect()
    }
}

fn truth<'a>(condition: &(dyn Condition + 'a), context: &AudienceContext<'_>) -> Truth {
    condition.holds(context).map_or(Truth::Unknown, Truth::from)
}

impl fmt::Debug for Audience<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tree.fmt(out)
    }
}
