//! At least so many different searches in this session.

use super::super::{Reader, Trigger, Words};
use crate::help_center::PageKind;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::counted;
use crate::source::{HUNDRED, Node, Problems};
use alloc::boxed::Box;

pub(super) const WORDS: Words = Words {
    wants: |terms, _| counted(terms.field("searches").number().unwrap_or_default(), "different search", "es"),
    observed: |observed, _| observed.number().map(|count| counted(count, "search", "es")),
    grows: true,
};

#[derive(Clone)]
struct Searches {
    /// 1 to 100.
    least: u32,
}

pub(super) fn read<'a>(node: Node<'a>, _: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    Box::new(Searches { least: node.field("searches").count(1, 100, HUNDRED, problems) })
}

impl Trigger for Searches {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.journey = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Visited)
            && view.kind == PageKind::Search
            && view.trail.searches.len() >= self.least as usize
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        Observed::Number(view.trail.searches.len() as f64)
    }
}
