//! Where the visitor came from to the first page of the visit.

use super::address::some;
use super::{AudienceContext, Condition, Kind, Words};
use crate::comparison::Comparison;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::phrase::compared;
use alloc::boxed::Box;

pub const REFERRER: Kind = Kind {
    word: "referrer",
    keys: &[],
    read: |node, _, problems| {
        Comparison::read_text(node, problems);
        Box::new(Referrer(Comparison::of(node.value)))
    },
    words: Some(Words::new(|terms| ["the referrer ", &compared(terms)].concat())),
};

struct Referrer<'a>(Comparison<'a>);

impl Condition for Referrer<'_> {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.journey = true;
        needs.referrer = true;
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        Some(self.0.holds(&some(&context.trail.referrer)))
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        Observed::text(&context.trail.referrer)
    }
}
