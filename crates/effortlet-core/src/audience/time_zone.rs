//! The time zone of the visitor's clock, by its name.

use super::{AudienceContext, Condition, Kind, Words};
use crate::comparison::Comparison;
use crate::needs::{Needs, Source};
use crate::observed::Observed;
use crate::phrase::compared;
use alloc::boxed::Box;

pub const TIME_ZONE: Kind = Kind {
    word: "timeZone",
    keys: &[],
    read: |node, _, problems| {
        Comparison::read_text(node, problems);
        Box::new(TimeZone(Comparison::of(node.value)))
    },
    words: Some(Words::new(|terms| ["the time zone ", &compared(terms)].concat())),
};

struct TimeZone<'a>(Comparison<'a>);

impl Condition for TimeZone<'_> {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.fact(Source::TimeZone, "");
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        Some(self.0.holds(context.find(Source::TimeZone, "")?))
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        context.find(Source::TimeZone, "").map_or(Observed::Nothing, Observed::from)
    }
}
