//! So many times in a row an article was left for a list of articles before it can have been read.

use super::super::{Reader, Trigger, Words};
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::{counted, say, times};
use crate::source::{HUNDRED, Node, Problems};
use alloc::boxed::Box;

pub(super) const WORDS: Words = Words {
    wants: |terms, _| {
        let ways = counted(terms.field("pingPong").number().unwrap_or_default(), "quick way", "s");
        say(&[&ways, " from an article back to a list"])
    },
    observed: |observed, _| observed.number().map(times),
    grows: true,
};

#[derive(Clone)]
struct PingPong {
    /// 1 to 100.
    least: u32,
}

pub(super) fn read<'a>(node: Node<'a>, _: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    Box::new(PingPong { least: node.field("pingPong").count(1, 100, HUNDRED, problems) })
}

impl Trigger for PingPong {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.journey = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Visited) && view.arrival.turned_back && view.trail.quick >= self.least
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        Observed::Number(view.trail.quick.into())
    }
}
