//! The address of the first page of the visit.

use super::address::{Address, PARTS};
use super::{AudienceContext, Condition, Kind, Words};
use crate::address::path;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::phrase::each;
use crate::source::{Node, Problems};
use alloc::boxed::Box;

pub const ENTRY: Kind = Kind {
    word: "entry",
    keys: &["path", "url", "query"],
    read,
    words: Some(Words::new(|terms| ["the first page's ", &each(terms, &|part| part.into(), &PARTS)].concat())),
};

struct Entry<'a>(Address<'a>);

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    let known = node.some(ENTRY.keys, problems);
    Box::new(Entry(Address::read(if known { node } else { node.field("") }, problems)))
}

impl Condition for Entry<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        needs.journey = true;
        self.0.needs(&mut needs.entry);
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        let entry = &context.trail.entry;
        Some(self.0.holds(path(entry), entry))
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        let entry = &context.trail.entry;
        Observed::text(self.0.asked(path(entry), entry))
    }
}
