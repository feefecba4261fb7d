//! The campaign that led to the first page of the visit, by the parameters of its address.

use super::address::tag;
use super::{AudienceContext, Condition, Kind, Words};
use crate::comparison::Comparison;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::phrase::each;
use crate::source::{Node, Problems, Value};
use alloc::boxed::Box;

pub const UTM: Kind = Kind {
    word: "utm",
    keys: &["source", "medium", "campaign", "term", "content"],
    read,
    words: Some(Words::new(|terms| each(terms, &|name| ["utm_", name].concat(), &[]))),
};

struct Utm<'a>(&'a Value);

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    if node.some(UTM.keys, problems) {
        for field in UTM.keys.iter().filter_map(|name| node.given(name)) {
            Comparison::read(field, problems);
        }
    }
    Box::new(Utm(node.value))
}

impl Condition for Utm<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        needs.journey = true;
        needs.entry.parameters.extend(self.0.entries().iter().map(|(name, _)| ("utm_", name.as_str())));
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        let is = |name: &str, wanted: &Value| {
            Comparison::of(wanted).holds(&tag(&context.trail.entry, &["utm_", name].concat()))
        };
        Some(self.0.entries().iter().all(|(name, wanted)| is(name, wanted)))
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        Observed::text(&context.trail.entry)
    }
}
